/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-history.h"
#include "follow-register-private.h"

/* What is done to one record takes no more work because there are many others. */

#define N_FEW 10
#define N_MANY 1000

/* How many steps SQLite has taken for the statements of the register. */
static gint64
count_steps (FollowRegister *reg)
{
  GHashTableIter iter;
  gpointer statement;
  gint64 n = 0;

  g_hash_table_iter_init (&iter, reg->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    n += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, FALSE);
  return n;
}

static void
add_actions (Fixture *fixture, guint n)
{
  g_autoptr (FollowChanges) changes = follow_changes_new ("Many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
      g_autoptr (FollowRecord) milestone =
          follow_record_new (follow_kind_find ("milestone"), follow_record_get_id (action));

      follow_record_set_text (action, "wording", "Agree a protocol");
      follow_record_set_text (milestone, "wording", "Draft");
      follow_changes_save (changes, action);
      follow_changes_save (changes, milestone);
    }
  g_assert_true (follow_register_commit (fixture->reg, changes, &error));
  g_assert_no_error (error);
}

static void
add_one (Fixture *fixture, FollowRecord *action)
{
  g_autoptr (FollowRecord) other = fixture_add_action (fixture, "2", "Write to each lead", "June 2027");
  g_autoptr (FollowRecord) milestone =
      fixture_add (fixture, "milestone", follow_record_get_id (action), "wording", "Draft", NULL);
}

static void
change_one (Fixture *fixture, FollowRecord *action)
{
  g_autofree char *wording = g_strdup_printf ("Agree a protocol %u", g_random_int ());

  follow_record_set_text (action, "wording", wording);
  fixture_save (fixture, action);
}

static void
remove_and_undo (Fixture *fixture, FollowRecord *action)
{
  g_assert_true (follow_register_remove (fixture->reg, action, NULL));
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
}

static void
read_history (Fixture *fixture, FollowRecord *action)
{
  g_autoptr (GPtrArray) history =
      follow_register_load_history (fixture->reg, follow_record_get_id (action), TRUE, 5, NULL);

  g_assert_cmpuint (history->len, ==, 5);
}

static gint64
measure (Fixture *fixture, FollowRecord *action, void (*work) (Fixture *fixture, FollowRecord *action))
{
  gint64 before = count_steps (fixture->reg);

  work (fixture, action);
  return count_steps (fixture->reg) - before;
}

static void
test_growth (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    void (*work) (Fixture *fixture, FollowRecord *action);
  } works[] = {
    { "add", add_one },
    { "change", change_one },
    { "remove and undo", remove_and_undo },
    { "read the history", read_history },
  };
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", "May 2027");
  gint64 with_few[G_N_ELEMENTS (works)];

  add_actions (fixture, N_FEW);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    with_few[i] = measure (fixture, action, works[i].work);
  add_actions (fixture, N_MANY);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      gint64 with_many = measure (fixture, action, works[i].work);

      g_test_message ("%s: %" G_GINT64_FORMAT " steps, with many %" G_GINT64_FORMAT, works[i].name,
                      with_few[i], with_many);
      g_assert_cmpint (with_many, <=, with_few[i] * 3 / 2 + 100);
    }
}

/* Found by their own words, by what is inside of them and by what they link to. */
static void
add_worded (Fixture *fixture, guint n)
{
  g_autoptr (FollowChanges) changes = follow_changes_new ("Many");
  g_autoptr (FollowRecord) person = fixture_add (fixture, "person", 0, "post", "Keeper of the west", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
      g_autoptr (FollowRecord) note =
          follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));

      follow_record_set_text (action, "wording", i % 3 == 0 ? "Agree west and east" : "Write to each lead");
      if (i % 5 == 0)
        follow_record_set_link (action, "leads", follow_record_get_id (person));
      follow_changes_save (changes, action);
      follow_record_set_text (note, "date", "2026-10-01");
      follow_record_set_text (note, "text", i % 7 == 0 ? "Seen in the west" : "Nothing yet");
      follow_changes_save (changes, note);
    }
  g_assert_true (follow_register_commit (fixture->reg, changes, &error));
  g_assert_no_error (error);
}

/* Asked in one sentence of SQL, which takes long where much is found. */
static GArray *
list_by_sql (Fixture *fixture, const FollowQuery *query)
{
  g_autofree char *sql = follow_query_make_sql (query, "t.id", TRUE);
  g_autoptr (FollowStatement) statement = follow_register_prepare (fixture->reg, sql, NULL);

  follow_query_bind (query, statement);
  return follow_register_collect_ids (fixture->reg, statement, NULL);
}

static void
assert_finds (Fixture *fixture, const FollowQuery *query, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = follow_register_list (fixture->reg, query, &error);
  g_autoptr (GArray) expected = list_by_sql (fixture, query);

  g_assert_no_error (error);
  g_test_message ("“%s”: %u", follow_query_get_text (query), ids->len);
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
}

/* Where words are found in very many records, the same are listed, in the same order. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  const guint n = 4200;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowQuery) notes = follow_query_new (follow_kind_find ("progress_note"));
  g_autoptr (FollowQuery) people = follow_query_new (follow_kind_find ("person"));

  add_worded (fixture, n);
  follow_query_set_text (query, "we");
  assert_finds (fixture, query, n - n * 2 / 3 * 4 / 5 * 6 / 7);
  follow_query_set_text (query, "w east");
  assert_finds (fixture, query, n / 3);
  follow_query_set_text (query, "w nowhere");
  assert_finds (fixture, query, 0);
  follow_query_set_text (query, "n w");
  follow_query_set_sort (query, "wording", TRUE);
  follow_query_set_limit (query, 50);
  assert_finds (fixture, query, 50);
  follow_query_set_text (notes, "n");
  assert_finds (fixture, notes, n * 6 / 7);
  follow_query_set_text (people, "w");
  assert_finds (fixture, people, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/growth/one-record", test_growth);
  fixture_add_test ("/growth/words", test_words);
  return g_test_run ();
}
