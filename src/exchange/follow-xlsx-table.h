/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-cells.h"

G_BEGIN_DECLS

/* Lays a sheet's rows out on the worksheet, one after the other: merged areas, text that needs
 * several cells or several rows, heights. A row that is merged with rows below waits for them. */
typedef struct
{
  const FollowSheet *sheet; /* (unowned) */
  FollowXlsxCells cells;
  lxw_row_t row;      /* the next one of the worksheet */
  GPtrArray *waiting; /* of FollowSheetRow */
  guint n_missing;    /* rows that those waiting are merged with */
  GArray *starts;     /* of lxw_row_t: where each row of the plan begins; NULL unless asked for */
} FollowXlsxTable;

void follow_xlsx_table_init (FollowXlsxTable *self,
                             const FollowSheet *sheet,
                             lxw_worksheet *worksheet,
                             FollowXlsxStyles *styles);
void follow_xlsx_table_clear (FollowXlsxTable *self);

/* Both return FALSE when the worksheet has no room for more rows. */
gboolean follow_xlsx_table_add_row (FollowXlsxTable *self, const FollowSheetRow *row);
gboolean follow_xlsx_table_flush (FollowXlsxTable *self);

/* A line over the table's whole width, as wide as it is. */
gboolean follow_xlsx_table_add_line (FollowXlsxTable *self, const char *text, FollowCellStyle style);

/* Writes a cell with short text as it stands, at the row that is next. */
void follow_xlsx_table_put_text (FollowXlsxTable *self,
                                 lxw_col_t column,
                                 const char *text,
                                 lxw_format *format);

G_END_DECLS
