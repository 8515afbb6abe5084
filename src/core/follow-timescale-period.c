/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-item.h"

#include <string.h>

#define EARLIEST_YEAR 1900
#define LATEST_YEAR 2099
/* A plan of more years than that is no plan: the two numbers are something else. */
#define LONGEST_SPAN 10

static const char *const seasons[] = { "spring", "summer", "autumn", "winter", NULL };
static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
static const char *const quarter_ordinals[] = { "first", "second", "third", "fourth", NULL };
static const char *const quarter_words[] = { "q", "qtr", "quarter", NULL };

static gboolean
is_year (int year)
{
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

static int
full_year (int two_digits)
{
  return two_digits + (two_digits < 70 ? 2000 : 1900);
}

gboolean
follow_words_is_glued (const FollowWords *words, guint at)
{
  return !follow_words_at (words, at)->spaced;
}

/* A mark between the parts of one date: no space on either side. */
gboolean
follow_words_is_glued_mark (const FollowWords *words, guint at, const char *marks)
{
  char mark = follow_words_at (words, at)->mark;

  return mark != FOLLOW_MARK_END && strchr (marks, mark) != NULL && follow_words_is_glued (words, at) &&
         follow_words_is_glued (words, at + 1);
}

/* Whether a number goes on into something else: 2.1, 14:30, 1/2, 3rd, 5kg. */
gboolean
follow_words_goes_on (const FollowWords *words, guint at, const char *marks)
{
  const FollowWord *next = follow_words_at (words, at);

  if (next->mark == FOLLOW_MARK_END || next->spaced)
    return FALSE;
  if (next->mark == FOLLOW_MARK_WORD)
    return !(next->length == 1 && next->text[0] == 't'); /* 2026-06-30T00:00 */
  return follow_words_is_glued_mark (words, at, marks) && follow_words_is_number (words, at + 1, 1, 9);
}

gboolean
follow_words_take_year (const FollowWords *words, guint *at, guint least_digits, int *year)
{
  const FollowWord *word = follow_words_at (words, *at);

  if (!follow_words_is_number (words, *at, least_digits, 4) || word->length == 3)
    return FALSE;
  if (word->length == 4 && !is_year (word->value))
    return FALSE;
  *year = word->length == 4 ? word->value : full_year (word->value);
  *at += 1;
  return TRUE;
}

/* ’09 */
gboolean
follow_words_take_short_year (const FollowWords *words, guint *at, int *year)
{
  guint place = *at;

  if (!follow_words_take_mark (words, &place, '\'') || !follow_words_is_number (words, place, 2, 2) ||
      !follow_words_is_glued (words, place) || follow_words_goes_on (words, place + 1, "-~/.:"))
    return FALSE;
  *at = place;
  return follow_words_take_year (words, at, 2, year);
}

/* 2019/20, 2019-2020, 2021 – 23. What could be a month of a year is no pair, unless the years
 * follow each other, as a financial year's do. */
gboolean
follow_words_take_pair (const FollowWords *words, guint *at, guint least_digits, int *first, int *last)
{
  guint place = *at;
  const FollowWord *second;
  gboolean is_hyphen;

  if (!follow_words_take_year (words, &place, least_digits, first))
    return FALSE;
  is_hyphen = !follow_words_is_mark (words, place, FOLLOW_MARK_DASH);
  if (!follow_words_take_mark (words, &place, '/') && !follow_words_take_mark (words, &place, '-') &&
      !follow_words_take_mark (words, &place, FOLLOW_MARK_DASH))
    return FALSE;
  second = follow_words_at (words, place);
  if (!follow_words_take_year (words, &place, 2, last) || follow_words_goes_on (words, place, "-~/.:") ||
      follow_words_month (words, place) > 0 || follow_words_find (words, place, ordinals) >= 0)
    return FALSE;

  if (second->length == 2)
    *last = *first - *first % 100 + second->value + (*first % 100 == 99 && second->value == 0 ? 100 : 0);
  if (*last <= *first || *last > *first + LONGEST_SPAN)
    return FALSE;
  if (*last != *first + 1 && second->length == 2 && second->value <= 12 && is_hyphen)
    return FALSE;
  *at = place;
  return TRUE;
}

static gboolean
take_financial_prefix (const FollowWords *words, guint *at)
{
  return follow_words_take (words, at, "fy") || follow_words_take_phrase (words, at, "f / y") ||
         follow_words_take_phrase (words, at, "financial year") ||
         follow_words_take_phrase (words, at, "financial years");
}

/* Q3, Quarter 3, third quarter, 3rd quarter */
static gboolean
take_quarter_name (const FollowWords *words, guint *at, gboolean is_bare, int *number)
{
  guint place = *at;
  int ordinal = follow_words_find (words, place, quarter_ordinals);
  gboolean is_digit;

  if (ordinal >= 0 && follow_words_is (words, place + 1, "quarter"))
    {
      *number = ordinal + 1;
      *at += 2;
      return TRUE;
    }
  if (!follow_words_take_any (words, &place, quarter_words) && !is_bare &&
      !(follow_words_find (words, place + 1, ordinals) >= 0 && follow_words_is (words, place + 2, "quarter")))
    return FALSE;
  is_digit = follow_words_is_number (words, place, 1, 1);
  *number = follow_words_at (words, place)->value;
  if (!is_digit || *number < 1 || *number > 4)
    return FALSE;
  place++;
  if (follow_words_take_any (words, &place, ordinals))
    follow_words_take (words, &place, "quarter");
  *at = place;
  return TRUE;
}

/* A quarter belongs to a financial year. Of a plain year's it is not certain which is meant. */
gboolean
follow_item_read_quarter (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at;
  guint after;
  gboolean has_bracket;
  int last;

  if (!take_quarter_name (words, &place, item->follows_quarter, &item->number))
    return FALSE;
  item->kind = FOLLOW_ITEM_QUARTER;
  *at = after = place;
  has_bracket = follow_words_take_mark (words, &after, '(');
  if (!has_bracket && !follow_words_take_mark (words, &after, ',') &&
      !follow_words_take_mark (words, &after, '-') &&
      !follow_words_take_mark (words, &after, FOLLOW_MARK_DASH) && !follow_words_take (words, &after, "of"))
    follow_words_take (words, &after, "in");
  follow_words_take (words, &after, "the");
  take_financial_prefix (words, &after);
  if (!follow_words_take_pair (words, &after, 2, &item->year, &last) || last != item->year + 1)
    {
      item->year = 0;
      return TRUE;
    }
  if (has_bracket && !follow_words_take_mark (words, &after, ')'))
    item->year = 0;
  *at = after;
  return TRUE;
}

/* Autumn of 2019, Winter 2026/27. "Winter 2026" may be either of two. */
gboolean
follow_item_read_season (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at + 1;
  int year, last;

  item->number = follow_words_find (words, *at, seasons) + 1;
  if (item->number == 0)
    return FALSE;
  item->kind = FOLLOW_ITEM_SEASON;
  if (!follow_words_take (words, &place, "of") && !follow_words_take (words, &place, "in"))
    follow_words_take_mark (words, &place, ',');
  if (follow_words_take_pair (words, &place, 4, &year, &last))
    item->year = item->number == 4 && last == year + 1 ? year : 0;
  else if (follow_words_take_year (words, &place, 4, &year) ||
           follow_words_take_short_year (words, &place, &year))
    item->year = item->number == 4 || follow_words_goes_on (words, place, "-~/.:") ? 0 : year;
  else
    place = *at + 1;
  *at = place;
  return TRUE;
}

/* 2019/20, FY 26/27, 2021-23, 2026; "2021/22 Q3" is a quarter */
gboolean
follow_item_read_years (const FollowWords *words, guint *at, FollowItem *item)
{
  guint place = *at;
  gboolean is_financial = take_financial_prefix (words, &place);
  gboolean is_calendar = !is_financial && follow_words_take_phrase (words, &place, "calendar year");

  if (!is_calendar &&
      follow_words_take_pair (words, &place, is_financial ? 2 : 4, &item->year, &item->last_year))
    {
      item->kind = FOLLOW_ITEM_FINANCIAL_YEAR;
      *at = place;
      if (!follow_words_take_mark (words, &place, ','))
        follow_words_take_mark (words, &place, '-');
      if (item->last_year == item->year + 1 && take_quarter_name (words, &place, FALSE, &item->number))
        {
          item->kind = FOLLOW_ITEM_QUARTER;
          *at = place;
        }
      return TRUE;
    }
  if (is_financial || !follow_words_take_year (words, &place, 4, &item->year) ||
      follow_words_goes_on (words, place, "-~/.:,"))
    return FALSE;
  item->kind = FOLLOW_ITEM_YEAR;
  *at = place;
  return TRUE;
}
