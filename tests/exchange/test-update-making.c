/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "update-fixture.h"
#include "workbook.h"

#include "follow-error.h"
#include "follow-file-name.h"
#include "follow-query.h"

static void
assert_hidden_gone (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  FollowUpdateOptions options = { .deadline = "2026-12-04",
                                  .return_to = "cpc@example.org",
                                  .note = "=1+1 is no formula",
                                  .title = "Before the December meeting" };
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autofree char *path = update_sheet_path (fixture, "Lead Nurse");
  g_autofree char *shown = NULL;
  g_autoptr (GHashTable) cells = NULL;

  update_fixture_fill (fixture);
  making = update_make (fixture, &options);
  g_assert_cmpuint (follow_update_making_get_made (making)->len, ==, 1);
  if (!have_openpyxl () || (cells = workbook_read (path)) == NULL)
    return;
  assert_shown (cells, "Start here!B3", "Lead Nurse");
  assert_shown (cells, "Start here!B5", "3");
  assert_shown (cells, "Start here!B6", "4 December 2026");
  assert_shown (cells, "Start here!B7", "cpc@example.org");
  assert_shown (cells, "Start here!B8", "OFFICIAL");
  assert_shown (cells, "Start here!B9", "=1+1 is no formula");
  assert_shown (cells, "Actions!header", "OFFICIAL");
  assert_shown (cells, "Actions!B5", "Agree a protocol");
  assert_shown (cells, "Actions!C5", "Improvement Plan");
  assert_shown (cells, "Actions!E5", "August 2027");
  assert_shown (cells, "Actions!G5", "G – On track");
  assert_shown (cells, "Actions!I5", "G – On track");
  assert_shown (cells, "Actions!H5", NULL);
  shown = update_show (fixture, path);
  g_assert_cmpstr (
      shown, ==,
      "Start here\tvisible\tprotected\t-\nActions\tvisible\tprotected\t-\n"
      "Follow-through\thidden\tprotected\t-\nhidden column True\nhidden row True\n"
      "unlocked progress status expected reason evidence reassign\n"
      "help|Evidence|Expected date, if it moves|Please reassign to|Progress this period|Status now|"
      "Why it moves\n"
      "list \"N – Not started,G – On track,A – Some slippage,R – Off track,B – Complete\"\n");
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  FollowUpdateOptions options = { .deadline = "2026-12-04" };
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (FollowRecord) round = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  update_fixture_fill (fixture);
  making = update_make (fixture, &options);
  round = fixture_get (fixture, "update_round", follow_update_making_get_round_id (making));
  assert_text (round, "title", "Update sheets, 12 November 2026");
  assert_text (round, "deadline", "2026-12-04");
  assert_text (round, "grouped_by", "lead");
  g_assert_cmpint (follow_record_get_integer (round, "sheets"), ==, 1);
  g_assert_cmpint (follow_record_get_integer (round, "unanswered"), ==, 1);
  sheets = follow_register_load_children (fixture->reg, follow_kind_find ("update_sheet"),
                                          follow_record_get_id (round), NULL);
  assert_text (sheets->pdata[0], "recipient_as_written", "Lead Nurse");
  assert_text (sheets->pdata[0], "file_name", "Lead Nurse, 2026-11-12 OFFICIAL.xlsx");
  assert_text (sheets->pdata[0], "marking", "official");
  g_assert_cmpint (follow_record_get_integer (sheets->pdata[0], "actions"), ==, 3);
  answers = follow_register_load_children (fixture->reg, follow_kind_find ("update_answer"),
                                           follow_record_get_id (sheets->pdata[0]), NULL);
  assert_text (answers->pdata[1], "number", "2");
  assert_text (answers->pdata[1], "sent_status", "not_started");
  assert_text (answers->pdata[1], "sent_timescale", "Q3 2026/27");
  fixture_assert_sound (fixture);
  /* One step takes all of it back. */
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_cmpuint (count_records (fixture, "update_round"), ==, 0);
  g_assert_cmpuint (count_records (fixture, "update_answer"), ==, 0);
}

static gint64
add_action_for (Fixture *fixture, const char *number, const char *words, gint64 lead)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, number, "Do it", NULL);

  follow_record_set_text (action, "lead_as_written", words);
  if (lead != 0)
    follow_record_set_link (action, "leads", lead);
  fixture_save (fixture, action);
  return follow_record_get_id (action);
}

/* Two posts of one name, names that are paths or devices, nobody: each has a file of its own. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) nhs = fixture_add (fixture, "organisation", 0, "name", "NHS", NULL);
  g_autoptr (FollowRecord) one = fixture_add (fixture, "person", 0, "post", "Team Leader", NULL);
  g_autoptr (FollowRecord) two = fixture_add (fixture, "person", 0, "post", "Team Leader", NULL);
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *names = NULL;

  follow_record_set_link (two, "organisation", follow_record_get_id (nhs));
  fixture_save (fixture, two);
  add_action_for (fixture, "1", NULL, follow_record_get_id (one));
  add_action_for (fixture, "2", NULL, follow_record_get_id (two));
  add_action_for (fixture, "3", "../../etc/passwd", 0);
  add_action_for (fixture, "4", "con", 0);
  add_action_for (fixture, "5", "tbc", 0);
  add_action_for (fixture, "6", NULL, 0);
  add_action_for (fixture, "7", "team leader", 0);
  change_action (fixture, "6", "marking", "OFFICIAL-SENSITIVE");
  making = update_make (fixture, NULL);
  names = folder_names (folder);
  g_assert_cmpstr (names, ==,
                   "-..-etc-passwd, 2026-11-12.xlsx -con, 2026-11-12.xlsx "
                   "List of update sheets, 2026-11-12 OFFICIAL-SENSITIVE.xlsx "
                   "No lead, 2026-11-12 OFFICIAL-SENSITIVE.xlsx Team Leader, 2026-11-12.xlsx "
                   "Team Leader, NHS, 2026-11-12.xlsx team leader (2), 2026-11-12.xlsx ");
  g_assert_cmpuint (count_records (fixture, "update_answer"), ==, 7);
}

static void
assert_safe (const char *text, const char *expected)
{
  g_autofree char *name = follow_file_name_make (text, "Sheet", 20);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_safe_names (void)
{
  assert_safe ("Lead Nurse", "Lead Nurse");
  assert_safe ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
  assert_safe ("..", "Sheet");
  assert_safe (" . hidden. ", "hidden");
  assert_safe ("line\nline\x01", "line-line-");
  assert_safe ("NUL.txt", "-NUL.txt");
  assert_safe ("COM1", "-COM1");
  assert_safe ("Comfort", "Comfort");
  assert_safe ("exe\xe2\x80\xaexslx", "exe-xslx");
  assert_safe ("日本語日本語日本語", "日本語日本語");
  assert_safe (NULL, "Sheet");
}

/* Complete, withdrawn, closed: none of it is asked about; by agency the leads' own organisation counts. */
static void
test_agencies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) nhs = fixture_add (fixture, "organisation", 0, "name", "NHS", NULL);
  g_autoptr (FollowRecord) lead = fixture_add (fixture, "person", 0, "post", "Lead Nurse", NULL);
  g_autoptr (FollowRecord) closed = fixture_add (fixture, "plan", 0, "title", "Old", "state", "closed", NULL);
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (FollowRecord) sheet = NULL;
  FollowUpdateOptions options = { .by = "agency" };
  const FollowUpdateMade *made;

  follow_record_set_link (lead, "organisation", follow_record_get_id (nhs));
  fixture_save (fixture, lead);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      add_action_for (fixture, number, NULL, follow_record_get_id (lead));
    }
  change_action (fixture, "2", "status", "complete");
  change_action (fixture, "3", "status", "withdrawn");
  change_action (fixture, "4", "closure_agreed_on", "2026-10-01");
  action = find_action (fixture, "5");
  sheet = follow_record_copy (action);
  follow_record_set_link (sheet, "plan", follow_record_get_id (closed));
  fixture_save (fixture, sheet);
  making = update_make (fixture, &options);
  g_assert_cmpuint (follow_update_making_get_made (making)->len, ==, 1);
  made = follow_update_making_get_made (making)->pdata[0];
  g_assert_cmpstr (made->recipient, ==, "NHS");
  g_assert_cmpuint (made->n_actions, ==, 1);
}

/* What cannot be made leaves neither a file nor a record. */
static void
assert_nothing (Fixture *fixture, const FollowUpdateOptions *options, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowUpdateMaking) making = follow_update_making_write (fixture->reg, options, &error);

  if (making != NULL)
    g_assert_false (follow_update_making_finish (making, fixture->reg, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  g_test_message ("%s", error->message);
  g_clear_pointer (&making, follow_update_making_free);
  g_assert_cmpuint (count_records (fixture, "update_round"), ==, 0);
  assert_hidden_gone (options->folder);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (FollowQuery) none = follow_query_new (follow_kind_find ("action"));
  FollowUpdateOptions usual = { .folder = folder };
  FollowUpdateOptions lost = { .folder = nowhere };
  FollowUpdateOptions past = { .folder = folder, .deadline = "2026-11-11" };
  FollowUpdateOptions odd = { .folder = folder, .by = "colour" };
  FollowUpdateOptions empty = { .folder = folder, .query = none };
  FollowUpdateOptions stopped = { .folder = folder, .cancellable = cancelled };

  update_fixture_fill (fixture);
  g_cancellable_cancel (cancelled);
  follow_query_add_text (none, "status", FOLLOW_TEST_IS, "withdrawn");
  assert_nothing (fixture, &lost, FOLLOW_ERROR_NOT_FOUND);
  assert_nothing (fixture, &past, FOLLOW_ERROR_INVALID);
  assert_nothing (fixture, &odd, FOLLOW_ERROR_INVALID);
  assert_nothing (fixture, &empty, FOLLOW_ERROR_NOT_FOUND);
  assert_nothing (fixture, &stopped, FOLLOW_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  {
    g_autofree char *path = update_sheet_path (fixture, "Lead Nurse");
    g_autofree char *text = NULL;

    g_assert_true (g_file_set_contents (path, "not to be lost", -1, NULL));
    assert_nothing (fixture, &usual, FOLLOW_ERROR_EXISTS);
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "not to be lost");
  }
}

/* Records that cannot be written take the files back, and older ones come back to their places. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  FollowUpdateOptions options = { .folder = folder, .replace = TRUE };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autoptr (FollowRegister) read_only = NULL;
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (GError) error = NULL;

  update_fixture_fill (fixture);
  path = update_sheet_path (fixture, "Lead Nurse");
  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  g_assert_true (g_file_set_contents (path, "not to be lost", -1, NULL));
  read_only = follow_register_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  making = follow_update_making_write (read_only, &options, &error);
  g_assert_no_error (error);
  g_assert_false (follow_update_making_finish (making, read_only, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&making, follow_update_making_free);
  names = folder_names (folder);
  g_assert_cmpstr (names, ==, "Lead Nurse, 2026-11-12 OFFICIAL.xlsx ");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "not to be lost");
  /* Asked to, it replaces them. */
  g_clear_pointer (&making, follow_update_making_free);
  making = update_make (fixture, &options);
  g_clear_pointer (&making, follow_update_making_free);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "PK"));
  assert_hidden_gone (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/update-making/safe-names", test_safe_names);
  fixture_add_test ("/update-making/workbook", test_workbook);
  fixture_add_test ("/update-making/records", test_records);
  fixture_add_test ("/update-making/names", test_names);
  fixture_add_test ("/update-making/agencies", test_agencies);
  fixture_add_test ("/update-making/refused", test_refused);
  fixture_add_test ("/update-making/taken-back", test_taken_back);
  return g_test_run ();
}
