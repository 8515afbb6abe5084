/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"
#include "follow-history.h"

/* The recycle bin, and undo where others have been at work: records that belong together go and
 * come together, and nothing comes back that was meant to be gone. */

static void
restore (Fixture *fixture, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  follow_changes_restore (changes, record);
  follow_register_commit (fixture->reg, changes, &error);
  g_assert_no_error (error);
}

static void
take_away (Fixture *fixture, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;

  follow_register_remove (fixture->reg, record, &error);
  g_assert_no_error (error);
}

static gboolean
is_away (Fixture *fixture, FollowRecord *record)
{
  return follow_register_is_removed (fixture->reg, follow_record_get_id (record));
}

static guint
count_found (Fixture *fixture, const char *kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  guint n;

  follow_query_set_text (query, text);
  n = follow_register_count (fixture->reg, query, &error);
  g_assert_no_error (error);
  return n;
}

/* What was removed by itself before its owner was stays removed when the owner comes back. */
static void
test_earlier_removal_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) gone = fixture_add (fixture, "milestone", id, "wording", "Given up", NULL);
  g_autoptr (FollowRecord) kept = fixture_add (fixture, "milestone", id, "wording", "Kept", NULL);

  take_away (fixture, gone);
  g_usleep (2000); /* another millisecond */
  take_away (fixture, action);
  g_assert_true (is_away (fixture, kept));
  restore (fixture, action);
  g_assert_false (is_away (fixture, kept));
  g_assert_true (is_away (fixture, gone));
  fixture_assert_sound (fixture);
}

/* A record cannot be seen without its owner, so it brings it back. */
static void
test_child_brings_its_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  gint64 id = follow_record_get_id (action);
  g_autoptr (FollowRecord) gone = fixture_add (fixture, "milestone", id, "wording", "First", NULL);
  g_autoptr (FollowRecord) with = fixture_add (fixture, "milestone", id, "wording", "Second", NULL);

  take_away (fixture, gone);
  g_usleep (2000);
  take_away (fixture, action);
  restore (fixture, gone);
  g_assert_false (is_away (fixture, gone));
  g_assert_false (is_away (fixture, with));
  g_assert_false (is_away (fixture, action));
  g_assert_true (follow_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (is_away (fixture, gone));
  g_assert_true (is_away (fixture, action));
  fixture_assert_sound (fixture);
}

/* A note typed into an action that somebody else removed is not lost and not shown alone. */
static void
test_new_child_of_a_removed_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) note = NULL;

  take_away (fixture, action);
  note = fixture_add (fixture, "progress_note", follow_record_get_id (action), "date", "2026-10-01", "text",
                      "Drafted meanwhile", NULL);
  g_assert_true (is_away (fixture, note));
  g_assert_cmpuint (count_found (fixture, "progress_note", "meanwhile"), ==, 0);
  restore (fixture, action);
  g_assert_false (is_away (fixture, note));
  g_assert_cmpuint (count_found (fixture, "progress_note", "meanwhile"), ==, 1);
  fixture_assert_sound (fixture);
}

/* What is typed into a removed record is kept with it; the search finds it when it is back. */
static void
test_removed_record_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) form = follow_record_copy (action);

  take_away (fixture, action);
  follow_record_set_text (form, "wording", "Agree a pathway");
  fixture_save (fixture, form);
  g_assert_true (is_away (fixture, action));
  g_assert_cmpuint (count_found (fixture, "action", "pathway"), ==, 0);
  fixture_assert_sound (fixture);
  restore (fixture, action); /* which still says "protocol" */
  g_assert_cmpuint (count_found (fixture, "action", "pathway"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "action", "protocol"), ==, 0);
  fixture_assert_sound (fixture);
}

/* A new record never takes the place of one that may come back. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) first = fixture_add_action (fixture, "1", "First", NULL);
  g_autoptr (FollowRecord) second = fixture_add_action (fixture, "2", "Second", NULL);
  g_autoptr (FollowRecord) third = NULL;

  take_away (fixture, second);
  third = fixture_add_action (fixture, "3", "Third", NULL);
  restore (fixture, second);
  g_assert_cmpint (
      fixture_count_sql (fixture, "SELECT count (DISTINCT position) FROM action WHERE removed IS NULL"), ==,
      3);
}

/* A save that fails alters no record, not even by the place it was about to get. */
static void
test_failure_gives_no_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  follow_record_set_text (action, "wording", "Agree a protocol");
  follow_record_set_link (action, "plan", 5);
  g_assert_false (follow_register_save (fixture->reg, action, &error));
  g_assert_null (follow_record_get (action, "position"));
  g_assert_false (follow_record_is_stored (action));
}

static void
test_never_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  take_away (fixture, action);
  restore (fixture, action);
  g_assert_false (follow_register_can_undo (fixture->reg));
}

/* The step that met a later change is refused, and those before it can still be taken back. */
static void
test_undo_meets_another_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRegister) other = follow_register_open (fixture->path, FALSE, &error);
  g_autoptr (FollowRecord) theirs = NULL;
  g_autoptr (FollowRecord) now = NULL;

  follow_record_set_text (action, "priority", "high");
  fixture_save (fixture, action);
  follow_record_set_text (action, "status", "on_track");
  fixture_save (fixture, action);
  theirs = follow_record_copy (action);
  follow_record_set_text (theirs, "status", "complete");
  g_assert_true (follow_register_save (other, theirs, &error));

  g_assert_false (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "“Declared status” was changed again since, so this step cannot be taken back. Its "
                   "history has every value.");
  g_clear_error (&error);
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  now = fixture_get (fixture, "action", follow_record_get_id (action));
  g_assert_cmpstr (follow_record_get_text (now, "status"), ==, "complete");
  g_assert_cmpstr (follow_record_get_text (now, "priority"), ==, NULL);
}

static void
check_undo_cb (FollowRegister *reg, GHashTable *touched, FollowRecord *record)
{
  g_assert_true (follow_register_can_undo (reg));
  g_assert_true (follow_record_is_stored (record));
  g_assert_false (follow_record_is_changed (record));
  g_object_set_data (G_OBJECT (record), "told", GINT_TO_POINTER (TRUE));
}

/* Whoever is told of a change finds everything as it is after it. */
static void
test_told_when_all_is_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);

  g_signal_connect (fixture->reg, "changed", G_CALLBACK (check_undo_cb), action);
  follow_record_set_text (action, "wording", "Agree a protocol");
  fixture_save (fixture, action);
  g_assert_nonnull (g_object_get_data (G_OBJECT (action), "told"));
}

/* A choice can be what a record is called: "Chair" where no position is given. */
static void
test_label_follows_a_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) group = fixture_add (fixture, "group", 0, "name", "Committee", NULL);
  g_autoptr (FollowRecord) member =
      fixture_add (fixture, "membership", follow_record_get_id (group), "role", "chair", NULL);

  follow_record_set_text (member, "role", "adviser");
  fixture_save (fixture, member);
  g_assert_cmpstr (follow_register_get_title (fixture->reg, follow_record_get_id (member)), ==, "Adviser");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/bin/earlier-removal-stays", test_earlier_removal_stays);
  fixture_add_test ("/bin/child-brings-its-owner", test_child_brings_its_owner);
  fixture_add_test ("/bin/new-child-of-a-removed-record", test_new_child_of_a_removed_record);
  fixture_add_test ("/bin/removed-record-is-saved", test_removed_record_is_saved);
  fixture_add_test ("/bin/places", test_places);
  fixture_add_test ("/bin/failure-gives-no-place", test_failure_gives_no_place);
  fixture_add_test ("/bin/never-saved", test_never_saved);
  fixture_add_test ("/bin/undo-meets-another-change", test_undo_meets_another_change);
  fixture_add_test ("/bin/told-when-all-is-done", test_told_when_all_is_done);
  fixture_add_test ("/bin/label-follows-a-choice", test_label_follows_a_choice);
  return g_test_run ();
}
