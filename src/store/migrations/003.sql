-- Version 3: update sheets. Who was asked, who has answered, and what each sheet said.

CREATE TABLE "update_round" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "made_on" TEXT CHECK ("made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "deadline" TEXT CHECK ("deadline" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "return_to" TEXT,
  "grouped_by" TEXT CHECK ("grouped_by" IN ('lead', 'agency')),
  "note" TEXT
) STRICT;

CREATE TABLE "update_sheet" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "update_round" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "recipient_as_written" TEXT NOT NULL CHECK ("recipient_as_written" <> ''),
  "file_name" TEXT,
  "sent_on" TEXT CHECK ("sent_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "marking" TEXT CHECK ("marking" IN ('official', 'official_sensitive')),
  "answered_on" TEXT CHECK ("answered_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "answered_by" TEXT,
  "outcome" TEXT CHECK ("outcome" IN ('taken', 'partly', 'nothing')),
  "saved_at" TEXT
) STRICT;
CREATE INDEX "update_sheet_parent" ON "update_sheet" (parent_id);

CREATE TABLE "update_answer" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "update_sheet" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "number" TEXT,
  "action" INTEGER REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  "sent_status" TEXT CHECK ("sent_status" IN ('not_started', 'on_track', 'slippage', 'off_track', 'complete', 'withdrawn')),
  "sent_timescale" TEXT,
  "sent_timescale_first" TEXT,
  "sent_timescale_last" TEXT,
  "sent_timescale_precision" TEXT,
  "sent_timescale_recurs" TEXT,
  "answered_on" TEXT CHECK ("answered_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "proposal" TEXT,
  "progress" TEXT,
  "status" TEXT,
  "expected" TEXT,
  "reason" TEXT,
  "evidence" TEXT,
  "reassign" TEXT,
  "outcome" TEXT CHECK ("outcome" IN ('taken', 'partly', 'left')),
  "taken" TEXT,
  "position" REAL
) STRICT;
CREATE INDEX "update_answer_parent" ON "update_answer" (parent_id);
CREATE INDEX "update_answer_action" ON "update_answer" ("action") WHERE "action" IS NOT NULL;
