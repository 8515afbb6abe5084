/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "follow-kind-list.h"
#include "follow-kind-text.h"

static void
add_actions (Fixture *fixture, gint64 *ids)
{
  static const char *const wordings[] = { "Audit", "Brief", "Chair" };

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (FollowRecord) action = fixture_add_action (fixture, number, wordings[i], "August 2026");

      ids[i] = follow_record_get_id (action);
    }
}

static void
assert_text (Fixture *fixture, const FollowKindList *list, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (follow_kind_text_append (text, fixture->reg, list, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Fields and records in the order asked for; what is not asked for is left out. */
static void
test_some (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "wording", "number", NULL };
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  FollowKindList list = { query, NULL, fields };
  gint64 ids[3];

  add_actions (fixture, ids);
  assert_text (fixture, &list, "wording,number\r\nAudit,1\r\nBrief,2\r\nChair,3\r\n");
  follow_query_set_sort (query, "number", TRUE);
  g_array_append_val (some, ids[0]);
  g_array_append_val (some, ids[2]);
  list.ids = some;
  assert_text (fixture, &list, "wording,number\r\nChair,3\r\nAudit,1\r\n");
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (FollowRecord) copy = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *of_some = NULL;
  FollowKindList list = { query, NULL, NULL };
  gint64 ids[3];

  add_actions (fixture, ids);
  without = follow_kind_list_suggest_name (&list, fixture->reg);
  g_assert_true (g_str_has_prefix (without, "Actions, "));
  g_assert_null (g_strstr_len (without, -1, "OFFICIAL"));

  action = follow_register_get (fixture->reg, follow_kind_find ("action"), ids[1], NULL);
  copy = follow_record_copy (action);
  follow_record_set_text (copy, "marking", "official_sensitive");
  g_assert_true (follow_register_save (fixture->reg, copy, NULL));
  with = follow_kind_list_suggest_name (&list, fixture->reg);
  g_assert_true (g_str_has_suffix (with, " OFFICIAL-SENSITIVE.xlsx"));
  g_array_append_val (some, ids[0]);
  list.ids = some;
  of_some = follow_kind_list_suggest_name (&list, fixture->reg);
  g_assert_cmpstr (of_some, ==, without);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/kind-list/some", test_some);
  fixture_add_test ("/kind-list/name", test_name);
  return g_test_run ();
}
