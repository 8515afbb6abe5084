/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>

#include "exchange-test.h"
#include "follow-example.h"
#include "follow-kind-book.h"

/* An action log as committees keep them, made by another program than ours; NULL where that is not here. */
static char *
make_log (Fixture *fixture)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "make-messy-log.py", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "log.xlsx", NULL);
  const char *argv[] = { "/usr/bin/python3", script, path, NULL };
  int status = 1;

  if (!have_openpyxl ())
    return NULL;
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return g_steal_pointer (&path);
}

static FollowImport *
open_file (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  FollowImport *import = follow_import_open (path, fixture->reg, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static FollowImportResult *
try_import (Fixture *fixture, FollowImport *import)
{
  g_autoptr (GError) error = NULL;
  FollowImportResult *result = follow_import_try (import, fixture->reg, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static FollowImportRole
role_of (FollowImport *import, guint sheet, guint row)
{
  return g_array_index (follow_import_get_sheet (import, sheet)->rows, FollowImportRow, row - 1).role;
}

static const FollowImportDoubt *
find_doubt (FollowImportResult *result, FollowDoubtType type, const char *text)
{
  for (guint i = 0; i < result->doubts->len; i++)
    {
      const FollowImportDoubt *doubt = g_ptr_array_index (result->doubts, i);

      if (doubt->type == type && (text == NULL || g_str_equal (doubt->text, text)))
        return doubt;
    }
  return NULL;
}

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  static const FollowImportRole roles[] = {
    FOLLOW_ROLE_TITLE,      FOLLOW_ROLE_TITLE,  FOLLOW_ROLE_HEADINGS,   FOLLOW_ROLE_HEADINGS,
    FOLLOW_ROLE_AREA,       FOLLOW_ROLE_ORIGIN, FOLLOW_ROLE_RECORD,     FOLLOW_ROLE_ORIGIN,
    FOLLOW_ROLE_RECORD,     FOLLOW_ROLE_RECORD, FOLLOW_ROLE_NONE,       FOLLOW_ROLE_HEADINGS,
    FOLLOW_ROLE_AREA,       FOLLOW_ROLE_RECORD, FOLLOW_ROLE_RECORD,     FOLLOW_ROLE_RECORD,
    FOLLOW_ROLE_RECORD,     FOLLOW_ROLE_RECORD, FOLLOW_ROLE_CONTINUED,  FOLLOW_ROLE_LEFT_OUT,
    FOLLOW_ROLE_TOTAL,      FOLLOW_ROLE_BLANK,  FOLLOW_ROLE_COLOUR_KEY, FOLLOW_ROLE_COLOUR_KEY,
    FOLLOW_ROLE_COLOUR_KEY,
  };
  g_autofree char *path = make_log (fixture);
  g_autoptr (FollowImport) import = NULL;
  const FollowImportSheet *sheet;
  gboolean filled_down;

  if (path == NULL)
    return;
  import = open_file (fixture, path);
  g_assert_cmpuint (follow_import_get_n_sheets (import), ==, 4);
  sheet = follow_import_get_sheet (import, 0);
  g_assert_true (sheet->chosen && follow_import_get_sheet (import, 1)->chosen);
  g_assert_false (follow_import_get_sheet (import, 2)->chosen);
  g_assert_cmpint (follow_import_get_sheet (import, 3)->state, ==, FOLLOW_SHEET_EMPTY);
  g_assert_cmpuint (sheet->n_headings, ==, 2);
  g_assert_cmpstr (g_array_index (sheet->columns, FollowImportColumn, 3).heading, ==,
                   "Responsibility – Agency");
  g_assert_cmpstr (g_array_index (sheet->columns, FollowImportColumn, 3).meaning.field->name, ==, "agencies");
  g_assert_cmpint (g_array_index (sheet->columns, FollowImportColumn, 7).meaning.type, ==,
                   FOLLOW_MEANING_NOTE);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (role_of (import, 0, i + 1), ==, roles[i]);
  g_assert_cmpstr (follow_import_get_text (import, 0, 9, 2, &filled_down), ==, "CYPPC Member Agencies");
  g_assert_true (filled_down);
}

/* Every cell of a chosen sheet that holds something ends somewhere, and what ends nowhere is said. */
static void
assert_nothing_lost (FollowImport *import, FollowImportResult *result)
{
  for (guint i = 0; i < follow_import_get_n_sheets (import); i++)
    {
      const FollowImportSheet *sheet = follow_import_get_sheet (import, i);

      for (guint j = 0; sheet->chosen && j < sheet->cells->cells->len; j++)
        {
          const FollowReadCell *cell = &g_array_index (sheet->cells->cells, FollowReadCell, j);

          if (*cell->text != '\0')
            g_assert_cmpint (follow_import_result_get_fate (result, i, cell->row, cell->column), !=,
                             FOLLOW_FATE_NONE);
        }
    }
  for (guint i = 0; i < result->not_taken->len; i++)
    {
      const FollowImportNotTaken *left = g_ptr_array_index (result->not_taken, i);

      g_assert_cmpstr (left->reason, !=, "No field takes this cell.");
    }
}

static void
check_log (Fixture *fixture)
{
  g_autoptr (FollowRecord) seventh = find_action (fixture, "007");
  g_autoptr (FollowRecord) twelfth = find_action (fixture, "12");
  g_autoptr (FollowRecord) thirteenth = find_action (fixture, "13");
  g_autoptr (FollowRecord) fifteenth = find_action (fixture, "15");
  g_autoptr (FollowRecord) seventeenth = find_action (fixture, "17");
  g_autoptr (GPtrArray) steps = load_milestones (fixture, twelfth);

  /* A row without a number gets none that a row below it has. */
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM action WHERE wording = 'Visit every school' "
                                      "AND number = '18'"),
                   ==, 1);
  assert_text (seventh, "status", "off_track");
  assert_text (seventh, "origin", "already");
  assert_text (steps->pdata[1], "wording", "Implement protocol");
  assert_text (steps->pdata[1], "timescale", "Q3 2026/27");
  assert_text (thirteenth, "lead_as_written", "CYPPC Member Agencies");
  assert_text (thirteenth, "timescale", "31/02/2027");
  assert_text (thirteenth, "status", "complete");
  assert_text (fifteenth, "status", "slippage");
  assert_text (seventeenth, "lead_as_written", "Police\nHealth");
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM progress_note WHERE text LIKE "
                                      "'%Comment on “Agreed action” by Chair: Is this still wanted?%'"),
                   ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text LIKE "
                                               "'%Chair’s view: Keep red?%'"),
                   ==, 1);
}

static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_log (fixture);
  g_autoptr (FollowImport) import = NULL;
  g_autoptr (FollowImportResult) tried = NULL;
  g_autoptr (FollowImportResult) done = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  gint64 n_changes;

  if (path == NULL)
    return;
  import = open_file (fixture, path);
  tried = try_import (fixture, import);
  assert_nothing_lost (import, tried);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action"), ==, 0);
  done = follow_import_commit (import, fixture->reg, NULL, &error);
  g_assert_no_error (error);
  assert_counts (done, "section", 2, 0, 0);
  assert_counts (done, "action", 9, 0, 0);
  assert_counts (done, "milestone", 4, 0, 0);
  g_assert_nonnull (find_not_taken (done, "A16:G16"));
  g_assert_nonnull (find_problem (done, "A14"));
  check_log (fixture);

  n_changes = fixture_count_sql (fixture, "SELECT count (*) FROM change");
  again = import_file (fixture, path, NULL);
  assert_counts (again, "action", 0, 0, 9);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change"), ==, n_changes);
  g_assert_cmpuint (again->n_matched[FOLLOW_MATCHED_NUMBER], ==, 8);
  g_assert_cmpuint (again->n_matched[FOLLOW_MATCHED_WORDING], ==, 1);
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE removed IS NULL"), ==, 0);
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "log.csv",
                                      "No,Action,Lead,Status,By when\n"
                                      "1,Ask,Chair,Compl.,\"May 2026\nJune 2026\"\n"
                                      "2,Tell,Chiar,Compl.,by 12 May 2026 if agreed\n");
  g_autoptr (FollowImport) import = open_file (fixture, path);
  g_autoptr (FollowImportResult) tried = try_import (fixture, import);
  const FollowImportDoubt *word = find_doubt (tried, FOLLOW_DOUBT_CHOICE, "Compl.");
  const FollowImportDoubt *name = find_doubt (tried, FOLLOW_DOUBT_UNKNOWN_NAME, "Chair");
  const FollowImportDoubt *dates = find_doubt (tried, FOLLOW_DOUBT_SEVERAL_DATES, NULL);
  g_autoptr (FollowImport) copy = follow_import_copy (import);
  g_autoptr (FollowImportResult) decided = NULL;
  g_autoptr (FollowImportResult) other = NULL;

  g_assert_cmpuint (word->cells->len, ==, 2);
  g_assert_cmpstr (word->answer, ==, "complete");
  g_assert_true (follow_import_result_find_doubt (tried, 0, 2, 3) == word);
  g_assert_nonnull (find_doubt (tried, FOLLOW_DOUBT_RESEMBLES, "Chiar"));
  follow_import_decide (import, word->key, "withdrawn");
  follow_import_decide (import, name->key, "new:person");
  follow_import_decide (import, dates->key, "keep");
  decided = try_import (fixture, import);
  assert_counts (decided, "person", 1, 0, 0);
  assert_counts (decided, "milestone", 0, 0, 0);
  g_assert_cmpint (find_doubt (decided, FOLLOW_DOUBT_CHOICE, NULL)->said_by, ==, FOLLOW_SAID_BY_USER);
  /* The copy knows nothing of it. */
  other = try_import (fixture, copy);
  assert_counts (other, "person", 0, 0, 0);
}

/* The next secretary has the same tracker. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = write_file (fixture, "first.csv", "No,Action,Status,View\n1,Ask,Compl.,x\n");
  g_autofree char *next = write_file (fixture, "next.csv", "No,Action,Status,View\n2,Tell,compl,y\n");
  g_autoptr (FollowImport) import = open_file (fixture, first);
  g_autoptr (FollowImportResult) tried = try_import (fixture, import);
  g_autoptr (FollowImport) later = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) done = NULL;
  const FollowKind *action = follow_kind_find ("action");
  FollowImportMeaning measure = { FOLLOW_MEANING_FIELD, action, follow_kind_find_field (action, "measure") };
  const FollowImportColumn *column;

  follow_import_decide (import, find_doubt (tried, FOLLOW_DOUBT_CHOICE, NULL)->key, "withdrawn");
  follow_import_set_meaning (import, 0, 3, measure);
  done = follow_import_commit (import, fixture->reg, NULL, &error);
  g_assert_no_error (error);
  fixture_open_again (fixture);
  later = open_file (fixture, next);
  column = &g_array_index (follow_import_get_sheet (later, 0)->columns, FollowImportColumn, 3);
  g_assert_cmpint (column->said_by, ==, FOLLOW_SAID_BEFORE);
  g_assert_cmpstr (column->meaning.field->name, ==, "measure");
  result = try_import (fixture, later);
  g_assert_cmpint (find_doubt (result, FOLLOW_DOUBT_CHOICE, NULL)->said_by, ==, FOLLOW_SAID_BEFORE);
  g_assert_cmpstr (find_doubt (result, FOLLOW_DOUBT_CHOICE, NULL)->answer, ==, "withdrawn");
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "log.csv", "No,Task,What else\n1,Ask,x\n2,Tell,y\n");
  g_autoptr (FollowImport) import = open_file (fixture, path);
  g_autoptr (GArray) meanings = follow_import_list_meanings (import, 0);
  g_autoptr (FollowImportResult) result = NULL;
  const FollowKind *action = follow_kind_find ("action");
  FollowImportMeaning measure = { FOLLOW_MEANING_FIELD, action, follow_kind_find_field (action, "measure") };

  g_assert_cmpuint (meanings->len, >, 10);
  follow_import_set_meaning (import, 0, 2, measure);
  follow_import_set_role (import, 0, 2, FOLLOW_ROLE_LEFT_OUT);
  result = try_import (fixture, import);
  assert_counts (result, "action", 1, 0, 0);
  assert_counts (result, "progress_note", 0, 0, 0);
  g_assert_nonnull (find_not_taken (result, "A3:C3"));
  follow_import_reset_role (import, 0, 2);
  g_assert_cmpuint (follow_import_get_sheet (import, 0)->n_records, ==, 2);
}

static void
test_other_kinds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bodies = write_file (fixture, "bodies.csv",
                                        "Name,Short name,Sector\n"
                                        "Glenmarrow Council,GC,Council\n"
                                        "Police,,Police\n");
  g_autofree char *people = write_file (fixture, "people.csv",
                                        "Post,Name,Agency,E-mail\n"
                                        "Head of Service,Ann Other,GC,a@example.org\n"
                                        "Inspector,,Police,\n"
                                        ",,Police,\n");
  g_autoptr (FollowImportResult) organisations = import_file (fixture, bodies, NULL);
  g_autoptr (FollowImportResult) persons = import_file (fixture, people, NULL);
  g_autoptr (FollowImportResult) again = import_file (fixture, people, NULL);

  assert_counts (organisations, "organisation", 2, 0, 0);
  assert_counts (persons, "person", 2, 0, 0);
  assert_counts (again, "person", 0, 0, 2);
  g_assert_nonnull (find_not_taken (persons, "C4"));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM person WHERE organisation IS NOT NULL"),
                   ==, 2);
}

/* A log names the meeting over its rows, and goes into no plan. */
static void
test_meetings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowImportResult) result = import_text (fixture, "No,Action,Lead\n"
                                                                "Meeting of 12 May 2026,,\n"
                                                                "1,Ask,tbc\n");

  assert_counts (result, "plan", 0, 0, 0);
  assert_counts (result, "action", 1, 0, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text = "
                                               "'From the meeting: Meeting of 12 May 2026'"),
                   ==, 1);
}

/* What goes out and comes in again unedited changes nothing; what was edited changes that alone. */
static void
test_whole_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_build_filename (fixture->folder, "register.xlsx", NULL);
  g_autoptr (FollowImportResult) result = NULL;
  gint64 n_changes;

  g_assert_true (follow_example_fill (fixture->reg, &error));
  n_changes = fixture_count_sql (fixture, "SELECT count (*) FROM change");
  g_assert_true (follow_kind_book_write_register (fixture->reg, output, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  result = import_file (fixture, output, NULL);
  g_assert_cmpuint (result->counts->len, >, 15);
  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

      g_assert_cmpuint (count->n_new + count->n_changed, ==, 0);
      g_assert_cmpuint (count->n_unchanged, >, 0);
    }
  g_assert_cmpuint (result->n_matched[FOLLOW_MATCHED_ID], ==, result->rows->len);
  g_assert_cmpuint (result->problems->len, ==, 0);
  g_assert_cmpuint (result->not_taken->len, ==, 1); /* the key */
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change"), ==, n_changes);
}

static char *
export_register (Fixture *fixture, FollowRegister *reg, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *output = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (follow_kind_book_write_register (reg, output, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return output;
}

/* What was edited comes in, and nothing else. */
static void
test_register_edited (Fixture *fixture, gconstpointer data)
{
  const char *edits[] = { "cell", "Actions", "B3", "Edited in a spreadsheet", NULL };
  g_autofree char *output = NULL;
  g_autofree char *edited = NULL;
  g_autoptr (FollowImportResult) result = NULL;

  g_assert_true (follow_example_fill (fixture->reg, NULL));
  output = export_register (fixture, fixture->reg, "register.xlsx");
  if ((edited = make_book (fixture, "register.xlsx", edits)) == NULL)
    return;
  result = import_file (fixture, edited, NULL);
  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

      g_assert_cmpuint (count->n_new, ==, 0);
      g_assert_cmpuint (count->n_changed, ==, g_str_equal (count->kind->name, "action") ? 1 : 0);
    }
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE wording = 'Edited in a spreadsheet'"),
      ==, 1);
}

/* Into a register that knows none of it: rows name each other, those further down too. */
static void
test_register_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.follow", NULL);
  g_autoptr (FollowRegister) other = follow_register_create (path, &error);
  g_autoptr (FollowImportResult) moved = NULL;
  g_autoptr (FollowImportResult) back = NULL;
  g_autofree char *output = NULL;
  g_autofree char *again = NULL;
  guint n_records = 0;

  g_assert_no_error (error);
  g_assert_true (follow_example_fill (fixture->reg, NULL));
  output = export_register (fixture, fixture->reg, "register.xlsx");
  moved = follow_import_file (other, output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moved->problems->len, ==, 0);
  g_assert_cmpuint (moved->not_taken->len, ==, 1); /* the key */
  again = export_register (fixture, other, "again.xlsx");
  back = import_file (fixture, again, NULL);
  g_assert_cmpuint (back->problems->len, ==, 0);
  for (guint i = 0; i < back->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (back->counts, FollowImportCount, i);

      g_assert_cmpuint (count->n_new + count->n_changed, ==, 0);
      n_records += count->n_unchanged;
    }
  g_assert_cmpuint (n_records, ==, moved->rows->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/import/shape", test_shape);
  fixture_add_test ("/import/log", test_log);
  fixture_add_test ("/import/decisions", test_decisions);
  fixture_add_test ("/import/remembered", test_remembered);
  fixture_add_test ("/import/choices", test_choices);
  fixture_add_test ("/import/other-kinds", test_other_kinds);
  fixture_add_test ("/import/meetings", test_meetings);
  fixture_add_test ("/import/whole-register", test_whole_register);
  fixture_add_test ("/import/register-edited", test_register_edited);
  fixture_add_test ("/import/register-moved", test_register_moved);
  return g_test_run ();
}
