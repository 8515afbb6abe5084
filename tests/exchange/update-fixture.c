/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "update-fixture.h"

#include <string.h>

void
update_fixture_fill (Fixture *fixture)
{
  g_autoptr (FollowRecord) plan =
      fixture_add (fixture, "plan", 0, "title", "Improvement Plan", "marking", "official", NULL);
  g_autoptr (FollowRecord) lead =
      fixture_add (fixture, "person", 0, "post", "Lead Nurse", "email", "nurse@example.org", NULL);
  g_autoptr (FollowRecord) other = fixture_add (fixture, "person", 0, "post", "Reporter Manager", NULL);
  static const char *const wordings[] = { "Agree a protocol", "Train the trainers", "Audit the files" };
  static const char *const timescales[] = { "August 2027", "Q3 2026/27", "Six-monthly reporting" };
  static const char *const statuses[] = { "on_track", "not_started", "slippage" };

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (FollowRecord) action = fixture_add_action (fixture, number, wordings[i], timescales[i]);

      follow_record_set_link (action, "plan", follow_record_get_id (plan));
      follow_record_set_link (action, "leads", follow_record_get_id (lead));
      follow_record_set_text (action, "status", statuses[i]);
      fixture_save (fixture, action);
    }
}

FollowUpdateMaking *
update_make (Fixture *fixture, const FollowUpdateOptions *options)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  FollowUpdateOptions chosen = options != NULL ? *options : (FollowUpdateOptions){ NULL };
  FollowUpdateMaking *making;
  g_autoptr (GError) error = NULL;

  if (chosen.folder == NULL)
    chosen.folder = folder;
  making = follow_update_making_write (fixture->reg, &chosen, &error);
  g_assert_no_error (error);
  follow_update_making_finish (making, fixture->reg, &error);
  g_assert_no_error (error);
  return making;
}

char *
update_sheet_path (Fixture *fixture, const char *recipient)
{
  g_autofree char *name = g_strdup_printf ("%s, 2026-11-12 OFFICIAL.xlsx", recipient);

  return g_build_filename (fixture->folder, "out", name, NULL);
}

char *
update_edit (Fixture *fixture, const char *path, const char *name, ...)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "edit-update-sheet.py", NULL);
  char *out = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *printed = NULL;
  const char *word;
  va_list words;

  g_ptr_array_add (arguments, (gpointer) "/usr/bin/python3");
  g_ptr_array_add (arguments, script);
  g_ptr_array_add (arguments, (gpointer) path);
  g_ptr_array_add (arguments, out);
  va_start (words, name);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) word);
  va_end (words);
  g_ptr_array_add (arguments, NULL);
  printed = run_program ((const char *const *) arguments->pdata);
  return out;
}

char *
update_show (Fixture *fixture, const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "edit-update-sheet.py", NULL);
  const char *arguments[] = { "/usr/bin/python3", script, path, "/dev/null", "show", NULL };

  return run_program (arguments);
}

FollowImportResult *
update_import (Fixture *fixture, const char *path)
{
  const FollowImportOptions options = { .as = "update" };

  return import_file (fixture, path, &options);
}

char *
update_refuse (Fixture *fixture, const char *path)
{
  const FollowImportOptions options = { .as = "update" };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_hash_file (fixture->path);
  g_autofree char *after = NULL;
  FollowImportResult *result = follow_import_file (fixture->reg, path, &options, NULL, &error);

  g_assert_null (result);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = fixture_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  return g_strdup (error->message);
}

guint
count_problems (FollowImportResult *result, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < result->problems->len; i++)
    {
      const FollowImportProblem *problem = result->problems->pdata[i];

      g_test_message ("%s %s: %s", problem->sheet, problem->cell, problem->message);
      n += strstr (problem->message, words) != NULL;
    }
  return n;
}

guint
count_records (Fixture *fixture, const char *kind)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));

  return follow_register_count (fixture->reg, query, NULL);
}

FollowRecord *
find_newest (Fixture *fixture, const char *number, const char *kind)
{
  g_autoptr (FollowRecord) action = find_action (fixture, number);
  g_autoptr (GPtrArray) records = follow_register_load_children (fixture->reg, follow_kind_find (kind),
                                                                 follow_record_get_id (action), NULL);

  g_assert_cmpuint (records->len, >, 0);
  return g_object_ref (records->pdata[0]);
}

void
change_action (Fixture *fixture, const char *number, const char *field, const char *text)
{
  g_autoptr (FollowRecord) action = find_action (fixture, number);
  g_autoptr (FollowRecord) copy = follow_record_copy (action);
  g_autoptr (FollowValue) value =
      follow_field_read (follow_kind_find_field (follow_record_get_kind (action), field), text, NULL);

  follow_record_set (copy, field, value);
  fixture_save (fixture, copy);
}

/* Makes the lead's sheet, for a test to fill in. Returns: its path, NULL to skip the test */
char *
update_make_sheet (Fixture *fixture)
{
  g_autoptr (FollowUpdateMaking) making = NULL;

  if (!have_openpyxl ())
    return NULL;
  update_fixture_fill (fixture);
  making = update_make (fixture, NULL);
  return update_sheet_path (fixture, "Lead Nurse");
}

FollowRecord *
update_find_sheet (Fixture *fixture)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("update_sheet"));
  g_autoptr (GPtrArray) sheets = follow_register_load_all (fixture->reg, query, NULL);

  g_assert_cmpuint (sheets->len, >, 0);
  return g_object_ref (sheets->pdata[0]);
}

void
assert_action (Fixture *fixture, const char *number, const char *field, const char *text)
{
  g_autoptr (FollowRecord) action = find_action (fixture, number);

  assert_text (action, field, text);
}

char *
update_fill (Fixture *fixture, const char *path, const char *name)
{
  return update_edit (fixture, path, name, "set", "1", "progress", "Protocol agreed.\nSigned by all.", "set",
                      "1", "status", "B – Complete", "set", "2", "expected", "end of March 2027", "set", "2",
                      "reason", "No trainer", "set", "3", "evidence",
                      "https://example.org/audit\nMinute of 3 June", "cover", "filled_by", "Jo Writer",
                      "cover", "filled_on", "12/11/2026", NULL);
}

void
update_assert_filled (Fixture *fixture)
{
  g_autoptr (FollowRecord) note = find_newest (fixture, "1", "progress_note");
  g_autoptr (FollowRecord) change = find_newest (fixture, "2", "timescale_change");
  g_autoptr (FollowRecord) sheet = update_find_sheet (fixture);

  assert_action (fixture, "1", "status", "complete");
  assert_text (note, "text", "Protocol agreed.\nSigned by all.");
  assert_text (note, "by", "Jo Writer, for Lead Nurse");
  assert_text (note, "date", "2026-11-12");
  assert_text (note, "status", "complete");
  assert_action (fixture, "2", "timescale", "end of March 2027");
  assert_action (fixture, "2", "due", "2027-03-31");
  assert_text (change, "from", "Q3 2026/27");
  assert_text (change, "to", "end of March 2027");
  assert_text (change, "reason", "No trainer");
  g_assert_cmpuint (count_records (fixture, "timescale_change"), ==, 1);
  g_assert_cmpuint (count_records (fixture, "evidence"), ==, 2);
  assert_text (sheet, "answered_on", "2026-11-12");
  assert_text (sheet, "answered_by", "Jo Writer");
  assert_text (sheet, "outcome", "taken");
}
