/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-dialog.h"
#include "follow-import-summary.h"
#include "plan-page-fixture.h"

static void
written_cb (gboolean written, gpointer data)
{
  *(int *) data = written ? 1 : 0;
}

static void
assert_workbook (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "Plan.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "Plan.xlsx", NULL);
  int written = -1;

  /* What is being typed belongs into it. */
  do_with (self, "9", "plan.add-below");
  type (self, "Ask the children’s panel");
  follow_plan_page_export_to (self->page, path, NULL, written_cb, &written);
  while (written == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (written, ==, 1);
  assert_workbook (path);
  g_assert_cmpuint (self->page->outline->actions->len, ==, 34);

  written = -1;
  follow_plan_page_export_to (self->page, nowhere, "outcomes", written_cb, &written);
  while (written == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (written, ==, 0);
  settle ();
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "Plan of 2026.csv", NULL);
  FollowImportOptions options = { .dry_run = TRUE };
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *summary;

  g_file_set_contents (path,
                       "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\r\n"
                       "Children are heard,1,Ask them,August 2027,A neighbour,\r\n"
                       ",2,Answer them,Sept 2027,,\r\n",
                       -1, NULL);
  result = follow_import_file (self->reg, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (follow_import_summary_has_news (result));
  summary = g_object_ref_sink (follow_import_summary_new (result));
  g_assert_nonnull (find_named (summary, GTK_TYPE_LIST_BOX, "Records"));
  g_assert_nonnull (find_named (summary, GTK_TYPE_LIST_BOX, "To look at"));
  g_assert_finalize_object (summary);

  g_assert_true (follow_import_dialog_commit (self->window, path, 0));
  settle ();
  self->page = FOLLOW_PLAN_PAGE (follow_window_get_page (self->window));
  g_assert_cmpstr (follow_page_get_title (FOLLOW_PAGE (self->page)), ==, "Plan of 2026");
  g_assert_cmpuint (self->page->outline->actions->len, ==, 2);
  again = follow_import_file (self->reg, path, &options, NULL, &error);
  g_assert_false (follow_import_summary_has_news (again));
  undo (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->page->stack), ==, "gone");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  add_test ("/plan-page/export", test_export);
  add_test ("/plan-page/import", test_import);
  return g_test_run ();
}
