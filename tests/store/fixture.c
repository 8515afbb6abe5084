/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <sqlite3.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Every save waits for the disk several times; on one that others use too, tests would take
   * minutes. A file in memory is the same to SQLite. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  fixture->folder = g_dir_make_tmp ("follow-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Test.follow", NULL);
  fixture->reg = follow_register_create (fixture->path, &error);
  g_assert_no_error (error);
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

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->reg != NULL)
    g_assert_finalize_object (fixture->reg);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A record with pairs of the name of a text, choice or timescale field and its text. */
FollowRecord *
fixture_add (Fixture *fixture, const char *kind, gint64 parent_id, const char *field, ...)
{
  g_autoptr (GError) error = NULL;
  FollowRecord *record = follow_record_new (follow_kind_find (kind), parent_id);
  va_list arguments;

  va_start (arguments, field);
  for (const char *name = field; name != NULL; name = va_arg (arguments, const char *))
    {
      const FollowField *described = follow_kind_find_field (follow_kind_find (kind), name);
      g_autoptr (FollowValue) value = follow_field_read (described, va_arg (arguments, const char *), &error);

      g_assert_no_error (error);
      follow_record_set (record, name, value);
    }
  va_end (arguments);
  follow_register_save (fixture->reg, record, &error);
  g_assert_no_error (error);
  return record;
}

FollowRecord *
fixture_add_action (Fixture *fixture, const char *number, const char *wording, const char *timescale)
{
  return fixture_add (fixture, "action", 0, "number", number, "wording", wording, "timescale", timescale,
                      NULL);
}

/* As the program does when it is started again. */
void
fixture_open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->reg != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->reg));
  fixture->reg = follow_register_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

/* A copy to edit. */
FollowRecord *
fixture_get (Fixture *fixture, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) live = follow_register_get (fixture->reg, follow_kind_find (kind), id, &error);

  g_assert_no_error (error);
  return follow_record_copy (live);
}

void
fixture_save (Fixture *fixture, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;

  follow_register_save (fixture->reg, record, &error);
  g_assert_no_error (error);
}

void
fixture_assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (follow_register_check (fixture->reg, problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every byte of it, to see that nothing was altered. */
char *
fixture_hash_file (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

#define NOBODY 65534

/* The folder and the register become those of whoever fixture_run_as_nobody() runs as. */
void
fixture_give_to_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
}

/* Does @work in a process without the rights of the system's administrator, whom permissions do not
 * stop. No register may be open. */
void
fixture_run_as_nobody (Fixture *fixture, void (*work) (Fixture *fixture))
{
  int status = -1;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      if (geteuid () == 0)
        g_assert_true (setgroups (0, NULL) == 0 && setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
      work (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
}

/* Writes through a connection of its own, as another program would. */
gboolean
fixture_run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  gboolean ok = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) == SQLITE_OK &&
                sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;

  if (!ok)
    g_test_message ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
  return ok;
}

static int
take_number (void *data, int n_columns, char **values, char **names)
{
  *(gint64 *) data = g_ascii_strtoll (values[0] != NULL ? values[0] : "0", NULL, 10);
  return 0;
}

/* Asks the file itself, through a connection of its own. */
gint64
fixture_count_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  gint64 number = -1;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, take_number, &number, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return number;
}

void
fixture_execute_sql (Fixture *fixture, const char *sql)
{
  g_assert_true (fixture_run_sql (fixture->path, sql));
}
