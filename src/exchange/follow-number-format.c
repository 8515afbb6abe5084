/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-number-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_A_DAY 86400
/* A double has no more. */
#define MAX_DIGITS 15
/* GLib's day number of the day before day 1 in each of Excel's calendars. */
#define BEFORE_1900 693595
#define BEFORE_1904 695056
/* From then on Excel is a day ahead, since it counts a 29 February 1900 that never was. */
#define FIRST_OF_MARCH_1900 (BEFORE_1900 + 60)
/* 31 December 9999. */
#define LAST_DAY 3652059

FollowNumberKind
follow_number_kind_of_id (guint id)
{
  /* 27 to 36 and 50 to 58 are dates in East Asian editions, 45 to 47 include lengths of time. */
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
      id == 57 || id == 58)
    return FOLLOW_NUMBER_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return FOLLOW_NUMBER_TIME;
  return FOLLOW_NUMBER_PLAIN;
}

/* Returns: behind a part of the code that is no placeholder, or @p itself. Sets @elapsed at [h], [mm]
 * and the like. */
static const char *
skip_literal (const char *p, gboolean *elapsed)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      return end != NULL ? end + 1 : p + strlen (p);
    case '\\':
    case '_':
    case '*':
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    case '[':
      end = strchr (p, ']');
      if (strspn (p + 1, "hHmMsS") == (gsize) (end != NULL ? end - p - 1 : 0) && end != p + 1)
        *elapsed = *elapsed || end != NULL;
      return end != NULL ? end + 1 : p + strlen (p);
    default:
      return p;
    }
}

FollowNumberKind
follow_number_kind_of_code (const char *code)
{
  gboolean elapsed = FALSE;
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;

  /* The second is what German programs call it, who forget to translate. */
  if (g_ascii_strncasecmp (code, "general", 7) == 0 || g_ascii_strcasecmp (code, "standard") == 0)
    return FOLLOW_NUMBER_PLAIN;
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_literal (p, &elapsed);
      char c = g_ascii_tolower (*p);

      if (next != p)
        {
          p = next;
          continue;
        }
      has_day = has_day || c == 'd' || c == 'y';
      has_month = has_month || c == 'm';
      has_time = has_time || c == 'h' || c == 's';
      p++;
    }
  if (has_day || (has_month && !has_time && !elapsed))
    return FOLLOW_NUMBER_DATE;
  return has_time && !elapsed ? FOLLOW_NUMBER_TIME : FOLLOW_NUMBER_PLAIN;
}

FollowNumberDigits
follow_number_digits_of_id (guint id)
{
  /* The other numbers that stand for formats have separators, signs of percent and the like. */
  return id == 2 ? (FollowNumberDigits){ 1, 2 } : (FollowNumberDigits){ 0, 0 };
}

FollowNumberDigits
follow_number_digits_of_code (const char *code)
{
  gsize n_before = strspn (code, "0");
  const char *rest = code + n_before;
  gsize n_behind = *rest == '.' ? strspn (rest + 1, "0") : 0;

  rest += n_behind > 0 ? n_behind + 1 : 0;
  /* Room as wide as a letter, for numbers in brackets to stand above each other. */
  if (rest[0] == '_' && rest[1] != '\0')
    rest += 2;
  if ((*rest != '\0' && *rest != ';') || n_before == 0 || n_before > MAX_DIGITS || n_behind > MAX_DIGITS)
    return (FollowNumberDigits){ 0, 0 };
  return (FollowNumberDigits){ n_before, n_behind };
}

char *
follow_number_show (double number, FollowNumberDigits digits)
{
  char format[16];
  char shown[G_ASCII_DTOSTR_BUF_SIZE];
  char whole[G_ASCII_DTOSTR_BUF_SIZE];
  char whole_of_shown[G_ASCII_DTOSTR_BUF_SIZE];

  if (digits.n_before == 0 || number < 0 || number >= 1e15)
    return NULL;
  g_snprintf (format, sizeof format, "%%.%uf", digits.n_behind);
  g_ascii_formatd (shown, sizeof shown, format, number);
  g_ascii_formatd (whole, sizeof whole, "%.15g", number);
  g_ascii_formatd (whole_of_shown, sizeof whole_of_shown, "%.15g", g_ascii_strtod (shown, NULL));
  if (!g_str_equal (whole, whole_of_shown))
    return NULL;
  return g_strdup_printf ("%.*s%s", MAX (0, digits.n_before - (int) strcspn (shown, ".")), "000000000000000",
                          shown);
}

static char *
time_text (guint seconds)
{
  if (seconds % 60 != 0)
    return g_strdup_printf ("%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%02u:%02u", seconds / 3600, seconds / 60 % 60);
}

char *
follow_serial_day_to_iso (double serial, FollowNumberKind kind, gboolean from_1904)
{
  double day = floor (serial);
  double rest = round ((serial - day) * SECONDS_A_DAY);
  g_autofree char *time = NULL;
  gint64 number;
  GDate date;

  if (!isfinite (serial) || serial < 0 || serial > LAST_DAY)
    return NULL;
  if (rest >= SECONDS_A_DAY)
    {
      rest = 0;
      day++;
    }
  time = time_text (rest);
  if (kind == FOLLOW_NUMBER_TIME && day == 0)
    return g_steal_pointer (&time);
  number = day;
  /* That 29 February is no date. */
  if (!from_1904 && number == 60)
    return NULL;
  number += from_1904 ? BEFORE_1904 : (number > 60 ? BEFORE_1900 - 1 : BEFORE_1900);
  if (number > LAST_DAY || (!from_1904 && day == 0))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  return g_strdup_printf ("%04u-%02u-%02u%s%s", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), rest > 0 ? "T" : "", rest > 0 ? time : "");
}

char *
follow_iso_to_serial_day (const char *text, FollowNumberKind kind, gboolean from_1904, double *serial)
{
  g_autofree char *whole = strchr (text, 'T') != NULL
                               ? g_strconcat (*text == 'T' ? "1899-12-30" : "", text, NULL)
                               : g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (whole, utc);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  guint32 number;
  guint seconds;
  int y;
  int m;
  int d;
  GDate date;

  if (read == NULL)
    return NULL;
  g_date_time_get_ymd (read, &y, &m, &d);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, d, m, y);
  number = g_date_get_julian (&date);
  seconds =
      g_date_time_get_hour (read) * 3600 + g_date_time_get_minute (read) * 60 + g_date_time_get_second (read);
  time = time_text (seconds);
  *serial = (double) number - (from_1904 ? BEFORE_1904 : BEFORE_1900 - (number >= FIRST_OF_MARCH_1900)) +
            (double) seconds / SECONDS_A_DAY;
  /* A time alone stands on the day before the calendar's first. */
  if (y < 1900 && (kind == FOLLOW_NUMBER_TIME || *text == 'T'))
    {
      *serial = (double) seconds / SECONDS_A_DAY;
      return g_steal_pointer (&time);
    }
  return g_strdup_printf ("%04d-%02d-%02d%s%s", y, m, d, seconds > 0 ? "T" : "", seconds > 0 ? time : "");
}
