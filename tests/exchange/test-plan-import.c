/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>

#include "follow-error.h"
#include "follow-improvement-plan.h"
#include "workbook.h"

#define AREAS_HEADINGS                                                                                  \
  "Area for Improvement,Inspection Feedback – key points,Improvement Activity,Improvement Programme," \
  "Lead Officer,Timescale / Initial Milestone\n"

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  const FollowImportOptions options = { .dry_run = TRUE };
  g_autofree char *path = write_file (fixture, "t.csv", "No,Actions\n1,Agree a protocol\n");
  g_autoptr (FollowImportResult) result = import_file (fixture, path, &options);

  assert_counts (result, "action", 1, 0, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action"), ==, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM plan"), ==, 0);
  g_assert_false (follow_register_can_undo (fixture->reg));
}

static gboolean
holds_link (FollowRecord *action, const char *field, FollowRecord *record)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (action, field), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == follow_record_get_id (record))
      return TRUE;
  return FALSE;
}

static guint
count_links (FollowRecord *action, const char *field)
{
  guint n_ids;

  follow_value_get_links (follow_record_get (action, field), &n_ids);
  return n_ids;
}

static void
test_known_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) council =
      fixture_add (fixture, "organisation", 0, "name", "Glenmarrow Council", "short_name", "GC", NULL);
  g_autoptr (FollowRecord) partnership =
      fixture_add (fixture, "organisation", 0, "name", "Health and Social Care Partnership", NULL);
  g_autoptr (FollowRecord) officers = fixture_add (fixture, "group", 0, "name", "Chief Officers", NULL);
  g_autoptr (FollowRecord) manager =
      fixture_add (fixture, "person", 0, "post", "Service Manager, Children and Families", NULL);
  g_autoptr (FollowImportResult) result =
      import_text (fixture, "No,Actions,Responsibility\n"
                            "1,One,\"gc\nChief Officers\"\n"
                            "2,Two,Health and  Social Care Partnership and GC\n"
                            "3,Three,Chief Officers / CYPPC\n"
                            "4,Four,\"Service Manager, Children and Families\"\n"
                            "5,Five,tbc\n");
  g_autoptr (FollowRecord) one = find_action (fixture, "1");
  g_autoptr (FollowRecord) two = find_action (fixture, "2");
  g_autoptr (FollowRecord) three = find_action (fixture, "3");
  g_autoptr (FollowRecord) four = find_action (fixture, "4");
  g_autoptr (FollowRecord) five = find_action (fixture, "5");

  g_assert_true (holds_link (one, "agencies", council) && holds_link (one, "leads", officers));
  assert_text (one, "lead_as_written", "gc\nChief Officers");
  g_assert_true (holds_link (two, "agencies", council) && holds_link (two, "agencies", partnership));
  g_assert_true (holds_link (three, "leads", officers));
  g_assert_nonnull (strstr (find_problem (result, "C4")->message, "“CYPPC”"));
  g_assert_true (holds_link (four, "leads", manager));
  g_assert_cmpuint (count_links (four, "leads"), ==, 1);
  assert_text (five, "lead_as_written", "tbc");
  g_assert_cmpuint (result->problems->len, ==, 1);
}

static const char areas[] = AREAS_HEADINGS
    "Children are heard,\"Views were recorded.\nThey seldom changed a plan.\",Already within improvement "
    "plans,,,\n"
    ",,Ask every child,Voice of the Child,Advocacy Manager,March 2026 – Proposal to the Group\n"
    ",,Publish what was said,voice of the child,tbc,Six-monthly reporting\n"
    ",,Additional improvement actions:,,,\n"
    ",,Train advocates,tbc,Advocacy Manager / Head of Service,31/02/2027\n" AREAS_HEADINGS
    "Neglect is recognised,Seen late.,Already within improvement plans,,,\n"
    ",,None.,,,\n"
    ",,Additional improvement actions,,,\n"
    ",,Ask every child,Neglect Strategy,,Q3 2026/27\n"
    "Nothing is planned here yet,,,,,\n";

static void
check_areas (FollowImportResult *result)
{
  assert_counts (result, "section", 3, 0, 0);
  assert_counts (result, "action", 4, 0, 0);
  assert_counts (result, "programme", 2, 0, 0);
  g_assert_nonnull (find_not_taken (result, "A7:F7"));
  g_assert_nonnull (find_not_taken (result, "C9"));
  g_assert_nonnull (find_not_taken (result, "D6"));
  g_assert_cmpuint (result->not_taken->len, ==, 3);
  g_assert_nonnull (find_problem (result, "F6"));
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_build_filename (fixture->folder, "tracker.xlsx", NULL);
  g_autoptr (FollowImportResult) result = import_text (fixture, areas);
  g_autoptr (FollowImportResult) again = import_text (fixture, areas);
  g_autoptr (FollowImportResult) own = NULL;
  g_autoptr (GHashTable) workbook = NULL;

  check_areas (result);
  assert_counts (again, "action", 0, 0, 4);
  assert_counts (again, "section", 0, 0, 3);
  assert_counts (again, "programme", 0, 0, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE origin = 'already'"), ==,
                   2);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE origin = 'additional'"),
                   ==, 2);

  follow_improvement_plan_export (fixture->reg, result->record_id, "areas", output, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  own = import_file (fixture, output, NULL);
  assert_counts (own, "action", 0, 0, 4);
  assert_counts (own, "section", 0, 0, 3);
  if ((workbook = workbook_read (output)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!A3:A7", "merged");
  assert_shown (workbook, "Improvement plan!C3", "Already within improvement plans");
  assert_shown (workbook, "Improvement plan!F4", "March 2026 – Proposal to the Group");
  assert_shown (workbook, "Improvement plan!D5", "Voice of the Child");
  assert_shown (workbook, "Improvement plan!C9", "None.");
  assert_shown (workbook, "Improvement plan!C15", "None.");
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowImportResult) first =
      import_text (fixture, "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\n"
                            "Heard,1,Ask,March 2026,GC,Begun\n"
                            ",2,\"Train\nAgree\nDo\",\"May 2026\nJune 2026\",GC,\n"
                            ",3,Publish,Dates set,,\n");
  g_autoptr (FollowImportResult) second =
      import_text (fixture, "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\n"
                            "Heard,1,Ask,April 2026,GC,Half done\n"
                            ",2,\"Train\nAgree\nDo\",\"May 2026\nJuly 2026\",Police,Complete\n"
                            "Safe,4,Visit,,,\n");
  g_autoptr (FollowRecord) one = find_action (fixture, "1");
  g_autoptr (FollowRecord) two = find_action (fixture, "2");
  g_autoptr (GPtrArray) steps = load_milestones (fixture, two);

  assert_counts (first, "action", 3, 0, 0);
  assert_counts (second, "plan", 0, 0, 1);
  assert_counts (second, "section", 1, 0, 1);
  assert_counts (second, "action", 1, 2, 0);
  assert_counts (second, "milestone", 0, 1, 1);
  assert_counts (second, "progress_note", 1, 0, 0);
  assert_text (one, "timescale", "April 2026");
  assert_text (two, "status", "complete");
  assert_text (two, "lead_as_written", "Police");
  assert_text (steps->pdata[1], "wording", "Do");
  assert_text (steps->pdata[1], "timescale", "July 2026");
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change"), ==, 1);
  g_assert_nonnull (strstr (find_problem (second, NULL)->message, "1 action"));
}

/* Somebody put a new action first and gave all the others the next number. */
static void
test_numbers_that_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowImportResult) first =
      import_text (fixture, "No,Actions,Status\n1,Ask,B\n2,Train,Amber\n3,Tell,\n");
  g_autoptr (FollowImportResult) second =
      import_text (fixture, "No,Actions,Status\n1,New,\n2,Ask,\n3,Train,\n4,Tell,\n4,Twice,Compl.\n");
  g_autoptr (FollowRecord) ask = find_action (fixture, "2");
  g_autoptr (FollowRecord) train = find_action (fixture, "3");

  assert_counts (first, "action", 3, 0, 0);
  assert_text (ask, "wording", "Ask");
  assert_text (ask, "status", "complete");
  assert_text (train, "status", "slippage");
  assert_counts (second, "action", 2, 3, 0);
  g_assert_cmpint (find_problem (second, "A3")->severity, ==, FOLLOW_SEVERITY_WARNING);
  g_assert_cmpint (find_problem (second, "A6")->severity, ==, FOLLOW_SEVERITY_WARNING);
  g_assert_null (find_not_taken (second, "C6"));
  g_assert_cmpint (find_problem (second, "C6")->severity, ==, FOLLOW_SEVERITY_WARNING);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action WHERE wording = 'Twice' AND "
                                               "status = 'complete'"),
                   ==, 1);
}

static void
test_not_taken (Fixture *fixture, gconstpointer data)
{
  static const char *const mappings[] = { "Chair’s view=intended_outcome", "Cost=", NULL };
  FollowImportOptions options = { .mappings = mappings };
  g_autofree char *path = write_file (fixture, "t.csv",
                                      "\"A tracker, for the Committee\",,,,,,\n"
                                      "approved,12 May,,,,,\n"
                                      ",,,,,,\n"
                                      "No.,Agreed,Activity,By when,Chair’s view,Priority,Cost\n"
                                      "1,yes,Ask,\"August 2026\nDates set\",Good,High,5\n"
                                      "2,,,,,,\n"
                                      "3,,Tell,,,Urgent,\n");
  g_autoptr (FollowImportResult) result = import_file (fixture, path, &options);
  g_autoptr (FollowRecord) one = find_action (fixture, "1");
  g_autoptr (FollowRecord) plan =
      follow_register_get (fixture->reg, follow_kind_find ("plan"), result->record_id, NULL);

  assert_text (plan, "title", "A tracker, for the Committee");
  assert_counts (result, "action", 2, 0, 0);
  assert_text (one, "intended_outcome", "Good");
  assert_text (one, "priority", "high");
  assert_text (one, "timescale", "August 2026\nDates set");
  g_assert_nonnull (find_not_taken (result, "A2:B2"));
  g_assert_null (find_not_taken (result, "B4:B5"));
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text = 'Agreed: yes'"), ==, 1);
  g_assert_nonnull (find_not_taken (result, "A6"));
  g_assert_nonnull (find_problem (result, "F7"));
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM progress_note WHERE text = 'Priority: Urgent'"), ==,
      1);
  g_assert_cmpuint (result->not_taken->len, ==, 3);
  g_assert_nonnull (find_problem (result, "D5"));
}

static void
assert_refused (Fixture *fixture, const char *path, const FollowImportOptions *options, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowImportResult) result = follow_import_file (fixture->reg, path, options, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, FOLLOW_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action"), ==, 0);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const char *const no_field[] = { "No=nonsense", NULL };
  static const char *const no_equals[] = { "No", NULL };
  g_autofree char *good = write_file (fixture, "good.csv", "No,Actions\n1,Ask\n");
  g_autofree char *unknown = write_file (fixture, "unknown.csv", "a,b\n1,2\n");
  g_autofree char *empty = write_file (fixture, "empty.csv", "\n");
  g_autofree char *other = write_file (fixture, "plan.docx", "x");
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.csv", NULL);
  const FollowImportOptions bad_field = { .mappings = no_field };
  const FollowImportOptions bad_mapping = { .mappings = no_equals };
  const FollowImportOptions bad_kind = { .as = "risk" };
  static const char *const no_sheet[] = { "Sheet 9", NULL };
  const FollowImportOptions bad_sheet = { .sheets = no_sheet };
  const FollowImportOptions bad_plan = { .plan_id = 1 };

  assert_refused (fixture, good, &bad_field, FOLLOW_ERROR_INVALID);
  assert_refused (fixture, good, &bad_mapping, FOLLOW_ERROR_INVALID);
  assert_refused (fixture, good, &bad_kind, FOLLOW_ERROR_INVALID);
  assert_refused (fixture, good, &bad_sheet, FOLLOW_ERROR_NOT_FOUND);
  assert_refused (fixture, good, &bad_plan, FOLLOW_ERROR_NOT_FOUND);
  assert_refused (fixture, unknown, NULL, FOLLOW_ERROR_REFUSED);
  assert_refused (fixture, other, NULL, FOLLOW_ERROR_FOREIGN);
  assert_refused (fixture, missing, NULL, FOLLOW_ERROR_NOT_FOUND);
}

/* User text is data, whatever it looks like. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\n"
                             "=1+1,+1,<b>%s%n</b>,';DROP TABLE action;--,@SUM(A1),-2+3\n"
                             "שלום,１,\"👩‍👦 \"\"quoted\"\"\",\u200f,\001,_x0001_\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_build_filename (fixture->folder, "out.xlsx", NULL);
  g_autoptr (FollowImportResult) result = import_text (fixture, text);
  g_autoptr (FollowImportResult) again = import_text (fixture, text);
  g_autoptr (FollowImportResult) own = NULL;
  g_autoptr (FollowRecord) first = find_action (fixture, "+1");

  assert_text (first, "wording", "<b>%s%n</b>");
  assert_text (first, "timescale", "';DROP TABLE action;--");
  assert_counts (again, "action", 0, 0, 2);
  assert_counts (again, "progress_note", 0, 0, 2);
  follow_improvement_plan_export (fixture->reg, result->record_id, "outcomes", output, NULL, NULL, NULL,
                                  &error);
  g_assert_no_error (error);
  own = import_file (fixture, output, NULL);
  assert_counts (own, "action", 0, 0, 2);
  assert_counts (own, "section", 0, 0, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/plan-import/dry-run", test_dry_run);
  fixture_add_test ("/plan-import/known-names", test_known_names);
  fixture_add_test ("/plan-import/areas", test_areas);
  fixture_add_test ("/plan-import/changes", test_changes);
  fixture_add_test ("/plan-import/numbers-that-moved", test_numbers_that_moved);
  fixture_add_test ("/plan-import/not-taken", test_not_taken);
  fixture_add_test ("/plan-import/refusals", test_refusals);
  fixture_add_test ("/plan-import/hostile", test_hostile);
  return g_test_run ();
}
