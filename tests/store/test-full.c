/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "follow-error.h"

/* No space left, at whatever moment of a save: the register is as it was, the record still holds
 * what was typed, and the save works once there is space. */

static gint64
get_size (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_size;
}

static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "word%u ", i * 7919 % 40000);
  return g_string_free (text, FALSE);
}

/* Types more than fits, into a new record and into an old one. */
static void
assert_full (FollowRegister *reg, FollowRecord *action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = make_long_text ();
  g_autoptr (FollowRecord) note =
      follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("progress_note"));
  g_autofree char *before = fixture_hash_file (follow_register_get_path (reg));
  g_autofree char *after = NULL;

  follow_record_set_text (note, "date", "2026-10-01");
  follow_record_set_text (note, "text", text);
  follow_record_set_text (action, "intended_outcome", text);
  follow_changes_save (changes, note);
  follow_changes_save (changes, action);
  g_assert_false (follow_register_commit (reg, changes, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FULL);
  g_assert_cmpstr (error->message, ==, "Could not save: the disk is full. What was saved before is safe.");
  g_assert_cmpstr (follow_record_get_text (note, "text"), ==, text);
  g_assert_cmpstr (follow_record_get_text (action, "intended_outcome"), ==, text);
  g_assert_false (follow_record_is_stored (note));
  g_assert_true (follow_record_is_changed (action));
  g_assert_cmpuint (follow_register_count (reg, query, NULL), ==, 0);
  after = fixture_hash_file (follow_register_get_path (reg));
  g_assert_cmpstr (before, ==, after);
}

static void
assert_saved (Fixture *fixture, FollowRegister *reg, FollowRecord *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (follow_register_save (reg, action, &error));
  g_assert_no_error (error);
  g_assert_false (follow_record_is_changed (action));
  g_assert_true (follow_register_check (reg, problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A limit on how large a file may be fails as a quota does; it needs no rights to set. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  struct rlimit was;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &was), ==, 0);
  set_limit (get_size (fixture->path) + 3 * 4096);
  assert_full (fixture->reg, action);
  set_limit (was.rlim_cur);
  assert_saved (fixture, fixture->reg, action);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM progress_note"), ==, 0);
}

/* The journal is the first to find no space. */
static void
test_limit_on_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  struct rlimit was;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &was), ==, 0);
  set_limit (4096);
  follow_record_set_text (action, "status", "complete");
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FULL);
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, "complete");
  set_limit (was.rlim_cur);
  assert_saved (fixture, fixture->reg, action);
}

/* Backups and new registers leave nothing half made. */
static void
test_limit_on_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.follow", NULL);
  struct rlimit was;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &was), ==, 0);
  set_limit (get_size (fixture->path) / 2);
  g_assert_false (follow_register_backup (fixture->reg, copy, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (follow_register_create (copy, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FULL);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  set_limit (was.rlim_cur);
  fixture_assert_sound (fixture);
}

static void
fill_disk (const char *path)
{
  static const char block[512];
  int fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) > 0)
    continue;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

static void
use_small_disk (Fixture *fixture, const char *disk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (disk, "Test.follow", NULL);
  g_autofree char *ballast = g_build_filename (disk, "ballast", NULL);
  g_autoptr (FollowRegister) reg = follow_register_create (path, &error);
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  g_assert_no_error (error);
  follow_record_set_text (action, "wording", "Agree a protocol");
  g_assert_true (follow_register_save (reg, action, &error));
  fill_disk (ballast);
  assert_full (reg, action);
  g_assert_cmpint (g_unlink (ballast), ==, 0);
  assert_saved (fixture, reg, action);
}

/* A disk that is really full, where this process may make one. */
static void
test_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=4m") != 0)
    {
      g_test_skip ("this process may not mount a disk");
      return;
    }
  use_small_disk (fixture, disk);
  g_assert_cmpint (umount (disk), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/full/limit", test_limit);
  fixture_add_test ("/full/limit-on-journal", test_limit_on_journal);
  fixture_add_test ("/full/limit-on-copies", test_limit_on_copies);
  fixture_add_test ("/full/disk", test_disk);
  return g_test_run ();
}
