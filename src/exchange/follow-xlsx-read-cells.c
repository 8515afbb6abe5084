/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ROWS 1048576u
#define MAX_COLUMNS 16384u
#define MAX_MERGED 1000000u

typedef enum
{
  SECTION_NONE,
  SECTION_ROWS,
  SECTION_COLUMNS,
  SECTION_MERGED,
} Section;

typedef struct
{
  FollowXlsxParts *parts;
  FollowReadSheet *sheet;
  Section section;
  guint skipped; /* depth within what is not read */
  guint32 next_row;
  guint32 next_column;
  guint32 row;
  guint32 column;
  guint32 style;
  char type[12];
  gboolean has_formula;
  gboolean has_inline;
  gboolean in_text;
  guint phonetic;
  GString *value; /* of <v> */
  GString *words; /* of <is> */
} SheetParse;

/* Reads AB12 and leaves @text behind it. Returns: FALSE when there is no such cell. */
static gboolean
parse_reference (const char **text, guint32 *row, guint32 *column)
{
  const char *p = *text;
  guint32 letters = 0;
  guint32 digits = 0;

  if (*p == '$')
    p++;
  for (; g_ascii_isalpha (*p) && letters <= MAX_COLUMNS; p++)
    letters = letters * 26 + (guint32) (g_ascii_toupper (*p) - 'A') + 1;
  if (*p == '$')
    p++;
  for (; g_ascii_isdigit (*p) && digits <= MAX_ROWS; p++)
    digits = digits * 10 + (guint32) (*p - '0');
  if (letters == 0 || letters > MAX_COLUMNS || digits == 0 || digits > MAX_ROWS)
    return FALSE;
  *row = digits - 1;
  *column = letters - 1;
  *text = p;
  return TRUE;
}

/* Reads a number from 1 to @max into one from 0. Returns: FALSE when it is none. */
static gboolean
parse_index (const char *text, guint32 max, guint32 *index)
{
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    return FALSE;
  *index = number - 1;
  return TRUE;
}

static void
start_row (SheetParse *self, const char **attributes)
{
  const char *number = follow_xlsx_attribute (attributes, "r");

  self->row = self->next_row;
  if ((number != NULL && !parse_index (number, MAX_ROWS, &self->row)) || self->row >= MAX_ROWS)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  self->next_row = self->row + 1;
  self->next_column = 0;
  if (follow_xlsx_attribute_is_true (attributes, "hidden"))
    follow_read_spans_add (self->sheet->hidden_rows, self->row, self->row);
}

static void
start_cell (SheetParse *self, const char **attributes)
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
  if ((reference != NULL && !parse_reference (&reference, &self->row, &self->column)) ||
      self->column >= MAX_COLUMNS)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  self->next_column = self->column + 1;
  g_strlcpy (self->type, type, sizeof self->type);
  self->has_formula = self->has_inline = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->words, 0);
}

static void
add_cell (SheetParse *self, FollowReadType type, double number, const char *text)
{
  FollowXlsxParts *parts = self->parts;
  FollowReadCell cell = {
    .row = self->row,
    .column = self->column,
    .type = type,
    .is_formula = self->has_formula,
    .style = self->style,
    .number = number,
    .text = text,
  };

  g_array_append_val (self->sheet->cells, cell);
  /* All sheets count together, as they are all kept. */
  if (++parts->n_cells > follow_xlsx_package_limits (parts->package)->n_cells)
    follow_xlsx_package_refuse_large (parts->package);
}

static const char *
keep_text (SheetParse *self, const char *text)
{
  return g_string_chunk_insert (self->parts->book->texts, text);
}

static void
add_text (SheetParse *self, GString *text)
{
  follow_xlsx_unescape (text);
  if (text->len > 0)
    add_cell (self, FOLLOW_READ_TEXT, 0, keep_text (self, text->str));
}

static void
add_shared_text (SheetParse *self)
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
    add_cell (self, FOLLOW_READ_TEXT, 0, text);
}

/* As people see it: files have 4.0999999999999996 for 4.1. */
static const char *
number_text (SheetParse *self, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->value->len <= 15 && strspn (self->value->str, "0123456789") == self->value->len &&
      (self->value->str[0] != '0' || self->value->len == 1))
    return keep_text (self, self->value->str);
  return keep_text (self, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

static void
add_number (SheetParse *self)
{
  char *end;
  double number = g_ascii_strtod (self->value->str, &end);
  FollowNumberKind kind = FOLLOW_NUMBER_PLAIN;
  g_autofree char *iso = NULL;

  if (*end != '\0' || !isfinite (number))
    {
      add_text (self, self->value);
      return;
    }
  if (self->style < self->parts->kinds->len)
    kind = g_array_index (self->parts->kinds, guint8, self->style);
  if (kind != FOLLOW_NUMBER_PLAIN)
    iso = follow_serial_day_to_iso (number, kind, self->parts->from_1904);
  if (iso != NULL)
    add_cell (self, FOLLOW_READ_DATE, number, keep_text (self, iso));
  else
    add_cell (self, FOLLOW_READ_NUMBER, number, number_text (self, number));
}

/* The strict variant's dates are ISO 8601 already, always with a time. */
static void
add_iso_date (SheetParse *self)
{
  char *time = strchr (self->value->str, 'T');

  if (time != NULL && strspn (time, "T0:.Z") == strlen (time))
    *time = '\0';
  add_cell (self, FOLLOW_READ_DATE, 0, keep_text (self, self->value->str));
}

static void
end_cell (SheetParse *self)
{
  gboolean is_true;

  if (g_str_equal (self->type, "inlineStr") || (self->has_inline && self->value->len == 0))
    {
      add_text (self, self->has_inline ? self->words : self->value);
      return;
    }
  if (g_str_equal (self->type, "str"))
    {
      add_text (self, self->value);
      return;
    }
  g_strstrip (self->value->str);
  self->value->len = strlen (self->value->str);
  if (self->value->len == 0)
    return;
  if (g_str_equal (self->type, "s"))
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

static void
add_merged (SheetParse *self, const char *reference)
{
  FollowReadRange range;

  if (reference == NULL || !parse_reference (&reference, &range.first_row, &range.first_column) ||
      *reference++ != ':' || !parse_reference (&reference, &range.last_row, &range.last_column) ||
      range.last_row < range.first_row || range.last_column < range.first_column)
    return;
  if (self->sheet->merged->len >= MAX_MERGED)
    follow_xlsx_package_refuse_large (self->parts->package);
  else
    g_array_append_val (self->sheet->merged, range);
}

static void
add_columns (SheetParse *self, const char **attributes)
{
  guint32 first;
  guint32 last;

  if (follow_xlsx_attribute_is_true (attributes, "hidden") &&
      parse_index (follow_xlsx_attribute (attributes, "min"), G_MAXUINT32, &first) &&
      parse_index (follow_xlsx_attribute (attributes, "max"), G_MAXUINT32, &last) && first <= last)
    follow_read_spans_add (self->sheet->hidden_columns, first, MIN (last, MAX_COLUMNS - 1));
}

static void
start_in_cell (SheetParse *self, const char *name)
{
  if (g_str_equal (name, "v"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "f"))
    self->has_formula = TRUE;
  else if (g_str_equal (name, "is"))
    self->has_inline = TRUE;
  else if (g_str_equal (name, "t"))
    self->in_text = self->phonetic == 0;
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
}

static void
element_started_cb (gpointer data, const char *name, const char **attributes)
{
  SheetParse *self = data;

  if (self->skipped > 0)
    {
      self->skipped++;
      return;
    }
  self->in_text = FALSE;
  if (self->section == SECTION_ROWS)
    {
      if (g_str_equal (name, "c"))
        start_cell (self, attributes);
      else if (g_str_equal (name, "row"))
        start_row (self, attributes);
      else if (g_str_equal (name, "extLst"))
        self->skipped = 1;
      else
        start_in_cell (self, name);
    }
  else if (self->section == SECTION_COLUMNS && g_str_equal (name, "col"))
    add_columns (self, attributes);
  else if (self->section == SECTION_MERGED && g_str_equal (name, "mergeCell"))
    add_merged (self, follow_xlsx_attribute (attributes, "ref"));
  else if (g_str_equal (name, "sheetData"))
    self->section = SECTION_ROWS;
  else if (g_str_equal (name, "cols"))
    self->section = SECTION_COLUMNS;
  else if (g_str_equal (name, "mergeCells"))
    self->section = SECTION_MERGED;
  /* What extensions hold goes by the same names and means something else. */
  else if (g_str_equal (name, "extLst") || g_str_equal (name, "AlternateContent"))
    self->skipped = 1;
}

static void
element_ended_cb (gpointer data, const char *name)
{
  SheetParse *self = data;

  self->in_text = FALSE;
  if (self->skipped > 0)
    self->skipped--;
  else if (self->section == SECTION_ROWS && g_str_equal (name, "c"))
    end_cell (self);
  else if (self->section == SECTION_ROWS && g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  else if (g_str_equal (name, "sheetData") || g_str_equal (name, "cols") || g_str_equal (name, "mergeCells"))
    self->section = SECTION_NONE;
}

static void
text_read_cb (gpointer data, const char *text, int length)
{
  SheetParse *self = data;

  if (self->in_text)
    follow_xlsx_append (self->parts->package, self->has_inline ? self->words : self->value, text, length);
}

gboolean
follow_xlsx_read_cells (FollowXlsxParts *parts, const char *part, FollowReadSheet *sheet, GError **error)
{
  const FollowXlsxHandlers handlers = { element_started_cb, element_ended_cb, text_read_cb };
  SheetParse parse = { .parts = parts, .sheet = sheet };
  gboolean ok;

  parse.value = g_string_new (NULL);
  parse.words = g_string_new (NULL);
  ok = follow_xlsx_package_parse (parts->package, part, &handlers, &parse, error);
  g_string_free (parse.value, TRUE);
  g_string_free (parse.words, TRUE);
  if (ok)
    follow_read_sheet_finish (sheet);
  return ok;
}
