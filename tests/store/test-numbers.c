/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a plan's actions: through the whole plan, stable, and none given twice. */
#include "fixture.h"

static FollowRecord *
add_plan (Fixture *fixture, const char *title)
{
  return fixture_add (fixture, "plan", 0, "title", title, NULL);
}

/* Returns: (transfer full): the register's own object, which follows what is written
 * @number: (nullable): as a person types it */
static FollowRecord *
add_action (Fixture *fixture, FollowRecord *plan, const char *number)
{
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  follow_record_set_text (action, "wording", "Agree a protocol");
  follow_record_set_text (action, "number", number);
  if (plan != NULL)
    follow_record_set_link (action, "plan", follow_record_get_id (plan));
  fixture_save (fixture, action);
  return follow_register_get (fixture->reg, follow_kind_find ("action"), follow_record_get_id (action), NULL);
}

static void
assert_number (FollowRecord *action, const char *number)
{
  g_assert_cmpstr (follow_record_get_text (action, "number"), ==, number);
}

/* As a form does: in a copy. */
static void
move_to (Fixture *fixture, FollowRecord *action, FollowRecord *plan, const char *number)
{
  g_autoptr (FollowRecord) copy = follow_record_copy (action);

  follow_record_set_link (copy, "plan", follow_record_get_id (plan));
  if (number != NULL)
    follow_record_set_text (copy, "number", number);
  fixture_save (fixture, copy);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) other = add_plan (fixture, "Another");
  g_autoptr (FollowRecord) first = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) second = add_action (fixture, plan, "12");
  g_autoptr (FollowRecord) third = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) elsewhere = add_action (fixture, other, NULL);
  g_autoptr (FollowRecord) nowhere = add_action (fixture, NULL, NULL);

  assert_number (first, "1");
  assert_number (second, "12");
  assert_number (third, "13");
  assert_number (elsewhere, "1");
  assert_number (nowhere, NULL);
}

static void
test_manner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) typed = add_action (fixture, plan, "L9");
  g_autoptr (FollowRecord) next = add_action (fixture, plan, NULL);

  assert_number (typed, "L9");
  assert_number (next, "L10");
}

static void
test_plan_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) first = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) action = add_action (fixture, NULL, NULL);

  move_to (fixture, action, plan, NULL);
  assert_number (action, "2");
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  assert_number (action, NULL);
  g_assert_cmpint (follow_record_get_link (action, "plan"), ==, 0);
  g_assert_true (follow_register_redo (fixture->reg, NULL, &error));
  assert_number (action, "2");
  g_assert_cmpint (fixture_count_sql (fixture, "SELECT count (*) FROM change WHERE field = 'number' AND "
                                               "after = '2' AND before IS NULL"),
                   >=, 1);
}

/* An empty number is a person's word too. */
static void
test_taken_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) action = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) copy = follow_record_copy (action);

  follow_record_set_text (copy, "number", NULL);
  fixture_save (fixture, copy);
  assert_number (action, NULL);
  follow_record_set_text (copy, "status", "on_track");
  fixture_save (fixture, copy);
  assert_number (action, NULL);
}

static void
test_never_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) other = add_plan (fixture, "Another");
  g_autoptr (FollowRecord) first = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) second = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) third = NULL;
  g_autoptr (FollowRecord) fourth = NULL;

  g_assert_true (follow_register_remove (fixture->reg, second, &error));
  third = add_action (fixture, plan, NULL);
  assert_number (third, "3");
  move_to (fixture, third, other, "40");
  fourth = add_action (fixture, plan, NULL);
  assert_number (third, "40");
  assert_number (fourth, "4");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) other = add_plan (fixture, "Another");
  g_autoptr (FollowRecord) first = add_action (fixture, plan, NULL);
  g_autoptr (FollowRecord) seventh = add_action (fixture, plan, "7");
  g_autoptr (FollowRecord) theirs = add_action (fixture, other, NULL);

  move_to (fixture, seventh, other, NULL); /* free there */
  assert_number (seventh, "7");
  move_to (fixture, first, other, NULL); /* taken there */
  assert_number (first, "8");
  move_to (fixture, first, plan, NULL); /* its own again */
  assert_number (first, "1");
  move_to (fixture, seventh, plan, "2b"); /* typed */
  assert_number (seventh, "2b");
  assert_number (theirs, "1");
}

/* What fails leaves the record as it was. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) plan = add_plan (fixture, "Plan");
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
  g_autoptr (FollowRecord) empty = follow_record_new (follow_kind_find ("action"), 0);
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  follow_record_set_text (action, "wording", "Agree a protocol");
  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  follow_changes_save (changes, action);
  follow_changes_save (changes, empty);
  g_assert_false (follow_register_commit (fixture->reg, changes, &error));
  assert_number (action, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/numbers/next", test_next);
  fixture_add_test ("/numbers/manner", test_manner);
  fixture_add_test ("/numbers/plan-later", test_plan_later);
  fixture_add_test ("/numbers/taken-away", test_taken_away);
  fixture_add_test ("/numbers/never-again", test_never_again);
  fixture_add_test ("/numbers/move", test_move);
  fixture_add_test ("/numbers/failed", test_failed);
  return g_test_run ();
}
