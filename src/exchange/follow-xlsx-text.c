/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far back from the bound a blank is looked for. */
const char *const follow_xlsx_from_above = N_ ("(continued from the row above)");
const char *const follow_xlsx_goes_on = N_ ("(continues below)");

#define SPLIT_SLACK 400
#define MAX_NAME 31

static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]) &&
         g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* Most texts need nothing done to them, so this is the loop that an export's speed hangs on. */
static gboolean
needs_escape (const char *text)
{
  gboolean ascii = TRUE;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0x80)
      ascii = FALSE;
    else if ((*p < 0x20 && *p != '\n' && *p != '\t') || (*p == '_' && is_escape ((const char *) p)))
      return TRUE;
  if (ascii)
    return FALSE;
  if (!g_utf8_validate (text, -1, NULL))
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xef && is_noncharacter (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

const char *
follow_xlsx_text_escape (const char *text, GString *scratch)
{
  g_autofree char *valid = NULL;

  if (!needs_escape (text))
    return text;

  valid = g_utf8_make_valid (text, -1);
  g_string_truncate (scratch, 0);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\n' && c != '\t') || is_escape (p))
        g_string_append_printf (scratch, "_x%04X_", c);
      else
        g_string_append_unichar (scratch, is_noncharacter (c) ? 0xfffd : c);
    }
  return scratch->str;
}

char *
follow_xlsx_text_one_line (const char *text, gsize max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  gsize left = max_chars;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Counted as Excel does, in UTF-16. */
      gsize units = c > 0xffff ? 2 : 1;

      if (left < units + (*g_utf8_next_char (p) != '\0' ? 1 : 0))
        {
          g_string_append (line, "…");
          break;
        }
      left -= units;
      if (is_noncharacter (c))
        c = 0xfffd;
      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (line, FALSE);
}

/* Whether a cut before @p would part what belongs together: an escape, a letter and its accents, an
 * emoji made of several. */
static gboolean
can_cut_before (const char *start, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

  for (const char *q = p; q > start && p - q < 7; q--)
    if (is_escape (q) && q != p)
      return FALSE;
  return !g_unichar_ismark (c) && c != 0x200d && before != 0x200d && !(c >= 0xfe00 && c <= 0xfe0f) &&
         !(c >= 0x1f3fb && c <= 0x1f3ff) && !(c >= 0x1f1e6 && c <= 0x1f1ff) &&
         !(c >= 0xe0020 && c <= 0xe007f);
}

/* Returns: where the first @max_units of @text end, moved back to a good place for a cut. */
static const char *
find_cut (const char *text, gsize max_units)
{
  const char *hard = text;
  const char *p;
  gsize units = 0;
  guint slack = SPLIT_SLACK;

  while (*hard != '\0')
    {
      gsize more = (guchar) *hard >= 0xf0 ? 2 : 1;

      if (units + more > max_units)
        break;
      units += more;
      hard = g_utf8_next_char (hard);
    }
  if (*hard == '\0')
    return hard;
  for (p = hard; p > text && slack > 0; p = g_utf8_prev_char (p), slack--)
    if (p[-1] == ' ' || p[-1] == '\n')
      return p;
  for (p = hard, slack = SPLIT_SLACK; p > text && slack > 0; p = g_utf8_prev_char (p), slack--)
    if (can_cut_before (text, p))
      return p;
  return hard;
}

static gsize
utf16_units (const char *text)
{
  gsize units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    units += (guchar) *p >= 0xf0 ? 2 : 1;
  return units;
}

GPtrArray *
follow_xlsx_text_split (const char *escaped)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *from_above = _ (follow_xlsx_from_above);
  const char *goes_on = _ (follow_xlsx_goes_on);
  gsize room = FOLLOW_XLSX_MAX_TEXT - utf16_units (from_above) - utf16_units (goes_on) - 2;
  const char *rest = escaped;

  if (strlen (escaped) <= FOLLOW_XLSX_MAX_TEXT || utf16_units (escaped) <= FOLLOW_XLSX_MAX_TEXT)
    {
      g_ptr_array_add (parts, g_strdup (escaped));
      return parts;
    }
  while (*rest != '\0')
    {
      const char *cut = find_cut (rest, room);
      GString *part = g_string_new (NULL);

      if (rest != escaped)
        g_string_append_printf (part, "%s\n", from_above);
      g_string_append_len (part, rest, cut - rest);
      if (*cut != '\0')
        g_string_append_printf (part, "\n%s", goes_on);
      g_ptr_array_add (parts, g_string_free (part, FALSE));
      rest = cut;
    }
  return parts;
}

/* Arial's advances in thousandths of its size, from the space on. */
static const guint16 advances[] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584,
};

/* A column's character is 7 pixels, a thousandth of 10 points 0.0133. One in twenty is added, rather
 * too much than too little: a line too many is only white. */
#define ADVANCES_A_CHARACTER (7 / (1.05 * 0.013333))

/* By the first byte of a letter in UTF-8, as this is asked of every byte of an export; from U+3000 on
 * nearly all are wide. */
static guint
advance_of (guchar byte)
{
  if (byte >= ' ' && byte - ' ' < (int) G_N_ELEMENTS (advances))
    return advances[byte - ' '];
  if (byte < 0xc0)
    return 0;
  return byte >= 0xe3 ? 1000 : 625;
}

guint
follow_xlsx_text_lines (const char *text, double width)
{
  guint room = MAX (width, 2) * ADVANCES_A_CHARACTER;
  guint line = 0;
  guint word = 0;
  guint lines = 1;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      guint advance = advance_of (*p);

      if (*p == '\n')
        {
          lines++;
          line = word = 0;
          continue;
        }
      word = *p == ' ' ? 0 : word + advance;
      line += advance;
      if (line <= room || *p == ' ')
        continue;
      /* The word goes to the next line, unless it is longer than a whole one. */
      lines++;
      line = word = word < room ? word : advance;
    }
  return lines;
}

static gboolean
name_taken (GHashTable *taken, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_contains (taken, folded);
}

static char *
clean_name (const char *wanted)
{
  g_autofree char *line = follow_xlsx_text_one_line (wanted, G_MAXSIZE);
  g_autofree char *short_name = NULL;
  char *name;
  gsize end;

  g_strdelimit (line, "[]:*?/\\", '-');
  name = line;
  while (*name == '\'' || *name == ' ')
    name++;
  short_name = follow_xlsx_text_one_line (name, MAX_NAME);
  for (end = strlen (short_name); end > 0 && (short_name[end - 1] == '\'' || short_name[end - 1] == ' ');)
    short_name[--end] = '\0';
  if (end == 0)
    return g_strdup (_ ("Sheet"));
  /* Excel keeps this name for itself. */
  if (g_ascii_strcasecmp (short_name, "History") == 0)
    return g_strconcat (short_name, " (1)", NULL);
  return g_steal_pointer (&short_name);
}

char *
follow_xlsx_sheet_name (const char *wanted, GHashTable *taken)
{
  g_autofree char *base = clean_name (wanted);
  char *name = g_strdup (base);

  for (guint n = 2; name_taken (taken, name); n++)
    {
      g_autofree char *number = g_strdup_printf (" (%u)", n);
      g_autofree char *stem = follow_xlsx_text_one_line (base, MAX_NAME - strlen (number));

      g_free (name);
      name = g_strconcat (stem, number, NULL);
    }
  g_hash_table_add (taken, g_utf8_casefold (name, -1));
  return name;
}

static gboolean
parse_two (const char **text, char before, guint max, guint *value)
{
  const char *p = *text;

  if (p[0] != before || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
    return FALSE;
  *value = (p[1] - '0') * 10 + (p[2] - '0');
  *text = p + 3;
  return *value <= max;
}

/* [T| ]HH:MM[:SS[.fraction]][Z]; a zone's offset is not read, as the register keeps local times. */
static double
parse_time (const char *text)
{
  guint hour = 0;
  guint minute = 0;
  guint second = 0;

  if (!parse_two (&text, *text == ' ' ? ' ' : 'T', 23, &hour) || !parse_two (&text, ':', 59, &minute))
    return -1;
  if (*text == ':' && !parse_two (&text, ':', 59, &second))
    return -1;
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text); text++)
      ;
  if (*text == 'Z')
    text++;
  return *text != '\0' ? -1 : (hour * 3600.0 + minute * 60.0 + second) / 86400.0;
}

double
follow_xlsx_serial_day (const char *iso, gboolean *has_time)
{
  /* Day 1 of GLib's calendar is 1 January of the year 1; Excel's day 61 is 1 March 1900. */
  const guint32 julian_of_day_0 = 693594;
  guint year = 0;
  guint month = 0;
  guint day = 0;
  const char *rest = iso + 4;
  double serial;
  GDate date;

  *has_time = FALSE;
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (iso[i]))
      return -1;
  year = (iso[0] - '0') * 1000 + (iso[1] - '0') * 100 + (iso[2] - '0') * 10 + (iso[3] - '0');
  if (!parse_two (&rest, '-', 12, &month) || !parse_two (&rest, '-', 31, &day) ||
      !g_date_valid_dmy (day, month, year))
    return -1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  serial = (double) g_date_get_julian (&date) - julian_of_day_0;
  if (serial < 61)
    return -1;
  if (*rest == '\0')
    return serial;
  *has_time = TRUE;
  return parse_time (rest) < 0 ? -1 : serial + parse_time (rest);
}
