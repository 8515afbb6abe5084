/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-private.h"

#include <string.h>

#include "follow-timescale-lead.h"
#include "follow-timescale-recurs.h"

/* How a wording is read. What is not certain has no dates; a day judged overdue too early is worse
 * than one not judged at all, so the last day is never earlier than the words allow.
 *
 * 1. A wording is read line by line; a semicolon ends a line too. Lines in which nothing looks like a
 *    date are passed over. Of the others every one must be read, or none is: the first day is the
 *    earliest, the last day and the precision those of the latest.
 * 2. A date counts where it begins the line, alone or after words that lead to it (by, end of, w/c,
 *    First report due …), and ends there: at the line's end, or at a dash, comma, bracket or full
 *    stop. What follows may be any text that names no later day, month, quarter or season. A year
 *    may stand in it: it is mostly the name of something.
 * 3. In the midst of other words a date counts if it is the only one, ends the line, and is set off
 *    (Complete review – August 2009) or bound by a word such as "by". A year must be bound. Words
 *    such as not, after, once, tbc before it make it uncertain.
 * 4. A date without its year is none, whichever year it may be. So are a quarter or a winter of one
 *    plain year, which may be either of two, and a month of a financial year.
 * 5. Early, mid, late and end do not narrow a month or year: "early 2023" lasts until 31 December.
 *    "by" and "from" a month mean that month. "before" a month is the day before it begins;
 *    "before" a day is that day.
 * 6. Two years joined (2019/20, 2021-23) are financial years, 1 April to 31 March; one year by
 *    itself is a calendar year.
 * 7. How often counts where it begins the line (Six-monthly reporting to …) or ends it (reported to
 *    every meeting). Two rhythms in one wording are uncertain.
 * 8. A day that does not exist anywhere in the wording, or that is not the weekday named with it,
 *    takes the dates away and is pointed out. */

typedef enum
{
  LINE_PROSE,
  LINE_READ,
  LINE_UNCERTAIN,
  LINE_IMPOSSIBLE,
} LineKind;

typedef struct
{
  LineKind kind;
  FollowSpan span; /* read: when DATED; impossible: which words */
  FollowRecurs recurs;
} Line;

/* What lies in the rest of a line, wherever it stands. */
typedef struct
{
  guint n_dated;
  guint n_uncertain;
  FollowSpan span; /* the dated one; all that follows is of use if there is one only */
  FollowLead lead;
  gboolean opens; /* the date, or what leads to it, is set off */
  guint opens_at;
  int latest; /* last day of any more exact than a year */
  FollowSpan impossible;
  guint n_recurs;
  gboolean conflicts;
  FollowRecurs recurs;
  guint recurs_to;
  gboolean is_doubtful; /* words that unsettle a date or rhythm after them */
  gboolean is_open;     /* ongoing, tbc */
} Scan;

static const char *const doubtful_words[] = {
  "not",     "no",          "never",         "after",         "following", "once",
  "when",    "whenever",    "approx",        "approximately", "circa",     "about",
  "around",  "provisional", "provisionally", "estimated",     "since",     "unless",
  "if",      "subject",     "depending",     "dependent",     "pending",   "awaiting",
  "awaited", "previously",  "published",     "dated",         "was",       "were",
  NULL
};
static const char *const open_words[] = { "ongoing", "tbc", "tba", "tbd", "confirmed", "continuous", NULL };
/* Before "4.2.10" they make it a place in a document. */
static const char *const place_words[] = { "section", "paragraph", "paragraphs", "para",     "s",    "item",
                                           "figure",  "table",     "appendix",   "sections", "page", NULL };

static void
scan_span (const FollowSpan *span, const FollowLead *lead, guint from, const FollowWords *words, Scan *scan)
{
  if (span->from > 0 && follow_words_find (words, span->from - 1, place_words) >= 0)
    return;
  switch (span->kind)
    {
    case FOLLOW_SPAN_IMPOSSIBLE:
      scan->impossible = *span;
      break;
    case FOLLOW_SPAN_DATED:
      scan->n_dated++;
      scan->span = *span;
      scan->lead = *lead;
      scan->opens = follow_words_opens (words, from);
      scan->opens_at = from;
      if (span->precision != FOLLOW_PRECISION_YEAR)
        scan->latest = MAX (scan->latest, span->last);
      scan->n_uncertain += span->dangles ? 1 : 0;
      break;
    case FOLLOW_SPAN_UNCERTAIN:
      scan->n_uncertain++;
      break;
    case FOLLOW_SPAN_NONE:
      break;
    }
}

static void
scan_recurs (FollowRecurs recurs, guint to, Scan *scan)
{
  scan->conflicts =
      scan->conflicts || recurs == FOLLOW_RECURS_NEVER || (scan->n_recurs > 0 && scan->recurs != recurs);
  scan->n_recurs++;
  scan->recurs = recurs;
  scan->recurs_to = to;
}

static Scan
scan_line (const FollowWords *words, guint at)
{
  Scan scan = { 0 };

  while (!follow_words_ends_line (words, at))
    {
      guint from = at;
      FollowLead lead;
      FollowSpan span;
      FollowRecurs recurs;

      if (follow_recurs_read (words, &at, &recurs))
        {
          scan_recurs (recurs, at, &scan);
          continue;
        }
      lead = follow_lead_take (words, &at);
      if (follow_span_read (words, &at, &span) != FOLLOW_SPAN_NONE)
        scan_span (&span, &lead, from, words, &scan);
      else if (at == from)
        {
          scan.is_open = scan.is_open || follow_words_find (words, at, open_words) >= 0;
          scan.is_doubtful =
              scan.is_doubtful || scan.is_open || follow_words_find (words, at, doubtful_words) >= 0;
          at++;
        }
    }
  return scan;
}

/* Bullets, opening brackets and quotation marks, "a)" */
static void
skip_markers (const FollowWords *words, guint *at)
{
  while (!follow_words_ends_line (words, *at))
    {
      const FollowWord *word = follow_words_at (words, *at);

      if (strchr ("*-~>\"'([|", word->mark) != NULL)
        *at += 1;
      else if (word->length <= 2 && follow_words_is_mark (words, *at + 1, ')') &&
               (word->mark == FOLLOW_MARK_WORD || word->mark == FOLLOW_MARK_NUMBER))
        *at += 2;
      else
        return;
    }
}

static void
take_set_off (const FollowWords *words, guint *at)
{
  if (!follow_words_ends_line (words, *at) && strchr (",-~(&:.", follow_words_at (words, *at)->mark) != NULL)
    *at += 1;
}

/* After a date: "and six-monthly thereafter", ", then annually". A rhythm that begins a sentence
 * there (– Annual report to be published) says what, not how often. */
static FollowRecurs
take_later_recurs (const FollowWords *words, guint *at)
{
  static const char *const leads[] = { "and",    "then", "thereafter", "reviewed", "reported", "reporting",
                                       "review", "on",   "a",          "an",       "at",       NULL };
  static const char *const followers[] = { "thereafter", "basis",      "reporting", "reports", "updates",
                                           "reviews",    "monitoring", "after",     "that",    NULL };
  guint place = *at;
  FollowRecurs recurs;

  take_set_off (words, &place);
  while (follow_words_take_any (words, &place, leads))
    ;
  if (!follow_recurs_read (words, &place, &recurs))
    return FOLLOW_RECURS_NEVER;
  while (follow_words_take_any (words, &place, followers))
    ;
  if (!follow_words_closes (words, place) || follow_words_is (words, place - 1, "annual"))
    return FOLLOW_RECURS_NEVER;
  *at = place;
  return recurs;
}

/* "August 2026, ongoing" has no last day. */
static gboolean
goes_on_for_ever (const FollowWords *words, guint at)
{
  static const char *const endless[] = { "ongoing", "continuous", "continuing", NULL };

  take_set_off (words, &at);
  follow_words_take (words, &at, "and");
  follow_words_take (words, &at, "then");
  return follow_words_find (words, at, endless) >= 0;
}

/* Rule 2. FALSE when the line begins with no date. */
static gboolean
read_leading_date (const FollowWords *words, guint at, Line *line)
{
  FollowLead lead = follow_lead_take (words, &at);
  Scan rest;

  switch (follow_span_read (words, &at, &line->span))
    {
    case FOLLOW_SPAN_NONE:
      return FALSE;
    case FOLLOW_SPAN_IMPOSSIBLE:
      line->kind = LINE_IMPOSSIBLE;
      return TRUE;
    case FOLLOW_SPAN_UNCERTAIN:
    case FOLLOW_SPAN_DATED:
      break;
    }

  line->recurs = take_later_recurs (words, &at);
  rest = scan_line (words, at);
  line->kind = LINE_UNCERTAIN;
  if (rest.impossible.kind == FOLLOW_SPAN_IMPOSSIBLE)
    {
      line->span = rest.impossible;
      line->kind = LINE_IMPOSSIBLE;
    }
  else if (line->span.kind == FOLLOW_SPAN_DATED && !line->span.dangles &&
           follow_lead_apply (&lead, &line->span) && follow_words_closes (words, at) &&
           !goes_on_for_ever (words, at) && rest.latest <= line->span.last)
    line->kind = LINE_READ;
  return TRUE;
}

/* The one date of a line that says how often: "Six-monthly, first report October 2026". */
static void
read_date_of_rhythm (const FollowWords *words, const Scan *rest, Line *line)
{
  FollowSpan span = rest->span;

  if (rest->n_dated == 1 && rest->n_uncertain == 0 && (rest->opens || rest->lead.is_strong) &&
      follow_words_closes (words, span.to) && follow_lead_apply (&rest->lead, &span))
    line->span = span;
}

/* Rule 7, at the beginning. FALSE when the line does not begin so. */
static gboolean
read_leading_recurs (const FollowWords *words, guint at, Line *line)
{
  static const char *const leads[] = { "reported",   "report",    "reports",    "reporting",  "review",
                                       "reviewed",   "to",        "be",         "update",     "updates",
                                       "on",         "a",         "an",         "at",         "progress",
                                       "submitted",  "monitored", "monitoring", "ongoing",    "then",
                                       "thereafter", "provided",  "completed",  "undertaken", "with",
                                       "the",        NULL };
  static const char *const followers[] = {
    "report",   "reports",     "reporting", "reported", "update",   "updates",    "review",      "reviews",
    "reviewed", "monitoring",  "monitored", "audit",    "audits",   "return",     "returns",     "submission",
    "meeting",  "submissions", "meetings",  "basis",    "progress", "thereafter", "performance", "to",
    "at",       "by",          "from",      "in",       "until",    "for",        "with",        "starting",
    "as",       "commencing",  "beginning", "first",    "and",      "during",     "on",          "via",
    "through",  "of",          "each",      "every",    NULL
  };
  Scan rest;

  while (follow_words_take_any (words, &at, leads))
    if (!follow_words_take_mark (words, &at, ',') && !follow_words_take_mark (words, &at, ':') &&
        !follow_words_take_mark (words, &at, '-'))
      follow_words_take_mark (words, &at, FOLLOW_MARK_DASH);
  if (!follow_recurs_read (words, &at, &line->recurs))
    return FALSE;
  if (line->recurs != FOLLOW_RECURS_EVERY_MEETING && !follow_words_closes (words, at) &&
      follow_words_find (words, at, followers) < 0)
    return FALSE;

  rest = scan_line (words, at);
  if (rest.impossible.kind == FOLLOW_SPAN_IMPOSSIBLE)
    {
      line->span = rest.impossible;
      line->kind = LINE_IMPOSSIBLE;
      return TRUE;
    }
  line->kind = LINE_UNCERTAIN;
  if (line->recurs == FOLLOW_RECURS_NEVER || rest.conflicts ||
      (rest.n_recurs > 0 && rest.recurs != line->recurs))
    return TRUE;
  line->kind = LINE_READ;
  read_date_of_rhythm (words, &rest, line);
  return TRUE;
}

static gboolean
only_closes (const FollowWords *words, guint at)
{
  while (!follow_words_ends_line (words, at) && strchr (".)]\"'", follow_words_at (words, at)->mark) != NULL)
    at++;
  return follow_words_ends_line (words, at);
}

/* Rule 3, and rule 7 at the end. */
static void
read_sentence (const FollowWords *words, guint at, Line *line)
{
  Scan scan = scan_line (words, at);
  FollowSpan span = scan.span;
  gboolean in_brackets =
      scan.opens_at > 0 && strchr ("([", follow_words_at (words, scan.opens_at - 1)->mark) != NULL;
  gboolean is_bound =
      scan.lead.is_bound || (scan.opens && !in_brackets && span.precision != FOLLOW_PRECISION_YEAR);

  line->kind = scan.n_dated + scan.n_uncertain > 0 || scan.is_open ? LINE_UNCERTAIN : LINE_PROSE;
  if (scan.impossible.kind == FOLLOW_SPAN_IMPOSSIBLE)
    {
      line->span = scan.impossible;
      line->kind = LINE_IMPOSSIBLE;
    }
  else if (scan.n_dated == 1 && scan.n_uncertain + scan.n_recurs == 0 && is_bound && !scan.is_doubtful &&
           only_closes (words, span.to) && follow_lead_apply (&scan.lead, &span))
    {
      line->span = span;
      line->kind = LINE_READ;
    }
  else if (scan.n_dated + scan.n_uncertain == 0 && scan.n_recurs > 0 && !scan.conflicts && !scan.is_doubtful)
    {
      guint to = scan.recurs_to;
      gboolean is_adverb = !follow_words_is (words, to - 1, "annual") || follow_words_is (words, to, "basis");

      follow_words_take (words, &to, "basis");
      if (!is_adverb || !only_closes (words, to))
        return;
      line->recurs = scan.recurs;
      line->kind = LINE_READ;
    }
}

static Line
read_line (const FollowWords *words, guint at)
{
  Line line = { 0 };

  skip_markers (words, &at);
  if (read_leading_recurs (words, at, &line))
    return line;
  line = (Line){ 0 };
  if (read_leading_date (words, at, &line))
    return line;
  line = (Line){ 0 };
  read_sentence (words, at, &line);
  return line;
}

/* Adds a line that was read. FALSE when it says how often in another way than those before. */
static gboolean
add_line (const Line *line, FollowReading *reading)
{
  if (line->recurs != FOLLOW_RECURS_NEVER && reading->recurs != FOLLOW_RECURS_NEVER &&
      line->recurs != reading->recurs)
    return FALSE;
  if (line->recurs != FOLLOW_RECURS_NEVER)
    reading->recurs = line->recurs;
  if (line->kind != LINE_READ || line->span.kind != FOLLOW_SPAN_DATED)
    return TRUE;

  if (reading->first == 0 || line->span.first < reading->first)
    reading->first = line->span.first;
  if (line->span.last >= reading->last)
    {
      reading->last = line->span.last;
      reading->precision = line->span.precision;
    }
  return TRUE;
}

static FollowReading
read_lines (const FollowWords *words)
{
  FollowReading reading = { 0 };
  gboolean is_certain = TRUE;
  guint at = 0;

  while (!follow_words_is_mark (words, at, FOLLOW_MARK_END))
    {
      Line line = read_line (words, at);

      is_certain = is_certain && line.kind != LINE_UNCERTAIN && add_line (&line, &reading);
      if (line.kind == LINE_IMPOSSIBLE && reading.impossible_end == 0)
        {
          reading.impossible_start = follow_words_at (words, line.span.from)->start;
          reading.impossible_end = follow_words_at (words, line.span.to - 1)->end;
        }
      while (!follow_words_ends_line (words, at))
        at++;
      follow_words_take_mark (words, &at, FOLLOW_MARK_LINE);
    }

  if (!is_certain)
    reading.recurs = FOLLOW_RECURS_NEVER;
  if (!is_certain || reading.impossible_end > 0)
    {
      reading.first = reading.last = 0;
      reading.precision = FOLLOW_PRECISION_NONE;
    }
  return reading;
}

FollowReading
follow_timescale_read (const char *wording)
{
  g_autoptr (FollowWords) words = NULL;

  if (strlen (wording) > FOLLOW_TIMESCALE_READ_MAX)
    return (FollowReading){ 0 };
  words = follow_words_new (wording);
  return read_lines (words);
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
  if (follow_span_read (words, &at, &span) != FOLLOW_SPAN_DATED || span.dangles || span.is_end ||
      span.precision != FOLLOW_PRECISION_DAY || span.first != span.last)
    return 0;
  /* A spreadsheet's date as text. */
  if (!follow_words_take_phrase (words, &at, "t 00 : 00 : 00"))
    if (!follow_words_take_phrase (words, &at, "00 : 00 : 00"))
      follow_words_take_phrase (words, &at, "00 : 00");
  return follow_words_is_mark (words, at, FOLLOW_MARK_END) ? span.first : 0;
}
