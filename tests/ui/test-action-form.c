/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fixture.h"
#include "follow-choice-button.h"
#include "follow-evidence.h"
#include "follow-milestone-row.h"
#include "follow-milestones.h"
#include "follow-progress-notes.h"
#include "follow-sources.h"
#include "follow-tag-box.h"
#include "follow-timescale-row.h"
#include "ui-form.h"

static FollowRecord *
show_action (Fixture *fixture, Shown *shown)
{
  g_autoptr (FollowRecord) action = fixture_add_action (
      fixture, "12", "Agree and implement a protocol for independent advocacy", "August 2026");
  FollowRecord *live = follow_register_get (fixture->reg, follow_record_get_kind (action),
                                            follow_record_get_id (action), NULL);

  show_form (shown, fixture->reg, live);
  return live;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_for_label (GtkWidget *widget, const char *text)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (find_label (widget, text) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (find_label (widget, text));
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  GtkWidget *form = GTK_WIDGET (shown.form);
  GtkWidget *status = find_widget (form, FOLLOW_TYPE_CHOICE_BUTTON);

  g_assert_cmpstr (follow_form_get_title (shown.form), ==, "Action 12");
  g_assert_nonnull (find_label (form, "73 days overdue"));
  g_assert_nonnull (find_label (form, "In no plan"));
  g_assert_nonnull (find_label (form, "No lead"));
  choose (status, 5);
  follow_form_flush (shown.form);
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, "complete");
  g_assert_null (find_label (form, "73 days overdue"));
  follow_choice_button_open (FOLLOW_CHOICE_BUTTON (status));
  gtk_editable_set_text (find_entry (&shown, "Lead as written"), "tbc");
  g_assert_nonnull (find_label (form, "tbc, as written"));
  close_form (&shown);
}

/* What comes round is due next when the last that was reported is over. */
static void
test_comes_round (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  GtkWidget *form = GTK_WIDGET (shown.form);
  FollowFieldRow *row = find_row (form, "Timescale, as agreed");
  g_autoptr (FollowRecord) note = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (row), GTK_TYPE_ENTRY)),
                         "Six-monthly reporting from September 2025");
  follow_form_flush (shown.form);
  wait_for_label (form, "Overdue since 30 Sep 2025");
  g_assert_nonnull (
      find_label (form, "Read as six-monthly, September 2025 – first due by 30 September 2025"));
  note = fixture_add (fixture, "progress_note", follow_record_get_id (action), "date", "2026-10-03", "text",
                      "Reported to the Committee", NULL);
  wait_for_label (form, "Next 31 Mar 2027");
  follow_record_set_text (action, "status", "complete");
  fixture_save (fixture, action);
  wait_for_label (form, "Complete");
  g_assert_null (find_label (form, "Next 31 Mar 2027"));
  close_form (&shown);
}

/* A section brings its plan along, and names the place. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  g_autoptr (FollowRecord) plan = fixture_add (fixture, "plan", 0, "title", "Plan 2025–27", NULL);
  g_autoptr (FollowRecord) section = fixture_add (fixture, "section", follow_record_get_id (plan), "number",
                                                  "3", "wording", "Advocacy", NULL);
  FollowFieldRow *row = find_row (GTK_WIDGET (shown.form), "Section");
  FollowTagBox *box = FOLLOW_TAG_BOX (follow_field_row_get_child (row));
  FollowChooser *chooser = follow_tag_box_get_chooser (box);
  g_autoptr (FollowChoiceItem) item = NULL;

  gtk_editable_set_text (follow_chooser_get_entry (chooser), "advo");
  follow_chooser_refresh (chooser);
  item = g_list_model_get_item (follow_chooser_get_rows (chooser), 0);
  g_assert_cmpstr (follow_choice_item_get_title (item), ==, "3 Advocacy");
  g_signal_emit_by_name (chooser, "chosen", item);
  follow_form_flush (shown.form);
  g_assert_cmpint (follow_record_get_link (action, "plan"), ==, follow_record_get_id (plan));
  g_assert_nonnull (find_label (GTK_WIDGET (shown.form), "3  Advocacy"));
  close_form (&shown);
}

static void
add_milestone (Shown *shown, FollowChildList *list, const char *wording, const char *timescale)
{
  GtkWidget *entry =
      find_widget (gtk_widget_get_last_child (GTK_WIDGET (follow_child_list_get_box (list))), GTK_TYPE_ENTRY);
  GtkWidget *row;

  gtk_editable_set_text (GTK_EDITABLE (entry), wording);
  g_signal_emit_by_name (entry, "activate");
  settle ();
  row = follow_child_list_get_row (list, follow_child_list_get_n_rows (list) - 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown->window)), row));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (row, GTK_TYPE_ENTRY)), timescale);
  g_signal_emit_by_name (find_widget (row, GTK_TYPE_ENTRY), "activate");
  settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown->window)), entry));
}

static const char *
get_wording (FollowChildList *list, guint position)
{
  return follow_record_get_text (follow_child_list_get_record (list, position), "wording");
}

/* Wording, Return, timescale, Return, and the next one; then ticked off and moved. */
static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  FollowChildList *list = find_list (GTK_WIDGET (shown.form), "milestone");
  FollowRecord *first;
  GtkWidget *row;

  add_milestone (&shown, list, "Agree the protocol", "Sept 2026");
  add_milestone (&shown, list, "Implement it", "Q4 2026/27");
  g_assert_cmpuint (follow_child_list_get_n_rows (list), ==, 2);
  g_assert_nonnull (find_label (GTK_WIDGET (list), "0 of 2 done"));
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM milestone WHERE timescale_last = '2026-09-30'"), ==,
      1);

  row = follow_child_list_get_row (list, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  first = follow_child_list_get_record (list, 0);
  g_assert_cmpint (follow_record_get_integer (first, "done"), ==, 1);
  g_assert_cmpstr (follow_record_get_text (first, "done_on"), ==, "2026-11-12");
  g_assert_nonnull (find_label (GTK_WIDGET (list), "1 of 2 done"));
  g_assert_nonnull (find_label (row, "12 Nov 2026"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), FALSE);
  g_assert_null (follow_record_get_text (first, "done_on"));

  gtk_widget_grab_focus (row);
  g_assert_true (press_key_with (GTK_WIDGET (follow_child_list_get_box (list)), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_wording (list, 0), ==, "Implement it");
  g_assert_true (follow_child_list_get_row (list, 1) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == row);
  g_assert_false (follow_milestones_move (FOLLOW_MILESTONES (list),
                                          follow_milestone_row_get_id (FOLLOW_MILESTONE_ROW (row)), 1));
  close_form (&shown);
}

/* What stands in the line for the next milestone is not lost on the way to another record. */
static void
test_milestone_left (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  FollowChildList *list = find_list (GTK_WIDGET (shown.form), "milestone");
  GtkWidget *entry =
      find_widget (gtk_widget_get_last_child (GTK_WIDGET (follow_child_list_get_box (list))), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Agree the protocol");
  follow_form_set_record (shown.form, NULL);
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (*) FROM milestone WHERE wording = 'Agree the protocol'"), ==,
      1);
  close_form (&shown);
}

static void
set_note (FollowProgressNotes *progress, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (follow_progress_notes_get_view (progress)), text, -1);
}

static void
assert_note (FollowProgressNotes *progress, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (follow_progress_notes_get_view (progress)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  FollowChildList *list = find_list (GTK_WIDGET (shown.form), "progress_note");
  FollowProgressNotes *progress = FOLLOW_PROGRESS_NOTES (list);
  GtkWidget *view = GTK_WIDGET (follow_progress_notes_get_view (progress));
  FollowRecord *note;

  follow_register_set_user (fixture->reg, "Committee Officer");
  choose (find_widget (GTK_WIDGET (shown.form), FOLLOW_TYPE_CHOICE_BUTTON), 3);
  g_assert_false (follow_progress_notes_add (progress));
  set_note (progress, "Protocol signed.\nTwo localities have started.");
  g_assert_true (press_key_with (view, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_note (progress, "");
  g_assert_cmpuint (follow_child_list_get_n_rows (list), ==, 1);
  note = follow_child_list_get_record (list, 0);
  g_assert_cmpstr (follow_record_get_text (note, "text"), ==,
                   "Protocol signed.\nTwo localities have started.");
  g_assert_cmpstr (follow_record_get_text (note, "date"), ==, "2026-11-12");
  g_assert_cmpstr (follow_record_get_text (note, "by"), ==, "Committee Officer");
  g_assert_cmpstr (follow_record_get_text (note, "status"), ==, "slippage");
  g_assert_nonnull (find_label (GTK_WIDGET (list), "1 note"));

  set_note (progress, "A later word on the same day");
  click_button (GTK_WIDGET (shown.form), "Add Note");
  g_assert_cmpstr (follow_record_get_text (follow_child_list_get_record (list, 0), "text"), ==,
                   "A later word on the same day");
  close_form (&shown);
}

/* A note that was not added yet waits for its action, also in the file. */
static void
test_unsent_note (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  g_autoptr (FollowRecord) other = fixture_add_action (fixture, "13", "Publish the minute", NULL);
  FollowProgressNotes *progress =
      FOLLOW_PROGRESS_NOTES (find_list (GTK_WIDGET (shown.form), "progress_note"));

  set_note (progress, "Half a sentence");
  follow_form_set_record (shown.form, other);
  assert_note (progress, "");
  follow_form_set_record (shown.form, action);
  assert_note (progress, "Half a sentence");
  close_form (&shown);

  show_form (&shown, fixture->reg, action);
  progress = FOLLOW_PROGRESS_NOTES (find_list (GTK_WIDGET (shown.form), "progress_note"));
  assert_note (progress, "Half a sentence");
  set_note (progress, "");
  close_form (&shown);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM draft"), ==, 0);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note"), ==, 0);
}

/* The register notes that a timescale changed; the form asks why. */
static void
test_timescale_change (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  FollowFieldRow *row = find_row (GTK_WIDGET (shown.form), "Timescale, as agreed");
  FollowTimescaleEntry *entry = follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (row));

  gtk_editable_set_text (GTK_EDITABLE (follow_timescale_entry_get_entry (entry)), "Sept 2027");
  follow_form_flush (shown.form);
  settle ();
  gtk_text_buffer_set_text (find_text (&shown, "Timescale changed from August 2026 – why?"),
                            "Funding came late", -1);
  follow_form_flush (shown.form);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change WHERE "
                                               "reason = 'Funding came late'"),
                   ==, 1);
  g_assert_nonnull (find_label (GTK_WIDGET (shown.form), "August 2026 became Sept 2027"));
  close_form (&shown);
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  FollowChildList *list = find_list (GTK_WIDGET (shown.form), "evidence");
  g_autofree char *path = g_build_filename (fixture->folder, "Protocol <1>.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  FollowRecord *record;

  g_assert_true (g_file_set_contents (path, "abc", -1, NULL));
  follow_evidence_add_file (FOLLOW_EVIDENCE (list), file);
  wait_for_label (GTK_WIDGET (list), "added 12 Nov 2026 · file unchanged since");
  record = follow_child_list_get_record (list, 0);
  g_assert_cmpstr (follow_record_get_text (record, "title"), ==, "Protocol <1>.txt");
  g_assert_cmpstr (follow_record_get_text (record, "location"), ==, "Protocol <1>.txt");
  g_assert_cmpstr (follow_record_get_text (record, "sha256"), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (follow_evidence_add_link (FOLLOW_EVIDENCE (list), " https://example.org/minute "));
  wait_for_label (GTK_WIDGET (list), "added 12 Nov 2026 · link");
  close_form (&shown);

  g_assert_true (g_file_set_contents (path, "abcd", -1, NULL));
  show_form (&shown, fixture->reg, action);
  wait_for_label (GTK_WIDGET (shown.form), "added 12 Nov 2026 · file changed since");
  close_form (&shown);
  g_assert_cmpint (g_unlink (path), ==, 0);
  show_form (&shown, fixture->reg, action);
  wait_for_label (GTK_WIDGET (shown.form), "added 12 Nov 2026 · file not found");
  /* One that cannot be read is not added. */
  follow_evidence_add_file (FOLLOW_EVIDENCE (find_list (GTK_WIDGET (shown.form), "evidence")), file);
  close_form (&shown);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM evidence"), ==, 2);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (FollowRecord) action = show_action (fixture, &shown);
  g_autoptr (FollowRecord) inspection =
      fixture_add (fixture, "inspection", 0, "title", "Joint inspection", NULL);
  g_autoptr (FollowRecord) finding =
      fixture_add (fixture, "finding", follow_record_get_id (inspection), "type", "improvement", "number",
                   "3", "wording", "Chronologies are not kept", NULL);
  GtkWidget *sources = find_widget (GTK_WIDGET (shown.form), FOLLOW_TYPE_SOURCES);
  FollowChooser *chooser = FOLLOW_CHOOSER (find_widget (sources, FOLLOW_TYPE_CHOOSER));
  g_autoptr (FollowChoiceItem) item = NULL;

  gtk_editable_set_text (follow_chooser_get_entry (chooser), "chrono");
  follow_chooser_refresh (chooser);
  item = g_list_model_get_item (follow_chooser_get_rows (chooser), 0);
  g_signal_emit_by_name (chooser, "chosen", item);
  g_assert_nonnull (find_label (sources, "Area for improvement 3"));
  follow_form_flush (shown.form);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM link WHERE field = 'sources'"), ==, 1);
  g_signal_emit_by_name (chooser, "chosen", item);
  g_assert_null (find_label (sources, "Area for improvement 3"));
  close_form (&shown);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM link WHERE field = 'sources'"), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  fixture_add_test ("/action-form/standing", test_standing);
  fixture_add_test ("/action-form/comes-round", test_comes_round);
  fixture_add_test ("/action-form/place", test_place);
  fixture_add_test ("/action-form/milestones", test_milestones);
  fixture_add_test ("/action-form/milestone-left", test_milestone_left);
  fixture_add_test ("/action-form/notes", test_notes);
  fixture_add_test ("/action-form/unsent-note", test_unsent_note);
  fixture_add_test ("/action-form/timescale-change", test_timescale_change);
  fixture_add_test ("/action-form/evidence", test_evidence);
  fixture_add_test ("/action-form/sources", test_sources);

  return g_test_run ();
}
