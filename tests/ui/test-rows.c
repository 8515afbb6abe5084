/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-choice-button.h"
#include "follow-choice-row.h"
#include "follow-entry-row.h"
#include "follow-tag-box.h"
#include "follow-text-row.h"
#include "ui-keys.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
count_changes (gpointer row, guint *changed, guint *notified, const char *property)
{
  g_autofree char *detail = g_strconcat ("notify::", property, NULL);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), changed);
  g_signal_connect_swapped (row, detail, G_CALLBACK (count_cb), notified);
}

static void
test_entry_row (void)
{
  GtkWidget *widget = g_object_ref_sink (follow_entry_row_new ("Reference"));
  FollowEntryRow *row = FOLLOW_ENTRY_ROW (widget);
  GtkEntry *entry = follow_entry_row_get_entry (row);
  guint changed = 0;
  guint notified = 0;

  count_changes (row, &changed, &notified, "text");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Reference");
  g_assert_cmpstr (follow_entry_row_get_text (row), ==, "");
  follow_entry_row_set_text (row, NULL);
  g_assert_cmpuint (notified, ==, 0);

  follow_entry_row_set_text (row, "CPC 31/2026");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 0);
  follow_entry_row_set_text (row, "CPC 31/2026");
  g_assert_cmpuint (notified, ==, 1);
  /* The text of the record before must not come back into this one. */
  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), "text.undo",
                              NULL);
  g_assert_cmpstr (follow_entry_row_get_text (row), ==, "CPC 31/2026");

  gtk_editable_set_text (GTK_EDITABLE (entry), "CPC 32/2026");
  g_assert_cmpstr (follow_entry_row_get_text (row), ==, "CPC 32/2026");
  g_assert_cmpuint (changed, >=, 1);
  follow_field_row_set_caption (FOLLOW_FIELD_ROW (row), "Report number");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Report number");
  g_assert_finalize_object (widget);
}

static void
test_hint (void)
{
  GtkWidget *widget = g_object_ref_sink (follow_entry_row_new ("Reference"));
  FollowFieldRow *row = FOLLOW_FIELD_ROW (widget);

  g_assert_null (follow_field_row_get_hint (row));
  follow_field_row_set_hint (row, "There is another CPC 31/2026");
  g_assert_cmpstr (follow_field_row_get_hint (row), ==, "There is another CPC 31/2026");
  gtk_test_accessible_assert_property (follow_field_row_get_editor (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "There is another CPC 31/2026");
  follow_field_row_set_hint (row, NULL);
  g_assert_null (follow_field_row_get_hint (row));
  g_assert_finalize_object (widget);
}

static void
test_text_row (void)
{
  GtkWidget *widget = g_object_ref_sink (follow_text_row_new ("Intended outcome"));
  FollowTextRow *row = FOLLOW_TEXT_ROW (widget);
  GtkTextView *view = follow_text_row_get_view (row);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint changed = 0;
  guint notified = 0;

  count_changes (row, &changed, &notified, "text");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Intended outcome");
  g_assert_false (gtk_text_view_get_accepts_tab (view));
  follow_text_row_set_placeholder (row, "What will be different?");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "What will be different?");

  follow_text_row_set_text (row, "Children are heard.\nEvery time.");
  g_assert_cmpstr (follow_text_row_get_text (row), ==, "Children are heard.\nEvery time.");
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  gtk_text_buffer_insert_at_cursor (buffer, "!", 1);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_true (gtk_text_buffer_get_can_undo (buffer));
  follow_text_row_set_text (row, NULL);
  g_assert_cmpstr (follow_text_row_get_text (row), ==, "");
  g_assert_finalize_object (widget);
}

/* What GTK 4.8 does not manage by itself: to be as tall as its lines, no more and no less. */
static void
test_text_row_height (void)
{
  const char *text =
      "Agree and implement a multi-agency protocol so that independent advocacy is offered to every "
      "child before their first planning meeting.";
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = follow_text_row_new ("Wording");
  GtkWidget *view = GTK_WIDGET (follow_text_row_get_view (FOLLOW_TEXT_ROW (row)));
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  int height = 0;
  int lines = 0;

  follow_text_row_set_text (FOLLOW_TEXT_ROW (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 362, 600);
  gtk_window_present (GTK_WINDOW (window));
  while (g_get_monotonic_time () < end && (height == 0 || height != lines))
    {
      GtkTextIter last;
      int y;

      g_main_context_iteration (NULL, TRUE);
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &last);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (view), &last, &y, &lines);
      lines += y + gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (view));
      height = gtk_widget_get_height (view);
    }
  g_assert_cmpint (height, ==, lines);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
create_choice_row (void)
{
  const FollowChoice choices[] = {
    { "achieved", "Achieved" }, { "partly", "Partly" }, { "not_yet", "Not yet" }, { NULL }
  };
  GtkWidget *row = follow_choice_row_new ("Impact", "impact");

  follow_choice_row_append_all (FOLLOW_CHOICE_ROW (row), choices);
  follow_choice_row_append (FOLLOW_CHOICE_ROW (row), "not_known", "Not known");
  return g_object_ref_sink (row);
}

static void
test_choice_row (void)
{
  GtkWidget *widget = create_choice_row ();
  FollowChoiceRow *row = FOLLOW_CHOICE_ROW (widget);
  GtkWidget *drop_down = find_widget (widget, GTK_TYPE_DROP_DOWN);
  guint changed = 0;
  guint notified = 0;

  count_changes (row, &changed, &notified, "id");
  gtk_test_accessible_assert_property (drop_down, GTK_ACCESSIBLE_PROPERTY_LABEL, "Impact");
  g_assert_null (follow_choice_row_get_id (row));
  follow_choice_row_set_id (row, "partly");
  g_assert_cmpstr (follow_choice_row_get_id (row), ==, "partly");
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpuint (notified, ==, 1);
  gtk_test_accessible_assert_property (drop_down, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Partly");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 0);
  g_assert_null (follow_choice_row_get_id (row));
  g_assert_cmpuint (changed, ==, 1);
  /* A choice that this version does not know is not lost. */
  follow_choice_row_set_id (row, "from_a_newer_one");
  g_assert_cmpstr (follow_choice_row_get_id (row), ==, "from_a_newer_one");
  follow_choice_row_set_id (row, NULL);
  g_assert_null (follow_choice_row_get_id (row));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_finalize_object (widget);
}

static void
test_choice_letters (void)
{
  GtkWidget *widget = create_choice_row ();
  FollowChoiceRow *row = FOLLOW_CHOICE_ROW (widget);
  GtkWidget *drop_down = find_widget (widget, GTK_TYPE_DROP_DOWN);

  g_assert_true (press_key (drop_down, GDK_KEY_question));
  g_assert_cmpstr (follow_choice_row_get_id (row), ==, "not_known");
  /* From there on round to “None”, then to “Not yet”. */
  g_assert_true (press_key (drop_down, GDK_KEY_n));
  g_assert_null (follow_choice_row_get_id (row));
  g_assert_true (press_key (drop_down, GDK_KEY_n));
  g_assert_cmpstr (follow_choice_row_get_id (row), ==, "not_yet");
  g_assert_false (press_key (drop_down, GDK_KEY_z));
  g_assert_cmpstr (follow_choice_row_get_id (row), ==, "not_yet");
  g_assert_finalize_object (widget);
}

/* Without a choice of none, none is what it stays until something is chosen. */
static void
test_choice_without_none (void)
{
  GtkWidget *widget = g_object_ref_sink (follow_choice_button_new ("Declared status", "status"));
  FollowChoiceButton *button = FOLLOW_CHOICE_BUTTON (widget);

  follow_choice_button_append (button, "complete", "Complete");
  follow_choice_button_append (button, "on_track", "On track");
  g_assert_null (follow_choice_button_get_id (button));
  g_assert_cmpstr (follow_choice_button_get_label (button), ==, "None");
  follow_choice_button_set_id (button, "on_track");
  g_assert_cmpstr (follow_choice_button_get_label (button), ==, "On track");
  follow_choice_button_set_id (button, NULL);
  g_assert_null (follow_choice_button_get_id (button));
  g_assert_finalize_object (widget);
}

static void
assert_focus (GtkWidget *window, GtkWidget *row, GType type)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_widget (row, type));
}

/* Tab goes from editor to editor; the rows are no stops of their own. */
static void
test_tab (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *first = follow_text_row_new ("Wording");
  GtkWidget *second = follow_entry_row_new ("Reference");
  GtkWidget *third = follow_field_row_new ("Agencies", follow_tag_box_new ("Agencies", "Add Agency"), NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), first);
  gtk_list_box_append (GTK_LIST_BOX (list), second);
  gtk_list_box_append (GTK_LIST_BOX (list), third);
  gtk_window_set_child (GTK_WINDOW (window), list);
  present (window);

  g_assert_true (gtk_widget_grab_focus (first));
  assert_focus (window, first, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  assert_focus (window, second, GTK_TYPE_TEXT);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  assert_focus (window, third, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  assert_focus (window, second, GTK_TYPE_TEXT);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  assert_focus (window, first, GTK_TYPE_TEXT_VIEW);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/rows/entry", test_entry_row);
  g_test_add_func ("/rows/hint", test_hint);
  g_test_add_func ("/rows/text", test_text_row);
  g_test_add_func ("/rows/text-height", test_text_row_height);
  g_test_add_func ("/rows/choice", test_choice_row);
  g_test_add_func ("/rows/choice-letters", test_choice_letters);
  g_test_add_func ("/rows/choice-without-none", test_choice_without_none);
  g_test_add_func ("/rows/tab", test_tab);

  return g_test_run ();
}
