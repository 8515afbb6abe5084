/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-list-model.h"

G_BEGIN_DECLS

/* The records of one kind as rows: sorted by a click on a column's head, several selected with Ctrl and
 * Shift. Where there is little room, columns that belong together share one. Columns, their widths and the order are remembered for the kind.
 *
 * Signals
 * selection-changed (): other rows are selected
 * record-activated (FollowRecord *record): Return or a double click on its row
 * shown-changed (): other rows are in the table */
#define FOLLOW_TYPE_TABLE (follow_table_get_type ())
G_DECLARE_FINAL_TYPE (FollowTable, follow_table, FOLLOW, TABLE, AdwBin)

GtkWidget *follow_table_new (FollowRegister *reg, const FollowQuery *query);
const FollowKind *follow_table_get_kind (FollowTable *self);

/* Shows other records of the same kind; the table's own order is kept. */
void follow_table_set_query (FollowTable *self, const FollowQuery *query);

/* Returns: (transfer full): what the table shows, in its order */
FollowQuery *follow_table_dup_query (FollowTable *self);
guint follow_table_get_n_rows (FollowTable *self);

/* Returns: (transfer full): names of the fields shown */
char **follow_table_dup_columns (FollowTable *self);
/* @fields: (nullable): NULL for the usual ones */
void follow_table_set_columns (FollowTable *self, const char *const *fields);

/* Returns: (transfer full) (element-type gint64) */
GArray *follow_table_get_selected (FollowTable *self);

/* Returns: (transfer full) (nullable): the record, when just one is selected */
FollowRecord *follow_table_get_selected_record (FollowTable *self);
gboolean follow_table_select (FollowTable *self, gint64 id);
void follow_table_unselect (FollowTable *self);

/* Selects the row @by below the selected one. */
void follow_table_move (FollowTable *self, int by);
void follow_table_focus (FollowTable *self);

G_END_DECLS
