/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-span.h"

#include "follow-timescale-item.h"

/* No list of dates in a timescale is longer: a month of days. */
#define LONGEST_LIST 32

typedef enum
{
  LINK_NONE,
  LINK_LIST,  /* and, or, a comma, a slash */
  LINK_RANGE, /* to, a dash */
} Link;

typedef struct
{
  FollowItem items[LONGEST_LIST];
  Link links[LONGEST_LIST]; /* what stands before each */
  guint n;
} List;

static Link
take_link (const FollowWords *words, guint *at)
{
  static const char *const range_words[] = { "to", "until", "till", "through", NULL };
  static const char *const list_words[] = { "and", "or", "then", NULL };
  static const char *const small_words[] = { "in", "on", "by", "from", NULL };
  guint place = *at;
  Link link = LINK_LIST;

  if (follow_words_take_any (words, &place, range_words) || follow_words_take_mark (words, &place, '-') ||
      follow_words_take_mark (words, &place, FOLLOW_MARK_DASH))
    link = LINK_RANGE;
  else
    {
      if (!follow_words_take_mark (words, &place, ',') && !follow_words_take_mark (words, &place, '/'))
        follow_words_take_mark (words, &place, '&');
      if (follow_words_take_any (words, &place, list_words))
        follow_words_take (words, &place, "then");
    }
  if (place == *at)
    return LINK_NONE;
  follow_words_take_any (words, &place, small_words);
  *at = place;
  return link;
}

static gboolean
is_bare_day (const FollowItem *item)
{
  return item->kind == FOLLOW_ITEM_DAY && item->month == 0;
}

/* "May" and "March" are verbs too: a bare name is a month only where the words stop. */
static gboolean
is_bare_word (const FollowWords *words, const FollowItem *item)
{
  const FollowWord *next = follow_words_at (words, item->to);

  return item->year == 0 && item->to == item->from + 1 &&
         (item->kind == FOLLOW_ITEM_MONTH || item->kind == FOLLOW_ITEM_SEASON) &&
         next->mark == FOLLOW_MARK_WORD;
}

static void
read_list (const FollowWords *words, guint *at, List *list)
{
  guint place = *at;
  Link link = LINK_NONE;

  list->n = 0;
  while (list->n < LONGEST_LIST)
    {
      FollowItem *item = &list->items[list->n];

      if (!follow_item_read (words, &place, list->n > 0 ? item - 1 : NULL, item))
        return;
      list->links[list->n++] = link;
      *at = place;
      link = take_link (words, &place);
      if (link == LINK_NONE)
        return;
    }
}

/* Gives an item what it leaves to the one after it: "12th" and "November" of "12th and 21st May 2026"
 * and "November/December 2010". Only a range runs over the turn of the year, and December/January. */
static gboolean
complete (FollowItem *item, const FollowItem *next, Link link)
{
  gboolean wraps;

  if (item->year > 0)
    return TRUE;
  if (item->kind == FOLLOW_ITEM_QUARTER || item->kind == FOLLOW_ITEM_SEASON)
    {
      if (next->kind != item->kind || next->number <= item->number)
        return FALSE;
      item->year = next->year;
      return item->kind == FOLLOW_ITEM_QUARTER || item->number < 4;
    }
  if (next->month == 0 || (next->kind != FOLLOW_ITEM_DAY && next->kind != FOLLOW_ITEM_MONTH))
    return FALSE;
  if (item->month == 0)
    {
      item->month = next->month;
      item->year = next->year;
      return next->kind == FOLLOW_ITEM_DAY && item->day < next->day;
    }

  wraps = item->month > next->month;
  item->year = next->year - (wraps ? 1 : 0);
  return !wraps || link == LINK_RANGE || (item->month == 12 && next->month == 1);
}

/* The first and the last day of a complete item; FALSE when there is no such day. */
static gboolean
resolve (const FollowItem *item, int *first, int *last)
{
  int month = item->month;
  int length = 1;
  int year = item->year;

  switch (item->kind)
    {
    case FOLLOW_ITEM_DAY:
      *first = *last = follow_date_number (item->day, month, year);
      /* Day 1 of GDate was a Monday. */
      return *first > 0 && (item->weekday == 0 || (*first - 1) % 7 + 1 == item->weekday);
    case FOLLOW_ITEM_QUARTER:
      month = item->number < 4 ? item->number * 3 + 1 : 1;
      year += item->number == 4 ? 1 : 0;
      length = 3;
      break;
    case FOLLOW_ITEM_SEASON:
      month = item->number * 3;
      length = 3;
      break;
    case FOLLOW_ITEM_FINANCIAL_YEAR:
      month = 4;
      length = 12 * (item->last_year - year);
      break;
    case FOLLOW_ITEM_YEAR:
      month = 1;
      length = 12;
      break;
    case FOLLOW_ITEM_MONTH:
    case FOLLOW_ITEM_NONE:
      break;
    }
  *first = follow_date_number (1, month, year);
  month += length;
  *last = follow_date_number (1, (month - 1) % 12 + 1, year + (month - 1) / 12) - 1;
  return TRUE;
}

static FollowPrecision
precision_of (FollowItemKind kind)
{
  static const FollowPrecision precisions[] = {
    [FOLLOW_ITEM_DAY] = FOLLOW_PRECISION_DAY,
    [FOLLOW_ITEM_MONTH] = FOLLOW_PRECISION_MONTH,
    [FOLLOW_ITEM_QUARTER] = FOLLOW_PRECISION_QUARTER,
    [FOLLOW_ITEM_SEASON] = FOLLOW_PRECISION_SEASON,
    [FOLLOW_ITEM_FINANCIAL_YEAR] = FOLLOW_PRECISION_YEAR,
    [FOLLOW_ITEM_YEAR] = FOLLOW_PRECISION_YEAR,
  };

  return precisions[kind];
}

/* "31 June" is no day in any year. */
static gboolean
is_never (const FollowItem *item)
{
  return item->kind == FOLLOW_ITEM_DAY && item->month > 0 && item->year == 0 &&
         follow_date_number (item->day, item->month, 2000) == 0;
}

static FollowSpanKind
impossible (FollowSpan *span, const FollowItem *item)
{
  span->kind = FOLLOW_SPAN_IMPOSSIBLE;
  span->from = item->from;
  span->to = item->to;
  return span->kind;
}

static FollowSpanKind
resolve_list (List *list, FollowSpan *span)
{
  int before = 0;

  span->kind = FOLLOW_SPAN_UNCERTAIN;
  for (int i = (int) list->n - 2; i >= 0; i--)
    if (!complete (&list->items[i], &list->items[i + 1], list->links[i + 1]))
      return span->kind;

  for (guint i = 0; i < list->n; i++)
    {
      int first, last;

      if (!resolve (&list->items[i], &first, &last))
        return impossible (span, &list->items[i]);
      if (first < before)
        return span->kind;
      before = first;
      span->first = i == 0 ? first : span->first;
      span->last = MAX (last, span->last);
    }
  span->precision = precision_of (list->items[list->n - 1].kind);
  span->kind = FOLLOW_SPAN_DATED;
  return span->kind;
}

FollowSpanKind
follow_span_read (const FollowWords *words, guint *at, FollowSpan *span)
{
  List list;
  guint end = *at;

  *span = (FollowSpan){ .from = *at, .to = *at };
  if (!follow_words_stands_free (words, *at))
    return FOLLOW_SPAN_NONE;
  read_list (words, &end, &list);
  for (guint i = 0; i < list.n; i++)
    if (is_never (&list.items[i]))
      {
        *at = end;
        return impossible (span, &list.items[i]);
      }

  /* What has no year at the end belongs to the words after the date: "March 2022 – 6 reports". */
  while (list.n > 0 && list.items[list.n - 1].year == 0)
    {
      const FollowItem *item = &list.items[list.n - 1];

      if (!is_bare_day (item) && !is_bare_word (words, item))
        span->dangles = TRUE;
      list.n--;
    }
  if (list.n == 0 && !span->dangles)
    return FOLLOW_SPAN_NONE;
  span->is_end = list.items[0].is_end;
  if (list.n == 0)
    {
      *at = span->to = end;
      return span->kind = FOLLOW_SPAN_UNCERTAIN;
    }

  end = list.items[list.n - 1].to;
  if (resolve_list (&list, span) == FOLLOW_SPAN_UNCERTAIN && is_bare_day (&list.items[0]))
    return span->kind = FOLLOW_SPAN_NONE;
  *at = end;
  if (span->kind != FOLLOW_SPAN_IMPOSSIBLE)
    span->to = end;
  return span->kind;
}
