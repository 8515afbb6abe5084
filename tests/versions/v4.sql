-- A register of version 4, as its program wrote it. Never edited.
BEGIN;
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT,
  title TEXT NOT NULL
) STRICT;
CREATE TABLE link (
  from_id INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  to_id INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (from_id, field, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_to ON link (to_id, field);
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
CREATE TABLE draft (
  record_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent_id INTEGER NOT NULL,
  value TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;
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
CREATE INDEX action_position ON action (position, id) WHERE removed IS NULL;
CREATE INDEX link_field ON link (field, from_id);
CREATE INDEX "membership_parent" ON "membership" (parent_id);
CREATE INDEX "grade_parent" ON "grade" (parent_id);
CREATE INDEX "evaluation_parent" ON "evaluation" (parent_id);
CREATE INDEX "finding_parent" ON "finding" (parent_id);
CREATE INDEX "section_parent" ON "section" (parent_id);
CREATE INDEX "milestone_parent" ON "milestone" (parent_id);
CREATE INDEX "progress_note_parent" ON "progress_note" (parent_id);
CREATE INDEX "timescale_change_parent" ON "timescale_change" (parent_id);
CREATE INDEX "evidence_parent" ON "evidence" (parent_id);
CREATE INDEX action_removed_position ON action (position) WHERE removed IS NOT NULL;
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
CREATE TABLE remembered (
  what TEXT PRIMARY KEY,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES ('register', '9dcb53aca8fe9ae69b3ab36e75e1b4c0');
INSERT INTO "record" VALUES (100, 'scale', NULL, 'Six-point scale');
INSERT INTO "record" VALUES (101, 'grade', NULL, 'Unsatisfactory');
INSERT INTO "record" VALUES (102, 'grade', NULL, 'Weak');
INSERT INTO "record" VALUES (103, 'grade', NULL, 'Adequate');
INSERT INTO "record" VALUES (104, 'grade', NULL, 'Good');
INSERT INTO "record" VALUES (105, 'grade', NULL, 'Very Good');
INSERT INTO "record" VALUES (106, 'grade', NULL, 'Excellent');
INSERT INTO "record" VALUES (200, 'indicator', '2.1', 'Impact on children and young people');
INSERT INTO "record" VALUES (201, 'indicator', '5.3', 'Care planning, managing risk and effective intervention');
INSERT INTO "record" VALUES (202, 'indicator', '5.4', 'Involving individual children, young people and families');
INSERT INTO "record" VALUES (203, 'indicator', '6.4', 'Performance management and quality assurance');
INSERT INTO "record" VALUES (204, 'indicator', '9.2', 'Leadership of strategy and direction');
INSERT INTO "record" VALUES (1104002453850415038, 'person', NULL, 'Lead Officer');
INSERT INTO "record" VALUES (2996737682717642163, 'action', '1', 'Agree shared thresholds');
INSERT INTO "record" VALUES (3654536615323172904, 'plan', NULL, 'Improvement Plan');
INSERT INTO "record" VALUES (4733570064809119165, 'section', '1', 'Children’s needs are recognised early');
INSERT INTO "record" VALUES (6090923051046562325, 'action', '2', 'Given up');
INSERT INTO "record" VALUES (8623572693530966074, 'progress_note', NULL, 'First draft shared');
INSERT INTO "link" VALUES (2996737682717642163, 'leads', 0, 1104002453850415038);
INSERT INTO "change_set" VALUES (1, '2026-11-12T04:34:24.255Z', 'root', 'New register', NULL);
INSERT INTO "change_set" VALUES (2, '2026-11-12T04:34:24.256Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (3, '2026-11-12T04:34:24.256Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (4, '2026-11-12T04:34:24.256Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (5, '2026-11-12T04:34:24.257Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (6, '2026-11-12T04:34:24.257Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (7, '2026-11-12T04:34:24.257Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (8, '2026-11-12T04:34:24.258Z', 'Committee Officer', '', NULL);
INSERT INTO "change_set" VALUES (9, '2026-11-12T04:34:24.258Z', 'Committee Officer', '', NULL);
INSERT INTO "change" VALUES (1, 1, 100, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (2, 1, 100, 'set', 'name', NULL, 'Six-point scale');
INSERT INTO "change" VALUES (3, 1, 106, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (4, 1, 106, 'set', 'value', NULL, '6');
INSERT INTO "change" VALUES (5, 1, 106, 'set', 'name', NULL, 'Excellent');
INSERT INTO "change" VALUES (6, 1, 106, 'set', 'description', NULL, 'Outstanding or sector leading');
INSERT INTO "change" VALUES (7, 1, 105, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (8, 1, 105, 'set', 'value', NULL, '5');
INSERT INTO "change" VALUES (9, 1, 105, 'set', 'name', NULL, 'Very Good');
INSERT INTO "change" VALUES (10, 1, 105, 'set', 'description', NULL, 'Major strengths');
INSERT INTO "change" VALUES (11, 1, 104, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (12, 1, 104, 'set', 'value', NULL, '4');
INSERT INTO "change" VALUES (13, 1, 104, 'set', 'name', NULL, 'Good');
INSERT INTO "change" VALUES (14, 1, 104, 'set', 'description', NULL, 'Important strengths, with some areas for improvement');
INSERT INTO "change" VALUES (15, 1, 103, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (16, 1, 103, 'set', 'value', NULL, '3');
INSERT INTO "change" VALUES (17, 1, 103, 'set', 'name', NULL, 'Adequate');
INSERT INTO "change" VALUES (18, 1, 103, 'set', 'description', NULL, 'Strengths just outweigh weaknesses');
INSERT INTO "change" VALUES (19, 1, 102, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (20, 1, 102, 'set', 'value', NULL, '2');
INSERT INTO "change" VALUES (21, 1, 102, 'set', 'name', NULL, 'Weak');
INSERT INTO "change" VALUES (22, 1, 102, 'set', 'description', NULL, 'Important weaknesses: priority action required');
INSERT INTO "change" VALUES (23, 1, 101, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (24, 1, 101, 'set', 'value', NULL, '1');
INSERT INTO "change" VALUES (25, 1, 101, 'set', 'name', NULL, 'Unsatisfactory');
INSERT INTO "change" VALUES (26, 1, 101, 'set', 'description', NULL, 'Major weaknesses: urgent remedial action required');
INSERT INTO "change" VALUES (27, 1, 200, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (28, 1, 200, 'set', 'number', NULL, '2.1');
INSERT INTO "change" VALUES (29, 1, 200, 'set', 'name', NULL, 'Impact on children and young people');
INSERT INTO "change" VALUES (30, 1, 201, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (31, 1, 201, 'set', 'number', NULL, '5.3');
INSERT INTO "change" VALUES (32, 1, 201, 'set', 'name', NULL, 'Care planning, managing risk and effective intervention');
INSERT INTO "change" VALUES (33, 1, 202, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (34, 1, 202, 'set', 'number', NULL, '5.4');
INSERT INTO "change" VALUES (35, 1, 202, 'set', 'name', NULL, 'Involving individual children, young people and families');
INSERT INTO "change" VALUES (36, 1, 203, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (37, 1, 203, 'set', 'number', NULL, '6.4');
INSERT INTO "change" VALUES (38, 1, 203, 'set', 'name', NULL, 'Performance management and quality assurance');
INSERT INTO "change" VALUES (39, 1, 204, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (40, 1, 204, 'set', 'number', NULL, '9.2');
INSERT INTO "change" VALUES (41, 1, 204, 'set', 'name', NULL, 'Leadership of strategy and direction');
INSERT INTO "change" VALUES (42, 2, 3654536615323172904, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (43, 2, 3654536615323172904, 'set', 'title', NULL, 'Improvement Plan');
INSERT INTO "change" VALUES (44, 3, 4733570064809119165, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (45, 3, 4733570064809119165, 'set', 'number', NULL, '1');
INSERT INTO "change" VALUES (46, 3, 4733570064809119165, 'set', 'wording', NULL, 'Children’s needs are recognised early');
INSERT INTO "change" VALUES (47, 3, 4733570064809119165, 'set', 'position', NULL, '1');
INSERT INTO "change" VALUES (48, 4, 1104002453850415038, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (49, 4, 1104002453850415038, 'set', 'post', NULL, 'Lead Officer');
INSERT INTO "change" VALUES (50, 5, 2996737682717642163, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (51, 5, 2996737682717642163, 'set', 'number', NULL, '1');
INSERT INTO "change" VALUES (52, 5, 2996737682717642163, 'set', 'wording', NULL, 'Agree shared thresholds');
INSERT INTO "change" VALUES (53, 5, 2996737682717642163, 'set', 'timescale', NULL, '2026-06-22/2026-06-22/day//22 June 2026');
INSERT INTO "change" VALUES (54, 5, 2996737682717642163, 'set', 'position', NULL, '1');
INSERT INTO "change" VALUES (55, 6, 6090923051046562325, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (56, 6, 6090923051046562325, 'set', 'number', NULL, '2');
INSERT INTO "change" VALUES (57, 6, 6090923051046562325, 'set', 'wording', NULL, 'Given up');
INSERT INTO "change" VALUES (58, 6, 6090923051046562325, 'set', 'timescale', NULL, '//none//Dates set');
INSERT INTO "change" VALUES (59, 6, 6090923051046562325, 'set', 'position', NULL, '2');
INSERT INTO "change" VALUES (60, 7, 8623572693530966074, 'added', NULL, NULL, NULL);
INSERT INTO "change" VALUES (61, 7, 8623572693530966074, 'set', 'date', NULL, '2026-10-01');
INSERT INTO "change" VALUES (62, 7, 8623572693530966074, 'set', 'text', NULL, 'First draft shared');
INSERT INTO "change" VALUES (63, 8, 2996737682717642163, 'set', 'plan', NULL, '3654536615323172904');
INSERT INTO "change" VALUES (64, 8, 2996737682717642163, 'set', 'section', NULL, '4733570064809119165');
INSERT INTO "change" VALUES (65, 8, 2996737682717642163, 'set', 'leads', NULL, '1104002453850415038');
INSERT INTO "change" VALUES (66, 8, 2996737682717642163, 'set', 'status', NULL, 'on_track');
INSERT INTO "change" VALUES (67, 9, 6090923051046562325, 'removed', NULL, NULL, NULL);
INSERT INTO "search" (rowid, text, owner) VALUES (100, 'Six-point scale', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (101, 'Unsatisfactory
Major weaknesses: urgent remedial action required', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (102, 'Weak
Important weaknesses: priority action required', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (103, 'Adequate
Strengths just outweigh weaknesses', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (104, 'Good
Important strengths, with some areas for improvement', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (105, 'Very Good
Major strengths', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (106, 'Excellent
Outstanding or sector leading', 100);
INSERT INTO "search" (rowid, text, owner) VALUES (200, '2.1
Impact on children and young people', 200);
INSERT INTO "search" (rowid, text, owner) VALUES (201, '5.3
Care planning, managing risk and effective intervention', 201);
INSERT INTO "search" (rowid, text, owner) VALUES (202, '5.4
Involving individual children, young people and families', 202);
INSERT INTO "search" (rowid, text, owner) VALUES (203, '6.4
Performance management and quality assurance', 203);
INSERT INTO "search" (rowid, text, owner) VALUES (204, '9.2
Leadership of strategy and direction', 204);
INSERT INTO "search" (rowid, text, owner) VALUES (1104002453850415038, 'Lead Officer', 1104002453850415038);
INSERT INTO "search" (rowid, text, owner) VALUES (2996737682717642163, '1
Agree shared thresholds
22 June 2026', 2996737682717642163);
INSERT INTO "search" (rowid, text, owner) VALUES (3654536615323172904, 'Improvement Plan', 3654536615323172904);
INSERT INTO "search" (rowid, text, owner) VALUES (4733570064809119165, '1
Children’s needs are recognised early', 3654536615323172904);
INSERT INTO "search" (rowid, text, owner) VALUES (8623572693530966074, 'First draft shared', 2996737682717642163);
INSERT INTO "person" VALUES (1104002453850415038, NULL, 'Lead Officer', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "scale" VALUES (100, NULL, 'Six-point scale', NULL);
INSERT INTO "grade" VALUES (101, 100, NULL, 1, 'Unsatisfactory', 'Major weaknesses: urgent remedial action required');
INSERT INTO "grade" VALUES (102, 100, NULL, 2, 'Weak', 'Important weaknesses: priority action required');
INSERT INTO "grade" VALUES (103, 100, NULL, 3, 'Adequate', 'Strengths just outweigh weaknesses');
INSERT INTO "grade" VALUES (104, 100, NULL, 4, 'Good', 'Important strengths, with some areas for improvement');
INSERT INTO "grade" VALUES (105, 100, NULL, 5, 'Very Good', 'Major strengths');
INSERT INTO "grade" VALUES (106, 100, NULL, 6, 'Excellent', 'Outstanding or sector leading');
INSERT INTO "indicator" VALUES (200, NULL, '2.1', 'Impact on children and young people', NULL);
INSERT INTO "indicator" VALUES (201, NULL, '5.3', 'Care planning, managing risk and effective intervention', NULL);
INSERT INTO "indicator" VALUES (202, NULL, '5.4', 'Involving individual children, young people and families', NULL);
INSERT INTO "indicator" VALUES (203, NULL, '6.4', 'Performance management and quality assurance', NULL);
INSERT INTO "indicator" VALUES (204, NULL, '9.2', 'Leadership of strategy and direction', NULL);
INSERT INTO "plan" VALUES (3654536615323172904, NULL, 'Improvement Plan', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "section" VALUES (4733570064809119165, 3654536615323172904, NULL, '1', NULL, 'Children’s needs are recognised early', NULL, NULL, NULL, 1.0);
INSERT INTO "action" VALUES (2996737682717642163, NULL, '1', 'Agree shared thresholds', 3654536615323172904, 4733570064809119165, NULL, NULL, NULL, '22 June 2026', '2026-06-22', '2026-06-22', 'day', NULL, 'on_track', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.0);
INSERT INTO "action" VALUES (6090923051046562325, '2026-11-12T04:34:24.258Z', '2', 'Given up', NULL, NULL, NULL, NULL, NULL, 'Dates set', NULL, NULL, 'none', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2.0);
INSERT INTO "progress_note" VALUES (8623572693530966074, 2996737682717642163, NULL, '2026-10-01', NULL, 'First draft shared', NULL, NULL);
PRAGMA application_id = 1182034034;
PRAGMA user_version = 4;
COMMIT;
