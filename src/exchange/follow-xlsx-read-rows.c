/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-sheet-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "follow-read-fills.h"
#include "follow-xlsx-reference.h"

void
follow_xlsx_rows_init (FollowXlsxRows *self, FollowXlsxParts *parts, FollowReadSheet *sheet)
{
  *self = (FollowXlsxRows){ .parts = parts, .sheet = sheet, .value = g_string_new (NULL) };
  follow_xlsx_rich_init (&self->words, parts->package);
}

void
follow_xlsx_rows_clear (FollowXlsxRows *self)
{
  g_string_free (self->value, TRUE);
  follow_xlsx_rich_clear (&self->words);
}

static const FollowXlsxStyle *
find_style (FollowXlsxRows *self, guint32 style)
{
  static const FollowXlsxStyle usual = { FOLLOW_NUMBER_PLAIN, FALSE, { 0, 0 }, FOLLOW_READ_NO_FILL };
  GArray *styles = self->parts->styles;

  return style < styles->len ? &g_array_index (styles, FollowXlsxStyle, style) : &usual;
}

/* Excel hides what has no height or width. */
static gboolean
is_nothing (const char **attributes, const char *name)
{
  const char *value = follow_xlsx_attribute (attributes, name);

  return value != NULL && *value != '\0' && g_ascii_strtod (value, NULL) == 0;
}

static void
start_fills (FollowXlsxRows *self, const char **attributes)
{
  const char *style = follow_xlsx_attribute (attributes, "s");
  gboolean is_filled = style != NULL && follow_xlsx_attribute_is_true (attributes, "customFormat");
  FollowReadColour colour =
      is_filled ? find_style (self, strtoul (style, NULL, 10))->fill : FOLLOW_READ_NO_FILL;

  if (follow_read_fills_start_row (self->sheet->fills, self->row, is_filled, colour))
    follow_xlsx_parts_count (self->parts);
}

static void
start_row (FollowXlsxRows *self, const char **attributes)
{
  const char *number = follow_xlsx_attribute (attributes, "r");

  self->row = self->next_row;
  if ((number != NULL && !follow_xlsx_read_index (number, FOLLOW_XLSX_MAX_ROWS, &self->row)) ||
      self->row >= FOLLOW_XLSX_MAX_ROWS)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  self->next_row = self->row + 1;
  self->next_column = 0;
  if (follow_xlsx_attribute_is_true (attributes, "hidden") || is_nothing (attributes, "ht"))
    follow_read_spans_add (self->sheet->hidden_rows, self->row, self->row);
  start_fills (self, attributes);
}

static void
start_cell (FollowXlsxRows *self, const char **attributes)
{
  const char *reference = NULL;
  const char *type = "n";

  self->column = self->next_column;
  self->style = 0;
  for (gsize i = 0; attributes[i] != NULL; i += 2)
    if (g_str_equal (attributes[i], "r"))
      reference = attributes[i + 1];
    else if (g_str_equal (attributes[i], "s"))
      self->style = strtoul (attributes[i + 1], NULL, 10);
    else if (g_str_equal (attributes[i], "t"))
      type = attributes[i + 1];
  if ((reference != NULL && !follow_xlsx_read_reference (&reference, &self->row, &self->column)) ||
      self->column >= FOLLOW_XLSX_MAX_COLUMNS)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  self->next_column = self->column + 1;
  g_strlcpy (self->type, type, sizeof self->type);
  self->has_formula = self->has_inline = self->in_value = FALSE;
  g_string_truncate (self->value, 0);
  follow_xlsx_rich_begin (&self->words);
}

/* @strikes are those of its words. */
static void
add_struck_cell (FollowXlsxRows *self, FollowReadType type, double number, const char *text, guint strikes)
{
  const FollowXlsxStyle *style = find_style (self, self->style);
  FollowReadCell cell = {
    .row = self->row,
    .column = self->column,
    .type = type,
    .is_formula = self->has_formula,
    .struck = follow_xlsx_strike (strikes, style->is_struck),
    .style = self->style,
    .fill = style->fill,
    .number = number,
    .text = text,
  };

  g_array_append_val (self->sheet->cells, cell);
  follow_xlsx_parts_count (self->parts);
}

static void
add_cell (FollowXlsxRows *self, FollowReadType type, double number, const char *text)
{
  add_struck_cell (self, type, number, text, FOLLOW_XLSX_AS_CELL);
}

static const char *
keep_text (FollowXlsxRows *self, const char *text)
{
  return g_string_chunk_insert (self->parts->book->texts, text);
}

/* A cell with nothing in it, which may still be filled. One with a formula that was never computed, as
 * openpyxl writes them, is not left out in silence. */
static void
add_empty (FollowXlsxRows *self)
{
  if (self->has_formula && g_str_equal (self->type, "n"))
    add_cell (self, FOLLOW_READ_EMPTY, 0, "");
  else if (follow_read_fills_add (self->sheet->fills, self->column, find_style (self, self->style)->fill))
    follow_xlsx_parts_count (self->parts);
}

static void
add_text (FollowXlsxRows *self, GString *text, guint strikes)
{
  follow_xlsx_unescape (text);
  if (text->len > 0)
    add_struck_cell (self, FOLLOW_READ_TEXT, 0, keep_text (self, text->str), strikes);
  else
    add_empty (self);
}

static void
add_shared_text (FollowXlsxRows *self)
{
  guint64 index = 0;
  const char *text;

  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL) ||
      index >= self->parts->strings->len)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  text = g_ptr_array_index (self->parts->strings, index);
  if (*text != '\0')
    add_struck_cell (self, FOLLOW_READ_TEXT, 0, text, self->parts->strikes->data[index]);
  else
    add_empty (self);
}

/* As people see it: files have 4.0999999999999996 for 4.1, and 4.1 for what is shown as 4.10. */
static const char *
number_text (FollowXlsxRows *self, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *shown = follow_number_show (number, find_style (self, self->style)->digits);

  if (shown != NULL)
    return keep_text (self, shown);
  if (self->value->len <= 15 && strspn (self->value->str, "0123456789") == self->value->len &&
      (self->value->str[0] != '0' || self->value->len == 1))
    return keep_text (self, self->value->str);
  return keep_text (self, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

static void
add_number (FollowXlsxRows *self)
{
  char *end;
  double number = g_ascii_strtod (self->value->str, &end);
  FollowNumberKind kind = find_style (self, self->style)->kind;
  g_autofree char *iso = NULL;

  if (*end != '\0' || !isfinite (number))
    {
      add_text (self, self->value, FOLLOW_XLSX_AS_CELL);
      return;
    }
  if (kind != FOLLOW_NUMBER_PLAIN)
    iso = follow_serial_day_to_iso (number, kind, self->parts->from_1904);
  if (iso != NULL)
    add_cell (self, FOLLOW_READ_DATE, number, keep_text (self, iso));
  else
    add_cell (self, FOLLOW_READ_NUMBER, number, number_text (self, number));
}

/* The strict variant's dates are written as such. */
static void
add_iso_date (FollowXlsxRows *self)
{
  double serial;
  g_autofree char *iso = follow_iso_to_serial_day (self->value->str, find_style (self, self->style)->kind,
                                                   self->parts->from_1904, &serial);

  if (iso != NULL)
    add_cell (self, FOLLOW_READ_DATE, serial, keep_text (self, iso));
  else
    add_text (self, self->value, FOLLOW_XLSX_AS_CELL);
}

static void
end_cell (FollowXlsxRows *self)
{
  gboolean is_true;

  /* A sheet that is formatted down to its last row has millions of these. */
  if (self->value->len == 0 && !self->has_inline)
    {
      add_empty (self);
      return;
    }
  if (g_str_equal (self->type, "inlineStr") || (self->has_inline && self->value->len == 0))
    {
      if (self->has_inline)
        add_text (self, self->words.text, self->words.strikes);
      else
        add_text (self, self->value, FOLLOW_XLSX_AS_CELL);
      return;
    }
  if (g_str_equal (self->type, "str"))
    {
      add_text (self, self->value, FOLLOW_XLSX_AS_CELL);
      return;
    }
  g_strstrip (self->value->str);
  self->value->len = strlen (self->value->str);
  if (self->value->len == 0)
    add_empty (self);
  else if (g_str_equal (self->type, "s"))
    add_shared_text (self);
  else if (g_str_equal (self->type, "b"))
    {
      is_true = g_str_equal (self->value->str, "1") || g_ascii_strcasecmp (self->value->str, "true") == 0;
      add_cell (self, FOLLOW_READ_BOOLEAN, is_true, is_true ? "TRUE" : "FALSE");
    }
  else if (g_str_equal (self->type, "e"))
    add_cell (self, FOLLOW_READ_ERROR, 0, keep_text (self, self->value->str));
  else if (g_str_equal (self->type, "d"))
    add_iso_date (self);
  else
    add_number (self);
}

void
follow_xlsx_rows_start (FollowXlsxRows *self, const char *name, const char **attributes)
{
  self->in_value = FALSE;
  if (g_str_equal (name, "c"))
    start_cell (self, attributes);
  else if (g_str_equal (name, "v"))
    self->in_value = TRUE;
  else if (g_str_equal (name, "row"))
    start_row (self, attributes);
  else if (g_str_equal (name, "f"))
    self->has_formula = TRUE;
  else if (g_str_equal (name, "is"))
    self->has_inline = TRUE;
  else
    follow_xlsx_rich_start (&self->words, name, attributes);
}

void
follow_xlsx_rows_end (FollowXlsxRows *self, const char *name)
{
  self->in_value = FALSE;
  if (g_str_equal (name, "c"))
    end_cell (self);
  else
    follow_xlsx_rich_end (&self->words, name);
}

void
follow_xlsx_rows_text (FollowXlsxRows *self, const char *text, int length)
{
  if (self->in_value)
    follow_xlsx_append (self->parts->package, self->value, text, length);
  else
    follow_xlsx_rich_append (&self->words, text, length);
}
