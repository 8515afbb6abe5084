/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale-span.h"

G_BEGIN_DECLS

/* The words that lead to a date: "First report due by", "w/c", "Implement from …". */
typedef struct
{
  guint n;            /* how many; 0 when there are none */
  gboolean is_before; /* "before": for what is longer than a day, the day before it begins */
  int week;           /* 1: the date begins a week; -1: it ends one */
  gboolean is_bound;  /* by, due, until …: what follows is when, even in the midst of a sentence */
  gboolean is_strong; /* is_bound, or from, first, during … */
  gboolean is_paper;  /* ends in report, review …: a year after that is part of its name */
} FollowLead;

/* Moves *@at past them. */
FollowLead follow_lead_take (const FollowWords *words, guint *at);

/* What the words that lead to it make of a date; FALSE when they make no sense together. */
gboolean follow_lead_apply (const FollowLead *lead, FollowSpan *span);

/* Whether @at begins a line, or follows a comma, colon, dash, bullet or opening bracket. */
gboolean follow_words_opens (const FollowWords *words, guint at);

/* Whether the words up to @at end there: the line ends, or a dash, comma, bracket … sets off what
 * follows. A time of day and words such as "onwards" may come between. */
gboolean follow_words_closes (const FollowWords *words, guint at);

G_END_DECLS
