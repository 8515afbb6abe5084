/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-table.h"

G_BEGIN_DECLS

/* Everything on a sheet around its rows: headings, page, panes, table, drop-downs, colours, charts. */

/* A hidden sheet for drop-downs whose words do not fit into Excel's 255 characters. */
typedef struct
{
  char *name;
  GPtrArray *lists; /* of char **, (unowned) */
} FollowXlsxLists;

gboolean follow_xlsx_needs_list (const FollowSheetColumn *column);

/* Where the table lies on the worksheet. @last is before @first when there are no rows. */
typedef struct
{
  gboolean has_header;
  lxw_row_t header;
  lxw_row_t first;
  lxw_row_t last;
} FollowXlsxPlace;

void follow_xlsx_set_page (lxw_worksheet *worksheet, const FollowBook *book);
void follow_xlsx_set_panes (lxw_worksheet *worksheet, const FollowSheet *sheet, const FollowXlsxPlace *place);
void follow_xlsx_set_columns (lxw_worksheet *worksheet, const FollowSheet *sheet);
/* Returns: (transfer full): the headings as they are to be written, escaped; in a native table single
 * lines, all there and each another. */
GPtrArray *follow_xlsx_headings (const FollowSheet *sheet);
/* What stands above the rows: titles, keys, headings. */
void follow_xlsx_put_top (FollowXlsxTable *table, FollowXlsxPlace *place, GPtrArray *headings);
/* @headings are as written into the header's cells. Returns: FALSE when it could not be noted. */
gboolean follow_xlsx_add_native_table (FollowXlsxTable *table,
                                       const FollowXlsxPlace *place,
                                       GPtrArray *headings);
/* Drop-downs, and what is said beside cells that are entered. */
void follow_xlsx_add_choices (FollowXlsxTable *table, const FollowXlsxPlace *place, FollowXlsxLists *lists);
void follow_xlsx_protect (lxw_worksheet *worksheet, const FollowSheet *sheet);
void follow_xlsx_add_all_colours (FollowXlsxTable *table, const FollowXlsxPlace *place);
void follow_xlsx_add_charts (FollowXlsxTable *table, const FollowXlsxPlace *place, lxw_workbook *workbook);

G_END_DECLS
