/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>

#include "exchange-test.h"
#include "follow-delimited.h"
#include "follow-improvement-plan.h"
#include "follow-kind-book.h"
#include "follow-xlsx-reader.h"
#include "workbook.h"

/* Where the published plan lies; the test is skipped where it does not. */
static char *
get_real_plan (void)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("FOLLOW_SHARED") != NULL ? g_getenv ("FOLLOW_SHARED") : "", "real", "plan-2009.csv", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("The published plan is not here");
  return NULL;
}

static void
check_real_actions (Fixture *fixture)
{
  g_autoptr (FollowRecord) first = find_action (fixture, "1");
  g_autoptr (FollowRecord) second = find_action (fixture, "2");
  g_autoptr (FollowRecord) third = find_action (fixture, "3");
  g_autoptr (FollowRecord) seventeenth = find_action (fixture, "17");
  g_autoptr (GPtrArray) steps = load_milestones (fixture, second);
  g_autoptr (GPtrArray) unclear = load_milestones (fixture, seventeenth);

  g_assert_true (g_str_has_suffix (follow_record_get_text (first, "wording"), "\nTo be completed"));
  assert_text (first, "timescale", "22nd June 2009");
  assert_text (first, "due", "2009-06-22");
  assert_text (second, "timescale", NULL);
  g_assert_true (g_str_has_suffix (follow_record_get_text (second, "wording"), "\nImplement protocol"));
  assert_text (second, "lead_as_written", "Tayside Police\nDCC\nDundee CHP");
  g_assert_cmpuint (steps->len, ==, 2);
  assert_text (steps->pdata[0], "wording", "Agree multi-agency protocol");
  assert_text (steps->pdata[0], "timescale", "August 2009");
  assert_text (steps->pdata[1], "wording", "Implement protocol");
  assert_text (third, "status", "complete");
  g_assert_cmpuint (unclear->len, ==, 2);
  assert_text (unclear->pdata[0], "wording", NULL);
  assert_text (unclear->pdata[1], "timescale", "October 2009");
}

static void
test_real_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_real_plan ();
  g_autofree char *label = NULL;
  g_autoptr (FollowImportResult) result = NULL;

  if (path == NULL)
    return;
  result = import_file (fixture, path, NULL);
  assert_counts (result, "plan", 1, 0, 0);
  assert_counts (result, "section", 7, 0, 0);
  assert_counts (result, "action", 34, 0, 0);
  assert_counts (result, "milestone", 16, 0, 0);
  assert_counts (result, "progress_note", 1, 0, 0);
  g_assert_cmpuint (result->not_taken->len, ==, 0);
  g_assert_nonnull (strstr (find_problem (result, "D18")->message, "not certain"));
  g_assert_cmpint (find_problem (result, "F30")->severity, ==, FOLLOW_SEVERITY_NOTE);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE timescale <> ''"), ==, 24);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE status = 'complete'"), ==,
                   3);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE lead_as_written IS NULL"),
                   ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE section IS NULL"), ==, 0);
  check_real_actions (fixture);

  g_assert_true (follow_register_undo (fixture->reg, &label, NULL));
  g_assert_cmpstr (label, ==, "Import of “plan-2009.csv”");
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE removed IS NULL"), ==, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM plan WHERE removed IS NULL"), ==, 0);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_real_plan ();
  g_autoptr (FollowImportResult) first = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  gint64 n_changes;

  if (path == NULL)
    return;
  first = import_file (fixture, path, NULL);
  n_changes = fixture_count_sql (fixture, "SELECT count (*) FROM change");
  again = import_file (fixture, path, NULL);
  g_assert_cmpint (again->record_id, ==, first->record_id);
  for (guint i = 0; i < again->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (again->counts, FollowImportCount, i);

      g_assert_cmpuint (count->n_new + count->n_changed, ==, 0);
      g_assert_cmpuint (count->n_unchanged, ==,
                        follow_import_result_get_count (first, count->kind->name)->n_new);
    }
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change"), ==, n_changes);
}

/* The workbook that was made of the same plan says the same. */
static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_real_plan ();
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *workbook = path != NULL ? g_build_filename (folder, "plan-2009.xlsx", NULL) : NULL;
  g_autoptr (FollowImportResult) from_text = NULL;
  g_autoptr (FollowImportResult) from_workbook = NULL;
  const FollowImportOptions options = { .plan_title = "plan-2009" };

  if (path == NULL)
    return;
  from_text = import_file (fixture, path, NULL);
  from_workbook = import_file (fixture, workbook, &options);
  for (guint i = 0; i < from_text->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (from_text->counts, FollowImportCount, i);

      assert_counts (from_workbook, count->kind->name, 0, 0, count->n_new);
    }
}

/* Row by row: the workbook’s table from the row of its headings on, against the source. */
static void
assert_same_table (const FollowReadSheet *source,
                   GHashTable *workbook,
                   const FollowReadSheet *read,
                   guint above)
{
  for (guint row = 0; row < source->n_rows; row++)
    for (guint column = 0; column < source->n_columns; column++)
      {
        const char *expected = follow_read_sheet_text (source, row, column);
        g_autofree char *cell = g_strdup_printf ("Improvement plan!%c%u", 'A' + column, row + above + 1);

        g_assert_cmpstr (follow_read_sheet_text (read, row + above, column), ==, expected);
        if (workbook != NULL)
          assert_shown (workbook, cell, *expected != '\0' ? expected : NULL);
      }
}

static void
test_out_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_real_plan ();
  g_autofree char *output = g_build_filename (fixture->folder, "plan.xlsx", NULL);
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowReadBook) source = NULL;
  g_autoptr (FollowReadBook) read = NULL;
  g_autoptr (GHashTable) workbook = NULL;

  if (path == NULL)
    return;
  result = import_file (fixture, path, NULL);
  follow_improvement_plan_export (fixture->reg, result->record_id, "outcomes", output, NULL, NULL, NULL,
                                  &error);
  g_assert_no_error (error);
  source = follow_delimited_read (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read = follow_xlsx_read (output, NULL, NULL, &error);
  g_assert_no_error (error);
  workbook = workbook_read (output);
  /* Above the table stands its title. */
  assert_same_table (follow_read_book_sheet (source, 0), workbook, follow_read_book_sheet (read, 0), 1);
  g_assert_cmpuint (follow_read_book_sheet (source, 0)->n_rows, ==, 35);
}

/* As somebody in an office without Excel opens, saves and sends it back. */
static void
test_through_libreoffice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Folder folder = { fixture->folder };
  g_autofree char *path = get_real_plan ();
  g_autofree char *output = g_build_filename (fixture->folder, "plan-2009.xlsx", NULL);
  g_autofree char *saved = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autoptr (FollowReadBook) source = NULL;
  g_autoptr (FollowReadBook) read = NULL;

  if (path == NULL || !have_libreoffice ())
    return;
  result = import_file (fixture, path, NULL);
  follow_improvement_plan_export (fixture->reg, result->record_id, "outcomes", output, NULL, NULL, NULL,
                                  &error);
  g_assert_no_error (error);
  saved = convert_with_libreoffice (&folder, output, "xlsx", NULL);
  source = follow_delimited_read (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read = follow_xlsx_read (saved, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_table (follow_read_book_sheet (source, 0), NULL, follow_read_book_sheet (read, 0), 1);
  again = import_file (fixture, saved, NULL);
  assert_counts (again, "section", 0, 0, 7);
  assert_counts (again, "action", 0, 0, 34);
  assert_counts (again, "milestone", 0, 0, 16);
}

/* What the program wrote itself tells it nothing new. */
static void
test_own_workbook (Fixture *fixture, gconstpointer data)
{
  static const char *const layouts[] = { "outcomes", "areas" };
  g_autofree char *path = get_real_plan ();
  g_autoptr (FollowImportResult) result = NULL;

  if (path == NULL)
    return;
  result = import_file (fixture, path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *output = g_build_filename (fixture->folder, "plan.xlsx", NULL);
      g_autoptr (FollowImportResult) again = NULL;

      follow_improvement_plan_export (fixture->reg, result->record_id, layouts[i], output, NULL, NULL, NULL,
                                      &error);
      g_assert_no_error (error);
      again = import_file (fixture, output, NULL);
      g_assert_cmpint (again->record_id, ==, result->record_id);
      assert_counts (again, "plan", 0, 0, 1);
      assert_counts (again, "section", 0, 0, 7);
      assert_counts (again, "action", 0, 0, 34);
      assert_counts (again, "milestone", 0, 0, 16);
    }
}

/* The whole register as a workbook, back where it came from and into another register. */
static void
test_whole_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_real_plan ();
  g_autofree char *output = g_build_filename (fixture->folder, "register.xlsx", NULL);
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.follow", NULL);
  g_autoptr (FollowRegister) other = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) back = NULL;
  g_autoptr (FollowImportResult) moved = NULL;

  if (path == NULL)
    return;
  result = import_file (fixture, path, NULL);
  g_assert_true (follow_kind_book_write_register (fixture->reg, output, NULL, NULL, NULL, &error));
  back = import_file (fixture, output, NULL);
  assert_counts (back, "action", 0, 0, 34);
  assert_counts (back, "milestone", 0, 0, 16);
  g_assert_cmpuint (back->problems->len, ==, 0);
  other = follow_register_create (other_path, &error);
  g_assert_no_error (error);
  moved = follow_import_file (other, output, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (moved, "section", 7, 0, 0);
  assert_counts (moved, "action", 34, 0, 0);
  assert_counts (moved, "milestone", 16, 0, 0);
  g_assert_cmpuint (moved->problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/real-plan/in", test_real_plan);
  fixture_add_test ("/real-plan/again", test_again);
  fixture_add_test ("/real-plan/workbook", test_workbook);
  fixture_add_test ("/real-plan/out-again", test_out_again);
  fixture_add_test ("/real-plan/own-workbook", test_own_workbook);
  fixture_add_test ("/real-plan/through-libreoffice", test_through_libreoffice);
  fixture_add_test ("/real-plan/whole-register", test_whole_register);
  return g_test_run ();
}
