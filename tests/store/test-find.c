/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "follow-error.h"
#include "follow-find.h"

static guint
count_found (Fixture *fixture, const char *kind, const char *ref)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowQuery) among = follow_query_new (follow_kind_find (kind));
  g_autoptr (GArray) ids = follow_find_records (fixture->reg, among, ref, NULL, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_fits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowRecord) one = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) two = fixture_add_action (fixture, "2", "Agree a training plan", NULL);
  g_autoptr (FollowRecord) other = fixture_add_action (fixture, "1", "1", NULL);
  g_autoptr (FollowRecord) organisation =
      fixture_add (fixture, "organisation", 0, "name", "Ardle Council", "short_name", "AC", NULL);
  g_autoptr (FollowRecord) inspection =
      fixture_add (fixture, "inspection", 0, "title", "Inspection 2025–27", "reference", "JI/25", NULL);

  g_assert_cmpuint (count_found (fixture, "action", "1"), ==, 2);
  g_assert_cmpuint (count_found (fixture, "action", "2"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "action", " AGREE a protocol "), ==, 1);
  g_assert_cmpuint (count_found (fixture, "action", "agree"), ==, 2);
  g_assert_cmpuint (count_found (fixture, "action", "1 agree a protocol"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "action", "protocol"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "action", ""), ==, 0);
  g_assert_cmpuint (count_found (fixture, "organisation", "ac"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "organisation", "ardle council"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "inspection", "ji/25"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "inspection", "inspection 2025-27"), ==, 1);
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) one = fixture_add_action (fixture, "1", "Agree a protocol", NULL);
  g_autoptr (FollowRecord) two = fixture_add_action (fixture, "2", "Agree a training plan", NULL);
  g_autoptr (FollowQuery) among = follow_query_new (follow_kind_find ("action"));

  g_assert_cmpint (follow_find_record (fixture->reg, among, "2", &error), ==, follow_record_get_id (two));
  g_assert_no_error (error);
  g_assert_cmpint (follow_find_record (fixture->reg, among, "agree", &error), ==, 0);
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "“1 Agree a protocol”, “2 Agree a training plan”"));
  g_clear_error (&error);
  g_assert_cmpint (follow_find_record (fixture->reg, among, "3", &error), ==, 0);
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
}

/* Text is the same whatever its case, and a timescale is compared by its wording. */
static void
test_query_folds_text (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field;
    FollowTest test;
    const char *text;
    guint n;
  } cases[] = {
    { "wording", FOLLOW_TEST_IS, "ÄRA a protocol", 1 },     { "wording", FOLLOW_TEST_IS, "Ära", 0 },
    { "wording", FOLLOW_TEST_IS_NOT, "ära A PROTOCOL", 1 }, { "timescale", FOLLOW_TEST_IS, "DATES SET", 1 },
    { "timescale", FOLLOW_TEST_IS_NOT, "dates set", 1 },    { "status", FOLLOW_TEST_IS, "COMPLETE", 0 },
  };
  g_autoptr (FollowRecord) one = fixture_add_action (fixture, "1", "Ära a protocol", "Dates set");
  g_autoptr (FollowRecord) two = fixture_add_action (fixture, "2", "Agree a training plan", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));

      follow_query_add_text (query, cases[i].field, cases[i].test, cases[i].text);
      g_assert_cmpuint (follow_register_count (fixture->reg, query, &error), ==, cases[i].n);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/find/fits", test_fits);
  fixture_add_test ("/find/one", test_one);
  fixture_add_test ("/find/query-folds-text", test_query_folds_text);
  return g_test_run ();
}
