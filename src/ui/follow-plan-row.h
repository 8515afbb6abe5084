/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* An action on its plan's page: its wording whole, who, by when, how it stands. Follows the record. Can be
 * dragged to another place, as a value of its own type. */
#define FOLLOW_TYPE_PLAN_ROW (follow_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanRow, follow_plan_row, FOLLOW, PLAN_ROW, GtkListBoxRow)

/* Where what is dragged over a row would come. */
typedef enum
{
  FOLLOW_DROP_NONE,
  FOLLOW_DROP_ABOVE,
  FOLLOW_DROP_BELOW,
} FollowDropMark;

GtkWidget *follow_plan_row_new (FollowRegister *reg, FollowRecord *action);
FollowRecord *follow_plan_row_get_action (FollowPlanRow *self);
gint64 follow_plan_row_get_id (FollowPlanRow *self);

/* Shows anew what other records say: titles of leads, today's date. */
void follow_plan_row_refresh (FollowPlanRow *self);

/* @chars: of the longest number, so that wordings begin on one line */
void follow_plan_row_set_number_width (FollowPlanRow *self, int chars);

/* Whether it is the one in the form. */
void follow_plan_row_set_current (FollowPlanRow *self, gboolean current);
void follow_plan_row_set_drop_mark (FollowPlanRow *self, FollowDropMark mark);

G_END_DECLS
