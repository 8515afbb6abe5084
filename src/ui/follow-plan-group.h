/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-plan-outline.h"
#include "follow-plan-row.h"

G_BEGIN_DECLS

/* The actions of one area that have one origin: a sub-heading and a list. What people do here it asks of the
 * page, by the actions "plan.…". */
#define FOLLOW_TYPE_PLAN_GROUP (follow_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanGroup, follow_plan_group, FOLLOW, PLAN_GROUP, GtkBox)

/* @origin: (nullable): id of the choice */
GtkWidget *follow_plan_group_new (FollowRegister *reg, gint64 section_id, const char *origin);
const char *follow_plan_group_get_origin (FollowPlanGroup *self);

/* Shows what is in the outline at @area and @group; rows that stay are not touched. */
void follow_plan_group_update (FollowPlanGroup *self, FollowPlanOutline *outline, guint area, guint group);
void follow_plan_group_refresh (FollowPlanGroup *self);

/* Returns: (transfer none) (nullable) */
FollowPlanRow *follow_plan_group_find_row (FollowPlanGroup *self, gint64 id);

/* Opens a line in which to type the wording of a new action.
 * @after_id: the action above it, 0 for none */
void follow_plan_group_add (FollowPlanGroup *self, FollowRecord *action, gint64 after_id);

G_END_DECLS
