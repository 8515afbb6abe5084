-- Version 1. A register can be read by any SQLite tool: one table a kind of record, named as in
-- `follow-through kinds`; what was removed keeps its row, with the time in "removed".

-- What is true of the file as a whole.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('register', lower (hex (randomblob (16))));

-- Every record of every kind: its id is unique in the register, and random, so that records made
-- on two laptops never collide. "number" and "title" repeat what the record is called, so that
-- lists can sort by it and show it where others link to it.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT,
  title TEXT NOT NULL
) STRICT;

-- The fields that link to several records.
CREATE TABLE link (
  from_id INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  to_id INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (from_id, field, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_to ON link (to_id, field);

-- The history: what was written together is one set. Values stand as text; a timescale as
-- first/last/precision/recurrence/wording, links as ids.
CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  undoes INTEGER REFERENCES change_set (id)
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  record_id INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL CHECK (what IN ('added', 'set', 'removed', 'restored')),
  field TEXT,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_set_id ON change (set_id);
CREATE INDEX change_record_id ON change (record_id);

-- What was typed but may not be saved yet.
CREATE TABLE draft (
  record_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent_id INTEGER NOT NULL,
  value TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;

-- The words of every text field, by record; "owner" is the record it is edited inside of.
CREATE VIRTUAL TABLE search USING fts5 (
  text,
  owner UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3'
);

CREATE TABLE "organisation" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "short_name" TEXT,
  "sector" TEXT CHECK ("sector" IN ('council', 'health', 'police', 'fire', 'third_sector', 'inspectorate', 'government', 'other'))
) STRICT;

CREATE TABLE "person" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "post" TEXT,
  "name" TEXT,
  "organisation" INTEGER REFERENCES "organisation" (id) DEFERRABLE INITIALLY DEFERRED,
  "email" TEXT,
  "phone" TEXT,
  "active" INTEGER CHECK ("active" IN (0, 1))
) STRICT;
CREATE INDEX "person_organisation" ON "person" ("organisation") WHERE "organisation" IS NOT NULL;

CREATE TABLE "group" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "short_name" TEXT,
  "kind" TEXT CHECK ("kind" IN ('committee', 'chief_officers_group', 'sub_group', 'oversight_group', 'working_group')),
  "parent" INTEGER REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
  "remit" TEXT,
  "quorum" TEXT,
  "frequency" TEXT
) STRICT;
CREATE INDEX "group_parent" ON "group" ("parent") WHERE "parent" IS NOT NULL;

CREATE TABLE "membership" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "person" INTEGER REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER REFERENCES "organisation" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT,
  "role" TEXT CHECK ("role" IN ('chair', 'depute_chair', 'member', 'adviser', 'minute_taker', 'designated_manager')),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX "membership_parent" ON "membership" (parent_id) WHERE removed IS NULL;
CREATE INDEX "membership_person" ON "membership" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "membership_organisation" ON "membership" ("organisation") WHERE "organisation" IS NOT NULL;

CREATE TABLE "theme" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "description" TEXT
) STRICT;

CREATE TABLE "programme" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "description" TEXT
) STRICT;

CREATE TABLE "scale" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "description" TEXT
) STRICT;

CREATE TABLE "grade" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "scale" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "value" INTEGER NOT NULL CHECK ("value" BETWEEN 0 AND 100),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "description" TEXT
) STRICT;
CREATE INDEX "grade_parent" ON "grade" (parent_id) WHERE removed IS NULL;

CREATE TABLE "indicator" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "number" TEXT,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "framework" TEXT
) STRICT;

CREATE TABLE "inspection" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "body" INTEGER REFERENCES "organisation" (id) DEFERRABLE INITIALLY DEFERRED,
  "type" TEXT CHECK ("type" IN ('joint_inspection', 'interim_follow_through', 'follow_through', 'progress_review', 'thematic_review', 'other')),
  "follows" INTEGER REFERENCES "inspection" (id) DEFERRABLE INITIALLY DEFERRED,
  "notified" TEXT CHECK ("notified" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "fieldwork_from" TEXT CHECK ("fieldwork_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "fieldwork_to" TEXT CHECK ("fieldwork_to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "published" TEXT CHECK ("published" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "reference" TEXT,
  "web_address" TEXT,
  "context" TEXT
) STRICT;
CREATE INDEX "inspection_body" ON "inspection" ("body") WHERE "body" IS NOT NULL;
CREATE INDEX "inspection_follows" ON "inspection" ("follows") WHERE "follows" IS NOT NULL;

CREATE TABLE "evaluation" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "inspection" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "indicator" INTEGER REFERENCES "indicator" (id) DEFERRABLE INITIALLY DEFERRED,
  "grade" INTEGER REFERENCES "grade" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;
CREATE INDEX "evaluation_parent" ON "evaluation" (parent_id) WHERE removed IS NULL;
CREATE INDEX "evaluation_indicator" ON "evaluation" ("indicator") WHERE "indicator" IS NOT NULL;
CREATE INDEX "evaluation_grade" ON "evaluation" ("grade") WHERE "grade" IS NOT NULL;

CREATE TABLE "finding" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "inspection" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "type" TEXT NOT NULL CHECK ("type" IN ('strength', 'improvement', 'main_point', 'good_practice', 'key_message', 'other')),
  "number" TEXT,
  "statement" TEXT,
  "wording" TEXT NOT NULL CHECK ("wording" <> ''),
  "feedback" TEXT,
  "quotation" TEXT,
  "page" TEXT,
  "indicator" INTEGER REFERENCES "indicator" (id) DEFERRABLE INITIALLY DEFERRED,
  "judged_again_as" INTEGER REFERENCES "finding" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" REAL
) STRICT;
CREATE INDEX "finding_parent" ON "finding" (parent_id) WHERE removed IS NULL;
CREATE INDEX "finding_indicator" ON "finding" ("indicator") WHERE "indicator" IS NOT NULL;
CREATE INDEX "finding_judged_again_as" ON "finding" ("judged_again_as") WHERE "judged_again_as" IS NOT NULL;

CREATE TABLE "plan" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "inspection" INTEGER REFERENCES "inspection" (id) DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT,
  "vision" TEXT,
  "approved_by" INTEGER REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
  "approved_on" TEXT CHECK ("approved_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "state" TEXT CHECK ("state" IN ('draft', 'approved', 'live', 'closed')),
  "marking" TEXT CHECK ("marking" IN ('official', 'official_sensitive'))
) STRICT;
CREATE INDEX "plan_inspection" ON "plan" ("inspection") WHERE "inspection" IS NOT NULL;
CREATE INDEX "plan_approved_by" ON "plan" ("approved_by") WHERE "approved_by" IS NOT NULL;

CREATE TABLE "section" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "number" TEXT,
  "short_name" TEXT,
  "wording" TEXT NOT NULL CHECK ("wording" <> ''),
  "finding" INTEGER REFERENCES "finding" (id) DEFERRABLE INITIALLY DEFERRED,
  "feedback" TEXT,
  "formal" INTEGER CHECK ("formal" IN (0, 1)),
  "position" REAL
) STRICT;
CREATE INDEX "section_parent" ON "section" (parent_id) WHERE removed IS NULL;
CREATE INDEX "section_finding" ON "section" ("finding") WHERE "finding" IS NOT NULL;

CREATE TABLE "action" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "number" TEXT,
  "wording" TEXT NOT NULL CHECK ("wording" <> ''),
  "plan" INTEGER REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED,
  "section" INTEGER REFERENCES "section" (id) DEFERRABLE INITIALLY DEFERRED,
  "origin" TEXT CHECK ("origin" IN ('already', 'additional')),
  "programme" INTEGER REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
  "lead_as_written" TEXT,
  "timescale" TEXT,
  "timescale_first" TEXT,
  "timescale_last" TEXT,
  "timescale_precision" TEXT,
  "timescale_recurs" TEXT,
  "status" TEXT CHECK ("status" IN ('not_started', 'on_track', 'slippage', 'off_track', 'complete', 'withdrawn')),
  "intended_outcome" TEXT,
  "measure" TEXT,
  "impact" TEXT CHECK ("impact" IN ('achieved', 'partly', 'not_yet', 'not_known')),
  "closure_proposed" TEXT CHECK ("closure_proposed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "closure_agreed_at" TEXT,
  "closure_agreed_on" TEXT CHECK ("closure_agreed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "priority" TEXT CHECK ("priority" IN ('high', 'medium', 'low')),
  "marking" TEXT CHECK ("marking" IN ('official', 'official_sensitive')),
  "position" REAL
) STRICT;
CREATE INDEX "action_plan" ON "action" ("plan") WHERE "plan" IS NOT NULL;
CREATE INDEX "action_section" ON "action" ("section") WHERE "section" IS NOT NULL;
CREATE INDEX "action_programme" ON "action" ("programme") WHERE "programme" IS NOT NULL;

CREATE TABLE "milestone" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "wording" TEXT,
  "timescale" TEXT,
  "timescale_first" TEXT,
  "timescale_last" TEXT,
  "timescale_precision" TEXT,
  "timescale_recurs" TEXT,
  "done" INTEGER CHECK ("done" IN (0, 1)),
  "done_on" TEXT CHECK ("done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "position" REAL
) STRICT;
CREATE INDEX "milestone_parent" ON "milestone" (parent_id) WHERE removed IS NULL;

CREATE TABLE "progress_note" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "by" TEXT,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "status" TEXT CHECK ("status" IN ('not_started', 'on_track', 'slippage', 'off_track', 'complete', 'withdrawn')),
  "reported_to" TEXT
) STRICT;
CREATE INDEX "progress_note_parent" ON "progress_note" (parent_id) WHERE removed IS NULL;

CREATE TABLE "timescale_change" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "from" TEXT,
  "from_first" TEXT,
  "from_last" TEXT,
  "from_precision" TEXT,
  "from_recurs" TEXT,
  "to" TEXT,
  "to_first" TEXT,
  "to_last" TEXT,
  "to_precision" TEXT,
  "to_recurs" TEXT,
  "reason" TEXT,
  "agreed_by" TEXT,
  "on" TEXT CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX "timescale_change_parent" ON "timescale_change" (parent_id) WHERE removed IS NULL;

CREATE TABLE "evidence" (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER NOT NULL REFERENCES "action" (id) DEFERRABLE INITIALLY DEFERRED,
  removed TEXT,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "kind" TEXT CHECK ("kind" IN ('output', 'outcome')),
  "location" TEXT,
  "sha256" TEXT,
  "added_on" TEXT CHECK ("added_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX "evidence_parent" ON "evidence" (parent_id) WHERE removed IS NULL;

-- The order of a plan, which lists of actions start with.
CREATE INDEX action_position ON action (position, id) WHERE removed IS NULL;
CREATE INDEX link_field ON link (field, from_id);
