/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-bin.h"
#include "follow-history-row.h"
#include "follow-history.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "page-fixture.h"

static GtkWidget *
get_page (PageFixture *fixture)
{
  return GTK_WIDGET (follow_window_get_page (fixture->window));
}

static gboolean
is_loaded (PageFixture *fixture)
{
  return find_label (get_page (fixture), "143 days overdue") != NULL;
}

static void
open_overview (PageFixture *fixture)
{
  follow_navigation_show_place (GTK_WIDGET (fixture->window), "overview");
  wait_until (is_loaded, fixture);
}

static guint
count (PageFixture *fixture, const char *field, const char *value)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));

  if (field != NULL)
    follow_query_add_text (query, field, FOLLOW_TEST_IS, value);
  return follow_register_count (fixture->reg, query, NULL);
}

static void
test_overview_counts (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *all = g_strdup_printf ("%u actions in 2 plans", count (fixture, NULL, NULL));
  g_autofree char *complete = g_strdup_printf ("Complete, %u", count (fixture, "status", "complete"));
  g_autofree char *overdue = g_strdup_printf ("Overdue, %u", count (fixture, "due_state", "overdue"));
  g_autofree char *due_soon =
      g_strdup_printf ("Due in 30 days, %u", count (fixture, "due_state", "due_soon"));

  open_overview (fixture);
  g_assert_nonnull (find_label (get_page (fixture), all));
  g_assert_nonnull (find_named (get_page (fixture), GTK_TYPE_BUTTON, complete));
  g_assert_nonnull (find_named (get_page (fixture), GTK_TYPE_LIST_BOX, overdue));
  g_assert_nonnull (find_named (get_page (fixture), GTK_TYPE_LIST_BOX, due_soon));
  g_assert_nonnull (find_named (get_page (fixture), GTK_TYPE_LIST_BOX, "Findings without an action, 1"));
  g_assert_nonnull (find_label (get_page (fixture), "Lead is “tbc” · timescale “Dates set” is not a date"));
  g_assert_cmpstr (follow_page_get_subtitle (FOLLOW_PAGE (get_page (fixture))), ==,
                   "Thursday 12 November 2026");
}

static gboolean
is_one_less (PageFixture *fixture)
{
  return find_named (get_page (fixture), GTK_TYPE_LIST_BOX, "Overdue, 6") != NULL;
}

static void
test_overview_follows (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) overdue = NULL;
  g_autoptr (FollowRecord) copy = NULL;

  open_overview (fixture);
  follow_query_add_text (query, "due_state", FOLLOW_TEST_IS, "overdue");
  overdue = follow_register_load_all (fixture->reg, query, NULL);
  g_assert_cmpuint (overdue->len, ==, 7);
  copy = follow_record_copy (overdue->pdata[0]);
  follow_record_set_text (copy, "status", "complete");
  g_assert_true (follow_register_save (fixture->reg, copy, NULL));
  wait_until (is_one_less, fixture);
}

static void
test_overview_filters (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *complete = g_strdup_printf ("Complete, %u", count (fixture, "status", "complete"));

  open_overview (fixture);
  g_signal_emit_by_name (find_named (get_page (fixture), GTK_TYPE_BUTTON, complete), "clicked");
  wait_for_ms (50);
  g_assert_cmpstr (follow_page_get_place (FOLLOW_PAGE (get_page (fixture))), ==, "actions");
  g_assert_nonnull (find_label (get_page (fixture), "Declared status: Complete"));
}

static FollowRecord *
remove_action (PageFixture *fixture, const char *beginning)
{
  FollowRecord *action = find_titled (fixture->reg, "action", beginning);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (action));
  follow_navigation_remove (GTK_WIDGET (fixture->window), records);
  return action;
}

static void
open_bin (PageFixture *fixture)
{
  follow_navigation_push (GTK_WIDGET (fixture->window), follow_bin_page_new (fixture->reg));
  wait_for_ms (50);
}

/* Restores whatever the example has in its bin. */
static void
empty_bin (PageFixture *fixture)
{
  g_autoptr (GPtrArray) bin = follow_register_load_bin (fixture->reg, 100, NULL);
  g_autoptr (FollowChanges) changes = follow_changes_new ("Test");

  for (guint i = 0; i < bin->len; i++)
    {
      g_autoptr (FollowRecord) record =
          follow_register_find (fixture->reg, ((FollowRemoved *) bin->pdata[i])->id, NULL);

      follow_changes_restore (changes, record);
    }
  g_assert_true (follow_register_commit (fixture->reg, changes, NULL));
}

static void
test_bin_empty (PageFixture *fixture, gconstpointer data)
{
  empty_bin (fixture);
  open_bin (fixture);
  g_assert_nonnull (find_label (get_page (fixture), "Nothing in the Bin"));
}

static void
test_bin_restore (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = remove_action (fixture, "Compare registration rates");
  g_autoptr (GPtrArray) bin = follow_register_load_bin (fixture->reg, 100, NULL);
  const FollowRemoved *removed = g_ptr_array_index (bin, 0);
  const char *name = "Restore Action 21: Compare registration rates with three similar authorities";

  /* What is inside of it is not listed for itself. */
  g_assert_cmpint (removed->id, ==, follow_record_get_id (action));
  for (guint i = 0; i < bin->len; i++)
    g_assert_null (((FollowRemoved *) bin->pdata[i])->kind->parent);
  g_assert_cmpstr (removed->who, ==, follow_register_get_user (fixture->reg));

  open_bin (fixture);
  g_signal_emit_by_name (find_named (get_page (fixture), GTK_TYPE_BUTTON, name), "clicked");
  wait_for_ms (50);
  g_assert_false (follow_register_is_removed (fixture->reg, follow_record_get_id (action)));
  g_assert_null (find_named (get_page (fixture), GTK_TYPE_BUTTON, name));
}

static void
test_bin_several (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) first = NULL;
  g_autoptr (FollowRecord) second = NULL;
  GtkWidget *button;

  empty_bin (fixture);
  first = remove_action (fixture, "Compare registration rates");
  second = remove_action (fixture, "Adopt one neglect");
  open_bin (fixture);
  for (GtkWidget *row =
           gtk_widget_get_first_child (find_named (get_page (fixture), GTK_TYPE_LIST_BOX, "Bin"));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  button = find_named (get_page (fixture), GTK_TYPE_BUTTON, "Restore 2 records");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_for_ms (50);
  g_assert_false (follow_register_is_removed (fixture->reg, follow_record_get_id (first)));
  g_assert_false (follow_register_is_removed (fixture->reg, follow_record_get_id (second)));
  g_assert_nonnull (find_label (get_page (fixture), "Nothing in the Bin"));
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (follow_register_is_removed (fixture->reg, follow_record_get_id (second)));
}

static void
test_history_put_back (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = find_titled (fixture->reg, "action", "Compare registration rates");
  g_autoptr (FollowRecord) copy = follow_record_copy (action);
  g_autofree char *before = g_strdup (follow_record_get_text (action, "status"));
  GtkWidget *button;

  follow_record_set_text (copy, "status", "withdrawn");
  g_assert_true (follow_register_save (fixture->reg, copy, NULL));
  follow_navigation_show_history (GTK_WIDGET (fixture->window), follow_record_get_id (action));
  wait_for_ms (50);
  button = find_named (find_widget (get_page (fixture), FOLLOW_TYPE_HISTORY_ROW), GTK_TYPE_BUTTON,
                       "Put back Declared status");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_for_ms (50);
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, before);
}

int
main (int argc, char *argv[])
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, function, page_fixture_tear_down)
  ADD ("/overview/counts", test_overview_counts);
  ADD ("/overview/follows", test_overview_follows);
  ADD ("/overview/filters", test_overview_filters);
  ADD ("/bin/empty", test_bin_empty);
  ADD ("/bin/restore", test_bin_restore);
  ADD ("/bin/several", test_bin_several);
  ADD ("/history/put-back", test_history_put_back);
#undef ADD
  return g_test_run ();
}
