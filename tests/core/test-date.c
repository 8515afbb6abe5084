/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-date.h"

static void
test_valid (void)
{
  static const char *const valid[] = { "2026-11-12", "0001-01-01", "9999-12-31", "2028-02-29" };
  static const char *const invalid[] = { "",           "2026-11-1",  "2026-02-29",  "2026-13-01",
                                         "2026-00-10", "0000-01-01", "2026-11-12 ", "2026/11/12",
                                         "+026-11-12", "12/11/2026" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (follow_date_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (follow_date_is_valid (invalid[i]));
  g_assert_false (follow_date_is_valid (NULL));
}

static void
assert_added (const char *iso, int days, const char *expected)
{
  g_autofree char *answer = follow_date_add_days (iso, days);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_count (void)
{
  g_assert_cmpint (follow_date_days_between ("2026-08-31", "2026-11-12"), ==, 73);
  g_assert_cmpint (follow_date_days_between ("2026-11-12", "2026-08-31"), ==, -73);
  g_assert_cmpint (follow_date_days_between ("2028-02-28", "2028-03-01"), ==, 2);
  g_assert_cmpint (follow_date_days_between ("0001-01-01", "9999-12-31"), ==, 3652058);
  assert_added ("2026-12-31", 1, "2027-01-01");
  assert_added ("2026-11-12", -73, "2026-08-31");
  assert_added ("2026-11-12", 0, "2026-11-12");
  assert_added ("9999-12-31", 1, NULL);
  assert_added ("0001-01-01", -1, NULL);
  assert_added ("2026-11-12", G_MAXINT, NULL);
  assert_added ("2026-11-12", G_MININT, NULL);
  assert_added ("2026-02-30", 1, NULL);
  assert_added (NULL, 1, NULL);
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso, *full, *brief;
  } cases[] = {
    { "2026-11-12", "12 November 2026", "12 Nov 2026" },  { "2026-05-01", "1 May 2026", "1 May 2026" },
    { "2009-09-30", "30 September 2009", "30 Sep 2009" }, { "next week", "next week", "next week" },
    { "2026-02-30", "2026-02-30", "2026-02-30" },         { NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = follow_date_format_long (cases[i].iso);
      g_autofree char *brief = follow_date_format_short (cases[i].iso);

      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *iso;
  } cases[] = {
    { "12/11/2026", "2026-11-12" },
    { "12.11.26", "2026-11-12" },
    { "12-11-2026", "2026-11-12" },
    { "1/2/70", "1970-02-01" },
    { "12 Nov 2026", "2026-11-12" },
    { "12th November 2026", "2026-11-12" },
    { "Thursday, 12th November 2026", "2026-11-12" },
    { "12 nov 26", "2026-11-12" },
    { " 2026-11-12\n", NULL },
    { " 2026-11-12 ", "2026-11-12" },
    { "2026-11-12T00:00:00", "2026-11-12" },
    { "12/11/2026 00:00", "2026-11-12" },
    { "November 12, 2026", "2026-11-12" },
    { "12/11/2026 09:30", NULL },
    { "Friday 12 November 2026", NULL },
    { "12 November", NULL },
    { "November 2026", NULL },
    { "12/13/2026", NULL },
    { "31/06/2026", NULL },
    { "12 and 13 November 2026", NULL },
    { "by 12 November 2026", NULL },
    { "12 November 2026 (revised)", NULL },
    { "46338", NULL },
    { "12 November 2026\xff", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = follow_date_parse (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *due, *text;
  } cases[] = {
    { "2026-11-12", "Due today" },
    { "2026-11-13", "Due tomorrow" },
    { "2026-11-14", "In 2 days" },
    { "2026-11-30", "In 18 days" },
    { "2027-11-12", "In 365 days" },
    { "2027-11-13", "13 Nov 2027" },
    { "2026-11-11", "1 day overdue" },
    { "2026-08-31", "73 days overdue" },
    { "2025-11-12", "365 days overdue" },
    { "2025-11-11", "Overdue since 11 Nov 2025" },
    { "no date", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = follow_date_describe_distance (cases[i].due, "2026-11-12");

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_today (void)
{
  g_autofree char *set = NULL;
  g_autofree char *now = NULL;
  g_autofree char *local = NULL;
  g_autofree char *moment = NULL;

  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  set = follow_date_today ();
  now = follow_date_now ();
  g_assert_cmpstr (set, ==, "2026-11-12");
  g_assert_true (g_regex_match_simple ("^2026-11-12T[0-2]\\d:[0-5]\\d:\\d\\d\\.\\d{3}Z$", now, 0, 0));

  g_setenv ("FOLLOW_TODAY", "12 November", TRUE);
  local = follow_date_today ();
  g_assert_true (follow_date_is_valid (local));
  g_assert_cmpstr (local, !=, "2026-11-12");
  g_unsetenv ("FOLLOW_TODAY");
  moment = follow_date_now ();
  g_assert_cmpuint (strlen (moment), ==, strlen ("YYYY-MM-DDTHH:MM:SS.mmmZ"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/count", test_count);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/distance", test_distance);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
