/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale.h"

#include "follow-timescale-private.h"

/* When something that comes round is due next.
 *
 * 1. Its occurrences are the last day that was agreed and each whole number of periods after it: a
 *    month for monthly, three for quarterly, six, twelve. The end of a month stays one: 31 October,
 *    30 April, 31 October.
 * 2. Where the days agreed hold more than one period (Quarterly in 2026/27), the occurrences are
 *    those that end with the last day and lie within them, and none comes after. So it is where
 *    there is a last day only (Monthly until March 2027): that day is then the one occurrence.
 * 3. A progress note settles the occurrence it stands nearest to, and all before that: a report is
 *    written a little early or a little late. In the very middle between two it settles the later.
 * 4. Due is the first occurrence that is not settled, so that it may be overdue. Without a last day
 *    there is none, and for every meeting nothing is worked out: no calendar of meetings is known. */

typedef struct
{
  int anchor; /* number of the last day */
  int period; /* months */
} Rhythm;

int
follow_recurs_get_months (FollowRecurs recurs)
{
  static const int months[] = {
    [FOLLOW_RECURS_NEVER] = 0,     [FOLLOW_RECURS_EVERY_MEETING] = 0, [FOLLOW_RECURS_MONTHLY] = 1,
    [FOLLOW_RECURS_QUARTERLY] = 3, [FOLLOW_RECURS_SIX_MONTHLY] = 6,   [FOLLOW_RECURS_ANNUAL] = 12,
  };

  g_return_val_if_fail (recurs >= 0 && recurs < G_N_ELEMENTS (months), 0);

  return months[recurs];
}

/* The day so many months on, or 0 outside the years 1 to 9999. */
static int
add_months (int number, int months)
{
  gboolean is_last;
  int month, year, length;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  is_last = g_date_is_last_of_month (&date);
  month = g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1 + months;
  year = month / 12;
  month = month % 12 + 1;
  if (month < 1 || year < 1 || year > 9999)
    return 0;
  length = g_date_get_days_in_month (month, year);
  return follow_date_number (is_last ? length : MIN (g_date_get_day (&date), length), month, year);
}

static int
occurrence (const Rhythm *rhythm, int n)
{
  return add_months (rhythm->anchor, n * rhythm->period);
}

/* The number of an occurrence that certainly lies before @day, by one or two. */
static int
number_before (const Rhythm *rhythm, int day)
{
  GDate from, to;
  int months;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, rhythm->anchor);
  g_date_set_julian (&to, day);
  months = (g_date_get_year (&to) - g_date_get_year (&from)) * 12 + (int) g_date_get_month (&to) -
           (int) g_date_get_month (&from);
  return months / rhythm->period - 2;
}

static gboolean
is_settled (const Rhythm *rhythm, int n, int reported)
{
  return reported - occurrence (rhythm, n - 1) >= occurrence (rhythm, n) - reported;
}

char *
follow_timescale_next_due (const char *first, const char *last, FollowRecurs recurs, const char *reported)
{
  const Rhythm rhythm = { follow_date_to_number (last), follow_recurs_get_months (recurs) };
  int from = follow_date_to_number (first);
  int note = follow_date_to_number (reported);
  gboolean ends;
  int n = 0;

  if (rhythm.anchor == 0 || rhythm.period == 0)
    return follow_date_from_number (rhythm.anchor);

  ends = from == 0 || (from <= rhythm.anchor && add_months (from, rhythm.period) <= rhythm.anchor);
  if (from != 0 && ends)
    for (n = number_before (&rhythm, from); occurrence (&rhythm, n) < from;)
      n++;
  if (note != 0)
    for (n = MAX (n, number_before (&rhythm, note));
         occurrence (&rhythm, n) != 0 && is_settled (&rhythm, n, note);)
      n++;
  return ends && n > 0 ? NULL : follow_date_from_number (occurrence (&rhythm, n));
}
