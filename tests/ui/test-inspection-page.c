/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-chooser.h"
#include "follow-finding-entry.h"
#include "follow-finding-row.h"
#include "follow-grade-list.h"
#include "follow-grade-tile.h"
#include "follow-navigation.h"
#include "page-fixture.h"

#define HOUSING "Housing staff were rarely invited"

static GtkWidget *
open_inspection (PageFixture *fixture, const char *title)
{
  g_autoptr (FollowRecord) inspection = find_titled (fixture->reg, "inspection", title);

  follow_navigation_open_record (GTK_WIDGET (fixture->window), follow_record_get_id (inspection));
  wait_for_ms (100);
  return GTK_WIDGET (follow_window_get_page (fixture->window));
}

static GtkWidget *
find_finding (GtkWidget *within, const char *beginning)
{
  GtkWidget *label = find_label (within, beginning);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, FOLLOW_TYPE_FINDING_ROW);
}

static void
test_names (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, "The partnership should make sure");

  g_assert_nonnull (find_named (page, GTK_TYPE_LIST_BOX, "Areas for improvement, 6 · all have actions"));
  g_assert_nonnull (
      find_named (page, GTK_TYPE_BUTTON,
                  "5.4 Involving individual children, young people and families: 3, Adequate, down "
                  "from Good in 2021"));
  g_assert_nonnull (find_named (page, GTK_TYPE_BUTTON, "This inspection, March 2025"));
  g_assert_nonnull (find_named (row, GTK_TYPE_BUTTON, "Action 9, Off track"));
  g_assert_nonnull (find_label (row, "Indicator 5.4 · statement 3 · page 31"));
  g_assert_cmpstr (follow_page_get_subtitle (FOLLOW_PAGE (page)), ==,
                   "Care Inspectorate and partners · published 18 March 2025");
}

static void
test_more_actions (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, "The partnership should make sure");
  GtkWidget *more = gtk_widget_get_ancestor (find_label (row, "3 more…"), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (more, "clicked");
  g_assert_null (find_label (row, "3 more…"));
  g_assert_cmpuint (follow_finding_row_count_actions (FOLLOW_FINDING_ROW (row)), ==, 6);
}

static FollowChooser *
open_chooser (GtkWidget *row)
{
  GtkWidget *button = find_named (row, GTK_TYPE_MENU_BUTTON, "Link or add action");

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_ms (50);
  return FOLLOW_CHOOSER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static void
test_add_action (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, HOUSING);
  FollowRecord *finding = follow_finding_row_get_finding (FOLLOW_FINDING_ROW (row));
  FollowChooser *chooser = open_chooser (row);
  g_autoptr (FollowRecord) action = NULL;
  guint n;

  gtk_editable_set_text (follow_chooser_get_entry (chooser), "Zzz ask housing");
  follow_chooser_choose (chooser);
  wait_for_ms (150);
  action = find_titled (fixture->reg, "action", "Zzz ask housing");
  g_assert_cmpint (follow_value_get_links (follow_record_get (action, "sources"), &n)[0], ==,
                   follow_record_get_id (finding));
  g_assert_cmpint (follow_record_get_link (action, "plan"), !=, 0);
  g_assert_nonnull (follow_record_get_text (action, "number"));
  g_assert_cmpuint (follow_finding_row_count_actions (FOLLOW_FINDING_ROW (row)), ==, 1);
  g_assert_null (find_named (row, GTK_TYPE_MENU_BUTTON, "Link or add action"));

  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  wait_for_ms (150);
  g_assert_cmpuint (follow_finding_row_count_actions (FOLLOW_FINDING_ROW (row)), ==, 0);
}

static void
test_link_action (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, HOUSING);
  FollowChooser *chooser = open_chooser (row);

  gtk_editable_set_text (follow_chooser_get_entry (chooser), "dental");
  follow_chooser_choose (chooser);
  wait_for_ms (150);
  g_assert_cmpuint (follow_finding_row_count_actions (FOLLOW_FINDING_ROW (row)), ==, 1);
}

static void
test_make_area (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, HOUSING);
  FollowRecord *finding = follow_finding_row_get_finding (FOLLOW_FINDING_ROW (row));
  GtkWidget *button = find_named (row, GTK_TYPE_BUTTON, "Make an area of the plan");
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("section"));
  g_autoptr (GPtrArray) sections = NULL;

  follow_query_add_id (query, "finding", FOLLOW_TEST_IS, follow_record_get_id (finding));
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, 0);
  g_signal_emit_by_name (button, "clicked");
  wait_for_ms (150);
  sections = follow_register_load_all (fixture->reg, query, NULL);
  g_assert_cmpuint (sections->len, ==, 1);
  g_assert_cmpstr (follow_record_get_text (sections->pdata[0], "wording"), ==,
                   follow_record_get_text (finding, "wording"));
  g_assert_true (GTK_WIDGET (follow_window_get_page (fixture->window)) != page);
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, 0);
}

static void
test_add_findings (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *entry;

  follow_page_create_inside (FOLLOW_PAGE (page));
  wait_for_ms (50);
  entry = find_named (page, GTK_TYPE_ENTRY, "Wording of the new finding");
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), entry));
  for (guint i = 7; i < 9; i++)
    {
      g_autofree char *wording = g_strdup_printf ("Area %u of the test", i);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (FollowRecord) finding = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), wording);
      g_signal_emit_by_name (entry, "activate");
      wait_for_ms (50);
      finding = find_titled (fixture->reg, "finding", wording);
      g_assert_cmpstr (follow_record_get_text (finding, "number"), ==, number);
      g_assert_cmpstr (follow_record_get_text (finding, "type"), ==, "improvement");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    }
  g_assert_nonnull (find_named (page, GTK_TYPE_LIST_BOX, "Areas for improvement, 8 · 2 without an action"));
  g_assert_true (follow_page_escape (FOLLOW_PAGE (page)));
  g_assert_null (find_named (page, GTK_TYPE_ENTRY, "Wording of the new finding"));
}

static GtkWidget *
begin_finding (PageFixture *fixture, GtkWidget *page, const char *wording)
{
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (page, "win.new-inside", NULL));
  wait_for_ms (50);
  entry = find_named (page, GTK_TYPE_ENTRY, "Wording of the new finding");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), wording);
  return entry;
}

static void
assert_numbered (PageFixture *fixture, const char *wording, const char *number)
{
  g_autoptr (FollowRecord) finding = find_titled (fixture->reg, "finding", wording);

  g_assert_cmpstr (follow_record_get_text (finding, "wording"), ==, wording);
  g_assert_cmpstr (follow_record_get_text (finding, "number"), ==, number);
}

/* Who begins the next finding, goes elsewhere or only stops typing keeps what was typed. */
static void
test_keep_findings (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");

  begin_finding (fixture, page, "First of three");
  begin_finding (fixture, page, "Second of three");
  assert_numbered (fixture, "First of three", "7");
  begin_finding (fixture, page, "Third of three");
  assert_numbered (fixture, "Second of three", "8");
  wait_for_ms (900);
  assert_numbered (fixture, "Third of three", "9");
  /* In its own line, and not among the others as well. */
  g_assert_null (find_label (page, "Third of three"));
  g_assert_true (follow_page_escape (FOLLOW_PAGE (page)));
  g_assert_nonnull (find_label (page, "Third of three"));
  begin_finding (fixture, page, "Fourth of three");
  g_assert_true (gtk_widget_activate_action (page, "win.back", NULL));
  wait_for_ms (50);
  assert_numbered (fixture, "Fourth of three", "10");
}

/* What was typed and taken back is not a finding, and one that is open when the window closes is. */
static void
test_finding_at_close (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *entry = begin_finding (fixture, page, "Not wanted");
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("finding"));
  guint n;

  wait_for_ms (900);
  n = follow_register_count (fixture->reg, query, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (follow_page_escape (FOLLOW_PAGE (page)));
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, n - 1);
  begin_finding (fixture, page, "Open at the end");
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  settle ();
  assert_numbered (fixture, "Open at the end", "8");
}

static void
choose (FollowChooser *chooser, const char *text)
{
  gtk_editable_set_text (follow_chooser_get_entry (chooser), text);
  follow_chooser_choose (chooser);
  wait_for_ms (120);
}

static void
test_add_grade (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Progress review");
  GtkWidget *button = find_named (page, GTK_TYPE_MENU_BUTTON, "Add grade");
  FollowChooser *chooser = FOLLOW_CHOOSER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *tile;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_for_ms (50);
  choose (chooser, "9.2");
  g_assert_null (find_widget (page, FOLLOW_TYPE_GRADE_TILE));
  choose (chooser, "very");
  tile = find_named (page, GTK_TYPE_BUTTON,
                     "9.2 Leadership of strategy and direction: 5, Very Good, up from Good in 2021");
  g_assert_nonnull (tile);
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  wait_for_ms (120);
  g_assert_null (find_widget (page, FOLLOW_TYPE_GRADE_TILE));
}

static void
test_change_grade (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *tile = gtk_widget_get_ancestor (find_label (page, "9.2"), FOLLOW_TYPE_GRADE_TILE);
  FollowRecord *evaluation = follow_grade_tile_get_evaluation (FOLLOW_GRADE_TILE (tile));
  GtkWidget *choice;

  g_signal_emit_by_name (find_widget (tile, GTK_TYPE_BUTTON), "clicked");
  wait_for_ms (50);
  choice = gtk_widget_get_ancestor (find_label (tile, "2 Weak"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  wait_for_ms (120);
  g_assert_cmpstr (follow_register_get_title (fixture->reg, follow_record_get_link (evaluation, "grade")), ==,
                   "Weak");
  g_assert_nonnull (find_named (page, GTK_TYPE_BUTTON,
                                "9.2 Leadership of strategy and direction: 2, Weak, down from Good in 2021"));
  gtk_popover_popdown (GTK_POPOVER (find_widget (tile, GTK_TYPE_POPOVER)));
  wait_for_ms (300); /* until it has faded out: GTK holds it so long */
}

static void
test_open_finding (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_inspection (fixture, "Joint inspection of services for children, March");
  GtkWidget *row = find_finding (page, HOUSING);

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_for_ms (50);
  g_assert_true (gtk_widget_has_css_class (row, "open"));
  g_assert_nonnull (find_named (page, GTK_TYPE_BUTTON, "Back to the inspection"));
  g_assert_true (follow_page_escape (FOLLOW_PAGE (page)));
  g_assert_false (gtk_widget_has_css_class (row, "open"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
}

int
main (int argc, char *argv[])
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, function, page_fixture_tear_down)
  ADD ("/inspection/names", test_names);
  ADD ("/inspection/more-actions", test_more_actions);
  ADD ("/inspection/add-action", test_add_action);
  ADD ("/inspection/link-action", test_link_action);
  ADD ("/inspection/make-area", test_make_area);
  ADD ("/inspection/add-findings", test_add_findings);
  ADD ("/inspection/keep-findings", test_keep_findings);
  ADD ("/inspection/finding-at-close", test_finding_at_close);
  ADD ("/inspection/add-grade", test_add_grade);
  ADD ("/inspection/change-grade", test_change_grade);
  ADD ("/inspection/open-finding", test_open_finding);
#undef ADD
  return g_test_run ();
}
