-- Version 2: nothing that is written or asked may take longer because the register has grown. What is
-- inside a record is found whether it lies in the bin or not, as its history and its removal ask.
DROP INDEX "membership_parent";
DROP INDEX "grade_parent";
DROP INDEX "evaluation_parent";
DROP INDEX "finding_parent";
DROP INDEX "section_parent";
DROP INDEX "milestone_parent";
DROP INDEX "progress_note_parent";
DROP INDEX "timescale_change_parent";
DROP INDEX "evidence_parent";
CREATE INDEX "membership_parent" ON "membership" (parent_id);
CREATE INDEX "grade_parent" ON "grade" (parent_id);
CREATE INDEX "evaluation_parent" ON "evaluation" (parent_id);
CREATE INDEX "finding_parent" ON "finding" (parent_id);
CREATE INDEX "section_parent" ON "section" (parent_id);
CREATE INDEX "milestone_parent" ON "milestone" (parent_id);
CREATE INDEX "progress_note_parent" ON "progress_note" (parent_id);
CREATE INDEX "timescale_change_parent" ON "timescale_change" (parent_id);
CREATE INDEX "evidence_parent" ON "evidence" (parent_id);

-- A new action stands after all others, those in the bin too, which may come back to their place.
CREATE INDEX action_removed_position ON action (position) WHERE removed IS NOT NULL;
