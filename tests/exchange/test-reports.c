/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "exchange-test.h"
#include "follow-action-log.h"
#include "follow-reports.h"
#include "workbook.h"

/* What is made first was there before. */
#define BEFORE "2026-03-02T10:00:00.000Z"
#define SINCE_THEN "2026-10-05T10:00:00.000Z"

typedef struct
{
  FollowRecord *committee;
  FollowRecord *plan;
  FollowRecord *moved;
  FollowRecord *proposed;
  FollowRecord *closed;
} Case;

static void
case_clear (Case *self)
{
  g_object_unref (self->committee);
  g_object_unref (self->plan);
  g_object_unref (self->moved);
  g_object_unref (self->proposed);
  g_object_unref (self->closed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static FollowRecord *
add_action (Fixture *fixture, FollowRecord *plan, const char *number, const char *wording)
{
  FollowRecord *action = fixture_add_action (fixture, number, wording, "Sept 2026");

  if (plan != NULL)
    follow_record_set_link (action, "plan", follow_record_get_id (plan));
  fixture_save (fixture, action);
  return action;
}

/* A plan of the committee's with four actions, and one in no plan. */
static void
add_before (Fixture *fixture, Case *self)
{
  g_autoptr (FollowRecord) still = NULL;
  g_autoptr (FollowRecord) alone = NULL;

  follow_register_set_time (fixture->reg, BEFORE);
  self->committee = fixture_add (fixture, "group", 0, "name", "Child Protection Committee", NULL);
  self->plan =
      fixture_add (fixture, "plan", 0, "title", "Improvement Plan", "marking", "official_sensitive", NULL);
  follow_record_set_link (self->plan, "overseeing", follow_record_get_id (self->committee));
  fixture_save (fixture, self->plan);
  self->moved = add_action (fixture, self->plan, "1", "Agree the protocol");
  self->proposed = add_action (fixture, self->plan, "2", "Audit forty files");
  self->closed = add_action (fixture, self->plan, "3", "Train the chairs");
  still = add_action (fixture, self->plan, "4", "Nothing happened here");
  alone = add_action (fixture, NULL, "A1", "Belongs to no plan");
}

static void
change_since (Fixture *fixture, Case *self)
{
  gint64 moved = follow_record_get_id (self->moved);
  g_autoptr (FollowRecord) note = NULL;
  g_autoptr (FollowRecord) old_note = NULL;
  g_autoptr (FollowRecord) evidence = NULL;
  g_autoptr (FollowRecord) change = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (FollowRecord) added = NULL;

  old_note = fixture_add (fixture, "progress_note", moved, "date", "2026-02-01", "text", "Long ago", NULL);
  follow_register_set_time (fixture->reg, SINCE_THEN);
  follow_record_set_timescale (self->moved, "timescale", "March 2027");
  fixture_save (fixture, self->moved);
  changes = follow_register_load_children (fixture->reg, follow_kind_find ("timescale_change"), moved, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = follow_record_copy (g_ptr_array_index (changes, 0));
  follow_record_set_text (change, "reason", "The board meets in March");
  follow_record_set_text (change, "on", "2026-10-05");
  fixture_save (fixture, change);
  note = fixture_add (fixture, "progress_note", moved, "date", "2026-10-06", "by", "Lead Nurse", "text",
                      "Drafted and sent round", NULL);
  follow_record_set_text (self->proposed, "closure_proposed", "2026-10-07");
  follow_record_set_text (self->proposed, "status", "complete");
  fixture_save (fixture, self->proposed);
  evidence = fixture_add (fixture, "evidence", follow_record_get_id (self->proposed), "title", "Audit report",
                          "kind", "output", NULL);
  follow_record_set_text (self->closed, "status", "withdrawn");
  fixture_save (fixture, self->closed);
  added = add_action (fixture, self->plan, "5", "Came since");
}

/* Returns: (transfer full): the report's path */
static char *
make (Fixture *fixture, const char *name, gint64 for_id, const char *since)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strconcat (name, ".xlsx", NULL);
  char *path = g_build_filename (fixture->folder, file, NULL);
  FollowReportOptions options = { .for_id = for_id, .since = since, .output = path };

  follow_report_make (follow_report_find (name), fixture->reg, &options, &error);
  g_assert_no_error (error);
  return path;
}

/* Returns: (transfer full) (nullable): the row of @sheet whose @column has @text, as "12" */
static char *
find_row (GHashTable *workbook, const char *sheet, char column, const char *text, guint from)
{
  for (guint row = from; row < 100; row++)
    {
      g_autofree char *cell = g_strdup_printf ("%s!%c%u", sheet, column, row);

      if (g_strcmp0 (g_hash_table_lookup (workbook, cell), text) == 0)
        return g_strdup_printf ("%u", row);
    }
  return NULL;
}

/* The text in @wanted of the row whose column B says @wording, below the sub-heading @under. */
static const char *
look_up (GHashTable *workbook, const char *sheet, const char *under, const char *wording, char wanted)
{
  g_autofree char *start = under != NULL ? find_row (workbook, sheet, 'A', under, 1) : NULL;
  g_autofree char *row =
      find_row (workbook, sheet, 'B', wording, start != NULL ? g_ascii_strtoull (start, NULL, 10) : 1);
  g_autofree char *cell = row != NULL ? g_strdup_printf ("%s!%c%s", sheet, wanted, row) : NULL;

  return cell != NULL ? g_hash_table_lookup (workbook, cell) : NULL;
}

static void
test_action_log (Fixture *fixture, gconstpointer data)
{
  g_auto (Case) test = { NULL };
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  add_before (fixture, &test);
  change_since (fixture, &test);
  path = make (fixture, "action-log", follow_record_get_id (test.committee), "2026-09-01");
  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Action log!A1", "Action log – Child Protection Committee");
  assert_shown (workbook, "Action log!header", "OFFICIAL-SENSITIVE");
  assert_shown (workbook, "Action log!G3", "Since 1 Sep 2026");
  assert_shown (workbook, "Action log!A4", "Improvement Plan");
  assert_shown (workbook, "Action log!D5", "March 2027");
  assert_shown (workbook, "Action log!G5",
                "5 Oct 2026: From Sept 2026 to March 2027 (The board meets in March)\n"
                "6 Oct 2026: Drafted and sent round");
  assert_shown (workbook, "Action log!B6", "Nothing happened here");
  assert_shown (workbook, "Action log!G6", NULL);
  assert_shown (workbook, "Action log!C6", "No lead");
  assert_shown (workbook, "Action log!B7", "Came since");
  assert_shown (workbook, "Action log!G7", "5 Oct 2026: New");
  assert_shown (workbook, "Action log!B8", NULL);
  g_assert_cmpstr (look_up (workbook, "Changes", "New", "Came since", 'D'), ==, "2026-10-05");
  g_assert_cmpstr (look_up (workbook, "Changes", "Progress told", "Agree the protocol", 'F'), ==,
                   "Lead Nurse");
  g_assert_cmpstr (look_up (workbook, "Changes", "Re-dated", "Agree the protocol", 'F'), ==,
                   "The board meets in March");
  g_assert_cmpstr (look_up (workbook, "Changes", "Closed", "Train the chairs", 'E'), ==, "Withdrawn");
  assert_shown (workbook, "For agreement!B4", "Audit forty files");
  assert_shown (workbook, "For agreement!D4", "2026-10-07");
  assert_shown (workbook, "For agreement!G4", "Audit report (Output)");
  assert_shown (workbook, "Key!A3", "B – Complete");
}

/* Without a group it is about all actions; without a day, about the last three months. */
static void
test_action_log_of_all (Fixture *fixture, gconstpointer data)
{
  g_auto (Case) test = { NULL };
  g_autoptr (GHashTable) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  add_before (fixture, &test);
  change_since (fixture, &test);
  path = make (fixture, "action-log", 0, NULL);
  name = follow_action_log_suggest_name (fixture->reg, follow_record_get_id (test.committee), &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (name, "Action log – Child Protection Committee 20"));
  g_assert_true (g_str_has_suffix (name, " OFFICIAL-SENSITIVE.xlsx"));
  if ((workbook = workbook_read (path)) == NULL)
    return;
  g_assert_nonnull (look_up (workbook, "Action log", "In no plan", "Belongs to no plan", 'B'));
}

static void
test_progress_report (Fixture *fixture, gconstpointer data)
{
  g_auto (Case) test = { NULL };
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = NULL;

  add_before (fixture, &test);
  change_since (fixture, &test);
  path = make (fixture, "progress-report", 0, "2026-09-01");
  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Progress report!A3",
                "Since 1 September 2026: 1 new, 1 with progress told, 1 re-dated, 2 closed");
  assert_shown (workbook, "Progress report!charts", "2");
  assert_shown (workbook, "Progress report!B5", "5");
  assert_shown (workbook, "Progress report!header", "OFFICIAL-SENSITIVE");
  g_assert_nonnull (look_up (workbook, "Exceptions", "Overdue", "Nothing happened here", 'B'));
  g_assert_cmpstr (look_up (workbook, "Exceptions", "Re-dated", "Agree the protocol", 'G'), ==,
                   "5 Oct 2026: From Sept 2026 to March 2027 (The board meets in March)\n"
                   "6 Oct 2026: Drafted and sent round");
  g_assert_cmpstr (look_up (workbook, "Exceptions", "Without a lead", "Came since", 'C'), ==, "No lead");
  g_assert_nonnull (
      look_up (workbook, "Exceptions", "Complete, but impact not known", "Audit forty files", 'B'));
  g_assert_cmpstr (look_up (workbook, "Sections", "In no section", "Agree the protocol", 'G'), ==,
                   "Drafted and sent round");
  assert_shown (workbook, "Key!A3", "B – Complete");
}

/* Both open in LibreOffice too, with all their words. */
static void
test_libreoffice (Fixture *fixture, gconstpointer data)
{
  g_auto (Case) test = { NULL };
  Folder folder = { fixture->folder };
  static const char *const names[] = { "action-log", "progress-report" };

  if (!have_libreoffice ())
    return;
  add_before (fixture, &test);
  change_since (fixture, &test);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = make (fixture, names[i], 0, "2026-09-01");
      g_autofree char *saved = convert_with_libreoffice (&folder, path, "xlsx", NULL);
      g_autoptr (GHashTable) workbook = workbook_read (saved);

      if (workbook == NULL)
        return;
      if (i == 0)
        g_assert_cmpstr (look_up (workbook, "Changes", "Re-dated", "Agree the protocol", 'F'), ==,
                         "The board meets in March");
      else
        assert_shown (workbook, "Progress report!B5", "5");
    }
}

static void
test_empty_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) workbook = NULL;
  g_autofree char *path = make (fixture, "action-log", 0, NULL);

  if ((workbook = workbook_read (path)) == NULL)
    return;
  assert_shown (workbook, "Action log!A5", "There are no open actions, and nothing has changed.");
  assert_shown (workbook, "Changes!A4", "New");
  assert_shown (workbook, "Changes!A5", "None.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/reports/action-log", test_action_log);
  fixture_add_test ("/reports/action-log-of-all", test_action_log_of_all);
  fixture_add_test ("/reports/empty-log", test_empty_log);
  fixture_add_test ("/reports/libreoffice", test_libreoffice);
  fixture_add_test ("/reports/progress-report", test_progress_report);
  return g_test_run ();
}
