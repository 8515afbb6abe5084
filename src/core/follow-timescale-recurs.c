/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-recurs.h"

#include "follow-timescale-item.h"

/* "every Child and Adult Protection Committee meeting" */
#define LONGEST_MEETING_NAME 8

static const struct
{
  const char *phrase;
  FollowRecurs recurs;
} phrases[] = {
  { "monthly", FOLLOW_RECURS_MONTHLY },
  { "once a month", FOLLOW_RECURS_MONTHLY },
  { "quarterly", FOLLOW_RECURS_QUARTERLY },
  { "once a quarter", FOLLOW_RECURS_QUARTERLY },
  { "four times a year", FOLLOW_RECURS_QUARTERLY },
  { "half - yearly", FOLLOW_RECURS_SIX_MONTHLY },
  { "half yearly", FOLLOW_RECURS_SIX_MONTHLY },
  { "twice a year", FOLLOW_RECURS_SIX_MONTHLY },
  { "twice yearly", FOLLOW_RECURS_SIX_MONTHLY },
  { "twice per year", FOLLOW_RECURS_SIX_MONTHLY },
  { "twice each year", FOLLOW_RECURS_SIX_MONTHLY },
  { "annual", FOLLOW_RECURS_ANNUAL },
  { "annually", FOLLOW_RECURS_ANNUAL },
  { "yearly", FOLLOW_RECURS_ANNUAL },
  { "once a year", FOLLOW_RECURS_ANNUAL },
  { "per annum", FOLLOW_RECURS_ANNUAL },
  { "standing item", FOLLOW_RECURS_EVERY_MEETING },
  { "standing items", FOLLOW_RECURS_EVERY_MEETING },
  { "standing agenda item", FOLLOW_RECURS_EVERY_MEETING },
  { "standing agenda items", FOLLOW_RECURS_EVERY_MEETING },
  { "bi - monthly", FOLLOW_RECURS_NEVER },
  { "bi monthly", FOLLOW_RECURS_NEVER },
  { "bimonthly", FOLLOW_RECURS_NEVER },
  { "bi - annual", FOLLOW_RECURS_NEVER },
  { "bi - annually", FOLLOW_RECURS_NEVER },
  { "bi annual", FOLLOW_RECURS_NEVER },
  { "bi annually", FOLLOW_RECURS_NEVER },
  { "biannual", FOLLOW_RECURS_NEVER },
  { "biannually", FOLLOW_RECURS_NEVER },
  { "biennial", FOLLOW_RECURS_NEVER },
  { "biennially", FOLLOW_RECURS_NEVER },
  { "bi - weekly", FOLLOW_RECURS_NEVER },
  { "fortnightly", FOLLOW_RECURS_NEVER },
  { "weekly", FOLLOW_RECURS_NEVER },
  { "daily", FOLLOW_RECURS_NEVER },
  { "termly", FOLLOW_RECURS_NEVER },
};

static const char *const counts[] = { "one",   "two",  "three", "four",   "five",   "six", "seven",
                                      "eight", "nine", "ten",   "eleven", "twelve", NULL };
static const char *const each_words[] = { "every", "each", "all", NULL };
static const char *const meeting_words[] = { "meeting", "meetings", NULL };
/* Not each of them, or not theirs but another rhythm's. */
static const char *const other_words[] = { "other",  "second", "third",  "alternate", "first",
                                           "last",   "next",   "annual", "monthly",   "quarterly",
                                           "yearly", "year",   "month",  NULL };

static FollowRecurs
recurs_of_months (int months)
{
  return months == 1    ? FOLLOW_RECURS_MONTHLY
         : months == 3  ? FOLLOW_RECURS_QUARTERLY
         : months == 6  ? FOLLOW_RECURS_SIX_MONTHLY
         : months == 12 ? FOLLOW_RECURS_ANNUAL
                        : FOLLOW_RECURS_NEVER;
}

/* 6 or six; 0 when there is no such word. */
static int
take_count (const FollowWords *words, guint *at)
{
  int count = follow_words_find (words, *at, counts) + 1;

  if (follow_words_is_number (words, *at, 1, 2))
    count = follow_words_at (words, *at)->value;
  *at += count > 0 ? 1 : 0;
  return count;
}

/* six-monthly, 6 monthly, two-yearly */
static gboolean
read_counted (const FollowWords *words, guint *at, FollowRecurs *recurs)
{
  guint place = *at;
  int count = take_count (words, &place);

  if (count == 0)
    return FALSE;
  if (!follow_words_take_mark (words, &place, '-'))
    follow_words_take_mark (words, &place, FOLLOW_MARK_DASH);
  if (follow_words_take (words, &place, "monthly"))
    *recurs = recurs_of_months (count);
  else if (follow_words_take (words, &place, "yearly") || follow_words_take (words, &place, "weekly"))
    *recurs = FOLLOW_RECURS_NEVER;
  else
    return FALSE;
  *at = place;
  return TRUE;
}

/* After "every" or "all": … Committee meetings */
static gboolean
take_meeting (const FollowWords *words, guint *at)
{
  for (guint place = *at; place <= *at + LONGEST_MEETING_NAME; place++)
    {
      char mark = follow_words_at (words, place)->mark;

      if (follow_words_find (words, place, meeting_words) >= 0)
        {
          *at = place + 1;
          return TRUE;
        }
      if ((mark != FOLLOW_MARK_WORD && mark != '/' && mark != '&' && mark != '-') ||
          follow_words_find (words, place, other_words) >= 0 || follow_words_find (words, place, counts) >= 0)
        return FALSE;
    }
  return FALSE;
}

/* every meeting, at all Committee meetings, every six months, each year, every June, every other month */
static gboolean
read_each (const FollowWords *words, guint *at, FollowRecurs *recurs)
{
  static const char *const units[] = { "month", "months", "quarter", "quarters", "year", "years", NULL };
  static const int unit_months[] = { 1, 1, 3, 3, 12, 12 };
  static const char *const short_units[] = { "week", "weeks", "fortnight", "day", "term", NULL };
  guint place = *at;
  gboolean is_other;
  int count, unit;

  if (!follow_words_take_any (words, &place, each_words))
    return FALSE;
  if (take_meeting (words, &place))
    {
      *recurs = FOLLOW_RECURS_EVERY_MEETING;
      *at = place;
      return TRUE;
    }

  is_other =
      follow_words_find (words, place, units) < 0 && follow_words_take_any (words, &place, other_words);
  count = take_count (words, &place);
  unit = follow_words_find (words, place, units);
  if (unit >= 0)
    *recurs = is_other ? FOLLOW_RECURS_NEVER : recurs_of_months (unit_months[unit] * MAX (count, 1));
  else if (follow_words_find (words, place, short_units) >= 0 ||
           follow_words_find (words, place, meeting_words) >= 0)
    *recurs = FOLLOW_RECURS_NEVER;
  else if (follow_words_month (words, place) > 0 && !is_other &&
           !follow_words_is_number (words, place + 1, 1, 4))
    *recurs = FOLLOW_RECURS_ANNUAL;
  else
    return FALSE;
  *at = place + 1;
  return TRUE;
}

gboolean
follow_recurs_read (const FollowWords *words, guint *at, FollowRecurs *recurs)
{
  if (!follow_words_stands_free (words, *at))
    return FALSE;
  if (read_counted (words, at, recurs) || read_each (words, at, recurs))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (follow_words_take_phrase (words, at, phrases[i].phrase))
      {
        *recurs = phrases[i].recurs;
        return TRUE;
      }
  return FALSE;
}
