/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-timescale-private.h"

static const char *const recurs_labels[] = {
  [FOLLOW_RECURS_EVERY_MEETING] = N_ ("every meeting"),
  [FOLLOW_RECURS_MONTHLY] = N_ ("monthly"),
  [FOLLOW_RECURS_QUARTERLY] = N_ ("quarterly"),
  [FOLLOW_RECURS_SIX_MONTHLY] = N_ ("six-monthly"),
  [FOLLOW_RECURS_ANNUAL] = N_ ("annual"),
};

typedef struct
{
  int first_year, first_month, last_year, last_month;
  int months; /* how many months the days cover, if they are whole months */
  gboolean whole_months;
} Period;

static Period
period_of (int first, int last)
{
  GDate from, to;
  Period period;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, first);
  g_date_set_julian (&to, last);

  period.first_year = g_date_get_year (&from);
  period.first_month = g_date_get_month (&from);
  period.last_year = g_date_get_year (&to);
  period.last_month = g_date_get_month (&to);
  period.whole_months = g_date_is_first_of_month (&from) && g_date_is_last_of_month (&to);
  period.months = (period.last_year - period.first_year) * 12 + period.last_month - period.first_month + 1;
  return period;
}

/* "2026/27", the year that begins in @year's April or December. */
static char *
year_pair (int year)
{
  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

static char *
describe_year (const Period *period)
{
  g_autofree char *pair = NULL;

  if (period->months != 12)
    return NULL;
  if (period->first_month == 1)
    return g_strdup_printf ("%d", period->first_year);
  if (period->first_month != 4)
    return NULL;
  pair = year_pair (period->first_year);
  /* Translators: %s is such as 2026/27 */
  return g_strdup_printf (_ ("financial year %s"), pair);
}

static char *
describe_quarter (const Period *period)
{
  g_autofree char *pair = NULL;

  if (period->months != 3 || period->first_month % 3 != 1)
    return NULL;
  pair = year_pair (period->first_month < 4 ? period->first_year - 1 : period->first_year);
  /* Translators: quarter 3 of 2021/22 (October to December 2021) */
  return g_strdup_printf (_ ("quarter %d of %s (%s to %s %d)"), (period->first_month + 8) / 3 % 4 + 1, pair,
                          follow_date_month_name (period->first_month),
                          follow_date_month_name (period->last_month), period->last_year);
}

static char *
describe_season (const Period *period)
{
  g_autofree char *year = NULL;

  if (period->months != 3 || period->first_month % 3 != 0)
    return NULL;
  year =
      period->first_month == 12 ? year_pair (period->first_year) : g_strdup_printf ("%d", period->first_year);
  switch (period->first_month)
    {
    case 3:
      return g_strdup_printf (_ ("spring %s"), year);
    case 6:
      return g_strdup_printf (_ ("summer %s"), year);
    case 9:
      return g_strdup_printf (_ ("autumn %s"), year);
    default:
      return g_strdup_printf (_ ("winter %s"), year);
    }
}

static char *
describe_months (const Period *period)
{
  const char *first = follow_date_month_name (period->first_month);
  const char *last = follow_date_month_name (period->last_month);

  if (period->months == 1)
    /* Translators: a month and its year */
    return g_strdup_printf (C_ ("month", "%s %d"), first, period->first_year);
  if (period->first_year == period->last_year)
    return g_strdup_printf (_ ("%s to %s %d"), first, last, period->last_year);
  return g_strdup_printf (_ ("%s %d to %s %d"), first, period->first_year, last, period->last_year);
}

static char *
describe_days (const char *first, const char *last)
{
  g_autofree char *from = follow_date_format_long (first);
  g_autofree char *to = follow_date_format_long (last);

  if (last == NULL)
    return g_steal_pointer (&from);
  if (first == NULL || g_str_equal (first, last))
    return g_steal_pointer (&to);
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
describe_dates (const FollowTimescale *timescale)
{
  const char *first = follow_timescale_get_first (timescale);
  const char *last = follow_timescale_get_last (timescale);
  FollowPrecision precision = follow_timescale_get_precision (timescale);
  char *text = NULL;
  Period period;

  if (first == NULL || last == NULL || precision == FOLLOW_PRECISION_DAY)
    return describe_days (first, last);
  period = period_of (follow_date_to_number (first), follow_date_to_number (last));
  if (!period.whole_months || period.months < 1)
    return describe_days (first, last);

  if (precision == FOLLOW_PRECISION_YEAR)
    text = describe_year (&period);
  else if (precision == FOLLOW_PRECISION_QUARTER)
    text = describe_quarter (&period);
  else if (precision == FOLLOW_PRECISION_SEASON)
    text = describe_season (&period);
  return text != NULL ? text : describe_months (&period);
}

/* The piece of the wording that names no day, or NULL. */
static char *
dup_impossible (const FollowTimescale *timescale)
{
  const char *wording = follow_timescale_get_wording (timescale);
  FollowReading reading;

  if (follow_timescale_get_first (timescale) != NULL || follow_timescale_get_last (timescale) != NULL)
    return NULL;
  reading = follow_timescale_read (wording);
  if (reading.impossible_end == 0)
    return NULL;
  return g_strndup (wording + reading.impossible_start, reading.impossible_end - reading.impossible_start);
}

static char *
describe_dated (const FollowTimescale *timescale, const char *recurs)
{
  const char *first = follow_timescale_get_first (timescale);
  const char *last = follow_timescale_get_last (timescale);
  g_autofree char *dates = describe_dates (timescale);
  g_autofree char *due = last != NULL ? follow_date_format_long (last) : NULL;

  if (last == NULL && recurs == NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Read as from %s, no end"), dates);
  if (first == NULL && recurs != NULL)
    /* Translators: how often, then a day: "monthly, until 31 March 2027" */
    return g_strdup_printf (_ ("Read as %s, until %s"), recurs, dates);
  if (last == NULL || g_strcmp0 (first, last) == 0)
    return recurs == NULL ? g_strdup_printf (_ ("Read as %s"), dates)
                          /* Translators: how often, then a date */
                          : g_strdup_printf (_ ("Read as %s, %s"), recurs, dates);
  return recurs == NULL ? g_strdup_printf (_ ("Read as %s – due by %s"), dates, due)
                        : g_strdup_printf (_ ("Read as %s, %s – first due by %s"), recurs, dates, due);
}

char *
follow_timescale_describe (const FollowTimescale *timescale)
{
  const char *recurs = NULL;
  g_autofree char *impossible = NULL;

  if (timescale == NULL)
    return g_strdup ("");
  if (follow_timescale_get_recurs (timescale) != FOLLOW_RECURS_NEVER)
    recurs = gettext (recurs_labels[follow_timescale_get_recurs (timescale)]);
  if (follow_timescale_get_precision (timescale) != FOLLOW_PRECISION_NONE ||
      follow_timescale_get_last (timescale) != NULL)
    return describe_dated (timescale, recurs);

  impossible = dup_impossible (timescale);
  if (recurs != NULL)
    return impossible == NULL ? g_strdup_printf (_ ("Read as %s, without a date"), recurs)
                              : g_strdup_printf (_ ("Read as %s – %s is not a day"), recurs, impossible);
  if (impossible != NULL)
    return g_strdup_printf (_ ("%s is not a day: kept as written"), impossible);
  return g_strdup (_ ("Not a date: kept as written"));
}
