/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-item.h"

#include <string.h>

/* "early to mid" */
#define MOST_QUALIFIERS 3

static const char *const months[] = { "january",  "february", "march",  "april",     "may",
                                      "june",     "july",     "august", "september", "october",
                                      "november", "december", NULL };
static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday",    NULL };
static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
static const char *const end_words[] = { "end", "late", "mid", "middle", NULL };
static const char *const begin_words[] = { "early", "beginning", "start", NULL };
/* Before "12/2026" these make it the number of a paper. */
static const char *const number_words[] = { "report", "paper",   "item",      "ref",      "reference", "no",
                                            "number", "section", "paragraph", "appendix", "minute",    NULL };

/* The place in a list of full names of a name or an abbreviation of it, or -1. */
static int
find_name (const FollowWords *words, guint at, const char *const *names)
{
  const FollowWord *word = follow_words_at (words, at);

  if (word->mark != FOLLOW_MARK_WORD || word->length < 3)
    return -1;
  for (int i = 0; names[i] != NULL; i++)
    if (word->length <= strlen (names[i]) && memcmp (names[i], word->text, word->length) == 0)
      return i;
  return -1;
}

int
follow_words_month (const FollowWords *words, guint at)
{
  return find_name (words, at, months) + 1;
}

/* 12/11/2026, 12.11.26, 12-11-2026; 2026-11-12, 2026/11/12 */
static gboolean
read_numeric_day (const FollowWords *words, guint *at, FollowItem *item)
{
  gboolean is_iso = follow_words_is_number (words, *at, 4, 4);
  guint year_at = is_iso ? *at : *at + 4;
  guint day_at = is_iso ? *at + 4 : *at;
  gboolean has_hyphens = follow_words_is_mark (words, *at + 1, '-');

  if (!follow_words_is_glued_mark (words, *at + 1, "/.-") ||
      !follow_words_is_glued_mark (words, *at + 3, "/.-") ||
      follow_words_at (words, *at + 1)->mark != follow_words_at (words, *at + 3)->mark ||
      !follow_words_is_number (words, *at + 2, 1, 2) || !follow_words_is_number (words, day_at, 1, 2) ||
      !follow_words_take_year (words, &year_at, is_iso ? 4 : 2, &item->year) ||
      follow_words_goes_on (words, *at + 5, has_hyphens ? "-~/.:" : "/.:"))
    return FALSE;

  item->kind = FOLLOW_ITEM_DAY;
  item->day = follow_words_at (words, day_at)->value;
  item->month = follow_words_at (words, *at + 2)->value;
  *at += 5;
  return TRUE;
}

/* 06/2026, and ISO's 2026-06. With a hyphen 12-2026 is more likely the number of a report. */
static gboolean
read_numeric_month (const FollowWords *words, guint *at, FollowItem *item)
{
  gboolean is_iso = follow_words_is_number (words, *at, 4, 4);
  guint year_at = is_iso ? *at : *at + 2;
  guint month_at = is_iso ? *at + 2 : *at;
  int month = follow_words_at (words, month_at)->value;

  if (!follow_words_is_glued_mark (words, *at + 1, is_iso ? "-" : "/.") ||
      !follow_words_is_number (words, month_at, 2, 2) || month < 1 || month > 12 ||
      !follow_words_take_year (words, &year_at, 4, &item->year) ||
      follow_words_goes_on (words, *at + 3, "-~/.:"))
    return FALSE;
  if (*at > 0 && follow_words_find (words, *at - 1, number_words) >= 0)
    return FALSE;

  /* 2009-10 is a financial year, 2010-12 may be either. */
  if (is_iso && month > item->year % 100)
    return FALSE;

  item->kind = FOLLOW_ITEM_MONTH;
  item->month = month;
  *at += 3;
  return TRUE;
}

/* The year after a month's name. A financial year there leaves it unsaid which of its two is
 * meant: it is passed over, and the month has no year. */
static void
take_year_of_month (const FollowWords *words, guint *at, gboolean has_day, FollowItem *item)
{
  guint place = *at;
  int first, last;
  gboolean is_joined = follow_words_is_glued_mark (words, place, "-/.");
  const FollowWord *number;

  if (is_joined || follow_words_is_mark (words, place, ',') || follow_words_is_mark (words, place, '-') ||
      follow_words_is_mark (words, place, FOLLOW_MARK_DASH) || follow_words_is (words, place, "of") ||
      follow_words_is (words, place, "in"))
    place++;
  if (follow_words_take_pair (words, &place, 4, &first, &last))
    {
      *at = place;
      return;
    }
  number = follow_words_at (words, place);
  if (follow_words_take_year (words, &place, 4, &item->year) ||
      follow_words_take_short_year (words, &place, &item->year))
    {
      *at = place;
      return;
    }

  /* Two digits by themselves: 30 June 26, Nov-09, Dec 99; but "Nov 12" may be a day. */
  if (!follow_words_is_number (words, place, 2, 2) || follow_words_goes_on (words, place + 1, "-~/.:") ||
      follow_words_month (words, place + 1) > 0 || (place != *at && !is_joined))
    return;
  if (!has_day && number->value > 0 && number->value <= 31 &&
      !(is_joined && follow_words_is_mark (words, place - 1, '-')))
    return;
  if (follow_words_take_year (words, &place, 2, &item->year))
    *at = place;
}

/* 30 September 2019, 22nd of June 2009, 1 st June ’09, 12-Nov-26 */
static gboolean
read_day_month (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at + 1;

  if (!follow_words_is_number (words, *at, 1, 2))
    return FALSE;
  follow_words_take_any (words, &place, ordinals);
  follow_words_take (words, &place, "day");
  if (follow_words_is_glued_mark (words, place, "-/."))
    place++;
  else if (follow_words_take (words, &place, "of"))
    follow_words_take (words, &place, "the");
  item->month = follow_words_month (words, place);
  if (item->month == 0)
    return FALSE;

  item->kind = FOLLOW_ITEM_DAY;
  item->day = follow_words_at (words, *at)->value;
  place++;
  if (follow_words_is_mark (words, place, '.') && follow_words_is_glued (words, place) &&
      !follow_words_is_glued (words, place + 1))
    place++;
  take_year_of_month (words, &place, TRUE, item);
  *at = place;
  return TRUE;
}

/* After a month's name: 12, 2026; 12th 2026; -12-2026; 12th */
static gboolean
take_day_of_month (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at;
  guint after;
  gboolean is_joined = follow_words_is_glued_mark (words, place, "-");
  gboolean is_ordinal;

  place += is_joined ? 1 : 0;
  if (!follow_words_is_number (words, place, 1, 2))
    return FALSE;
  item->day = follow_words_at (words, place)->value;
  place++;
  is_ordinal = follow_words_take_any (words, &place, ordinals);
  after = place;
  if (is_joined ? follow_words_is_glued_mark (words, place, "-") : follow_words_is_mark (words, place, ','))
    place++;
  if (follow_words_take_year (words, &place, 4, &item->year) && !follow_words_goes_on (words, place, "-~/.:"))
    {
      *at = place;
      return TRUE;
    }
  item->year = 0;
  if (!is_ordinal)
    item->day = 0;
  *at = is_ordinal ? after : *at;
  return is_ordinal;
}

/* August 2009, Sept. 2009, November '09, Nov-09; US August 12, 2026: its month is a word */
static gboolean
read_month (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at + 1;

  item->month = follow_words_month (words, *at);
  if (item->month == 0)
    return FALSE;
  if (follow_words_is_mark (words, place, '.') && follow_words_is_glued (words, place) &&
      !follow_words_is_glued (words, place + 1))
    place++;

  item->kind = FOLLOW_ITEM_DAY;
  if (!take_day_of_month (words, &place, item))
    {
      item->kind = FOLLOW_ITEM_MONTH;
      take_year_of_month (words, &place, FALSE, item);
    }
  *at = place;
  return TRUE;
}

/* "by the end of", "mid-", "early to mid" */
static void
take_qualifiers (const FollowWords *words, guint *at, gboolean *is_end)
{
  guint place = *at;

  follow_words_take (words, &place, "the");
  for (int n = 0; n < MOST_QUALIFIERS; n++)
    {
      if (follow_words_find (words, place, end_words) < 0 &&
          follow_words_find (words, place, begin_words) < 0)
        return;
      *is_end = follow_words_find (words, place, end_words) >= 0;
      place++;
      if (!follow_words_take (words, &place, "to") && !follow_words_take_mark (words, &place, '/') &&
          !follow_words_take_mark (words, &place, '-'))
        follow_words_take (words, &place, "of");
      follow_words_take (words, &place, "the");
      *at = place;
    }
}

static void
take_weekday (const FollowWords *words, guint *at, int *weekday)
{
  *weekday = find_name (words, *at, weekdays) + 1;
  if (*weekday == 0)
    return;
  *at += 1;
  if (!follow_words_take_mark (words, at, ',') && !follow_words_take_mark (words, at, '.'))
    follow_words_take (words, at, "the");
}

/* 12th, in a list that goes on "and 21st May 2026" */
static gboolean
read_bare_day (const FollowWords *words, guint *at, FollowItem *item)
{
  if (!follow_words_is_number (words, *at, 1, 2) || follow_words_at (words, *at)->value > 31)
    return FALSE;
  item->kind = FOLLOW_ITEM_DAY;
  item->day = follow_words_at (words, *at)->value;
  *at += 1;
  follow_words_take_any (words, at, ordinals);
  return TRUE;
}

gboolean
follow_item_read (const FollowWords *words, guint *at, const FollowItem *earlier, FollowItem *item)
{
  static gboolean (*const readers[]) (const FollowWords *, guint *, FollowItem *) = {
    read_numeric_day,         read_numeric_month,      read_day_month,         read_month,
    follow_item_read_quarter, follow_item_read_season, follow_item_read_years, read_bare_day
  };
  FollowItem blank = { .follows_quarter =
                           earlier != NULL && earlier->kind == FOLLOW_ITEM_QUARTER && earlier->year == 0 };
  guint place = *at;

  take_qualifiers (words, &place, &blank.is_end);
  blank.from = place;
  take_weekday (words, &place, &blank.weekday);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint after = place;

      *item = blank;
      if (!readers[i](words, &after, item))
        continue;
      if (item->weekday > 0 && item->kind != FOLLOW_ITEM_DAY)
        return FALSE;
      item->to = after;
      *at = after;
      return TRUE;
    }
  return FALSE;
}
