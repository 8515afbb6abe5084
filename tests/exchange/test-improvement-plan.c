/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "follow-error.h"
#include "follow-improvement-plan.h"
#include "workbook.h"

static FollowRecord *
add_plan (Fixture *fixture)
{
  return fixture_add (fixture, "plan", 0, "title", "Improvement Plan 2025–27", "approved_on", "2025-05-12",
                      NULL);
}

static FollowRecord *
add_section (Fixture *fixture, FollowRecord *plan, const char *number, const char *wording)
{
  return fixture_add (fixture, "section", follow_record_get_id (plan), "number", number, "wording", wording,
                      "feedback", "Views were recorded.\nThey seldom changed a plan.", NULL);
}

static FollowRecord *
add_action (
    Fixture *fixture, FollowRecord *plan, FollowRecord *section, const char *number, const char *wording)
{
  g_autoptr (GError) error = NULL;
  FollowRecord *action = follow_record_new (follow_kind_find ("action"), 0);

  follow_record_set_text (action, "number", number);
  follow_record_set_text (action, "wording", wording);
  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  if (section != NULL)
    follow_record_set_link (action, "section", follow_record_get_id (section));
  follow_register_save (fixture->reg, action, &error);
  g_assert_no_error (error);
  return action;
}

static void
save (Fixture *fixture, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;

  follow_register_save (fixture->reg, record, &error);
  g_assert_no_error (error);
}

static char *export(Fixture *fixture, FollowRecord *plan, const char *layout)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "plan.xlsx", NULL);

  follow_improvement_plan_export (fixture->reg, follow_record_get_id (plan), layout, path, NULL, NULL, NULL,
                                  &error);
  g_assert_no_error (error);
  return path;
}

static void
check_published_table (GHashTable *workbook)
{
  assert_shown (workbook, "Improvement plan!A1", "Improvement Plan 2025–27");
  assert_shown (workbook, "Improvement plan!A2", "Approved on 12 May 2025");
  assert_shown (workbook, "Improvement plan!A3", "Outcome Required");
  assert_shown (workbook, "Improvement plan!F3", "Progress");
  assert_shown (workbook, "Improvement plan!repeated", "$3:$3");
  assert_shown (workbook, "Improvement plan!A4", NULL);
  assert_shown (workbook, "Improvement plan!C4", "Belongs nowhere");
  assert_shown (workbook, "Improvement plan!F4", "Second");
  assert_shown (workbook, "Improvement plan!A5", "Children are heard");
  assert_shown (workbook, "Improvement plan!A5:A6", "merged");
  assert_shown (workbook, "Improvement plan!B5", "9");
  assert_shown (workbook, "Improvement plan!D5", "22 June 2026");
  assert_shown (workbook, "Improvement plan!E5", "Advocacy Manager\nGlenmarrow Council");
  assert_shown (workbook, "Improvement plan!F5", "Complete");
  assert_shown (workbook, "Improvement plan!D6", "August 2026\nSept 2026");
  assert_shown (workbook, "Improvement plan!E6", "Service Manager / tbc");
  assert_shown (workbook, "Improvement plan!F6", "On track");
}

static void
check_other_sheets (GHashTable *workbook)
{
  assert_shown (workbook, "Summary!charts", "2");
  assert_shown (workbook, "Summary!B4", "3");
  assert_shown (workbook, "Summary!C4", "1");
  assert_shown (workbook, "Summary!A6", "B – Complete");
  assert_shown (workbook, "Summary!B6", "1");
  assert_shown (workbook, "Actions!tables", "1");
  assert_shown (workbook, "Actions!B2", "Action");
  assert_shown (workbook, "Actions!A4", "9");
  assert_shown (workbook, "Actions!K4", "2026-06-22");
  assert_shown (workbook, "Actions!L4", "Done");
  assert_shown (workbook, "Actions!M4", "B – Complete");
  assert_shown (workbook, "Actions!J5", "Agree – August 2026\nSept 2026");
  assert_shown (workbook, "Key!A3", "B – Complete");
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (FollowRecord) section = add_section (fixture, plan, NULL, "Children are heard");
  g_autoptr (FollowRecord) organisation =
      fixture_add (fixture, "organisation", 0, "name", "Glenmarrow Council", NULL);
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Advocacy Manager", NULL);
  g_autoptr (FollowRecord) first = add_action (fixture, plan, section, "9", "Ask every child");
  g_autoptr (FollowRecord) second = add_action (fixture, plan, section, "10", "Train advocates");
  g_autoptr (FollowRecord) third = add_action (fixture, plan, NULL, "11", "Belongs nowhere");
  g_autoptr (FollowRecord) step = NULL;
  g_autoptr (FollowRecord) last_step = NULL;
  g_autoptr (FollowRecord) old_note = NULL;
  g_autoptr (FollowRecord) new_note = NULL;
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  follow_record_set_timescale (first, "timescale", "22 June 2026");
  follow_record_set_link (first, "leads", follow_record_get_id (person));
  follow_record_set_link (first, "agencies", follow_record_get_id (organisation));
  follow_record_set_text (first, "status", "complete");
  save (fixture, first);
  follow_record_set_text (second, "lead_as_written", "Service Manager / tbc");
  follow_record_set_text (second, "status", "on_track");
  save (fixture, second);
  step = fixture_add (fixture, "milestone", follow_record_get_id (second), "wording", "Agree", "timescale",
                      "August 2026", NULL);
  last_step =
      fixture_add (fixture, "milestone", follow_record_get_id (second), "timescale", "Sept 2026", NULL);
  old_note = fixture_add (fixture, "progress_note", follow_record_get_id (third), "date", "2026-09-01",
                          "text", "First", NULL);
  new_note = fixture_add (fixture, "progress_note", follow_record_get_id (third), "date", "2026-10-01",
                          "text", "Second", NULL);
  path = export(fixture, plan, "outcomes");

  if ((workbook = workbook_read (path)) == NULL)
    return;
  check_published_table (workbook);
  check_other_sheets (workbook);
}

static void
set_origin (Fixture *fixture, FollowRecord *action, const char *origin)
{
  follow_record_set_text (action, "origin", origin);
  save (fixture, action);
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (FollowRecord) heard = add_section (fixture, plan, "3", "Children are heard");
  g_autoptr (FollowRecord) neglect = add_section (fixture, plan, "4", "Neglect is recognised");
  g_autoptr (FollowRecord) already = add_action (fixture, plan, heard, "9", "Ask every child");
  g_autoptr (FollowRecord) additional = add_action (fixture, plan, heard, "10", "Train advocates");
  g_autoptr (FollowRecord) programme =
      fixture_add (fixture, "programme", 0, "name", "Voice of the Child", NULL);
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  follow_record_set_link (already, "programme", follow_record_get_id (programme));
  set_origin (fixture, additional, "additional");
  set_origin (fixture, already, "already");
  path = export(fixture, plan, "areas");

  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!B3", "Inspection Feedback – key points");
  assert_shown (workbook, "Improvement plan!A4", "3. Children are heard");
  assert_shown (workbook, "Improvement plan!A4:A7", "merged");
  assert_shown (workbook, "Improvement plan!B4", "Views were recorded.\nThey seldom changed a plan.");
  assert_shown (workbook, "Improvement plan!B4:B7", "merged");
  assert_shown (workbook, "Improvement plan!C4", "Already within improvement plans");
  assert_shown (workbook, "Improvement plan!C4:F4", "merged");
  assert_shown (workbook, "Improvement plan!C5", "Ask every child");
  assert_shown (workbook, "Improvement plan!D5", "Voice of the Child");
  assert_shown (workbook, "Improvement plan!C6", "Additional improvement actions");
  assert_shown (workbook, "Improvement plan!C7", "Train advocates");
  assert_shown (workbook, "Improvement plan!A8", "4. Neglect is recognised");
  assert_shown (workbook, "Improvement plan!A8:A11", "merged");
  assert_shown (workbook, "Improvement plan!C9", "None.");
  assert_shown (workbook, "Improvement plan!C11", "None.");
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) inspection =
      fixture_add (fixture, "inspection", 0, "title", "Joint inspection", NULL);
  g_autoptr (FollowRecord) finding =
      fixture_add (fixture, "finding", follow_record_get_id (inspection), "type", "improvement", "number",
                   "1", "wording", "Chronologies vary", NULL);
  g_autoptr (FollowRecord) other = fixture_add (fixture, "finding", follow_record_get_id (inspection), "type",
                                                "strength", "wording", "Staff know families", NULL);
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (FollowRecord) section = add_section (fixture, plan, NULL, "Chronologies");
  g_autoptr (FollowRecord) first = add_action (fixture, plan, section, "1", "Agree one form");
  g_autoptr (FollowRecord) second = add_action (fixture, plan, NULL, "2", "Audit them");
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  follow_record_set_link (plan, "inspection", follow_record_get_id (inspection));
  save (fixture, plan);
  follow_record_set_link (section, "finding", follow_record_get_id (finding));
  save (fixture, section);
  follow_record_set_link (second, "sources", follow_record_get_id (finding));
  save (fixture, second);
  path = export(fixture, plan, "areas");

  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Findings!A4", "Area for improvement");
  assert_shown (workbook, "Findings!C4", "Chronologies vary");
  assert_shown (workbook, "Findings!G4", "2, 1");
  assert_shown (workbook, "Findings!G5", "None");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *outcomes = export(fixture, plan, "outcomes");
  g_autofree char *areas = export(fixture, plan, "areas");

  if ((workbook = workbook_read (areas)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!A3", "Area for Improvement");
  assert_shown (workbook, "Improvement plan!A5", "This plan has no actions yet.");
  assert_shown (workbook, "Summary!B4", "0");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (40000, 'x');
  const char *texts[] = { "=1+1",     "+cmd",    "-2",
                          "@SUM(A1)", "_x0001_", "\U0001F469\u200D\U0001F466 \u05E9\u05DC\u05D5\u05DD",
                          "a\tb" };
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (FollowRecord) section = add_section (fixture, plan, NULL, "<b>&amp; 'quoted'</b>");
  g_autoptr (FollowRecord) note = NULL;
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FollowRecord) action = add_action (fixture, plan, section, texts[i], texts[i]);

      if (i == 0)
        note = fixture_add (fixture, "progress_note", follow_record_get_id (action), "date", "2026-01-01",
                            "text", long_text, NULL);
    }
  path = export(fixture, plan, "outcomes");

  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!A4", "<b>&amp; 'quoted'</b>");
  assert_shown (workbook, "Improvement plan!C4", "=1+1");
  assert_shown (workbook, "Actions!B5", "+cmd"); /* the long note goes on in row 4 */
  g_assert_true (g_str_has_prefix (g_hash_table_lookup (workbook, "Improvement plan!F4"), "xxxx"));
}

static void
test_marking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan =
      fixture_add (fixture, "plan", 0, "title", ".. /Plan: A?", "marking", "official", NULL);
  g_autoptr (FollowRecord) action = add_action (fixture, plan, NULL, "1", "Ask every child");
  g_autofree char *plain = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GHashTable) workbook = NULL;

  plain = follow_improvement_plan_suggest_name (fixture->reg, follow_record_get_id (plan), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plain, ==, "-Plan- A- OFFICIAL.xlsx");
  follow_record_set_text (action, "marking", "official_sensitive");
  save (fixture, action);
  marked = follow_improvement_plan_suggest_name (fixture->reg, follow_record_get_id (plan), &error);
  g_assert_cmpstr (marked, ==, "-Plan- A- OFFICIAL-SENSITIVE.xlsx");
  path = export(fixture, plan, "outcomes");

  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!header", "OFFICIAL-SENSITIVE");
  assert_shown (workbook, "Key!header", "OFFICIAL-SENSITIVE");
}

/* Of several notes of one day the last one written is the newest. */
static void
test_notes_of_one_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %u", i);
      g_autoptr (FollowRecord) action = NULL;
      g_autoptr (FollowRecord) note = NULL;

      if (i == 0)
        action = add_action (fixture, plan, NULL, "1", "Ask every child");
      else
        {
          g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
          g_autoptr (GPtrArray) all = follow_register_load_all (fixture->reg, query, NULL);

          action = g_object_ref (g_ptr_array_index (all, 0));
        }
      note = fixture_add (fixture, "progress_note", follow_record_get_id (action), "date", "2026-10-01",
                          "text", text, NULL);
    }
  path = export(fixture, plan, "outcomes");
  if ((workbook = workbook_read (path)) != NULL)
    assert_shown (workbook, "Improvement plan!F4", "Note 4");
}

/* Words that were written are kept while they name everybody; a lead chosen since is not hidden by them. */
static void
test_lead_chosen_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autoptr (FollowRecord) section = add_section (fixture, plan, NULL, "Children are heard");
  g_autoptr (FollowRecord) council =
      fixture_add (fixture, "organisation", 0, "name", "Glenmarrow Council", "short_name", "Council", NULL);
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Advocacy Manager", NULL);
  g_autoptr (FollowRecord) kept = add_action (fixture, plan, section, "1", "Ask every child");
  g_autoptr (FollowRecord) chosen = add_action (fixture, plan, section, "2", "Train advocates");
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  follow_record_set_text (kept, "lead_as_written", "Glenmarrow Council / tbc");
  follow_record_set_link (kept, "agencies", follow_record_get_id (council));
  follow_record_set_text (chosen, "lead_as_written", "tbc");
  follow_record_set_link (chosen, "leads", follow_record_get_id (person));
  g_assert_true (follow_register_save (fixture->reg, kept, &error));
  g_assert_true (follow_register_save (fixture->reg, chosen, &error));

  path = export(fixture, plan, "outcomes");
  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Improvement plan!E4", "Glenmarrow Council / tbc");
  assert_shown (workbook, "Improvement plan!E5", "Advocacy Manager");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_plan (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "plan.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_false (follow_improvement_plan_export (fixture->reg, 1, "areas", path, NULL, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (follow_improvement_plan_export (fixture->reg, follow_record_get_id (plan), "columns", path,
                                                  NULL, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (follow_improvement_plan_export (fixture->reg, follow_record_get_id (plan), "areas", path,
                                                  NULL, NULL, cancellable, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/improvement-plan/lead-chosen-since", test_lead_chosen_since);
  fixture_add_test ("/improvement-plan/outcomes", test_outcomes);
  fixture_add_test ("/improvement-plan/areas", test_areas);
  fixture_add_test ("/improvement-plan/findings", test_findings);
  fixture_add_test ("/improvement-plan/empty", test_empty);
  fixture_add_test ("/improvement-plan/hostile", test_hostile);
  fixture_add_test ("/improvement-plan/marking", test_marking);
  fixture_add_test ("/improvement-plan/notes-of-one-day", test_notes_of_one_day);
  fixture_add_test ("/improvement-plan/refusals", test_refusals);
  return g_test_run ();
}
