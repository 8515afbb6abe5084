/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>

#include "exchange-test.h"
#include "follow-improvement-plan.h"

/* That nothing of a file is lost, cut or bent in silence. */

/* A field that links to one record has room for one: the other name is told, not dropped. */
static void
test_second_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bodies =
      write_file (fixture, "bodies.csv", "Name,Sector\nCouncil,Council\nPolice,Police\n");
  g_autofree char *people =
      write_file (fixture, "people.csv", "Post,Organisation\nInspector,\"Police\nCouncil\"\n");
  g_autoptr (FollowImportResult) first = import_file (fixture, bodies, NULL);
  g_autoptr (FollowImportResult) result = import_file (fixture, people, NULL);

  assert_counts (first, "organisation", 2, 0, 0);
  assert_counts (result, "person", 1, 0, 0);
  g_assert_nonnull (find_not_taken (result, "B2"));
  g_assert_nonnull (strstr (find_problem (result, "B2")->message, "“Council” was left out"));
}

/* References are often numbers that are shown with their noughts. */
static void
test_shown_numbers (Fixture *fixture, gconstpointer data)
{
  const char *words[] = {
    "cell",  "Sheet", "A1",     "No",    "cell",  "Sheet", "B1",    "Action", "cell",   "Sheet",
    "C1",    "Lead",  "number", "Sheet", "A2",    "4.1",   "0.00",  "cell",   "Sheet",  "B2",
    "Ask",   "cell",  "Sheet",  "A3",    "007",   "cell",  "Sheet", "B3",     "Tell",   "number",
    "Sheet", "A4",    "8",      "000",   "cell",  "Sheet", "B4",    "Show",   "number", "Sheet",
    "A5",    "4.125", "0.00",   "cell",  "Sheet", "B5",    "Look",  NULL,
  };
  g_autofree char *path = make_book (fixture, "log.xlsx", words);
  g_autoptr (FollowImportResult) result = NULL;
  const char *const numbers[] = { "4.10", "007", "008", "4.125" };

  if (path == NULL)
    return;
  result = import_file (fixture, path, NULL);
  assert_counts (result, "action", 4, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (FollowRecord) action = find_action (fixture, numbers[i]);

      g_assert_nonnull (action);
    }
}

static char *
make_long (const char *word)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; text->len < 40000; i++)
    g_string_append_printf (text, "%s%u%s", word, i, i % 50 == 49 ? "\n" : " ");
  return g_strdup (g_strstrip (text->str));
}

static FollowRecord *
add_long_plan (Fixture *fixture)
{
  g_autofree char *wording = make_long ("word");
  g_autofree char *note = make_long ("note");
  FollowRecord *plan = fixture_add (fixture, "plan", 0, "title", "Long plan", NULL);
  g_autoptr (FollowRecord) section =
      fixture_add (fixture, "section", follow_record_get_id (plan), "wording", "The area", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (FollowRecord) action =
          fixture_add (fixture, "action", 0, "number", number, "wording", i == 1 ? wording : number, NULL);

      follow_record_set_link (action, "plan", follow_record_get_id (plan));
      follow_record_set_link (action, "section", follow_record_get_id (section));
      fixture_save (fixture, action);
      g_object_unref (fixture_add (fixture, "progress_note", follow_record_get_id (action), "date",
                                   "2026-11-01", "text", i == 1 ? note : "Begun", NULL));
    }
  return plan;
}

static char *
export_plan (Fixture *fixture, FollowRegister *reg, gint64 plan, const char *layout, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  follow_improvement_plan_export (reg, plan, layout, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* A cell has room for 32,767 characters; what the workbook cuts, the import puts together. */
static void
test_long_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_long_plan (fixture);
  g_autofree char *path =
      export_plan (fixture, fixture->reg, follow_record_get_id (plan), "outcomes", "a.xlsx");
  g_autofree char *empty_path = g_build_filename (fixture->folder, "empty.follow", NULL);
  g_autoptr (FollowRegister) empty = NULL;
  g_autoptr (FollowImportResult) same = import_file (fixture, path, NULL);
  g_autoptr (FollowImportResult) fresh = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autofree char *second = NULL;

  assert_counts (same, "action", 0, 0, 3);
  assert_counts (same, "progress_note", 0, 0, 3);
  g_assert_cmpuint (same->rows->len, ==, 3);

  empty = follow_register_create (empty_path, &error);
  g_assert_no_error (error);
  fresh = follow_import_file (empty, path, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (fresh, "action", 3, 0, 0);
  for (guint i = 0; i < fresh->problems->len; i++)
    g_assert_cmpuint (strlen (((FollowImportProblem *) fresh->problems->pdata[i])->message), <, 600);
  second = export_plan (fixture, empty, fresh->record_id, "outcomes", "b.xlsx");
  again = import_file (fixture, second, NULL);
  assert_counts (again, "action", 0, 0, 3);
  assert_counts (again, "progress_note", 0, 0, 3);
}

/* No sentence holds a whole cell. */
static void
test_long_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long ("word");
  g_autofree char *rows = g_strdup_printf ("No,Action,Lead,Status,By when\n1,Ask,\"%s\",\"%s\",\"%s\"\n"
                                           "2,\"%s\",,,\n3,\"%s\",,,\n",
                                           text, text, text, text, text);
  g_autoptr (FollowImportResult) result = import_text (fixture, rows);

  g_assert_cmpuint (result->problems->len, >, 3);
  for (guint i = 0; i < result->problems->len; i++)
    {
      const FollowImportProblem *problem = g_ptr_array_index (result->problems, i);

      g_assert_cmpuint (strlen (problem->message), <, 600);
    }
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE length (wording) > 39000"),
                   ==, 2);
}

/* What is edited inside another record says inside which, by its number or its title. */
static void
test_children (Fixture *fixture, gconstpointer data)
{
  g_autofree char *steps = write_file (fixture, "steps.csv",
                                       "Action,Step,When\n"
                                       "2,Write it,May 2026\n"
                                       "Ask everyone,Print it,June 2026\n"
                                       "77,Lose it,July 2026\n");
  g_autofree char *named = write_file (fixture, "named.csv", "Belongs to,Milestone\n2,Write it\n");
  const char *const mappings[] = { "Step=wording", "When=timescale", NULL };
  const char *const parent[] = { "Belongs to=action", "Milestone=wording", NULL };
  const FollowImportOptions options = { .as = "milestone", .mappings = mappings };
  const FollowImportOptions mapped = { .as = "milestone", .mappings = parent };
  g_autoptr (FollowImportResult) actions =
      import_text (fixture, "No,Action,Lead\n1,Ask everyone,tbc\n2,Tell everyone,tbc\n");
  g_autoptr (FollowImportResult) result = import_file (fixture, steps, &options);
  g_autoptr (FollowImportResult) again = import_file (fixture, steps, &options);
  g_autoptr (FollowImportResult) other = import_file (fixture, named, &mapped);

  assert_counts (actions, "action", 2, 0, 0);
  assert_counts (result, "milestone", 2, 0, 0);
  assert_counts (again, "milestone", 0, 0, 2);
  assert_counts (other, "milestone", 0, 0, 1);
  g_assert_nonnull (find_not_taken (result, "A4:C4"));
  g_assert_cmpint (fixture_count_sql (fixture,
                                      "SELECT count (*) FROM milestone JOIN action ON action.id = parent_id "
                                      "WHERE (milestone.wording, number) IN (VALUES ('Write it', '2'), "
                                      "('Print it', '1'))"),
                   ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/import-faithful/second-name", test_second_name);
  fixture_add_test ("/import-faithful/shown-numbers", test_shown_numbers);
  fixture_add_test ("/import-faithful/long-texts", test_long_texts);
  fixture_add_test ("/import-faithful/long-problems", test_long_problems);
  fixture_add_test ("/import-faithful/children", test_children);
  return g_test_run ();
}
