/* SPDX-License-Identifier: GPL-3.0-or-later */
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  add_test ("/plan-page/export", test_export);
  return g_test_run ();
}
