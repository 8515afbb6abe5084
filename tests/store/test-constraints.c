/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"

/* What the program checks is checked again by the file itself, whoever writes into it. */

static const char *const refused[] = {
  /* STRICT: types */
  "UPDATE action SET position = 'first'",
  "UPDATE action SET plan = 'Plan 2026'",
  "UPDATE grade SET value = 'six' WHERE id = 106",
  "UPDATE grade SET value = 5.5 WHERE id = 106",
  "INSERT INTO record (id, kind, title) VALUES ('one', 'action', 'Title')",
  /* NOT NULL, and not empty */
  "UPDATE action SET wording = NULL",
  "UPDATE action SET wording = ''",
  "UPDATE progress_note SET date = NULL",
  "UPDATE progress_note SET text = ''",
  "UPDATE record SET title = NULL",
  "UPDATE record SET kind = NULL",
  "UPDATE change_set SET at = NULL",
  "UPDATE milestone SET parent_id = NULL",
  /* choices, yes and no, days, bounds */
  "UPDATE action SET status = 'done'",
  "UPDATE action SET due_state = 'overdue'",
  "UPDATE action SET closure_proposed = '12/11/2026'",
  "UPDATE progress_note SET date = '2026-1-1'",
  "UPDATE milestone SET done = 2",
  "UPDATE grade SET value = 101",
  "UPDATE change SET what = 'altered'",
  /* links */
  "UPDATE action SET plan = 5",
  "UPDATE action SET section = id",
  "UPDATE milestone SET parent_id = 5",
  "INSERT INTO link VALUES (5, 'leads', 0, 101)",
  "INSERT INTO link SELECT id, 'leads', 0, 5 FROM action",
  "INSERT INTO change (set_id, record_id, what) VALUES (999, 101, 'added')",
  "INSERT INTO change (set_id, record_id, what) VALUES (1, 5, 'added')",
  "INSERT INTO theme (id, name) VALUES (7, 'A row without a record')",
  "DELETE FROM record WHERE kind = 'action'",
  "DELETE FROM action",
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) milestone = fixture_add (fixture, "milestone", id, "wording", "Draft", NULL);
  g_autoptr (FollowRecord) note =
      fixture_add (fixture, "progress_note", id, "date", "2026-10-01", "text", "Drafted", NULL);

  g_object_unref (g_steal_pointer (&fixture->reg));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *before = fixture_hash_file (fixture->path);
      g_autofree char *after = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (fixture_run_sql (fixture->path, refused[i]));
      after = fixture_hash_file (fixture->path);
      g_assert_cmpstr (before, ==, after);
    }
  fixture_open_again (fixture);
  fixture_assert_sound (fixture);
}

/* The sentence when a link's target is not there, as when a list that was shown is out of date. */
static void
test_link_to_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  gint64 set_count = fixture_count_sql (fixture, "SELECT count (*) FROM change_set");

  follow_record_set_link (action, "plan", 5);
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Could not save: it names a record that is not in the register.");
  g_assert_true (follow_record_is_changed (action));
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change_set"), ==, set_count);
  follow_record_set_link (action, "plan", 0);
  follow_record_set_text (action, "status", "on_track");
  fixture_save (fixture, action);
}

/* A chain of inspections or groups has a first one. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) first = fixture_add (fixture, "inspection", 0, "title", "First", NULL);
  g_autoptr (FollowRecord) second = fixture_add (fixture, "inspection", 0, "title", "Second", NULL);
  g_autoptr (FollowRecord) third = fixture_add (fixture, "inspection", 0, "title", "Third", NULL);

  follow_record_set_link (second, "follows", follow_record_get_id (first));
  fixture_save (fixture, second);
  follow_record_set_link (third, "follows", follow_record_get_id (second));
  fixture_save (fixture, third);
  follow_record_set_link (first, "follows", follow_record_get_id (third));
  g_assert_false (follow_register_save (fixture->reg, first, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“Follows” would lead round in a circle, back to this record.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/constraints/refused", test_refused);
  fixture_add_test ("/constraints/link-to-nothing", test_link_to_nothing);
  fixture_add_test ("/constraints/circle", test_circle);
  return g_test_run ();
}
