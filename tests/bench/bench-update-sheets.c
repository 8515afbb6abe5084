/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking everybody at once: 200 leads of a register with 2,000 live actions, from the press of the button to the
 * last file in its folder, and the reading of all of them back. Aim: ten seconds, and five. */
#include <glib/gstdio.h>

#include "follow-update-making.h"
#include "follow-update-return.h"

#define N_LEADS 200
#define N_EACH 10

static FollowRecord *
make_lead (guint number, FollowChanges *changes)
{
  g_autofree char *post = g_strdup_printf ("Service Manager, Area %u", number);
  FollowRecord *lead = follow_record_new (follow_kind_find ("person"), 0);

  follow_record_set_text (lead, "post", post);
  follow_changes_save (changes, lead);
  return lead;
}

static void
make_action (guint number, FollowRecord *lead, FollowChanges *changes)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
  g_autoptr (FollowRecord) note = NULL;

  follow_record_set_text (action, "number", text);
  follow_record_set_text (
      action, "wording",
      "Agree how the agencies tell each other about a change of lead before a review is due.");
  follow_record_set_timescale (action, "timescale", "September 2027");
  follow_record_set_text (action, "status", "on_track");
  follow_record_set_link (action, "leads", follow_record_get_id (lead));
  follow_changes_save (changes, action);
  note = follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));
  follow_record_set_text (note, "date", "2026-10-01");
  follow_record_set_text (
      note, "text",
      "Each agency has named who writes; two have begun. The answers come to the next meeting.");
  follow_changes_save (changes, note);
}

static FollowRegister *
make_register (const char *path)
{
  g_autoptr (GError) error = NULL;
  FollowRegister *reg = follow_register_create (path, &error);
  g_autoptr (FollowChanges) changes = follow_changes_new ("Benchmark");

  g_assert_no_error (error);
  for (guint i = 0; i < N_LEADS; i++)
    {
      g_autoptr (FollowRecord) lead = make_lead (i + 1, changes);

      for (guint j = 0; j < N_EACH; j++)
        make_action (i * N_EACH + j + 1, lead, changes);
    }
  follow_register_commit (reg, changes, &error);
  g_assert_no_error (error);
  return reg;
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e6;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-update-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Bench.follow", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (FollowRegister) reg = make_register (path);
  FollowUpdateOptions options = { .folder = out };
  const char *paths[] = { out, NULL };
  g_autoptr (FollowUpdateMaking) making = NULL;
  g_autoptr (FollowUpdateReturn) update = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double written, finished;

  making = follow_update_making_write (reg, &options, &error);
  g_assert_no_error (error);
  written = since (start);
  follow_update_making_finish (making, reg, &error);
  g_assert_no_error (error);
  finished = since (start);
  start = g_get_monotonic_time ();
  update = follow_update_return_read (reg, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_print ("%u leads with %u actions each\n", N_LEADS, N_EACH);
  g_print ("  workbooks written           %7.3f s\n", written);
  g_print ("  moved and noted             %7.3f s\n", finished - written);
  g_print ("  made                        %7.3f s   (at most 10)\n", finished);
  g_print ("  all read back and compared  %7.3f s   (at most 5)\n", since (start));
  g_clear_pointer (&update, follow_update_return_free);
  g_clear_pointer (&making, follow_update_making_free);
  g_clear_object (&reg);
  remove_folder (folder);
  return 0;
}
