/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "follow-error.h"
#include "follow-register-private.h"

/* Two programs at one register: nobody sees half of what another writes, a write waits its turn, and
 * whoever waits too long is told for whom. */

/* A process that runs @begin on the register, says so, and runs @end when it is told to or when
 * its time is over. */
typedef struct
{
  pid_t pid;
  int told;
  int tell;
} Holder;

static void
hold (const char *path, const char *begin, const char *end, int ready, int go)
{
  sqlite3 *db = NULL;
  char byte;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_exec (db, begin, NULL, NULL, NULL) != SQLITE_OK || write (ready, "h", 1) != 1 ||
      read (go, &byte, 1) < 0 || sqlite3_exec (db, end, NULL, NULL, NULL) != SQLITE_OK)
    _exit (1);
  sqlite3_close (db);
  _exit (0);
}

static Holder
start_holder (Fixture *fixture, const char *begin, const char *end)
{
  Holder holder;
  int ready[2], go[2];
  char byte = 0;

  g_assert_true (pipe (ready) == 0 && pipe (go) == 0);
  holder.pid = fork ();
  g_assert_cmpint (holder.pid, >=, 0);
  if (holder.pid == 0)
    {
      close (go[1]);
      hold (fixture->path, begin, end, ready[1], go[0]);
    }
  close (ready[1]);
  close (go[0]);
  holder.told = ready[0];
  holder.tell = go[1];
  g_assert_cmpint (read (holder.told, &byte, 1), ==, 1);
  return holder;
}

static void
end_holder (Holder *holder)
{
  int status = -1;

  close (holder->tell);
  g_assert_cmpint (waitpid (holder->pid, &status, 0), ==, holder->pid);
  g_assert_cmpint (status, ==, 0);
  close (holder->told);
}

/* Whether another process can run @sql at once. */
static gboolean
can_another_process (Fixture *fixture, const char *sql)
{
  int status = -1;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      sqlite3 *db = NULL;
      int code = sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READWRITE, NULL);

      if (code == SQLITE_OK)
        code = sqlite3_exec (db, sql, NULL, NULL, NULL);
      _exit (code == SQLITE_OK ? 0 : code == SQLITE_BUSY ? 1 : 2);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (WEXITSTATUS (status), <, 2);
  return WEXITSTATUS (status) == 0;
}

static gboolean
can_another_process_write (Fixture *fixture)
{
  return can_another_process (fixture, "BEGIN IMMEDIATE");
}

static void
set_patience (Fixture *fixture, int ms)
{
  fixture->reg->busy_timeout = ms;
  sqlite3_busy_timeout (fixture->reg->db, ms);
}

static char *
get_wording (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) live = follow_register_get (fixture->reg, follow_kind_find ("action"), id, &error);

  g_assert_no_error (error);
  return g_strdup (follow_record_get_text (live, "wording"));
}

static void
count_cb (FollowRegister *reg, GHashTable *touched, guint *n)
{
  g_assert_null (touched);
  (*n)++;
}

/* A reader sees what stood before until all of the change stands, and then is told. */
static void
test_reads_while_another_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Before", NULL);
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) live = follow_register_find (fixture->reg, id, NULL);
  g_autofree char *title = NULL;
  g_autofree char *during = NULL;
  Holder holder;
  guint n = 0;

  title = g_strdup (follow_register_get_title (fixture->reg, id));
  g_signal_connect (fixture->reg, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (follow_register_poll (fixture->reg));
  holder =
      start_holder (fixture,
                    "BEGIN IMMEDIATE; UPDATE action SET wording = 'After'; UPDATE record SET title = 'After' "
                    "WHERE kind = 'action'",
                    "COMMIT");
  g_assert_false (follow_register_poll (fixture->reg));
  g_clear_object (&live);
  during = get_wording (fixture, id);
  g_assert_cmpstr (during, ==, "Before");
  live = follow_register_find (fixture->reg, id, NULL);

  end_holder (&holder);
  g_assert_true (follow_register_poll (fixture->reg));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (follow_record_get_text (live, "wording"), ==, "After");
  g_assert_cmpstr (follow_register_get_title (fixture->reg, id), ==, "After");
  g_assert_false (follow_register_poll (fixture->reg));
  g_assert_cmpuint (n, ==, 1);
}

/* More than SQLite would keep in memory by itself. */
#define MANY_ACTIONS 4000

static gboolean
write_much (FollowRegister *reg, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autofree char *wording = g_strnfill (16 * 1024, 'w');
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  for (guint i = 0; i < MANY_ACTIONS; i++)
    {
      g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

      follow_record_set_text (action, "wording", wording);
      follow_changes_save (changes, action);
    }
  if (!follow_register_commit (reg, changes, error))
    return FALSE;
  g_assert_true (can_another_process (fixture, "SELECT count (*) FROM action"));
  return TRUE;
}

/* However much is written in one step, others read what stood before until it is committed. */
static void
test_reads_during_a_long_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (follow_register_write_together (fixture->reg, write_much, fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM action"), ==, MANY_ACTIONS);
}

/* Looking for changes never waits for whoever is in the midst of writing them. */
static void
test_poll_does_not_wait (Fixture *fixture, gconstpointer data)
{
  Holder holder = start_holder (fixture, "BEGIN EXCLUSIVE", "COMMIT");
  gint64 began = g_get_monotonic_time ();

  g_assert_false (follow_register_poll (fixture->reg));
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
  end_holder (&holder);
  g_assert_false (follow_register_poll (fixture->reg));
}

static gpointer
end_later (gpointer data)
{
  g_usleep (300000);
  end_holder (data);
  return NULL;
}

static void
test_waits_its_turn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  Holder holder = start_holder (fixture, "BEGIN EXCLUSIVE", "COMMIT");
  GThread *thread = g_thread_new ("end-later", end_later, &holder);
  gint64 began = g_get_monotonic_time ();

  follow_record_set_text (action, "status", "complete");
  fixture_save (fixture, action);
  g_assert_cmpint (g_get_monotonic_time () - began, >, 200000);
  g_thread_join (thread);
}

/* @begin holds it so that a write cannot end in time. */
static void
assert_names_holder (Fixture *fixture, const char *begin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autofree char *sentence = NULL;
  Holder holder;

  set_patience (fixture, 200);
  holder = start_holder (fixture, begin, "COMMIT");
  follow_record_set_text (action, "status", "complete");
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_BUSY);
  sentence = g_strdup_printf ("(process %d) holds the register. Try again in a moment.", (int) holder.pid);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "Could not save: “test-store-"));
  g_assert_true (g_str_has_suffix (error->message, sentence));
  g_assert_true (follow_record_is_changed (action));
  end_holder (&holder);
  fixture_save (fixture, action);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change WHERE field = 'status'"), ==, 1);
}

static void
test_names_who_writes (Fixture *fixture, gconstpointer data)
{
  assert_names_holder (fixture, "BEGIN IMMEDIATE");
}

static void
test_names_who_reads (Fixture *fixture, gconstpointer data)
{
  assert_names_holder (fixture, "BEGIN; SELECT count (*) FROM record");
}

/* Another connection of this process, as an export has, is no other program. */
static void
test_holds_it_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRegister) other = follow_register_open (fixture->path, FALSE, &error);

  set_patience (fixture, 100);
  g_assert_true (follow_register_begin (other, &error));
  follow_record_set_text (action, "status", "complete");
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_BUSY);
  g_assert_cmpstr (
      error->message, ==,
      "Could not save: another window or task of this program holds the register. Try again in a "
      "moment.");
  g_assert_true (follow_register_end (other, TRUE, NULL));
  fixture_save (fixture, action);
}

/* To open the register once more, as counting on a thread does, takes no lock away from the
 * connection that is writing: the system drops a process's locks on a file whenever it closes it. */
static void
test_opening_again_keeps_the_locks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) other = NULL;

  g_assert_true (can_another_process_write (fixture));
  g_assert_true (follow_register_begin (fixture->reg, &error));
  g_assert_false (can_another_process_write (fixture));
  other = follow_register_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_clear_object (&other);
  g_assert_false (can_another_process_write (fixture));
  g_assert_true (follow_register_end (fixture->reg, TRUE, &error));
  g_assert_true (can_another_process_write (fixture));
}

/* Both change one record, each another field; a backup is taken meanwhile. */
static void
test_two_write_in_turn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) mine = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRegister) other = follow_register_open (fixture->path, FALSE, &error);
  g_autoptr (FollowRecord) theirs = NULL;
  g_autoptr (FollowRecord) now = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.follow", NULL);

  theirs = follow_record_copy (mine);
  for (guint i = 0; i < 10; i++)
    {
      follow_record_set_text (mine, "priority", i % 2 ? "high" : "low");
      fixture_save (fixture, mine);
      follow_record_set_text (theirs, "status", i % 2 ? "on_track" : "slippage");
      g_assert_true (follow_register_save (other, theirs, &error));
      g_assert_no_error (error);
    }
  g_assert_true (follow_register_backup (other, copy, &error));
  now = fixture_get (fixture, "action", follow_record_get_id (mine));
  g_assert_cmpstr (follow_record_get_text (now, "priority"), ==, "high");
  g_assert_cmpstr (follow_record_get_text (now, "status"), ==, "on_track");
  fixture_assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/processes/reads-while-another-writes", test_reads_while_another_writes);
  fixture_add_test ("/processes/reads-during-a-long-write", test_reads_during_a_long_write);
  fixture_add_test ("/processes/poll-does-not-wait", test_poll_does_not_wait);
  fixture_add_test ("/processes/waits-its-turn", test_waits_its_turn);
  fixture_add_test ("/processes/names-who-writes", test_names_who_writes);
  fixture_add_test ("/processes/names-who-reads", test_names_who_reads);
  fixture_add_test ("/processes/holds-it-itself", test_holds_it_itself);
  fixture_add_test ("/processes/opening-again-keeps-the-locks", test_opening_again_keeps_the_locks);
  fixture_add_test ("/processes/two-write-in-turn", test_two_write_in_turn);
  return g_test_run ();
}
