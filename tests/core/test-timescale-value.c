/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-date.h"
#include "follow-timescale.h"

#define RANDOM_WORDINGS 20000
#define LONG_WORDING (10 * 1024 * 1024)

static void
test_ids (void)
{
  for (FollowPrecision i = FOLLOW_PRECISION_NONE; i <= FOLLOW_PRECISION_SEASON; i++)
    g_assert_cmpint (follow_precision_from_id (follow_precision_to_id (i)), ==, i);
  for (FollowRecurs i = FOLLOW_RECURS_NEVER; i <= FOLLOW_RECURS_ANNUAL; i++)
    g_assert_cmpint (follow_recurs_from_id (follow_recurs_to_id (i)), ==, i);
  g_assert_null (follow_recurs_to_id (FOLLOW_RECURS_NEVER));
  g_assert_cmpstr (follow_recurs_to_id (FOLLOW_RECURS_EVERY_MEETING), ==, "every meeting");
  g_assert_cmpint (follow_precision_from_id ("fortnight"), ==, FOLLOW_PRECISION_NONE);
  g_assert_cmpint (follow_precision_from_id (NULL), ==, FOLLOW_PRECISION_NONE);
  g_assert_cmpint (follow_recurs_from_id ("weekly"), ==, FOLLOW_RECURS_NEVER);
}

static void
test_blank (void)
{
  g_assert_null (follow_timescale_parse (NULL));
  g_assert_null (follow_timescale_parse (""));
  g_assert_null (follow_timescale_parse (" \t\r\n\u00a0\u2003"));
  g_assert_null (follow_timescale_restore (NULL, NULL, NULL, FOLLOW_PRECISION_DAY, FOLLOW_RECURS_NEVER));
  g_assert_null (follow_timescale_restore (" ", "2026-02-30", "", FOLLOW_PRECISION_DAY, FOLLOW_RECURS_NEVER));
}

/* What was stored comes back as it was, whatever the wording would be read as now. */
static void
test_restore (void)
{
  g_autoptr (FollowTimescale) chosen = follow_timescale_restore (
      "After the summer", "2026-09-01", "2026-09-30", FOLLOW_PRECISION_MONTH, FOLLOW_RECURS_ANNUAL);
  g_autoptr (FollowTimescale) spoilt = follow_timescale_restore ("August 2009", "2009-02-30", "soon",
                                                                 FOLLOW_PRECISION_MONTH, FOLLOW_RECURS_NEVER);
  g_autoptr (FollowTimescale) wordless =
      follow_timescale_restore (NULL, NULL, "2026-09-30", FOLLOW_PRECISION_DAY, FOLLOW_RECURS_NEVER);
  g_autoptr (FollowTimescale) stored =
      follow_timescale_restore ("by 31/02/2021", NULL, NULL, FOLLOW_PRECISION_NONE, FOLLOW_RECURS_NEVER);

  g_assert_cmpstr (follow_timescale_get_wording (chosen), ==, "After the summer");
  g_assert_cmpstr (follow_timescale_get_first (chosen), ==, "2026-09-01");
  g_assert_cmpstr (follow_timescale_get_last (chosen), ==, "2026-09-30");
  g_assert_cmpint (follow_timescale_get_precision (chosen), ==, FOLLOW_PRECISION_MONTH);
  g_assert_cmpint (follow_timescale_get_recurs (chosen), ==, FOLLOW_RECURS_ANNUAL);
  g_assert_false (follow_timescale_is_impossible (chosen));

  g_assert_null (follow_timescale_get_first (spoilt));
  g_assert_null (follow_timescale_get_last (spoilt));
  g_assert_cmpint (follow_timescale_get_precision (spoilt), ==, FOLLOW_PRECISION_NONE);
  g_assert_cmpstr (follow_timescale_get_wording (wordless), ==, "");
  g_assert_cmpstr (follow_timescale_get_last (wordless), ==, "2026-09-30");
  g_assert_true (follow_timescale_is_impossible (stored));
}

static void
test_equal (void)
{
  g_autoptr (FollowTimescale) read = follow_timescale_parse ("August 2009");
  g_autoptr (FollowTimescale) same = follow_timescale_restore ("August 2009", "2009-08-01", "2009-08-31",
                                                               FOLLOW_PRECISION_MONTH, FOLLOW_RECURS_NEVER);
  g_autoptr (FollowTimescale) other = follow_timescale_parse ("Aug 2009");
  g_autoptr (FollowTimescale) held = follow_timescale_ref (read);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) copy = G_VALUE_INIT;

  g_assert_true (follow_timescale_equal (read, same));
  g_assert_true (follow_timescale_equal (read, held));
  g_assert_true (follow_timescale_equal (NULL, NULL));
  g_assert_false (follow_timescale_equal (read, other));
  g_assert_false (follow_timescale_equal (read, NULL));
  g_assert_false (follow_timescale_equal (NULL, read));

  g_value_init (&value, FOLLOW_TYPE_TIMESCALE);
  g_value_init (&copy, FOLLOW_TYPE_TIMESCALE);
  g_value_set_boxed (&value, read);
  g_value_copy (&value, &copy);
  g_assert_true (g_value_get_boxed (&copy) == read);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *wording, *text;
  } cases[] = {
    { "22nd June 2009", "Read as 22 June 2009" },
    { "August 2026", "Read as August 2026 – due by 31 August 2026" },
    { "November/December 2010", "Read as November to December 2010 – due by 31 December 2010" },
    { "August 2009 to March 2010", "Read as August 2009 to March 2010 – due by 31 March 2010" },
    { "12th and 21st May 2026", "Read as 12 May 2026 to 21 May 2026 – due by 21 May 2026" },
    { "Q3 2021/22", "Read as quarter 3 of 2021/22 (October to December 2021) – due by 31 December 2021" },
    { "Q4 2021/22", "Read as quarter 4 of 2021/22 (January to March 2022) – due by 31 March 2022" },
    { "Q1 and Q2 2021/22", "Read as April to September 2021 – due by 30 September 2021" },
    { "2026", "Read as 2026 – due by 31 December 2026" },
    { "2019/20", "Read as financial year 2019/20 – due by 31 March 2020" },
    { "2021-23", "Read as April 2021 to March 2023 – due by 31 March 2023" },
    { "Spring 2027", "Read as spring 2027 – due by 31 May 2027" },
    { "Summer 2027", "Read as summer 2027 – due by 31 August 2027" },
    { "Autumn of 2019", "Read as autumn 2019 – due by 30 November 2019" },
    { "Winter 2026/27", "Read as winter 2026/27 – due by 28 February 2027" },
    { "Spring/Summer 2027", "Read as March to August 2027 – due by 31 August 2027" },
    { "Six-monthly reporting", "Read as six-monthly, without a date" },
    { "Six-monthly, first report October 2026",
      "Read as six-monthly, October 2026 – first due by 31 October 2026" },
    { "30 June 2026 and then annually", "Read as annual, 30 June 2026" },
    { "Annually, by 31 June 2026", "Read as annual – 31 June 2026 is not a day" },
    { "Dates set", "Not a date: kept as written" },
    { "31/02/2021", "31/02/2021 is not a day: kept as written" },
  };
  g_autofree char *nothing = follow_timescale_describe (NULL);
  g_autoptr (FollowTimescale) open =
      follow_timescale_restore ("", "2026-09-30", NULL, FOLLOW_PRECISION_DAY, FOLLOW_RECURS_NEVER);
  g_autofree char *since = follow_timescale_describe (open);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FollowTimescale) timescale = follow_timescale_parse (cases[i].wording);
      g_autofree char *text = follow_timescale_describe (timescale);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (since, ==, "Read as from 30 September 2026, no end");
}

/* When what comes round is due next, after the newest progress note. */
static void
test_next_due (void)
{
  static const struct
  {
    const char *first, *last;
    FollowRecurs recurs;
    const char *reported, *due;
  } cases[] = {
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, NULL, "2009-10-31" },
    /* Long before, in time, late, and in the middle of two. */
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2009-03-02", "2009-10-31" },
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2009-10-20", "2010-04-30" },
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2009-11-20", "2010-04-30" },
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2010-01-29", "2010-04-30" },
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2010-01-30", "2010-10-31" },
    { "2009-10-01", "2009-10-31", FOLLOW_RECURS_SIX_MONTHLY, "2026-10-12", "2027-04-30" },
    { "2009-09-01", "2009-09-30", FOLLOW_RECURS_QUARTERLY, "2009-10-02", "2009-12-31" },
    { "2009-08-01", "2009-08-31", FOLLOW_RECURS_MONTHLY, "2010-02-03", "2010-02-28" },
    { "2024-01-31", "2024-01-31", FOLLOW_RECURS_MONTHLY, "2024-02-01", "2024-02-29" },
    { "2024-02-29", "2024-02-29", FOLLOW_RECURS_ANNUAL, "2024-02-29", "2025-02-28" },
    { "2026-06-12", "2026-06-12", FOLLOW_RECURS_ANNUAL, "2028-06-30", "2029-06-12" },
    { "2026-01-30", "2026-01-30", FOLLOW_RECURS_MONTHLY, "2026-01-30", "2026-02-28" },
    { "2026-01-30", "2026-01-30", FOLLOW_RECURS_MONTHLY, "2026-02-28", "2026-03-30" },
    /* Days that hold several occurrences are the first and the last of them. */
    { "2026-04-01", "2027-03-31", FOLLOW_RECURS_QUARTERLY, NULL, "2026-06-30" },
    { "2026-04-01", "2027-03-31", FOLLOW_RECURS_QUARTERLY, "2026-12-20", "2027-03-31" },
    { "2026-04-01", "2027-03-31", FOLLOW_RECURS_QUARTERLY, "2027-03-31", NULL },
    { "2027-03-01", "2027-09-30", FOLLOW_RECURS_SIX_MONTHLY, NULL, "2027-03-31" },
    { NULL, "2027-03-31", FOLLOW_RECURS_MONTHLY, "2026-12-01", "2027-03-31" },
    { NULL, "2027-03-31", FOLLOW_RECURS_MONTHLY, "2027-03-31", NULL },
    /* What does not come round in months, and what no calendar holds. */
    { "2009-08-01", "2009-08-31", FOLLOW_RECURS_EVERY_MEETING, "2020-01-01", "2009-08-31" },
    { "2009-08-01", "2009-08-31", FOLLOW_RECURS_NEVER, NULL, "2009-08-31" },
    { "2009-08-01", NULL, FOLLOW_RECURS_MONTHLY, NULL, NULL },
    { NULL, NULL, FOLLOW_RECURS_ANNUAL, "2009-08-01", NULL },
    { "9999-12-31", "9999-12-31", FOLLOW_RECURS_MONTHLY, "9999-12-31", NULL },
    { "0001-01-01", "0001-01-31", FOLLOW_RECURS_ANNUAL, "0001-01-31", "0002-01-31" },
    { "9999-12-31", "9999-11-30", FOLLOW_RECURS_MONTHLY, NULL, "9999-11-30" },
    { "0001-01-01", "9999-12-31", FOLLOW_RECURS_MONTHLY, "9999-12-31", NULL },
    { "not a day", "2009-10-31", FOLLOW_RECURS_MONTHLY, "nor this", "2009-10-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due =
          follow_timescale_next_due (cases[i].first, cases[i].last, cases[i].recurs, cases[i].reported);

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

/* Nothing may follow from any text but a sound reading of it. */
static void
assert_sound (const char *wording)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (wording);
  g_autofree char *text = follow_timescale_describe (timescale);
  const char *first, *last;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (timescale == NULL)
    return;
  first = follow_timescale_get_first (timescale);
  last = follow_timescale_get_last (timescale);
  g_assert_true (g_utf8_validate (follow_timescale_get_wording (timescale), -1, NULL));
  if (g_utf8_validate (wording, -1, NULL))
    g_assert_cmpstr (follow_timescale_get_wording (timescale), ==, wording);
  g_assert_true ((first == NULL) == (last == NULL));
  g_assert_true ((first == NULL) == (follow_timescale_get_precision (timescale) == FOLLOW_PRECISION_NONE));
  if (first != NULL)
    {
      g_assert_true (follow_date_is_valid (first));
      g_assert_true (follow_date_is_valid (last));
      g_assert_cmpstr (first, <=, last);
      g_assert_false (follow_timescale_is_impossible (timescale));
    }
}

static void
test_random_bytes (void)
{
  for (int i = 0; i < RANDOM_WORDINGS; i++)
    {
      char bytes[64];
      int length = g_test_rand_int_range (0, sizeof bytes);

      for (int j = 0; j < length; j++)
        bytes[j] = (char) g_test_rand_int_range (1, 256);
      bytes[length] = '\0';
      assert_sound (bytes);
    }
}

static void
test_random_words (void)
{
  static const char *const pieces[] = {
    "1",      "12",     "31",      "32",     "st",      "th",       "2026", "26",         "/",
    "/27",    "-",      "–",       ".",      ",",       " ",        " ",    " ",          "\n",
    ";",      "(",      ")",       "’",      "May",     "february", "June", "Sept.",      "Q3",
    "FY",     "by",     "to",      "and",    "end",     "of",       "mid",  "w/c",        "Mon",
    "Winter", "autumn", "monthly", "six",    "every",   "meeting",  "0",    "9999999999", "before",
    "\xc3",   "é",      "tbc",     "year 1", "quarter", "first",
  };

  for (int i = 0; i < RANDOM_WORDINGS; i++)
    {
      g_autoptr (GString) wording = g_string_new (NULL);

      for (int n = g_test_rand_int_range (1, 16); n > 0; n--)
        {
          g_string_append (wording, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (wording, ' ');
        }
      assert_sound (wording->str);
    }
}

/* However long, and whatever it repeats, a wording is kept, and answered at once. */
static void
test_long (void)
{
  static const char *const pieces[] = {
    "x",        " ", "by ", "1, ",           "1/", "mid ", "August 2009 ", "the ", "every ", "all a ",
    "August, ", "(", "\n",  "six-monthly; ", "é",  "\xff", "12–",          "'",    "2026-",  "to "
  };
  static const gsize lengths[] = { 16000, LONG_WORDING };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lengths); j++)
      {
        g_autoptr (GString) wording = g_string_sized_new (lengths[j] + 16);

        while (wording->len < lengths[j])
          g_string_append (wording, pieces[i]);
        assert_sound (wording->str);
      }
  g_test_message ("Long wordings took %.1f s", (g_get_monotonic_time () - start) / 1e6);
}

/* The cells of one column of comma-separated text with quotes, without its heading. */
static GPtrArray *
read_column (const char *text, guint column)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;
  guint at = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (quoted || (*p != ',' && *p != '\n'))
      g_string_append_c (cell, *p);
    else
      {
        if (at == column)
          g_ptr_array_add (cells, g_strdup (cell->str));
        at = *p == ',' ? at + 1 : 0;
        g_string_truncate (cell, 0);
      }
  g_ptr_array_remove_index (cells, 0);
  return cells;
}

/* Every timeframe of a published plan: all are read, but for the one that is no date. */
static void
test_published_plan (void)
{
  const char *shared = g_getenv ("FOLLOW_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "real", "plan-2009.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  guint n_dated = 0, n_undated = 0, n_days = 0, n_several = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("The published plans are not here");
      return;
    }
  cells = read_column (text, 3);
  for (guint i = 0; i < cells->len; i++)
    {
      g_autoptr (FollowTimescale) timescale = follow_timescale_parse (cells->pdata[i]);

      if (timescale == NULL)
        continue;
      assert_sound (cells->pdata[i]);
      n_dated += follow_timescale_get_last (timescale) != NULL ? 1 : 0;
      n_undated += follow_timescale_get_last (timescale) == NULL ? 1 : 0;
      n_days += follow_timescale_get_precision (timescale) == FOLLOW_PRECISION_DAY ? 1 : 0;
      n_several += strchr (cells->pdata[i], '\n') != NULL ? 1 : 0;
      if (follow_timescale_get_last (timescale) == NULL)
        g_assert_cmpstr (cells->pdata[i], ==, "Dates set");
    }
  g_assert_cmpuint (cells->len, ==, 34);
  g_assert_cmpuint (n_dated, ==, 30);
  g_assert_cmpuint (n_undated, ==, 1);
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_cmpuint (n_several, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timescale-value/ids", test_ids);
  g_test_add_func ("/timescale-value/blank", test_blank);
  g_test_add_func ("/timescale-value/restore", test_restore);
  g_test_add_func ("/timescale-value/equal", test_equal);
  g_test_add_func ("/timescale-value/describe", test_describe);
  g_test_add_func ("/timescale-value/next-due", test_next_due);
  g_test_add_func ("/timescale-value/random-bytes", test_random_bytes);
  g_test_add_func ("/timescale-value/random-words", test_random_words);
  g_test_add_func ("/timescale-value/long", test_long);
  g_test_add_func ("/timescale-value/published-plan", test_published_plan);
  return g_test_run ();
}
