/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale-private.h"
#include "follow-timescale-words.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_SPAN_NONE,
  FOLLOW_SPAN_UNCERTAIN,  /* looks like a date and is none: "24th February", "Q3 2021" */
  FOLLOW_SPAN_IMPOSSIBLE, /* from and to say which words */
  FOLLOW_SPAN_DATED,
} FollowSpanKind;

/* A date, a list of dates ("12th and 21st May 2026") or a range, from its first day to its last. */
typedef struct
{
  FollowSpanKind kind;
  int first; /* numbers of days */
  int last;
  FollowPrecision precision;
  gboolean is_end;  /* its first item says "end of", "mid" or "late" */
  gboolean dangles; /* a date without a year follows it as if it belonged to it */
  guint from;       /* places of its words */
  guint to;
} FollowSpan;

/* Reads one at *@at and moves past it, whatever its kind, except NONE. */
FollowSpanKind follow_span_read (const FollowWords *words, guint *at, FollowSpan *span);

G_END_DECLS
