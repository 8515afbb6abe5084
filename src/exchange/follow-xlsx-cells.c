/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-cells.h"

#include <math.h>
#include <string.h>

#include "follow-xlsx-text.h"

/* Some Excels show longer text in the text format as number signs. */
#define MAX_TEXT_FORMAT 255
#define LAST_INTEGER (G_GINT64_CONSTANT (1) << 53)

static void
put_string (
    FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const char *escaped, const FollowSheetCell *cell)
{
  gboolean is_long = cell->input == FOLLOW_CELL_INPUT_LONG || strlen (escaped) > MAX_TEXT_FORMAT;
  FollowXlsxFormat format = is_long ? FOLLOW_XLSX_FORMAT_LONG_TEXT : FOLLOW_XLSX_FORMAT_TEXT;

  worksheet_write_string (self->worksheet, row, column, escaped,
                          follow_xlsx_styles_cell (self->styles, cell, format, self->in_table));
  self->n_cells++;
}

static void
put_number (FollowXlsxCells *self,
            lxw_row_t row,
            lxw_col_t column,
            double value,
            const FollowSheetCell *cell,
            FollowXlsxFormat format)
{
  worksheet_write_number (self->worksheet, row, column, value,
                          follow_xlsx_styles_cell (self->styles, cell, format, self->in_table));
  self->n_cells++;
}

static void
put_date (FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const FollowSheetCell *cell)
{
  gboolean has_time;
  double serial = follow_xlsx_serial_day (cell->text, &has_time);

  if (serial < 0)
    put_string (self, row, column, follow_xlsx_text_escape (cell->text, self->scratch), cell);
  else
    put_number (self, row, column, serial, cell,
                has_time ? FOLLOW_XLSX_FORMAT_DATE_TIME : FOLLOW_XLSX_FORMAT_DATE);
}

static void
put_integer (FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const FollowSheetCell *cell)
{
  char digits[32];

  if (cell->integer >= -LAST_INTEGER && cell->integer <= LAST_INTEGER)
    {
      put_number (self, row, column, cell->integer, cell, FOLLOW_XLSX_FORMAT_NUMBER);
      return;
    }
  /* A double cannot hold it exactly. */
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, cell->integer);
  put_string (self, row, column, digits, cell);
}

static void
put_double (FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const FollowSheetCell *cell)
{
  if (isfinite (cell->number))
    put_number (self, row, column, cell->number, cell, FOLLOW_XLSX_FORMAT_NUMBER);
  else
    put_string (self, row, column,
                isnan (cell->number) ? "NaN" : (cell->number > 0 ? "Infinity" : "-Infinity"), cell);
}

void
follow_xlsx_cells_put (
    FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const FollowSheetCell *cell, const char *escaped)
{
  switch (cell->type)
    {
    case FOLLOW_CELL_TEXT:
      if (escaped == NULL)
        escaped = follow_xlsx_text_escape (cell->text, self->scratch);
      put_string (self, row, column, escaped, cell);
      break;
    case FOLLOW_CELL_INTEGER:
      put_integer (self, row, column, cell);
      break;
    case FOLLOW_CELL_NUMBER:
      put_double (self, row, column, cell);
      break;
    case FOLLOW_CELL_DATE:
      put_date (self, row, column, cell);
      break;
    case FOLLOW_CELL_BOOLEAN:
      worksheet_write_boolean (
          self->worksheet, row, column, cell->integer != 0,
          follow_xlsx_styles_cell (self->styles, cell, FOLLOW_XLSX_FORMAT_NUMBER, self->in_table));
      self->n_cells++;
      break;
    case FOLLOW_CELL_EMPTY:
    default:
      /* A native table draws its own lines, so nothing is there to be written. */
      if (!self->in_table)
        worksheet_write_blank (self->worksheet, row, column,
                               follow_xlsx_styles_cell (self->styles, cell,
                                                        cell->input == FOLLOW_CELL_INPUT_LONG
                                                            ? FOLLOW_XLSX_FORMAT_LONG_TEXT
                                                            : FOLLOW_XLSX_FORMAT_TEXT,
                                                        FALSE));
      break;
    }
}
