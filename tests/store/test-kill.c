/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "follow-error.h"
#include "follow-history.h"
#include "follow-register-private.h"

/* A process that saves without a pause is killed at random moments, again and again. Whatever it
 * was told is saved is there afterwards, with its history and its words in the search; of what it
 * was not told yet, there is all or nothing. FOLLOW_KILL_SECONDS says how long to go on. */

#define DEFAULT_SECONDS 5

typedef enum
{
  ADD,    /* an action with a lead, a milestone and a note */
  CHANGE, /* two text fields */
  LINK,   /* agencies and a text field */
  NOTE,   /* a note to an action */
  REMOVE, /* an action, with what is inside of it */
  DRAFT,  /* what may not be saved yet */
} Work;

static const Work order[] = { ADD, CHANGE, ADD, LINK, NOTE, ADD, CHANGE, DRAFT, REMOVE, NOTE };

static Work
get_work (guint seq)
{
  return order[seq % G_N_ELEMENTS (order)];
}

/* What a save is answered with: its number in the order of all, and the record it was about. */
typedef struct
{
  guint seq;
  gint64 id;
} Answer;

typedef struct
{
  Fixture *fixture;
  gint64 person;
  gint64 agencies[3];
  GHashTable *written; /* seq → id: what must be there */
  guint n_answered;
  guint n_in_flight; /* whole, though killed before the answer */
  guint n_journals;  /* kills in the midst of writing the file */
  guint n_rounds;
} Trial;

/* --- The process that is killed --- */

static FollowRecord *
begin_child (
    FollowChanges *changes, const char *kind, gint64 parent, const char *field, const char *word, guint seq)
{
  FollowRecord *record = follow_record_new (follow_kind_find (kind), parent);
  g_autofree char *text = g_strdup_printf ("%s zq%u", word, seq);

  follow_record_set_text (record, field, text);
  follow_changes_save (changes, record);
  return record;
}

static void
set_text (FollowRecord *record, const char *field, const char *word, guint seq)
{
  g_autofree char *text = g_strdup_printf ("%s zq%u", word, seq);

  follow_record_set_text (record, field, text);
}

static gint64
add_action (Trial *trial, FollowChanges *changes, guint seq)
{
  g_autoptr (FollowRecord) action = begin_child (changes, "action", 0, "wording", "Agree protocol", seq);
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) milestone = begin_child (changes, "milestone", id, "wording", "Draft", seq);
  g_autoptr (FollowRecord) note = begin_child (changes, "progress_note", id, "text", "Begun", seq);

  follow_record_set_link (action, "leads", trial->person);
  follow_record_set_timescale (action, "timescale", "22 June 2027");
  follow_record_set_text (note, "date", "2026-11-12");
  return id;
}

static void
change_action (Trial *trial, FollowChanges *changes, FollowRecord *action, guint seq)
{
  g_autoptr (FollowValue) agencies = follow_value_new_links (trial->agencies + seq % 2, 2);
  g_autoptr (FollowRecord) note = NULL;

  switch (get_work (seq))
    {
    case CHANGE:
      set_text (action, "wording", "Agree pathway", seq);
      set_text (action, "intended_outcome", "Children are seen", seq);
      follow_changes_save (changes, action);
      break;
    case LINK:
      set_text (action, "measure", "Audit", seq);
      follow_record_set (action, "agencies", agencies);
      follow_changes_save (changes, action);
      break;
    case NOTE:
      note = begin_child (changes, "progress_note", follow_record_get_id (action), "text", "Went on", seq);
      follow_record_set_text (note, "date", "2026-11-12");
      break;
    case REMOVE:
      follow_changes_remove (changes, action);
      break;
    case ADD:
    case DRAFT:
    default:
      g_assert_not_reached ();
    }
}

static gint64
save_draft (FollowRegister *reg, guint seq)
{
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  set_text (action, "measure", "Typed", seq);
  if (!follow_register_save_draft (reg, action, NULL))
    _exit (3);
  return follow_record_get_id (action);
}

static gint64
save_one (Trial *trial, FollowRegister *reg, GArray *ids, guint seq)
{
  const FollowKind *kind = follow_kind_find ("action");
  g_autofree char *label = g_strdup_printf ("save %u", seq);
  g_autoptr (FollowChanges) changes = follow_changes_new (label);
  gint64 id = 0;

  if (get_work (seq) == DRAFT)
    return save_draft (reg, seq);
  if (get_work (seq) == ADD)
    id = add_action (trial, changes, seq);
  else
    {
      guint index = g_random_int_range (0, ids->len);
      g_autoptr (FollowRecord) live = NULL;
      g_autoptr (FollowRecord) action = NULL;

      id = g_array_index (ids, gint64, index);
      live = follow_register_get (reg, kind, id, NULL);
      action = follow_record_copy (live);
      change_action (trial, changes, action, seq);
      if (get_work (seq) == REMOVE)
        g_array_remove_index_fast (ids, index);
    }
  if (!follow_register_commit (reg, changes, NULL))
    _exit (3);
  if (get_work (seq) == ADD)
    g_array_append_val (ids, id);
  return id;
}

static void
save_for_ever (Trial *trial, guint seq, int answers)
{
  g_autoptr (FollowRegister) reg = follow_register_open (trial->fixture->path, FALSE, NULL);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) ids = reg != NULL ? follow_register_list (reg, query, NULL) : NULL;

  if (ids == NULL)
    _exit (2);
  for (;; seq++)
    {
      Answer answer = { .seq = seq, .id = save_one (trial, reg, ids, seq) };

      if (write (answers, &answer, sizeof answer) != sizeof answer)
        _exit (4);
    }
}

/* --- What is there afterwards --- */

static gint64
ask (FollowRegister *reg, const char *sql, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowStatement) statement = follow_register_prepare (reg, sql, &error);

  g_assert_no_error (error);
  sqlite3_bind_int64 (statement, 1, id);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* The history, replayed from the first entry, arrives at the record: nothing of either is missing. */
static void
assert_history_is_whole (FollowRegister *reg, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history =
      follow_register_load_history (reg, follow_record_get_id (record), FALSE, G_MAXINT, &error);
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (FollowRecord) replayed = follow_record_new (kind, 0);
  gboolean removed = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, >, 0);
  for (guint i = history->len; i-- > 0;)
    {
      const FollowChange *change = g_ptr_array_index (history, i);

      g_assert_cmpint (change->type == FOLLOW_CHANGE_ADDED, ==, i == history->len - 1);
      if (change->type != FOLLOW_CHANGE_SET)
        removed = change->type == FOLLOW_CHANGE_REMOVED;
      else
        {
          g_assert_true (
              follow_value_equal (follow_record_get (replayed, change->field->name), change->before));
          follow_record_set (replayed, change->field->name, change->after);
        }
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED))
      g_assert_true (
          follow_value_equal (follow_record_get_value (replayed, i), follow_record_get_value (record, i)));
  g_assert_cmpint (follow_register_is_removed (reg, follow_record_get_id (record)), ==, removed);
}

static void
assert_search_agrees (FollowRegister *reg, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (reg, "SELECT text FROM search WHERE rowid = ?1", NULL);
  gboolean removed = follow_register_is_removed (reg, follow_record_get_id (record));

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]) && follow_record_get_value (record, i) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              follow_value_get_text (follow_record_get_value (record, i)));
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  g_assert_cmpint (sqlite3_step (statement), ==, removed ? SQLITE_DONE : SQLITE_ROW);
  if (!removed)
    g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, text->str);
}

static void
assert_whole (FollowRegister *reg, FollowRecord *record)
{
  assert_history_is_whole (reg, record);
  assert_search_agrees (reg, record);
}

/* An action with all that is inside of it, which is in the bin when it is. */
static void
assert_action_is_whole (FollowRegister *reg, gint64 id)
{
  static const char *const children[] = { "milestone", "progress_note", "timescale_change" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = follow_register_get (reg, follow_kind_find ("action"), id, &error);
  gboolean removed = follow_register_is_removed (reg, id);

  g_assert_no_error (error);
  assert_whole (reg, action);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (children[i]));
      g_autoptr (GPtrArray) records = NULL;

      follow_query_set_parent (query, id);
      follow_query_set_removed (query, !removed);
      g_assert_cmpuint (follow_register_count (reg, query, &error), ==, 0);
      follow_query_set_removed (query, removed);
      records = follow_register_load_all (reg, query, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        assert_whole (reg, records->pdata[j]);
    }
}

/* How many entries of the history a save makes, at least. */
static gint64
count_entries (Work work)
{
  switch (work)
    {
    case ADD: /* added, and what was set: 1 + 4, 1 + 2, 1 + 2 */
      return 11;
    case CHANGE:
      return 2;
    case NOTE:
      return 3;
    case REMOVE: /* with a milestone and a note */
      return 3;
    case LINK: /* the agencies may be those it had */
    case DRAFT:
    default:
      return 1;
    }
}

/* The save @seq: all of it. */
static void
assert_written (FollowRegister *reg, guint seq, gint64 id)
{
  Work work = get_work (seq);
  gint64 set, n;

  if (work == DRAFT)
    {
      g_assert_cmpint (ask (reg, "SELECT count (*) FROM draft WHERE record_id = ?1", id), ==, 1);
      return;
    }
  set = ask (reg, "SELECT id FROM change_set WHERE label = 'save ' || ?1", seq);
  g_assert_cmpint (set, !=, 0);
  n = ask (reg, "SELECT count (*) FROM change WHERE set_id = ?1", set);
  if (work == REMOVE || work == LINK)
    g_assert_cmpint (n, >=, count_entries (work));
  else
    g_assert_cmpint (n, ==, count_entries (work));
  assert_action_is_whole (reg, id);
}

/* What was written but not answered any more, if anything was; it counts like the others then. */
static void
take_in_flight (Trial *trial, FollowRegister *reg, guint seq)
{
  gint64 set = ask (reg, "SELECT id FROM change_set WHERE label = 'save ' || ?1", seq);
  gint64 id;

  g_assert_cmpint (ask (reg, "SELECT count (*) FROM change_set WHERE label = 'save ' || ?1", seq + 1), ==, 0);
  if (set == 0)
    return;
  id = ask (reg,
            "SELECT coalesce ((SELECT a.id FROM action a WHERE a.id = c.record_id), "
            "(SELECT n.parent_id FROM progress_note n WHERE n.id = c.record_id)) FROM change c "
            "WHERE c.set_id = ?1 ORDER BY c.id LIMIT 1",
            set);
  assert_written (reg, seq, id);
  g_hash_table_insert (trial->written, GUINT_TO_POINTER (seq), g_memdup2 (&id, sizeof id));
  trial->n_in_flight++;
}

static void
assert_sound (Trial *trial)
{
  fixture_assert_sound (trial->fixture);
  g_assert_cmpint (ask (trial->fixture->reg,
                        "SELECT count (*) FROM change_set WHERE id NOT IN "
                        "(SELECT set_id FROM change)",
                        0),
                   ==, 0);
}

/* Everything that was written in all rounds. */
static void
assert_all (Trial *trial)
{
  GHashTableIter iter;
  gpointer seq, id;

  g_hash_table_iter_init (&iter, trial->written);
  while (g_hash_table_iter_next (&iter, &seq, &id))
    assert_written (trial->fixture->reg, GPOINTER_TO_UINT (seq), *(gint64 *) id);
}

static guint
take_answers (Trial *trial, int answers, guint first)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Answer));
  Answer answer;
  guint next = first;

  while (read (answers, &answer, sizeof answer) == sizeof answer)
    {
      g_assert_cmpuint (answer.seq, ==, next++);
      g_array_append_val (taken, answer);
    }
  fixture_open_again (trial->fixture);
  for (guint i = 0; i < taken->len; i++)
    {
      answer = g_array_index (taken, Answer, i);
      assert_written (trial->fixture->reg, answer.seq, answer.id);
      g_hash_table_insert (trial->written, GUINT_TO_POINTER (answer.seq),
                           g_memdup2 (&answer.id, sizeof answer.id));
    }
  trial->n_answered += taken->len;
  return next;
}

static gboolean
has_journal (Trial *trial)
{
  g_autofree char *journal = g_strconcat (trial->fixture->path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* Returns: the number of the next save */
static guint
run_round (Trial *trial, guint seq)
{
  int answers[2];
  int status = -1;
  pid_t pid;

  g_assert_finalize_object (g_steal_pointer (&trial->fixture->reg));
  g_assert_cmpint (pipe (answers), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      g_random_set_seed (seq);
      close (answers[0]);
      save_for_ever (trial, seq, answers[1]);
    }
  close (answers[1]);
  g_usleep (g_test_rand_int_range (2000, 100000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status)); /* and not because a save failed */
  trial->n_journals += has_journal (trial);
  trial->n_rounds++;

  seq = take_answers (trial, answers[0], seq);
  close (answers[0]);
  take_in_flight (trial, trial->fixture->reg, seq);
  assert_sound (trial);
  return seq + 1; /* a number is not given twice */
}

static void
begin_trial (Trial *trial, Fixture *fixture)
{
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Lead Officer", NULL);

  trial->fixture = fixture;
  trial->person = follow_record_get_id (person);
  trial->written = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (trial->agencies); i++)
    {
      g_autoptr (FollowRecord) agency = fixture_add (fixture, "organisation", 0, "name", "Agency", NULL);

      trial->agencies[i] = follow_record_get_id (agency);
    }
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

      add_action (trial, changes, 0);
      g_assert_true (follow_register_commit (fixture->reg, changes, NULL));
    }
}

static gint64
get_seconds (void)
{
  const char *wanted = g_getenv ("FOLLOW_KILL_SECONDS");

  return wanted != NULL ? g_ascii_strtoll (wanted, NULL, 10) : DEFAULT_SECONDS;
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + get_seconds () * G_USEC_PER_SEC;
  Trial trial = { 0 };
  guint seq = 1;

  begin_trial (&trial, fixture);
  do
    seq = run_round (&trial, seq);
  while (g_get_monotonic_time () < end || trial.n_answered == 0);
  assert_all (&trial);
  g_test_message ("%u answered saves and %u others whole after %u kills, %u of them in the midst of writing",
                  trial.n_answered, trial.n_in_flight, trial.n_rounds, trial.n_journals);
  g_hash_table_unref (trial.written);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/kill/every-answered-save-is-there", test_kill);
  return g_test_run ();
}
