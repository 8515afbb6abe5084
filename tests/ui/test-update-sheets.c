/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <glib/gstdio.h>

#include "follow-date-row.h"
#include "follow-entry-row.h"
#include "follow-update-making-window.h"

static GtkWindow *making;

static gboolean
is_made (PageFixture *fixture)
{
  return find_label (GTK_WIDGET (making), "Nobody leads") != NULL;
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/* What is asked for becomes a round with its sheets, in the folder and in the register. */
static void
test_make (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (FollowRecord) round = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  making = follow_update_making_window_new (fixture->window, NULL);
  gtk_window_present (making);
  settle ();
  follow_update_making_window_make (FOLLOW_UPDATE_MAKING_WINDOW (making), folder);
  wait_until (is_made, fixture);
  g_assert_nonnull (find_named (GTK_WIDGET (making), GTK_TYPE_LIST_BOX, "Sheets made"));
  round = find_titled (fixture->reg, "update_round", "Update sheets");
  g_assert_true (follow_record_is_stored (round));
  sheets = follow_register_load_children (fixture->reg, follow_kind_find ("update_sheet"),
                                          follow_record_get_id (round), NULL);
  g_assert_cmpuint (sheets->len, >, 3);
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *path =
          g_build_filename (folder, follow_record_get_text (sheets->pdata[i], "file_name"), NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  gtk_window_destroy (making);
  settle ();
  remove_files (folder);
}

int
main (int argc, char **argv)
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/update-sheets/make", PageFixture, NULL, page_fixture_set_up, test_make,
              page_fixture_tear_down);
  return g_test_run ();
}
