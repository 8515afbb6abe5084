/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "update-fixture.h"

#include "follow-error.h"

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autoptr (FollowRecord) sheet = NULL;

  if (path == NULL)
    return;
  filled = update_fill (fixture, path, "back.xlsx");
  result = update_import (fixture, filled);
  update_assert_filled (fixture);
  assert_counts (result, "action", 0, 2, 1);
  assert_counts (result, "progress_note", 2, 0, 0);
  assert_counts (result, "timescale_change", 1, 0, 0);
  assert_counts (result, "evidence", 2, 0, 0);
  assert_counts (result, "update_sheet", 0, 1, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  fixture_assert_sound (fixture);

  /* The same sheet again changes not a byte. */
  before = fixture_hash_file (fixture->path);
  again = update_import (fixture, filled);
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  assert_counts (again, "progress_note", 0, 0, 0);
  assert_counts (again, "update_sheet", 0, 0, 1);

  /* And one step takes all of it back. */
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  assert_action (fixture, "1", "status", "on_track");
  assert_action (fixture, "2", "timescale", "Q3 2026/27");
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 0);
  g_assert_cmpuint (count_records (fixture, "evidence"), ==, 0);
  sheet = update_find_sheet (fixture);
  assert_text (sheet, "answered_on", NULL);
}

/* What was taken and then changed by somebody stays as they have it. */
static void
test_again_after_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;

  if (path == NULL)
    return;
  filled = update_fill (fixture, path, "back.xlsx");
  result = update_import (fixture, filled);
  change_action (fixture, "1", "status", "slippage");
  change_action (fixture, "2", "timescale", "June 2027");
  again = update_import (fixture, filled);
  assert_action (fixture, "1", "status", "slippage");
  assert_action (fixture, "2", "timescale", "June 2027");
  g_assert_cmpuint (again->problems->len, ==, 0);
}

/* The register moved on since the sheet was sent. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autoptr (FollowRecord) sheet = NULL;
  g_autoptr (FollowRecord) note = NULL;

  if (path == NULL)
    return;
  filled = update_edit (fixture, path, "back.xlsx", "set", "1", "status", "Red", "set", "1", "progress",
                        "Late.", "set", "2", "status", "amber", "set", "3", "expected", "May 2027", NULL);
  change_action (fixture, "1", "status", "complete"); /* to something else */
  change_action (fixture, "2", "status", "slippage"); /* to the same */
  change_action (fixture, "3", "timescale", "April 2027");
  result = update_import (fixture, filled);
  assert_action (fixture, "1", "status", "complete");
  assert_action (fixture, "2", "status", "slippage");
  assert_action (fixture, "3", "timescale", "April 2027");
  g_assert_cmpuint (count_problems (result, "It was left as it is."), ==, 2);
  g_assert_cmpuint (count_problems (result, "the sheet says “Red”"), ==, 1);
  g_assert_nonnull (find_problem (result, "I5"));
  g_assert_nonnull (find_problem (result, "J7"));
  note = find_newest (fixture, "1", "progress_note");
  assert_text (note, "text", "Late.");
  sheet = update_find_sheet (fixture);
  assert_text (sheet, "outcome", "partly");
  /* It still waits for somebody. */
  again = update_import (fixture, filled);
  g_assert_cmpuint (count_problems (again, "It was left as it is."), ==, 2);
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 1);
}

static void
test_doubts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowRecord) note = NULL;

  if (path == NULL)
    return;
  filled =
      update_edit (fixture, path, "back.xlsx", "set", "1", "status", "nearly there", "set", "1", "wording",
                   "Agree another protocol", "set", "2", "expected", "when we can", "set", "2", "reason",
                   "No trainer", "set", "3", "reassign", "Reporter Manager", "new", "wording",
                   "Ask the young people", "new", "expected", "May 2027", "comment", "3", "Call me", NULL);
  result = update_import (fixture, filled);
  g_assert_cmpuint (count_problems (result, "“nearly there” is not a status."), ==, 1);
  g_assert_cmpuint (count_problems (result, "was changed to “Agree another protocol”"), ==, 1);
  g_assert_cmpuint (count_problems (result, "“when we can” names no date."), ==, 1);
  g_assert_cmpuint (count_problems (result, "given to “Reporter Manager”"), ==, 1);
  g_assert_cmpuint (count_problems (result, "A new action is proposed, “Ask the young people”"), ==, 1);
  g_assert_cmpuint (count_problems (result, "A comment was not taken"), ==, 1);
  assert_action (fixture, "1", "status", "on_track");
  assert_action (fixture, "1", "wording", "Agree a protocol");
  assert_action (fixture, "2", "timescale", "Q3 2026/27");
  /* The request stands on record; what was proposed is kept. */
  note = find_newest (fixture, "3", "progress_note");
  assert_text (note, "text", "Asks for the action to be given to: Reporter Manager");
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM update_answer WHERE action IS NULL AND "
                                               "proposal = 'Ask the young people' AND expected = 'May 2027'"),
                   ==, 1);
  g_assert_cmpuint (count_records (fixture, "action"), ==, 3);
}

static FollowUpdateItem *
get_item (FollowUpdateFile *file, guint answer, FollowUpdateColumn column)
{
  return follow_update_answer_get_item (file->answers->pdata[answer], column);
}

/* What a person decides in place of the defaults. */
static void
test_decide (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = NULL;
  g_autoptr (FollowUpdateReturn) update = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) note = NULL;
  g_autoptr (FollowRecord) third = NULL;
  const char *paths[2] = { NULL };
  FollowUpdateFile *file;
  FollowUpdateAnswer *proposed;

  if (path == NULL)
    return;
  filled = update_edit (fixture, path, "back.xlsx", "set", "1", "progress", "Teh protocol", "set", "1",
                        "status", "nearly there", "set", "2", "progress", "Not to be taken", "set", "3",
                        "reassign", "Reporter Manager", "new", "wording", "Ask the young people", NULL);
  paths[0] = filled;
  update = follow_update_return_read (fixture->reg, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  file = update->files->pdata[0];
  g_assert_cmpuint (file->answers->len, ==, 4);
  /* Proposals are found as the rows are gone through, the sheet's own lines after. */
  proposed = file->answers->pdata[0];
  g_assert_cmpstr (proposed->proposal, ==, "Ask the young people");
  proposed->accepted = TRUE;
  g_assert_true (
      follow_update_item_edit (get_item (file, 1, FOLLOW_UPDATE_PROGRESS), "The protocol", &error));
  g_assert_false (follow_update_item_edit (get_item (file, 1, FOLLOW_UPDATE_STATUS), "soon", &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (follow_update_item_edit (get_item (file, 1, FOLLOW_UPDATE_STATUS), "Some slippage", &error));
  get_item (file, 2, FOLLOW_UPDATE_PROGRESS)->accepted = FALSE;
  get_item (file, 3, FOLLOW_UPDATE_REASSIGN)->accepted = TRUE;
  g_assert_true (follow_update_return_commit (update, FALSE, &error));
  g_assert_no_error (error);
  note = find_newest (fixture, "1", "progress_note");
  assert_text (note, "text", "The protocol");
  assert_action (fixture, "1", "status", "slippage");
  g_assert_cmpuint (count_records (fixture, "action"), ==, 4);
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text LIKE '%Not to be%'"), ==,
      0);
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM update_answer WHERE progress LIKE '%Not to be%' "
                                      "AND outcome = 'left'"),
                   ==, 1);
  third = find_action (fixture, "3");
  g_assert_cmpstr (follow_register_get_title (fixture->reg, follow_record_get_link (third, "leads")), ==,
                   "Reporter Manager");
}

/* A sheet of an earlier round is still understood, against what it was sent with. */
static void
test_earlier_round (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *late = NULL;
  g_autofree char *early = NULL;
  FollowUpdateOptions options = { .replace = TRUE };
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (FollowImportResult) first = NULL;
  g_autoptr (FollowImportResult) second = NULL;

  if (path == NULL)
    return;
  early = update_edit (fixture, path, "early.xlsx", "set", "1", "status", "Red", NULL);
  change_action (fixture, "1", "status", "slippage");
  making = update_make (fixture, &options);
  late = update_edit (fixture, path, "late.xlsx", "set", "1", "status", "Blue", NULL);
  first = update_import (fixture, late);
  assert_action (fixture, "1", "status", "complete");
  second = update_import (fixture, early);
  assert_action (fixture, "1", "status", "complete");
  g_assert_cmpuint (count_problems (second, "It was left as it is."), ==, 1);
}

/* Two leads of one action contradict each other: nobody wins by coming last. */
static void
test_rivals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) other = NULL;
  g_autoptr (FollowRecord) first = NULL;
  g_autoptr (FollowRecord) copy = NULL;
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "returned", NULL);
  g_autofree char *nurse = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *police = NULL;
  g_autoptr (FollowValue) leads = NULL;
  gint64 ids[2];

  if (!have_openpyxl ())
    return;
  update_fixture_fill (fixture);
  other = fixture_add (fixture, "person", 0, "post", "Inspector", NULL);
  first = find_action (fixture, "1");
  ids[0] = follow_record_get_link (first, "leads");
  ids[1] = follow_record_get_id (other);
  leads = follow_value_new_links (ids, 2);
  copy = follow_record_copy (first);
  follow_record_set (copy, "leads", leads);
  fixture_save (fixture, copy);
  making = update_make (fixture, NULL);
  nurse = update_sheet_path (fixture, "Lead Nurse");
  police = update_sheet_path (fixture, "Inspector");
  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  one = update_edit (fixture, nurse, "returned/one.xlsx", "set", "1", "status", "Red", "set", "1", "progress",
                     "Bad", NULL);
  two = update_edit (fixture, police, "returned/two.xlsx", "set", "1", "status", "Blue", "set", "1",
                     "progress", "Good", NULL);
  result = update_import (fixture, folder);
  assert_action (fixture, "1", "status", "on_track");
  g_assert_cmpuint (count_problems (result, "says something else"), ==, 2);
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 2);
}

/* A folder of sheets that nobody has touched counts nobody as having answered. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *only_signed = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) nothing_new = NULL;
  g_autoptr (FollowRecord) sheet = NULL;

  if (path == NULL)
    return;
  before = fixture_hash_file (fixture->path);
  result = update_import (fixture, folder);
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_problems (result, "counts as not answered"), ==, 1);
  /* One that is signed says that there is nothing new. */
  only_signed = update_edit (fixture, path, "signed.xlsx", "cover", "filled_by", "Lead Nurse", NULL);
  nothing_new = update_import (fixture, only_signed);
  sheet = update_find_sheet (fixture);
  assert_text (sheet, "answered_on", "2026-11-12");
  assert_text (sheet, "outcome", "nothing");
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 0);
}

/* An action that has been removed since is not written to. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (FollowImportResult) result = NULL;

  if (path == NULL)
    return;
  action = find_action (fixture, "1");
  g_assert_true (follow_register_remove (fixture->reg, action, NULL));
  result = update_import (fixture, filled);
  g_assert_cmpuint (count_problems (result, "has been removed from the register since"), ==, 2);
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM progress_note n JOIN action a ON a.id = "
                                      "n.parent_id WHERE a.number = '1'"),
                   ==, 0);
  fixture_assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/update-return/answer", test_answer);
  fixture_add_test ("/update-return/again-after-change", test_again_after_change);
  fixture_add_test ("/update-return/conflict", test_conflict);
  fixture_add_test ("/update-return/doubts", test_doubts);
  fixture_add_test ("/update-return/decide", test_decide);
  fixture_add_test ("/update-return/earlier-round", test_earlier_round);
  fixture_add_test ("/update-return/rivals", test_rivals);
  fixture_add_test ("/update-return/untouched", test_untouched);
  fixture_add_test ("/update-return/removed", test_removed);
  return g_test_run ();
}
