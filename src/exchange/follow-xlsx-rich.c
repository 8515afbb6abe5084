/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-rich.h"

#include <string.h>

void
follow_xlsx_append (FollowXlsxPackage *package, GString *text, const char *more, int length)
{
  if (text->len + length > follow_xlsx_package_limits (package)->text_bytes)
    follow_xlsx_package_refuse_large (package);
  else
    g_string_append_len (text, more, length);
}

/* Returns: the unit that @p writes as _xHHHH_, or -1. */
static int
escaped_unit (const char *p)
{
  int unit = 0;

  if (p[0] != '_' || p[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }
  return p[6] == '_' ? unit : -1;
}

void
follow_xlsx_unescape (GString *text)
{
  const char *next = strstr (text->str, "_x");
  GString *plain;

  if (next == NULL)
    return;
  plain = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';)
    {
      int unit = escaped_unit (p);
      int low = unit >= 0xd800 && unit <= 0xdbff ? escaped_unit (p + 7) : -1;

      if (unit < 0)
        {
          g_string_append_c (plain, *p++);
          continue;
        }
      p += 7;
      if (low >= 0xdc00 && low <= 0xdfff)
        {
          g_string_append_unichar (plain, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
          p += 7;
        }
      else
        g_string_append_unichar (plain, unit == 0 || (unit >= 0xd800 && unit <= 0xdfff) ? 0xfffd : unit);
    }
  g_string_assign (text, plain->str);
  g_string_free (plain, TRUE);
}

void
follow_xlsx_rich_init (FollowXlsxRich *self, FollowXlsxPackage *package)
{
  *self = (FollowXlsxRich){ .package = package, .text = g_string_new (NULL), .run = FOLLOW_XLSX_AS_CELL };
}

void
follow_xlsx_rich_clear (FollowXlsxRich *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

void
follow_xlsx_rich_begin (FollowXlsxRich *self)
{
  g_string_truncate (self->text, 0);
  self->strikes = self->phonetic = 0;
  self->run = FOLLOW_XLSX_AS_CELL;
  self->in_text = self->in_properties = FALSE;
}

void
follow_xlsx_rich_start (FollowXlsxRich *self, const char *name, const char **attributes)
{
  const char *value;

  self->in_text = g_str_equal (name, "t") && self->phonetic == 0;
  if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "r"))
    self->run = FOLLOW_XLSX_AS_CELL;
  else if (g_str_equal (name, "rPr"))
    {
      self->in_properties = TRUE;
      self->run = FOLLOW_XLSX_NOT_STRUCK;
    }
  else if (self->in_properties && g_str_equal (name, "strike"))
    {
      value = follow_xlsx_attribute (attributes, "val");
      if (value == NULL || follow_xlsx_attribute_is_true (attributes, "val"))
        self->run = FOLLOW_XLSX_STRUCK;
    }
}

void
follow_xlsx_rich_end (FollowXlsxRich *self, const char *name)
{
  self->in_text = FALSE;
  if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  else if (g_str_equal (name, "rPr"))
    self->in_properties = FALSE;
  else if (g_str_equal (name, "r"))
    self->run = FOLLOW_XLSX_AS_CELL;
}

void
follow_xlsx_rich_append (FollowXlsxRich *self, const char *text, int length)
{
  if (!self->in_text)
    return;
  follow_xlsx_append (self->package, self->text, text, length);
  /* Blanks between words show no line. */
  for (int i = 0; i < length && !(self->strikes & self->run); i++)
    if (!g_ascii_isspace (text[i]))
      self->strikes |= self->run;
}

FollowReadStrike
follow_xlsx_strike (guint strikes, gboolean font_is_struck)
{
  if (strikes & FOLLOW_XLSX_AS_CELL)
    strikes |= font_is_struck ? FOLLOW_XLSX_STRUCK : FOLLOW_XLSX_NOT_STRUCK;
  if (!(strikes & FOLLOW_XLSX_STRUCK))
    return FOLLOW_READ_NOT_STRUCK;
  return strikes & FOLLOW_XLSX_NOT_STRUCK ? FOLLOW_READ_PARTLY_STRUCK : FOLLOW_READ_STRUCK;
}
