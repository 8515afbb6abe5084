/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-date.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-timescale-private.h"

#define DAYS_IN_A_YEAR 365

static const char *const month_names[] = {
  NC_ ("month", "January"),   NC_ ("month", "February"), NC_ ("month", "March"),    NC_ ("month", "April"),
  NC_ ("month", "May"),       NC_ ("month", "June"),     NC_ ("month", "July"),     NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"),  NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const short_month_names[] = {
  NC_ ("month, short", "Jan"), NC_ ("month, short", "Feb"), NC_ ("month, short", "Mar"),
  NC_ ("month, short", "Apr"), NC_ ("month, short", "May"), NC_ ("month, short", "Jun"),
  NC_ ("month, short", "Jul"), NC_ ("month, short", "Aug"), NC_ ("month, short", "Sep"),
  NC_ ("month, short", "Oct"), NC_ ("month, short", "Nov"), NC_ ("month, short", "Dec"),
};

/* The day's number in GDate's count, or 0. */
int
follow_date_to_number (const char *iso)
{
  int year, month, day;

  if (iso == NULL || strlen (iso) != strlen ("YYYY-MM-DD"))
    return 0;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? iso[i] != '-' : !g_ascii_isdigit (iso[i]))
      return 0;

  year = g_ascii_digit_value (iso[0]) * 1000 + g_ascii_digit_value (iso[1]) * 100 +
         g_ascii_digit_value (iso[2]) * 10 + g_ascii_digit_value (iso[3]);
  month = g_ascii_digit_value (iso[5]) * 10 + g_ascii_digit_value (iso[6]);
  day = g_ascii_digit_value (iso[8]) * 10 + g_ascii_digit_value (iso[9]);
  return follow_date_number (day, month, year);
}

int
follow_date_number (int day, int month, int year)
{
  GDate date;

  if (day < 1 || month < 1 || year < 1 || day > 31 || month > 12 || year > 9999 ||
      !g_date_valid_dmy (day, month, year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (int) g_date_get_julian (&date);
}

char *
follow_date_from_number (int number)
{
  GDate date;

  if (number < 1 || number > follow_date_number (31, 12, 9999))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

const char *
follow_date_month_name (int month)
{
  g_assert (month >= 1 && month <= 12);
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]);
}

static char *
format (const char *iso, gboolean is_short)
{
  int number = follow_date_to_number (iso);
  const char *month;
  GDate date;

  if (number == 0)
    return g_strdup (iso != NULL ? iso : "");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  month = is_short ? g_dpgettext2 (GETTEXT_PACKAGE, "month, short",
                                   short_month_names[g_date_get_month (&date) - 1])
                   : follow_date_month_name (g_date_get_month (&date));
  /* Translators: a date: day, name of the month, year. */
  return g_strdup_printf (C_ ("date", "%d %s %d"), g_date_get_day (&date), month, g_date_get_year (&date));
}

char *
follow_date_today (void)
{
  const char *set = g_getenv ("FOLLOW_TODAY");
  g_autoptr (GDateTime) now = NULL;

  if (follow_date_is_valid (set))
    return g_strdup (set);
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
follow_date_check_today (GError **error)
{
  const char *set = g_getenv ("FOLLOW_TODAY");
  g_autofree char *shown = NULL;

  if (set == NULL || *set == '\0' || follow_date_is_valid (set))
    return TRUE;
  shown = g_filename_display_name (set);
  g_set_error (
      error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
      _ ("FOLLOW_TODAY is “%s” in the environment, which is not a day as YYYY-MM-DD. Write it so, or "
         "take it out. Nothing was changed."),
      shown);
  return FALSE;
}

char *
follow_date_now (void)
{
  const char *set = g_getenv ("FOLLOW_TODAY");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = NULL;

  date = follow_date_is_valid (set) ? g_strdup (set) : g_date_time_format (now, "%Y-%m-%d");
  return g_strdup_printf ("%sT%02d:%02d:%02d.%03dZ", date, g_date_time_get_hour (now),
                          g_date_time_get_minute (now), g_date_time_get_second (now),
                          g_date_time_get_microsecond (now) / 1000);
}

gboolean
follow_date_is_valid (const char *iso)
{
  return follow_date_to_number (iso) != 0;
}

int
follow_date_days_between (const char *from, const char *to)
{
  int a = follow_date_to_number (from);
  int b = follow_date_to_number (to);

  g_return_val_if_fail (a != 0, 0);
  g_return_val_if_fail (b != 0, 0);

  return b - a;
}

char *
follow_date_add_days (const char *iso, int days)
{
  int number = follow_date_to_number (iso);

  if (number == 0 || days > G_MAXINT - number)
    return NULL;
  return follow_date_from_number (number + days);
}

char *
follow_date_format_long (const char *iso)
{
  return format (iso, FALSE);
}

char *
follow_date_format_short (const char *iso)
{
  return format (iso, TRUE);
}

char *
follow_date_parse (const char *text)
{
  return follow_date_from_number (follow_timescale_read_day (text));
}

char *
follow_date_describe_distance (const char *due, const char *today)
{
  int days;
  g_autofree char *date = NULL;

  if (!follow_date_is_valid (due) || !follow_date_is_valid (today))
    return g_strdup ("");

  days = follow_date_days_between (today, due);
  if (days == 0)
    return g_strdup (_ ("Due today"));
  if (days == 1)
    return g_strdup (_ ("Due tomorrow"));

  date = follow_date_format_short (due);
  if (days > DAYS_IN_A_YEAR)
    return g_steal_pointer (&date);
  if (days < -DAYS_IN_A_YEAR)
    return g_strdup_printf (_ ("Overdue since %s"), date);
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), days);
}
