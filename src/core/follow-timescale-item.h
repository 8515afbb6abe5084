/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale-words.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_ITEM_NONE,
  FOLLOW_ITEM_DAY,
  FOLLOW_ITEM_MONTH,
  FOLLOW_ITEM_QUARTER,
  FOLLOW_ITEM_SEASON,
  FOLLOW_ITEM_FINANCIAL_YEAR,
  FOLLOW_ITEM_YEAR,
} FollowItemKind;

/* One date as written, whole or in part: "12th", "24th February", "Q3" are parts that a later item
 * of the same list may complete. 0 is what was not written. */
typedef struct
{
  FollowItemKind kind;
  int weekday; /* as GDateWeekday */
  int day;
  int month;
  int number; /* quarter 1 to 4; season 1 (spring) to 4 (winter) */
  int year;   /* a financial year's, a quarter's and a winter's first */
  int last_year;
  gboolean is_end;          /* "end of", "mid", "late": it does not begin where its period does */
  gboolean follows_quarter; /* after "Q1" a bare "2" is a quarter too */
  guint from;               /* places of its words */
  guint to;
} FollowItem;

/* Reads one item at *@at and moves past it. @earlier (may be NULL) is the one before it in a list. */
gboolean follow_item_read (const FollowWords *words, guint *at, const FollowItem *earlier, FollowItem *item);

/* Pieces of it; each leaves *@at when it does not find what it reads. */
gboolean follow_item_read_quarter (const FollowWords *words, guint *at, FollowItem *item);
gboolean follow_item_read_season (const FollowWords *words, guint *at, FollowItem *item);
gboolean follow_item_read_years (const FollowWords *words, guint *at, FollowItem *item);

gboolean follow_words_take_year (const FollowWords *words, guint *at, guint least_digits, int *year);
/* ’09 */
gboolean follow_words_take_short_year (const FollowWords *words, guint *at, int *year);
/* 2019/20 */
gboolean follow_words_take_pair (
    const FollowWords *words, guint *at, guint least_digits, int *first, int *last);

/* No space before it. */
gboolean follow_words_is_glued (const FollowWords *words, guint at);
/* One of @marks between the parts of one date, without a space on either side. */
gboolean follow_words_is_glued_mark (const FollowWords *words, guint at, const char *marks);
/* Whether a number goes on into something else, at one of @marks or at once: 2.1, 14:30, 3rd, 5kg. */
gboolean follow_words_goes_on (const FollowWords *words, guint at, const char *marks);
/* The month's place in the year, 1 to 12, or 0. */
int follow_words_month (const FollowWords *words, guint at);

G_END_DECLS
