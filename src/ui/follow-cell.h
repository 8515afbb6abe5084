/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-columns.h"
#include "follow-register.h"

G_BEGIN_DECLS

/* A cell of a table: what a field holds, as people read it, and below it perhaps a second field. Gaps are
 * shown as gaps. It paints its text itself: a view makes some two hundred rows whatever is seen, and text is
 * laid out only for those that are. */
#define FOLLOW_TYPE_CELL (follow_cell_get_type ())
G_DECLARE_FINAL_TYPE (FollowCell, follow_cell, FOLLOW, CELL, GtkWidget)

GtkWidget *follow_cell_new (FollowRegister *reg, const FollowColumn *column);

/* @record: (nullable): the record to show, followed until another is set */
void follow_cell_set_record (FollowCell *self, FollowRecord *record);

/* Shows anew what the records are called that the cell's record links to.
 * @touched: (nullable) (element-type gint64 FollowKind): the records written; NULL: any may be */
void follow_cell_refresh_links (FollowCell *self, GHashTable *touched);

/* How far off the timescale of an action is, in words: "73 days overdue", "Not a date".
 * @icon: (out) (optional): the clock to show beside it, or NULL
 * @style: (out) (optional): "late", "soon", "gap" or NULL
 * Returns: (transfer full) (nullable): NULL when there is nothing to say */
char *follow_cell_describe_due (FollowRegister *reg,
                                FollowRecord *action,
                                const char **icon,
                                const char **style);

G_END_DECLS
