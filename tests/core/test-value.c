/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>

#include "follow-value.h"

/* Values, and the form in which the history keeps them. */

static FollowValue *
make_timescale (const char *wording, const char *first, const char *last, const char *recurs)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_restore (
      wording, first, last, first != NULL ? FOLLOW_PRECISION_MONTH : FOLLOW_PRECISION_NONE,
      follow_recurs_from_id (recurs));

  return follow_value_new_timescale (timescale);
}

static FollowValue *
make_links (guint n_ids, gint64 a, gint64 b, gint64 c)
{
  gint64 ids[] = { a, b, c };

  return follow_value_new_links (ids, n_ids);
}

static void
test_empty (void)
{
  g_autofree char *stored = follow_value_store (NULL);
  guint n_ids = 1;

  g_assert_null (follow_value_new_text (NULL));
  g_assert_null (follow_value_new_text (""));
  g_assert_null (follow_value_new_timescale (NULL));
  g_assert_null (follow_value_new_links (NULL, 0));
  g_assert_null (stored);
  g_assert_null (follow_value_restore (FOLLOW_VALUE_TEXT, NULL));
  g_assert_null (follow_value_get_text (NULL));
  g_assert_cmpint (follow_value_get_integer (NULL), ==, 0);
  g_assert_cmpfloat (follow_value_get_number (NULL), ==, 0.0);
  g_assert_null (follow_value_get_timescale (NULL));
  g_assert_null (follow_value_get_links (NULL, &n_ids));
  g_assert_cmpuint (n_ids, ==, 0);
  g_assert_true (follow_value_equal (NULL, NULL));
}

static void
test_accessors (void)
{
  g_autoptr (FollowValue) text = follow_value_new_text ("Agree a protocol");
  g_autoptr (FollowValue) broken = follow_value_new_text ("a\xff"
                                                          "b");
  g_autoptr (FollowValue) number = follow_value_new_number (1.5);
  g_autoptr (FollowValue) integer = follow_value_new_integer (7);
  g_autoptr (FollowValue) timescale = make_timescale ("Dates set", NULL, NULL, NULL);
  g_autoptr (FollowValue) links = make_links (3, 30, 10, 30);
  guint n_ids;

  g_assert_cmpstr (follow_value_get_text (text), ==, "Agree a protocol");
  g_assert_cmpstr (follow_value_get_text (broken), ==,
                   "a\xef\xbf\xbd"
                   "b");
  g_assert_cmpint (follow_value_get_integer (text), ==, 0);
  g_assert_cmpfloat (follow_value_get_number (number), ==, 1.5);
  g_assert_cmpfloat (follow_value_get_number (integer), ==, 7.0);
  g_assert_cmpint (follow_value_get_integer (integer), ==, 7);
  g_assert_cmpstr (follow_value_get_text (timescale), ==, "Dates set");
  g_assert_null (follow_value_get_text (links));
  g_assert_cmpint (follow_value_get_integer (links), ==, 30);
  /* In the order given, each once. */
  g_assert_cmpint (follow_value_get_links (links, &n_ids)[1], ==, 10);
  g_assert_cmpuint (n_ids, ==, 2);
}

static void
test_equal (void)
{
  FollowValue *values[] = {
    follow_value_new_text ("1"),
    follow_value_new_text ("a"),
    follow_value_new_integer (1),
    follow_value_new_integer (2),
    follow_value_new_number (1.0),
    follow_value_new_number (1.5),
    make_timescale ("1", NULL, NULL, NULL),
    make_timescale ("August 2026", "2026-08-01", "2026-08-31", NULL),
    make_timescale ("August 2026", NULL, NULL, NULL),
    make_timescale ("August 2026", NULL, NULL, "monthly"),
    make_links (1, 1, 0, 0),
    make_links (2, 1, 2, 0),
    make_links (2, 2, 1, 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *stored = follow_value_store (values[i]);
      g_autoptr (FollowValue) again = follow_value_restore (follow_value_get_value_type (values[i]), stored);

      g_assert_true (follow_value_equal (values[i], again));
      g_assert_false (follow_value_equal (values[i], NULL));
      g_assert_false (follow_value_equal (NULL, values[i]));
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        g_assert_cmpint (follow_value_equal (values[i], values[j]), ==, i == j);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    follow_value_unref (values[i]);
}

static void
assert_comes_back (FollowValue *value, const char *expected)
{
  g_autoptr (FollowValue) owned = value;
  g_autofree char *stored = follow_value_store (value);
  g_autoptr (FollowValue) again = follow_value_restore (follow_value_get_value_type (value), stored);

  g_assert_cmpstr (stored, ==, expected);
  g_assert_true (follow_value_equal (value, again));
}

static void
test_store (void)
{
  assert_comes_back (follow_value_new_text ("one\ntwo/three"), "one\ntwo/three");
  assert_comes_back (follow_value_new_integer (G_MININT64), "-9223372036854775808");
  assert_comes_back (follow_value_new_number (0.1), "0.10000000000000001");
  assert_comes_back (follow_value_new_number (DBL_MAX), "1.7976931348623157e+308");
  assert_comes_back (make_links (2, G_MAXINT64, 2, 0), "9223372036854775807 2");
  assert_comes_back (make_timescale ("Q3 2021/22 / or later", "2021-10-01", "2021-12-31", NULL),
                     "2021-10-01/2021-12-31/month//Q3 2021/22 / or later");
  assert_comes_back (make_timescale ("Six-monthly reporting", NULL, NULL, "six-monthly"),
                     "//none/six-monthly/Six-monthly reporting");
}

/* A damaged history does not stop the program. */
static void
test_restore_nonsense (void)
{
  g_assert_null (follow_value_restore (FOLLOW_VALUE_TIMESCALE, "nonsense"));
  g_assert_null (follow_value_restore (FOLLOW_VALUE_TIMESCALE, "a/b/c/d/"));
  g_assert_null (follow_value_restore (FOLLOW_VALUE_LINKS, "nonsense"));
  g_assert_null (follow_value_restore (FOLLOW_VALUE_TEXT, ""));
}

static void
test_boxed (void)
{
  g_auto (GValue) box = G_VALUE_INIT;
  g_autoptr (FollowValue) value = follow_value_new_text ("kept");

  g_value_init (&box, FOLLOW_TYPE_VALUE);
  g_value_set_boxed (&box, value);
  g_assert_true (g_value_get_boxed (&box) == value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/empty", test_empty);
  g_test_add_func ("/value/accessors", test_accessors);
  g_test_add_func ("/value/equal", test_equal);
  g_test_add_func ("/value/store", test_store);
  g_test_add_func ("/value/restore-nonsense", test_restore_nonsense);
  g_test_add_func ("/value/boxed", test_boxed);
  return g_test_run ();
}
