/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-lead.h"

#include <string.h>

#include "follow-timescale-item.h"

static const char *const before_phrases[] = { "before", "prior to", NULL };
static const char *const bound_phrases[] = {
  "by",     "due",        "no later than", "not later than",    "deadline", "until", "till", "up to",
  "within", "throughout", "close of play", "close of business", "cop",      "cob",   NULL
};
static const char *const strong_phrases[] = {
  "from",  "starting", "starts", "start", "commencing", "commences", "commence", "beginning", "begins",
  "first", "next",     "final",  "in",    "during",     "target",    "between",  NULL,
};
static const char *const week_phrases[] = {
  "w / c",         "w / b",        "wc",     "wb", "week commencing", "week beginning", "week starting",
  "wk commencing", "wk beginning", "wk / c", NULL,
};
static const char *const week_end_phrases[] = { "w / e", "week ending", "wk ending", NULL };
static const char *const papers[] = { "report", "reports", "review", "update", "draft", "plan", NULL };
/* They say neither more nor less than when. */
static const char *const plain[] = {
  "on",
  "at",
  "the",
  "of",
  "date",
  "timescale",
  "timeframe",
  "revised",
  "extended",
  "now",
  "to",
  "be",
  "complete",
  "completed",
  "completion",
  "finish",
  "finished",
  "implement",
  "implementation",
  "started",
  "interim",
  "initial",
  "then",
  "submit",
  "submitted",
  "latest",
  "for",
  "and",
  "reporting",
  "thereafter",
  NULL,
};

static gboolean
take_phrases (const FollowWords *words, guint *at, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (follow_words_take_phrase (words, at, *phrases))
      return TRUE;
  return FALSE;
}

static gboolean
take_one (const FollowWords *words, guint *at, FollowLead *lead)
{
  gboolean is_paper = FALSE;

  /* "first quarter of 2026/27" is a date itself. */
  if (follow_words_is (words, *at + 1, "quarter"))
    return FALSE;
  if (take_phrases (words, at, before_phrases))
    lead->is_before = lead->is_bound = lead->is_strong = TRUE;
  else if (take_phrases (words, at, bound_phrases))
    lead->is_bound = lead->is_strong = TRUE;
  else if (take_phrases (words, at, week_phrases))
    lead->week = lead->is_strong = 1;
  else if (take_phrases (words, at, week_end_phrases))
    {
      lead->week = -1;
      lead->is_strong = TRUE;
    }
  else if (take_phrases (words, at, strong_phrases))
    lead->is_strong = TRUE;
  else if (follow_words_take_any (words, at, papers))
    is_paper = TRUE;
  else if (!follow_words_take_any (words, at, plain))
    return FALSE;
  lead->is_paper = is_paper;
  return TRUE;
}

static gboolean
take_punctuation (const FollowWords *words, guint *at)
{
  char mark = follow_words_at (words, *at)->mark;

  if (mark == FOLLOW_MARK_END || strchr (":,.-~", mark) == NULL)
    return FALSE;
  *at += 1;
  return TRUE;
}

FollowLead
follow_lead_take (const FollowWords *words, guint *at)
{
  FollowLead lead = { 0 };

  while (take_one (words, at, &lead))
    {
      lead.n++;
      while (take_punctuation (words, at))
        lead.is_paper = FALSE;
    }
  return lead;
}

gboolean
follow_lead_apply (const FollowLead *lead, FollowSpan *span)
{
  if (lead->is_paper && span->precision == FOLLOW_PRECISION_YEAR)
    return FALSE;
  if (lead->week != 0)
    {
      if (span->precision != FOLLOW_PRECISION_DAY || span->first != span->last)
        return FALSE;
      span->first -= lead->week < 0 ? 6 : 0;
      span->last += lead->week > 0 ? 6 : 0;
    }
  if (lead->is_before && span->precision != FOLLOW_PRECISION_DAY && !span->is_end)
    {
      span->first = span->last = span->first - 1;
      span->precision = FOLLOW_PRECISION_DAY;
    }
  return TRUE;
}

gboolean
follow_words_opens (const FollowWords *words, guint at)
{
  char before;

  if (at == 0)
    return TRUE;
  before = follow_words_at (words, at - 1)->mark;
  if (before == '-')
    return follow_words_at (words, at - 1)->spaced;
  return strchr ("\n,:~*|([", before) != NULL;
}

/* at 2 pm, 14:30, T00:00:00 */
static void
take_time (const FollowWords *words, guint *at)
{
  guint place = *at;

  if (!follow_words_take (words, &place, "at") && !follow_words_take_mark (words, &place, ','))
    follow_words_take (words, &place, "t");
  if (follow_words_take (words, &place, "noon"))
    {
      *at = place;
      return;
    }
  if (!follow_words_is_number (words, place, 1, 2))
    return;
  place++;
  while (follow_words_is_glued_mark (words, place, ":.") && follow_words_is_number (words, place + 1, 2, 6))
    {
      place += 2;
      *at = place;
    }
  if (follow_words_take (words, &place, "am") || follow_words_take (words, &place, "pm") ||
      (*at == place && (follow_words_take (words, &place, "z") || follow_words_take (words, &place, "hrs"))))
    *at = place;
}

gboolean
follow_words_closes (const FollowWords *words, guint at)
{
  static const char *const after[] = { "onwards", "onward", "inclusive", "latest", "deadline", NULL };
  char mark;

  take_time (words, &at);
  if (!follow_words_take_phrase (words, &at, "at the latest") &&
      !follow_words_take_phrase (words, &at, "at latest"))
    follow_words_take_any (words, &at, after);

  mark = follow_words_at (words, at)->mark;
  if (follow_words_ends_line (words, at))
    return TRUE;
  if (mark == '(' || mark == '[')
    return !follow_words_is_mark (words, at + 1, FOLLOW_MARK_OTHER);
  if (mark == '.')
    return !follow_words_is_number (words, at + 1, 1, 9) || !follow_words_is_glued (words, at + 1);
  if (mark == '-')
    return !follow_words_is_glued (words, at) || !follow_words_is_glued (words, at + 1);
  return strchr (",:)]\"'*!~|", mark) != NULL;
}
