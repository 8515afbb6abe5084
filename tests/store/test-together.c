/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-error.h"
#include "follow-history.h"

#include "fixture.h"

static gboolean
add_theme (FollowRegister *reg, const char *name, GError **error)
{
  g_autoptr (FollowRecord) theme = follow_record_new (follow_kind_find ("theme"), 0);

  follow_record_set_text (theme, "name", name);
  return follow_register_save (reg, theme, error);
}

static gboolean
add_two (FollowRegister *reg, gpointer data, GError **error)
{
  return add_theme (reg, "One", error) && add_theme (reg, "Two", error);
}

/* The second is refused, since a theme needs a name. */
static gboolean
add_one_and_fail (FollowRegister *reg, gpointer data, GError **error)
{
  return add_theme (reg, "Three", error) && add_theme (reg, NULL, error);
}

static gboolean
add_past_a_failure (FollowRegister *reg, gpointer data, GError **error)
{
  return !add_theme (reg, NULL, NULL) && add_theme (reg, "Four", error);
}

static guint
count_themes (Fixture *fixture)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("theme"));

  return follow_register_count (fixture->reg, query, NULL);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (follow_register_write_together (fixture->reg, add_two, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM theme"), ==, 2);
  /* Two steps, after that of the new register. */
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change_set"), ==, 3);
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_cmpuint (count_themes (fixture), ==, 0);
  follow_register_forget_steps (fixture->reg);
  g_assert_false (follow_register_can_redo (fixture->reg));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (add_theme (fixture->reg, "Before", NULL));
  g_assert_false (follow_register_write_together (fixture->reg, add_one_and_fail, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_cmpuint (count_themes (fixture), ==, 1);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM theme"), ==, 1);

  /* What came before it can still be undone and done again, and writing goes on. */
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_cmpuint (count_themes (fixture), ==, 0);
  g_assert_false (follow_register_write_together (fixture->reg, add_one_and_fail, NULL, NULL));
  g_assert_false (follow_register_can_undo (fixture->reg));
  g_assert_true (follow_register_redo (fixture->reg, NULL, NULL));
  g_assert_true (add_theme (fixture->reg, "After", NULL));
}

static gboolean
rename_theme (FollowRegister *reg, gpointer data, GError **error)
{
  FollowRecord *theme = follow_register_find (reg, *(gint64 *) data, error);
  g_autoptr (FollowRecord) copy = follow_record_copy (theme);

  g_assert_cmpstr (follow_record_get_text (theme, "name"), ==, "Theirs");
  g_object_unref (theme);
  follow_record_set_text (copy, "name", "Theirs and mine");
  return follow_register_save (reg, copy, error);
}

static void
count_cb (FollowRegister *reg, GHashTable *touched, guint *n)
{
  *n += touched == NULL ? 1 : 0;
}

/* What another program wrote just before is what the work reads, also of a record that is held; whoever
 * shows records is told of the rest at the next poll. */
static void
test_reads_what_it_writes_upon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) added = fixture_add (fixture, "theme", 0, "name", "Mine", NULL);
  gint64 id = follow_record_get_id (added);
  g_autoptr (FollowRecord) held = follow_register_find (fixture->reg, id, NULL);
  guint n = 0;

  g_assert_false (follow_register_poll (fixture->reg));
  g_assert_true (fixture_run_sql (fixture->path, "UPDATE theme SET name = 'Theirs'"));
  g_signal_connect (fixture->reg, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (follow_register_write_together (fixture->reg, rename_theme, &id, NULL));
  g_assert_cmpstr (follow_record_get_text (held, "name"), ==, "Theirs and mine");
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (follow_register_poll (fixture->reg));
  g_assert_cmpuint (n, ==, 1);
}

/* A step that fails inside leaves the others alone when the caller goes on. */
static void
test_step_fails (Fixture *fixture, gconstpointer data)
{
  g_assert_true (follow_register_write_together (fixture->reg, add_past_a_failure, NULL, NULL));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM theme WHERE name = 'Four'"), ==, 1);
}

/* Whoever writes a new timescale together with its change and the reason gets that one alone. */
static void
test_noted_timescale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Do it", "22 June 2026");
  g_autoptr (FollowRecord) change =
      follow_record_new (follow_kind_find ("timescale_change"), follow_record_get_id (action));
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  follow_record_set_timescale (change, "from", "22 June 2026");
  follow_record_set_timescale (change, "to", "30 June 2026");
  follow_record_set_text (change, "reason", "Holidays");
  follow_changes_save (changes, change);
  follow_record_set_timescale (action, "timescale", "30 June 2026");
  follow_changes_save (changes, action);
  follow_register_commit (fixture->reg, changes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change"), ==, 1);

  /* The next one is noted as ever. */
  follow_record_set_timescale (action, "timescale", "22 June 2026");
  g_assert_true (follow_register_save (fixture->reg, action, NULL));
  follow_record_set_timescale (action, "timescale", "30 June 2026");
  g_assert_true (follow_register_save (fixture->reg, action, NULL));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM timescale_change"), >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/together/all", test_all);
  fixture_add_test ("/together/nothing", test_nothing);
  fixture_add_test ("/together/reads-what-it-writes-upon", test_reads_what_it_writes_upon);
  fixture_add_test ("/together/step-fails", test_step_fails);
  fixture_add_test ("/together/noted-timescale", test_noted_timescale);
  return g_test_run ();
}
