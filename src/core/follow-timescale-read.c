/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-private.h"

#include <string.h>

#include "follow-timescale-span.h"
#include "follow-timescale-words.h"

FollowReading
follow_timescale_read (const char *wording)
{
  FollowReading reading = { 0 };
  FollowSpan span;
  guint at = 0;
  g_autoptr (FollowWords) words = NULL;

  if (strlen (wording) > FOLLOW_TIMESCALE_READ_MAX)
    return reading;
  words = follow_words_new (wording);
  if (follow_span_read (words, &at, &span) == FOLLOW_SPAN_DATED && follow_words_ends_line (words, at))
    {
      reading.first = span.first;
      reading.last = span.last;
      reading.precision = span.precision;
    }
  return reading;
}

int
follow_timescale_read_day (const char *text)
{
  FollowSpan span;
  guint at = 0;
  g_autoptr (FollowWords) words = NULL;

  if (text == NULL || strlen (text) > FOLLOW_TIMESCALE_READ_MAX || !g_utf8_validate (text, -1, NULL))
    return 0;
  words = follow_words_new (text);
  if (follow_span_read (words, &at, &span) != FOLLOW_SPAN_DATED || span.dangles ||
      span.precision != FOLLOW_PRECISION_DAY || span.first != span.last)
    return 0;
  /* A spreadsheet's date as text. */
  if (!follow_words_take_phrase (words, &at, "t 00 : 00 : 00"))
    if (!follow_words_take_phrase (words, &at, "00 : 00 : 00"))
      follow_words_take_phrase (words, &at, "00 : 00");
  return follow_words_is_mark (words, at, FOLLOW_MARK_END) ? span.first : 0;
}
