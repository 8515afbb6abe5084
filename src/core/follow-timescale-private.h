/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale.h"

G_BEGIN_DECLS

/* Inside the reader a day is GDate's count of days ("number"), 0 for none. */
int follow_date_number (int day, int month, int year);
int follow_date_to_number (const char *iso);
char *follow_date_from_number (int number);
const char *follow_date_month_name (int month);

/* Longer text is no timescale: it is kept, and not read. */
#define FOLLOW_TIMESCALE_READ_MAX 16384

/* What a wording was read as. */
typedef struct
{
  int first; /* numbers of days; both 0 when there are no dates */
  int last;
  FollowPrecision precision;
  FollowRecurs recurs;
  gsize impossible_start; /* bytes of the wording that name a day which does not exist */
  gsize impossible_end;   /* 0 when there is none */
} FollowReading;

FollowReading follow_timescale_read (const char *wording);

/* The day that the whole of @text names, or 0. */
int follow_timescale_read_day (const char *text);

G_END_DECLS
