-- Version 4: what an import was told once, so that it need not ask again: what a heading means, and what
-- a doubtful text is taken for. No history is kept of it.

CREATE TABLE remembered (
  what TEXT PRIMARY KEY,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
