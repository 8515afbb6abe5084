/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_PRECISION_NONE,
  FOLLOW_PRECISION_DAY,
  FOLLOW_PRECISION_MONTH,
  FOLLOW_PRECISION_QUARTER, /* of the financial year, which begins on 1 April */
  FOLLOW_PRECISION_YEAR,    /* calendar or financial: the first day tells */
  FOLLOW_PRECISION_SEASON,
} FollowPrecision;

typedef enum
{
  FOLLOW_RECURS_NEVER,
  FOLLOW_RECURS_EVERY_MEETING,
  FOLLOW_RECURS_MONTHLY,
  FOLLOW_RECURS_QUARTERLY,
  FOLLOW_RECURS_SIX_MONTHLY,
  FOLLOW_RECURS_ANNUAL,
} FollowRecurs;

/* Ids as they are stored and exported: "none", "day", "month" … */
const char *follow_precision_to_id (FollowPrecision precision);
/* What is no id is FOLLOW_PRECISION_NONE. */
FollowPrecision follow_precision_from_id (const char *id);

/* "every meeting", "monthly" … and NULL for never. */
const char *follow_recurs_to_id (FollowRecurs recurs);
/* NULL and what is no id are FOLLOW_RECURS_NEVER. */
FollowRecurs follow_recurs_from_id (const char *id);
/* How many months lie between two occurrences; 0 where no calendar tells. */
int follow_recurs_get_months (FollowRecurs recurs);

/* When something is due, in somebody's words, and beside them what the words were read as: a first
 * and a last day, how exact they are, how often it comes round, or nothing. Immutable; reference
 * counted; may be shared between threads. */
typedef struct _FollowTimescale FollowTimescale;

#define FOLLOW_TYPE_TIMESCALE (follow_timescale_get_type ())
GType follow_timescale_get_type (void);

/**
 * Keeps @wording exactly as written and reads it. Nothing is invented: what is not certain has no
 * dates. The rules stand at the top of follow-timescale-read.c.
 *
 * Bytes that are not UTF-8 are kept as U+FFFD.
 *
 * Returns: (transfer full) (nullable): NULL when @wording is NULL or blank
 */
FollowTimescale *follow_timescale_parse (const char *wording);

/**
 * Builds one from what was stored, or what a person chose, without reading the wording. A first or
 * last day that is no date is left out.
 *
 * Returns: (transfer full) (nullable): NULL when there is neither wording, nor day, nor recurrence
 */
FollowTimescale *follow_timescale_restore (
    const char *wording, const char *first, const char *last, FollowPrecision precision, FollowRecurs recurs);

FollowTimescale *follow_timescale_ref (FollowTimescale *timescale);
void follow_timescale_unref (FollowTimescale *timescale);

const char *follow_timescale_get_wording (const FollowTimescale *timescale); /* never NULL */
/* The days are ISO dates, or NULL. Overdue is judged on the last. */
const char *follow_timescale_get_first (const FollowTimescale *timescale);
const char *follow_timescale_get_last (const FollowTimescale *timescale);
FollowPrecision follow_timescale_get_precision (const FollowTimescale *timescale);
FollowRecurs follow_timescale_get_recurs (const FollowTimescale *timescale);

/* Whether it has no dates because its wording names a day that does not exist, such as 31/02/2021
 * or a Tuesday that was a Monday. Reads the wording anew: not for every row of a long list. */
gboolean follow_timescale_is_impossible (const FollowTimescale *timescale);

/* Same wording, days, precision and recurrence; NULL equals NULL. */
gboolean follow_timescale_equal (const FollowTimescale *a, const FollowTimescale *b);

/**
 * What it was read as, for people: "Read as August 2026 – due by 31 August 2026", "Read as
 * six-monthly, without a date", "Not a date: kept as written".
 *
 * Returns: (transfer full): translated plain text, holding pieces of the wording; "" for NULL
 */
char *follow_timescale_describe (const FollowTimescale *timescale);

/**
 * When what was read as these days and this rhythm is due next, if @reported is the day of the
 * newest progress note. The rules stand at the top of follow-timescale-next.c.
 *
 * Returns: (transfer full) (nullable): ISO; may lie in the past. @last where it does not come round
 *   in months. NULL where there is no last day, or every occurrence has been reported.
 */
char *follow_timescale_next_due (const char *first,
                                 const char *last,
                                 FollowRecurs recurs,
                                 const char *reported);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowTimescale, follow_timescale_unref)

G_END_DECLS
