/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "update-fixture.h"

/* Sorted, with columns and names of their own, saved by other programs: the same answer. */
static void
check_rearranged (Fixture *fixture, const char *filled, guint n_not_taken)
{
  g_autoptr (FollowImportResult) result = update_import (fixture, filled);

  update_assert_filled (fixture);
  for (guint i = 0; i < result->problems->len; i++)
    g_assert_cmpint (((FollowImportProblem *) result->problems->pdata[i])->severity, ==,
                     FOLLOW_SEVERITY_NOTE);
  g_assert_cmpuint (result->not_taken->len, ==, n_not_taken);
}

static void
test_sorted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *edited = NULL;

  if (path == NULL)
    return;
  edited = update_edit (fixture, filled, "sorted.xlsx", "reverse", NULL);
  check_rearranged (fixture, edited, 0);
}

static void
test_sorted_without_ids (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *edited = NULL;

  if (path == NULL)
    return;
  edited = update_edit (fixture, filled, "sorted.xlsx", "reverse-seen", NULL);
  check_rearranged (fixture, edited, 0);
}

static void
test_column_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *edited = NULL;

  if (path == NULL)
    return;
  edited = update_edit (fixture, filled, "column.xlsx", "column", "for Thursday", "rename", NULL);
  check_rearranged (fixture, edited, 1);
}

static void
test_no_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *edited = NULL;

  if (path == NULL)
    return;
  edited = update_edit (fixture, filled, "no keys.xlsx", "no-keys", NULL);
  check_rearranged (fixture, edited, 0);
}

static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *edited = NULL;

  if (path == NULL)
    return;
  edited = update_edit (fixture, filled, "bare.xlsx", "bare", NULL);
  check_rearranged (fixture, edited, 0);
}

static void
test_libreoffice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = have_libreoffice () ? update_make_sheet (fixture) : NULL;
  g_autofree char *filled = path != NULL ? update_fill (fixture, path, "back.xlsx") : NULL;
  g_autofree char *saved = NULL;
  Folder folder = { fixture->folder };

  if (path == NULL)
    return;
  saved = convert_with_libreoffice (&folder, filled, "xlsx", "Calc MS Excel 2007 XML");
  check_rearranged (fixture, saved, 0);
}

/* Rows that were taken out, put in twice, or given other ids. */
static void
test_tampered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *gone = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (FollowImportResult) first = NULL;
  g_autoptr (FollowImportResult) second = NULL;
  g_autoptr (FollowImportResult) third = NULL;

  if (path == NULL)
    return;
  gone = update_edit (fixture, path, "gone.xlsx", "drop", "2", "set", "1", "progress", "One", NULL);
  first = update_import (fixture, gone);
  g_assert_cmpuint (count_problems (first, "The row of action 2 is gone"), ==, 1);
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 1);

  twice = update_edit (fixture, path, "twice.xlsx", "set", "2", "progress", "One", "copy", "2", "set", "2",
                       "progress", "Two", "set", "3", "progress", "Same", "copy", "3", NULL);
  second = update_import (fixture, twice);
  g_assert_cmpuint (count_problems (second, "two rows of action 2"), ==, 1);
  g_assert_cmpuint (count_problems (second, "two rows of action 3"), ==, 0);
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 2);

  ids = update_edit (fixture, path, "ids.xlsx", "set", "1", "wording", "Something else", "set", "1", "number",
                     "77", "id", "1", "4711", "set", "1", "progress", "Whose?", "id", "2", "12.5", "set", "2",
                     "progress", "Mine", NULL);
  third = update_import (fixture, ids);
  g_assert_cmpuint (count_problems (third, "hidden id is none that the sheet was sent with"), ==, 1);
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 3);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text = 'Whose?'"),
                   ==, 0);
}

static void
assert_refused (Fixture *fixture, const char *path, const char *words)
{
  g_autofree char *message = update_refuse (fixture, path);

  g_assert_nonnull (strstr (message, words));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *no_hidden = NULL;
  g_autofree char *foreign = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *nowhere = NULL;
  g_autoptr (FollowRecord) sheet = NULL;

  if (path == NULL)
    return;
  no_hidden = update_edit (fixture, path, "no hidden.xlsx", "no-hidden", NULL);
  foreign = update_edit (fixture, path, "foreign.xlsx", "sheet-id", "4711", NULL);
  broken = update_edit (fixture, path, "broken.xlsx", "sheet-id", "=1+1", NULL);
  empty = g_build_filename (fixture->folder, "empty", NULL);
  nowhere = g_build_filename (fixture->folder, "nowhere.xlsx", NULL);
  g_assert_cmpint (g_mkdir (empty, 0777), ==, 0);
  assert_refused (fixture, no_hidden, "hidden sheet that says which one it is");
  assert_refused (fixture, foreign, "knows no such update sheet");
  assert_refused (fixture, foreign, "“Test”");
  assert_refused (fixture, broken, "hidden id has been changed");
  assert_refused (fixture, empty, "no workbook");
  assert_refused (fixture, nowhere, "there is no such file");
  sheet = update_find_sheet (fixture);
  g_assert_true (follow_register_remove (fixture->reg, sheet, NULL));
  assert_refused (fixture, path, "recycle bin");
}

/* Of copies and versions the one saved last counts. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "returned", NULL);
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *newest = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) last = NULL;

  if (path == NULL)
    return;
  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  newer = update_edit (fixture, path, "returned/sheet.xlsx", "set", "1", "progress", "Second", "saved",
                       "2026-11-12T10:00:00Z", NULL);
  older = update_edit (fixture, path, "returned/sheet (1).xlsx", "set", "1", "progress", "First", "saved",
                       "2026-11-12T09:00:00Z", NULL);
  result = update_import (fixture, folder);
  g_assert_cmpuint (count_problems (result, "copy of the same sheet as “sheet.xlsx”"), ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text = 'Second'"),
                   ==, 1);
  assert_refused (fixture, older, "an older copy");
  newest = update_edit (fixture, newer, "newest.xlsx", "set", "1", "progress", "Third", "saved",
                        "2026-11-12T11:00:00Z", NULL);
  last = update_import (fixture, newest);
  /* Notes are added, never overwritten. */
  g_assert_cmpuint (count_records (fixture, "progress_note"), ==, 2);
  g_assert_cmpuint (last->problems->len, ==, 0);
}

/* The list lies in the folder that the answers often come back into. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = update_make_sheet (fixture);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (FollowImportResult) result = NULL;

  if (path == NULL)
    return;
  result = update_import (fixture, folder);
  g_assert_cmpuint (count_problems (result, "is the list of the update sheets"), ==, 1);
  g_assert_cmpuint (count_problems (result, "it is no update sheet"), ==, 0);
  for (guint i = 0; i < result->problems->len; i++)
    g_assert_cmpint (((FollowImportProblem *) result->problems->pdata[i])->severity, ==,
                     FOLLOW_SEVERITY_NOTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/update-files/sorted", test_sorted);
  fixture_add_test ("/update-files/sorted-without-ids", test_sorted_without_ids);
  fixture_add_test ("/update-files/column-added", test_column_added);
  fixture_add_test ("/update-files/no-keys", test_no_keys);
  fixture_add_test ("/update-files/bare", test_bare);
  fixture_add_test ("/update-files/libreoffice", test_libreoffice);
  fixture_add_test ("/update-files/tampered", test_tampered);
  fixture_add_test ("/update-files/refused", test_refused);
  fixture_add_test ("/update-files/versions", test_versions);
  fixture_add_test ("/update-files/list", test_list);
  return g_test_run ();
}
