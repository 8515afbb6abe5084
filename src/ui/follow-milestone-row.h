/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-editor.h"

G_BEGIN_DECLS

/* A milestone: done or not, its wording, when. Pressed it opens for typing, and closes when the focus leaves.
 *
 * Signals
 * finished (): Return was pressed in the timescale, the last of its entries
 * remove () */
#define FOLLOW_TYPE_MILESTONE_ROW (follow_milestone_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowMilestoneRow, follow_milestone_row, FOLLOW, MILESTONE_ROW, GtkListBoxRow)

GtkWidget *follow_milestone_row_new (FollowRegister *reg, FollowRecord *record);
gint64 follow_milestone_row_get_id (FollowMilestoneRow *self);

/* @record: as the register has it now */
void follow_milestone_row_update (FollowMilestoneRow *self, FollowRecord *record);

/* @timescale: whether to begin with the timescale in place of the wording */
void follow_milestone_row_edit (FollowMilestoneRow *self, gboolean timescale);
void follow_milestone_row_flush (FollowMilestoneRow *self);

G_END_DECLS
