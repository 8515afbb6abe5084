/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is ISO text, "YYYY-MM-DD", from year 1 to 9999: what is stored, compared and exported. */

/**
 * Today: FOLLOW_TODAY in the environment when that holds a date, else the local calendar's.
 *
 * Returns: (transfer full)
 */
char *follow_date_today (void);

/* Whether FOLLOW_TODAY, if it is set, is a day; if not, @error says so in a sentence. */
gboolean follow_date_check_today (GError **error);

/**
 * This moment in UTC, "YYYY-MM-DDTHH:MM:SS.mmmZ". With FOLLOW_TODAY set, that date with the clock's
 * time of day.
 *
 * Returns: (transfer full)
 */
char *follow_date_now (void);

/* Whether @iso (may be NULL) is "YYYY-MM-DD" and such a day exists. */
gboolean follow_date_is_valid (const char *iso);

/* How many days @to lies after @from; negative when before. Both must be valid. */
int follow_date_days_between (const char *from, const char *to);

/**
 * Returns: (transfer full) (nullable): NULL when @iso is no date or the answer lies outside the
 *   years 1 to 9999
 */
char *follow_date_add_days (const char *iso, int days);

/**
 * "12 November 2026". What is no date comes back as it is; NULL as "".
 *
 * Returns: (transfer full)
 */
char *follow_date_format_long (const char *iso);

/* As follow_date_format_long(), "12 Nov 2026". */
char *follow_date_format_short (const char *iso);

/**
 * Reads one calendar day as people in Britain write it: 12/11/2026, 12.11.26, 12 Nov 2026,
 * Thursday 12th November 2026, 2026-11-12. The day stands before the month; a two-digit year up to
 * 69 is in this century. A day without its year, or with a weekday it does not fall on, is not read.
 *
 * Returns: (transfer full) (nullable): ISO, or NULL for anything else
 */
char *follow_date_parse (const char *text);

/**
 * How far off @due is, seen from @today: "73 days overdue", "Due today", "Due tomorrow",
 * "In 18 days". Beyond a year the date says more: "12 Nov 2028", "Overdue since 31 Aug 2009".
 *
 * Returns: (transfer full): translated; "" when either is no date
 */
char *follow_date_describe_distance (const char *due, const char *today);

G_END_DECLS
