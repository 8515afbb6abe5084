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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/growth/one-record", test_growth);
  return g_test_run ();
}
