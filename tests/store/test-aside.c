/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-aside.h"
#include "follow-bin.h"
#include "follow-history.h"

/* What pages that sum up a register ask for: the first of a list, what links to a record, what changed
 * lately, what was removed; and all that aside, on a thread of its own. */

static void
add_three (Fixture *fixture)
{
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_object_unref (fixture_add_action (fixture, number, "Agree a protocol", "May 2026"));
    }
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowQuery) copy = NULL;
  g_autoptr (GArray) ids = NULL;

  add_three (fixture);
  follow_query_set_limit (query, 2);
  copy = follow_query_copy (query);
  ids = follow_register_list (fixture->reg, copy, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (follow_register_get_number (fixture->reg, g_array_index (ids, gint64, 0)), ==, "1");
  g_assert_cmpuint (follow_register_count (fixture->reg, copy, NULL), ==, 3);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) other = fixture_add_action (fixture, "2", "Agree another", NULL);
  g_autoptr (FollowRecord) agency = fixture_add (fixture, "organisation", 0, "name", "Ardle Council", NULL);
  g_autoptr (FollowRecord) copy = follow_record_copy (action);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) ids = NULL;
  gint64 id = follow_record_get_id (agency);
  g_autoptr (FollowValue) value = follow_value_new_links (&id, 1);

  follow_record_set (copy, "agencies", value);
  fixture_save (fixture, copy);
  follow_query_add_id (query, "agencies", FOLLOW_TEST_IS, id);
  ids = follow_register_list (fixture->reg, query, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, follow_record_get_id (action));
  follow_query_clear_tests (query);
  follow_query_add_id (query, "leads", FOLLOW_TEST_IS, id);
  g_assert_cmpuint (follow_register_count (fixture->reg, query, NULL), ==, 0);
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  const FollowKind *kind = follow_kind_find ("action");
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (FollowRecord) copy = NULL;

  follow_register_set_time (fixture->reg, "2026-01-01T12:00:00.000Z");
  action = fixture_add_action (fixture, "1", "Agree a protocol", "May 2026");
  follow_register_set_time (fixture->reg, "2026-03-01T12:00:00.000Z");
  add_three (fixture);
  copy = follow_record_copy (action);
  follow_record_set_text (copy, "status", "complete");
  follow_record_set_timescale (copy, "timescale", "June 2026");
  fixture_save (fixture, copy);
  g_assert_cmpuint (follow_register_count_recent (fixture->reg, kind, NULL, NULL, "2026-02-01"), ==, 3);
  g_assert_cmpuint (follow_register_count_recent (fixture->reg, kind, NULL, NULL, "2025-12-01"), ==, 4);
  g_assert_cmpuint (follow_register_count_recent (fixture->reg, kind, "status", "complete", "2026-02-01"), ==,
                    1);
  g_assert_cmpuint (follow_register_count_recent (fixture->reg, kind, "status", "complete", "2026-04-01"), ==,
                    0);
  g_assert_cmpuint (follow_register_count_recent (fixture->reg, kind, "timescale", NULL, "2026-02-01"), ==,
                    1);
}

static void
test_bin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) action = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) first =
      fixture_add (fixture, "milestone", follow_record_get_id (action), "wording", "First", NULL);
  g_autoptr (FollowRecord) second =
      fixture_add (fixture, "milestone", follow_record_get_id (action), "wording", "Second", NULL);
  g_autoptr (GPtrArray) bin = NULL;
  const FollowRemoved *removed;

  follow_register_set_user (fixture->reg, "Committee Officer");
  g_assert_true (follow_register_remove (fixture->reg, first, NULL));
  bin = follow_register_load_bin (fixture->reg, 10, NULL);
  g_assert_cmpuint (bin->len, ==, 1);
  removed = g_ptr_array_index (bin, 0);
  g_assert_cmpint (removed->id, ==, follow_record_get_id (first));
  g_assert_cmpstr (removed->kind->name, ==, "milestone");
  g_assert_cmpstr (removed->who, ==, "Committee Officer");

  g_assert_true (follow_register_remove (fixture->reg, action, NULL));
  g_ptr_array_unref (bin);
  bin = follow_register_load_bin (fixture->reg, 10, NULL);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpint (((FollowRemoved *) bin->pdata[0])->id, ==, follow_record_get_id (action));
}

static gpointer
count_actions (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (data));

  return g_strdup_printf ("%u", follow_register_count (reg, query, error));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  add_three (fixture);
  follow_aside_run_async (fixture->reg, count_actions, g_strdup ("action"), g_free, g_free, NULL, answered_cb,
                          &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = follow_aside_run_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "3");
}

static void
test_aside_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  follow_aside_run_async (fixture->reg, count_actions, g_strdup ("action"), g_free, g_free, cancellable,
                          answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (follow_aside_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
add_aside (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FollowRecord) programme = follow_record_new (follow_kind_find ("programme"), 0);

  follow_record_set_text (programme, "name", data);
  return follow_register_save (reg, programme, error) ? g_strdup ("added") : NULL;
}

/* What is written aside is a step of the register that asked for it. */
static void
test_aside_writes (Fixture *fixture, gconstpointer data)
{
  const FollowKind *kind = follow_kind_find ("programme");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  follow_aside_write_async (fixture->reg, add_aside, g_strdup ("Chronologies"), g_free, g_free, NULL,
                            answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (follow_register_can_undo (fixture->reg));
  answer = follow_aside_write_finish (fixture->reg, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "added");
  g_assert_cmpint (follow_register_find_by_title (fixture->reg, kind, "Chronologies"), !=, 0);
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (follow_register_find_by_title (fixture->reg, kind, "Chronologies"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/aside/limit", test_limit);
  fixture_add_test ("/aside/links", test_links);
  fixture_add_test ("/aside/recent", test_recent);
  fixture_add_test ("/aside/bin", test_bin);
  fixture_add_test ("/aside/thread", test_aside);
  fixture_add_test ("/aside/cancelled", test_aside_cancelled);
  fixture_add_test ("/aside/writes", test_aside_writes);
  return g_test_run ();
}
