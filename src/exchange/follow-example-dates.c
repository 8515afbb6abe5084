/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-example-dates.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"

/* One date in braces, on its way to another day. */
typedef struct
{
  GMatchInfo *match; /* its parts, as its form has them */
  int days;          /* how far it moves */
  GDate told_on;
  GDate anchor; /* the day it speaks of, moved already; not valid when none was given */
} Move;

/* How long a span of months is, and which month of the year it may begin in. */
typedef struct
{
  int months;
  int first_month;
} Period;

typedef struct
{
  const char *pattern;
  char *(*write) (const Move *move);
} Form;

static const Period month_period = { 1, 1 };
static const Period quarter_period = { 3, 1 };
static const Period year_period = { 12, 1 };
static const Period financial_year_period = { 12, 4 };

/* The second is the short one people use, which is not always three letters. */
static const char *const month_names[12][2] = {
  { "January", "Jan" },    { "February", "Feb" }, { "March", "March" },  { "April", "April" },
  { "May", "May" },        { "June", "June" },    { "July", "July" },    { "August", "Aug" },
  { "September", "Sept" }, { "October", "Oct" },  { "November", "Nov" }, { "December", "Dec" },
};

#define MONTH                                                                                       \
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|" \
  "Aug|Sept|Oct|Nov|Dec)"

static GDate
make_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (g_date_valid_dmy (day, month, year))
    g_date_set_dmy (&date, day, month, year);
  return date;
}

static GDate
read_iso (const char *iso)
{
  return follow_date_is_valid (iso) ? make_day (atoi (iso), atoi (iso + 5), atoi (iso + 8))
                                    : make_day (0, 0, 0);
}

static GDate
add_days (GDate day, int days)
{
  if (days > 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  return day;
}

static int
get_number (const Move *move, int part)
{
  g_autofree char *text = g_match_info_fetch (move->match, part);

  return text != NULL ? atoi (text) : 0;
}

/* Returns: 1 to 12; @brief: whether it is written in short */
static int
get_month (const Move *move, int part, gboolean *brief)
{
  g_autofree char *text = g_match_info_fetch (move->match, part);
  int month = 0;

  while (!g_str_has_prefix (month_names[month][0], text) && !g_str_equal (month_names[month][1], text))
    month++;
  *brief = !g_str_equal (month_names[month][0], text);
  return month + 1;
}

static int
period_of (const Period *period, const GDate *day)
{
  return (g_date_get_year (day) * 12 + g_date_get_month (day) - period->first_month) / period->months;
}

static GDate
first_day (const Period *period, int index)
{
  int months = index * period->months + period->first_month - 1;

  return make_day (months / 12, months % 12 + 1, 1);
}

static GDate
last_day (const Period *period, int index)
{
  return add_days (first_day (period, index + 1), -1);
}

/* A period that was over must stay over and one that was not must not become so: what was overdue
 * when the example was told is overdue on any day, and nothing else is. */
static GDate
move_period (const Move *move, const Period *period, GDate written)
{
  GDate last = last_day (period, period_of (period, &written));
  GDate moved = add_days (last, move->days);
  int index = period_of (period, &moved);
  GDate end = last_day (period, index);

  if (g_date_valid (&move->anchor))
    index = period_of (period, &move->anchor);
  else if (g_date_compare (&end, &moved) != 0 && g_date_compare (&last, &move->told_on) < 0)
    index--;
  return first_day (period, index);
}

static const char *
get_ordinal (int day)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };

  return day % 10 < 4 && (day < 11 || day > 13) ? endings[day % 10] : "th";
}

/* 22nd June 2026, 12 May 2025, 20 Nov */
static char *
write_day (const Move *move)
{
  g_autofree char *ending = g_match_info_fetch (move->match, 2);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean brief;
  int month = get_month (move, 3, &brief);
  int year = get_number (move, 4);
  GDate day = make_day (year, month, get_number (move, 1));

  day = g_date_valid (&move->anchor) ? move->anchor : day;
  if (!g_date_valid (&day))
    return NULL;
  if (!g_date_valid (&move->anchor))
    day = add_days (day, move->days);
  g_string_append_printf (text, "%d%s %s", g_date_get_day (&day),
                          *ending != '\0' ? get_ordinal (g_date_get_day (&day)) : "",
                          month_names[g_date_get_month (&day) - 1][brief]);
  if (year != 0)
    g_string_append_printf (text, " %d", g_date_get_year (&day));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* 12/05/2025. A day that does not exist is to stay one: only its year moves. */
static char *
write_figures (const Move *move)
{
  int month = get_number (move, 2);
  int year = get_number (move, 3);
  GDate day = make_day (year, month, get_number (move, 1));

  if (g_date_valid (&day))
    {
      day = add_days (day, move->days);
      return g_strdup_printf ("%02d/%02d/%d", g_date_get_day (&day), g_date_get_month (&day),
                              g_date_get_year (&day));
    }
  if (month < 1 || month > 12)
    return NULL;
  day = add_days (make_day (year, month, 1), move->days);
  return g_strdup_printf ("%02d/%02d/%d", get_number (move, 1), month, g_date_get_year (&day));
}

/* August 2026, Sept 2026, August */
static char *
write_month (const Move *move)
{
  gboolean brief;
  int month = get_month (move, 1, &brief);
  int year = get_number (move, 2);
  const char *name;
  GDate day;

  if (year == 0 && !g_date_valid (&move->anchor))
    return NULL;
  day = year == 0 ? move->anchor : move_period (move, &month_period, make_day (year, month, 1));
  name = month_names[g_date_get_month (&day) - 1][brief];
  return year == 0 ? g_strdup (name) : g_strdup_printf ("%s %d", name, g_date_get_year (&day));
}

/* Q3 2026/27: the financial year begins on 1 April. */
static char *
write_quarter (const Move *move)
{
  int month = get_number (move, 1) * 3 + 1; /* 13: January of the next year */
  GDate day = move_period (move, &quarter_period,
                           make_day (get_number (move, 2) + (month > 12), month > 12 ? 1 : month, 1));
  int year = g_date_get_year (&day) - (g_date_get_month (&day) < 4);

  return g_strdup_printf ("Q%d %d/%02d", (g_date_get_month (&day) + 8) % 12 / 3 + 1, year, (year + 1) % 100);
}

/* 2026/27 */
static char *
write_financial_year (const Move *move)
{
  GDate day = move_period (move, &financial_year_period, make_day (get_number (move, 1), 4, 1));

  return g_strdup_printf ("%d/%02d", g_date_get_year (&day), (g_date_get_year (&day) + 1) % 100);
}

/* 2025–27: as many years, from the one the day given with it lies in. */
static char *
write_years (const Move *move)
{
  GDate day = move_period (move, &year_period, make_day (get_number (move, 1), 1, 1));
  int length = (get_number (move, 2) - get_number (move, 1) % 100 + 100) % 100;

  if (!g_date_valid (&move->anchor))
    return NULL;
  return g_strdup_printf ("%d–%02d", g_date_get_year (&day), (g_date_get_year (&day) + length) % 100);
}

static char *
write_year (const Move *move)
{
  GDate day = move_period (move, &year_period, make_day (get_number (move, 1), 1, 1));

  return g_strdup_printf ("%d", g_date_get_year (&day));
}

static const Form forms[] = {
  { "^(\\d{1,2})(st|nd|rd|th)? " MONTH "(?: (\\d{4}))?$", write_day },
  { "^(\\d{2})/(\\d{2})/(\\d{4})$", write_figures },
  { "^" MONTH "(?: (\\d{4}))?$", write_month },
  { "^Q([1-4]) (\\d{4})/\\d{2}$", write_quarter },
  { "^(\\d{4})/\\d{2}$", write_financial_year },
  { "^(\\d{4})–(\\d{2})$", write_years },
  { "^(\\d{4})$", write_year },
};

/* @written: what stands in the braces, "August 2026" or "2021 | 2021-06-15" */
static char *
move_date (const char *written, GDate told_on, int days)
{
  g_auto (GStrv) parts = g_strsplit (written, " | ", 2);
  Move move = { .days = days, .told_on = told_on };
  char *moved = NULL;

  g_date_clear (&move.anchor, 1);
  if (parts[0] != NULL && parts[1] != NULL)
    {
      GDate anchor = read_iso (parts[1]);

      if (!g_date_valid (&anchor))
        return NULL;
      move.anchor = add_days (anchor, days);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms) && parts[0] != NULL && moved == NULL; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, parts[0], 0, &match))
        {
          move.match = match;
          moved = forms[i].write (&move);
        }
    }
  return moved;
}

/**
 * follow_example_days_since:
 * @told_on: the day the example is told as of
 * @today: the day it is to look as if told on
 *
 * Returns: by how many days to move it: whole weeks, so that a Thursday stays one, and never into
 *   the future
 */
int
follow_example_days_since (const char *told_on, const char *today)
{
  int days = follow_date_days_between (told_on, today);

  return days >= 0 ? days / 7 * 7 : -((6 - days) / 7 * 7);
}

/**
 * follow_example_move_text:
 * @text: text with dates in braces, in any form the README of the example names
 * @told_on: the day @text is told as of
 * @days: how far the dates are to move
 *
 * Returns: (transfer full) (nullable): @text without braces, its dates moved and written in the
 *   form they had; %NULL with %FOLLOW_ERROR_INVALID when one cannot be read
 */
char *
follow_example_move_text (const char *text, const char *told_on, int days, GError **error)
{
  g_autoptr (GString) moved = g_string_new (NULL);
  GDate told = read_iso (told_on);
  const char *open, *close;

  while ((open = strchr (text, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *written = g_strndup (open + 1, close - open - 1);
      g_autofree char *date = move_date (written, told, days);

      if (date == NULL)
        {
          g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, _ ("“%s” is not a date that can be moved."),
                       written);
          return NULL;
        }
      g_string_append_len (moved, text, open - text);
      g_string_append (moved, date);
      text = close + 1;
    }
  g_string_append (moved, text);
  return g_string_free (g_steal_pointer (&moved), FALSE);
}
