/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-private.h"

#include <stdio.h>

/* Stands in for the reader of timescales until that is written: it reads single days only. */
FollowReading
follow_timescale_read (const char *wording)
{
  FollowReading reading = { 0 };
  int day = 0;
  int year = 0;

  if (wording != NULL && sscanf (wording, "%d June %d", &day, &year) == 2)
    {
      reading.first = reading.last = follow_date_number (day, 6, year);
      reading.precision = FOLLOW_PRECISION_DAY;
    }
  return reading;
}

int
follow_timescale_read_day (const char *text)
{
  return follow_date_to_number (text);
}

char *
follow_timescale_describe (const FollowTimescale *timescale)
{
  return g_strdup ("");
}
