/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "follow-sheet-plan.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_XLSX_FORMAT_TEXT,
  FOLLOW_XLSX_FORMAT_LONG_TEXT,
  FOLLOW_XLSX_FORMAT_NUMBER,
  FOLLOW_XLSX_FORMAT_DATE,
  FOLLOW_XLSX_FORMAT_DATE_TIME,
  FOLLOW_XLSX_N_FORMATS,
} FollowXlsxFormat;

/* A workbook's cell formats, made as they are first asked for; they belong to the workbook. */
typedef struct
{
  lxw_workbook *workbook;
  /* The last two: in a native table, whose own style draws the lines, or not; to be written in, or not. */
  lxw_format *formats[FOLLOW_CELL_N_STYLES][FOLLOW_XLSX_N_FORMATS][2][2];
  lxw_format *header;
  lxw_format *line[FOLLOW_CELL_N_STYLES];
} FollowXlsxStyles;

void follow_xlsx_styles_init (FollowXlsxStyles *self, lxw_workbook *workbook);
lxw_format *follow_xlsx_styles_cell (FollowXlsxStyles *self,
                                     const FollowSheetCell *cell,
                                     FollowXlsxFormat format,
                                     gboolean in_table);
lxw_format *follow_xlsx_styles_header (FollowXlsxStyles *self);
/* Of a line above or below the table. */
lxw_format *follow_xlsx_styles_line (FollowXlsxStyles *self, FollowCellStyle style);

/* Excel's height in points of a line of text in @style. */
double follow_xlsx_line_height (FollowCellStyle style);

/* Colours a column's cells by their words, drop-down and all. Rows count from the sheet's top. */
void follow_xlsx_add_colours (FollowXlsxStyles *self,
                              lxw_worksheet *worksheet,
                              const FollowSheetColumn *column,
                              lxw_col_t index,
                              lxw_row_t first,
                              lxw_row_t last);

/* A line below each row of a native table: LibreOffice draws nothing of the table's own style. A rule
 * does it for empty cells too, which are not written. One column at a time and after its colours:
 * where rules overlap, LibreOffice shows the first of those with the same range. */
void follow_xlsx_add_table_lines (
    FollowXlsxStyles *self, lxw_worksheet *worksheet, lxw_col_t column, lxw_row_t first, lxw_row_t last);

/* Returns: the colour of a BRAG letter's bar. */
lxw_color_t follow_xlsx_letter_colour (char letter);

G_END_DECLS
