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

#define PLAN                                                          \
  "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\r\n" \
  "Children are heard,1,Ask them,August 2027,A neighbour,\r\n"

static GtkWindow *
find_dialog (Fixture *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (self->window) && ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* Shows what importing @text into a new register at @path would do, and answers. */
static void
import_new (Fixture *self, const char *text, const char *path, const char *response)
{
  g_autofree char *source = g_build_filename (self->folder, "Plan of 2026.csv", NULL);
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  GtkWindow *dialog;

  g_file_set_contents (source, text, -1, NULL);
  follow_import_dialog_show_new (self->window, source, path);
  while ((dialog = find_dialog (self)) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (dialog);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  settle ();
}

/* Somebody without a register brings a plan in: the register is made with it, or not at all. */
static void
test_import_new (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "New.follow", NULL);

  follow_window_set_register (self->window, NULL);
  import_new (self, PLAN, path, "cancel");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (follow_window_get_register (self->window));

  import_new (self, "Nothing,of,the,kind\r\n1,2,3,4\r\n", path, "close");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (follow_window_get_register (self->window));

  import_new (self, PLAN, path, "import");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (follow_register_get_path (follow_window_get_register (self->window)), ==, path);
  self->page = FOLLOW_PLAN_PAGE (follow_window_get_page (self->window));
  g_assert_cmpstr (follow_page_get_title (FOLLOW_PAGE (self->page)), ==, "Plan of 2026");
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
  add_test ("/plan-page/import-new", test_import_new);
  return g_test_run ();
}
