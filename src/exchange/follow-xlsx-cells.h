/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-style.h"

G_BEGIN_DECLS

/* Puts typed cells on a worksheet, each in a format that fits, and never one that Excel, or
 * libxlsxwriter without a word, would get wrong. */
typedef struct
{
  lxw_worksheet *worksheet; /* (unowned) */
  FollowXlsxStyles *styles; /* (unowned) */
  gboolean in_table;
  GString *scratch;
  guint64 n_cells; /* written with something in them */
} FollowXlsxCells;

/* @escaped is the text to write, NULL to take the cell's own. */
void follow_xlsx_cells_put (
    FollowXlsxCells *self, lxw_row_t row, lxw_col_t column, const FollowSheetCell *cell, const char *escaped);

G_END_DECLS
