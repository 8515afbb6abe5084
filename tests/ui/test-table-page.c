/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-bulk-bar.h"
#include "follow-cell-private.h"
#include "follow-chooser.h"
#include "follow-filter-bar.h"
#include "follow-form.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "page-fixture.h"

static GtkWidget *
get_page (PageFixture *fixture)
{
  return GTK_WIDGET (follow_window_get_page (fixture->window));
}

static GtkSelectionModel *
get_rows (PageFixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (get_page (fixture), GTK_TYPE_COLUMN_VIEW)));
}

static gboolean
is_filled (PageFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))) > 0;
}

static void
open_table (PageFixture *fixture, const char *place)
{
  follow_navigation_show_place (GTK_WIDGET (fixture->window), place);
  wait_until (is_filled, fixture);
  wait_for_ms (100);
}

/* Returns: (nullable): the first cell that shows @text in its first line */
static FollowCell *
find_cell (GtkWidget *within, const char *text)
{
  if (FOLLOW_IS_CELL (within) && FOLLOW_CELL (within)->record != NULL &&
      g_strcmp0 (FOLLOW_CELL (within)->first.text, text) == 0)
    return FOLLOW_CELL (within);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      FollowCell *found = find_cell (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
rename_group (PageFixture *fixture, const char *from, const char *to)
{
  g_autoptr (FollowRecord) group = find_titled (fixture->reg, "group", from);
  g_autoptr (FollowRecord) copy = follow_record_copy (group);
  g_autoptr (GError) error = NULL;

  follow_record_set_text (copy, "name", to);
  g_assert_true (follow_register_save (fixture->reg, copy, &error));
  g_assert_no_error (error);
}

/* A lead that is renamed, and renamed back by Undo, is so in the table as well. */
static void
test_renamed_lead (PageFixture *fixture, gconstpointer data)
{
  open_table (fixture, "actions");
  g_assert_nonnull (find_cell (get_page (fixture), "Chief Officers Group"));
  rename_group (fixture, "Chief Officers Group", "Renamed group");
  g_assert_null (find_cell (get_page (fixture), "Chief Officers Group"));
  g_assert_nonnull (find_cell (get_page (fixture), "Renamed group"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle ();
  g_assert_null (find_cell (get_page (fixture), "Renamed group"));
  g_assert_nonnull (find_cell (get_page (fixture), "Chief Officers Group"));
}

static void
select_rows (PageFixture *fixture, guint first, guint n)
{
  gtk_selection_model_select_range (get_rows (fixture), first, n, TRUE);
  settle ();
}

static guint
count_selected (PageFixture *fixture)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_rows (fixture));

  return gtk_bitset_get_size (selected);
}

static gboolean
is_seen (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* A form is of one record: with several selected there is none that could be taken for all of them. */
static void
test_several_selected (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  open_table (fixture, "actions");
  form = find_widget (get_page (fixture), FOLLOW_TYPE_FORM);
  select_rows (fixture, 2, 1);
  g_assert_true (is_seen (form));
  select_rows (fixture, 2, 3);
  g_assert_false (is_seen (form));
  g_assert_true (is_seen (find_label (get_page (fixture), "3 Actions Selected")));
  select_rows (fixture, 4, 1);
  g_assert_true (is_seen (form));
  g_assert_null (find_label (get_page (fixture), "3 Actions Selected"));
}

/* What goes into the bin is no longer selected, and Undo does not bring a selection back that nobody sees. */
static void
test_several_removed (PageFixture *fixture, gconstpointer data)
{
  guint n_rows;

  open_table (fixture, "actions");
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture)));
  select_rows (fixture, 0, 2);
  g_assert_true (is_seen (find_label (get_page (fixture), "2 selected")));
  gtk_widget_activate_action (get_page (fixture), "table.remove", NULL);
  wait_for_ms (50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, n_rows - 2);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_false (is_seen (find_label (get_page (fixture), "2 selected")));
  g_assert_null (find_label (get_page (fixture), "2 Actions Selected"));
  g_assert_false (is_seen (find_widget (get_page (fixture), FOLLOW_TYPE_FORM)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for_ms (50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, n_rows);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_false (is_seen (find_label (get_page (fixture), "2 selected")));
}

/* A record that is taken away from elsewhere goes from the form; one that only no longer fits the filter stays:
 * somebody is writing in it. */
static void
test_shown_record (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  g_autoptr (FollowRecord) record = NULL;
  g_autoptr (FollowRecord) copy = NULL;
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  open_table (fixture, "overdue");
  form = find_widget (get_page (fixture), FOLLOW_TYPE_FORM);
  select_rows (fixture, 0, 1);
  record = g_list_model_get_item (G_LIST_MODEL (get_rows (fixture)), 0);
  copy = follow_record_copy (record);
  follow_record_set_text (copy, "status", "complete");
  g_assert_true (follow_register_save (fixture->reg, copy, NULL));
  settle ();
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_true (is_seen (form));

  select_rows (fixture, 0, 1);
  g_clear_object (&record);
  record = g_list_model_get_item (G_LIST_MODEL (get_rows (fixture)), 0);
  follow_changes_remove (changes, record);
  g_assert_true (follow_register_commit (fixture->reg, changes, NULL));
  settle ();
  g_assert_false (is_seen (form));
}

/* Escape clears the text while the cursor is in it, then takes the chips away, then does what it does elsewhere. */
static void
test_escape_in_filter (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  open_table (fixture, "overdue");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  entry = find_widget (get_page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "child");
  wait_for_ms (200);
  g_assert_nonnull (find_label (get_page (fixture), "Overdue"));
  g_signal_emit_by_name (entry, "stop-search");
  wait_for_ms (200);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (find_named (get_page (fixture), GTK_TYPE_BUTTON, "Remove Overdue"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (find_named (get_page (fixture), GTK_TYPE_BUTTON, "Remove Overdue"));
  select_rows (fixture, 0, 1);
  g_assert_true (is_seen (find_widget (get_page (fixture), FOLLOW_TYPE_FORM)));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (is_seen (find_widget (get_page (fixture), FOLLOW_TYPE_FORM)));
}

/* Opens the chooser of a bar. */
static FollowChooser *
open_chooser (PageFixture *fixture, GType bar)
{
  GtkWidget *button = find_widget (find_widget (get_page (fixture), bar), GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  return FOLLOW_CHOOSER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

/* Returns: the title of a row, "" where there is none */
static const char *
get_title (FollowChooser *chooser, guint position)
{
  g_autoptr (FollowChoiceItem) item = g_list_model_get_item (follow_chooser_get_rows (chooser), position);

  return item != NULL ? follow_choice_item_get_title (item) : "";
}

static void
type_into (FollowChooser *chooser, const char *text)
{
  gtk_editable_set_text (follow_chooser_get_entry (chooser), text);
  settle ();
}

static gboolean
has_row (FollowChooser *chooser, const char *title)
{
  return follow_choice_items_have_title (follow_chooser_get_rows (chooser), title);
}

/* What Return takes is what fits best by the words that are seen: not what has them in some hidden text. */
static void
test_filter_by_typing (PageFixture *fixture, gconstpointer data)
{
  FollowChooser *chooser;

  open_table (fixture, "actions");
  chooser = open_chooser (fixture, FOLLOW_TYPE_FILTER_BAR);
  type_into (chooser, "off");
  g_assert_cmpstr (get_title (chooser, 0), ==, "Off track");
  g_assert_false (has_row (chooser, "Improvement Plan 2025–27"));
  type_into (chooser, "nhs");
  g_assert_cmpstr (get_title (chooser, 0), ==, "NHS");
  type_into (chooser, "no lead");
  g_assert_cmpstr (get_title (chooser, 0), ==, "No lead");
  type_into (chooser, "not with");
  follow_chooser_choose (chooser);
  settle ();
  g_assert_nonnull (find_label (get_page (fixture), "Not withdrawn"));
}

/* Without typing it is two steps: the field, then its values, of which only those are offered that occur. */
static void
test_filter_in_steps (PageFixture *fixture, gconstpointer data)
{
  FollowChooser *chooser;

  open_table (fixture, "actions");
  chooser = open_chooser (fixture, FOLLOW_TYPE_FILTER_BAR);
  g_assert_cmpstr (get_title (chooser, 0), ==, "Section");
  g_assert_true (has_row (chooser, "Leads"));
  g_assert_true (has_row (chooser, "Something Missing"));
  g_assert_false (has_row (chooser, "Off track"));
  type_into (chooser, "agencies");
  follow_chooser_choose (chooser);
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chooser)));
  g_assert_true (has_row (chooser, "NHS"));
  g_assert_true (has_row (chooser, "No agency"));
  g_assert_false (has_row (chooser, "Leads"));
  g_assert_false (has_row (chooser, "Care Inspectorate")); /* no action is theirs */
  g_signal_emit_by_name (follow_chooser_get_entry (chooser), "stop-search");
  g_assert_true (has_row (chooser, "Leads"));
  type_into (chooser, "something");
  follow_chooser_choose (chooser);
  g_assert_true (has_row (chooser, "No lead"));
  g_assert_true (has_row (chooser, "No timescale"));
  g_assert_true (has_row (chooser, "No intended outcome"));
}

static void
test_set_field_by_typing (PageFixture *fixture, gconstpointer data)
{
  FollowChooser *chooser;

  open_table (fixture, "actions");
  select_rows (fixture, 0, 2);
  chooser = open_chooser (fixture, FOLLOW_TYPE_BULK_BAR);
  type_into (chooser, "on");
  g_assert_cmpstr (get_title (chooser, 0), ==, "On track");
  type_into (chooser, "");
  g_assert_false (has_row (chooser, "Due"));
  g_assert_false (has_row (chooser, "Something Missing"));
}

static void
add (const char *path, void (*test) (PageFixture *fixture, gconstpointer data))
{
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, test, page_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/table-page/renamed-lead", test_renamed_lead);
  add ("/table-page/several-selected", test_several_selected);
  add ("/table-page/several-removed", test_several_removed);
  add ("/table-page/shown-record", test_shown_record);
  add ("/table-page/escape-in-filter", test_escape_in_filter);
  add ("/table-page/filter-by-typing", test_filter_by_typing);
  add ("/table-page/filter-in-steps", test_filter_in_steps);
  add ("/table-page/set-field-by-typing", test_set_field_by_typing);
  return g_test_run ();
}
