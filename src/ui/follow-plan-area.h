/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-plan-group.h"
#include "follow-plan-outline.h"

G_BEGIN_DECLS

/* One area of a plan as a card: at its left what is to be improved and how far it is, at its right the
 * actions by origin.
 *
 * Signal abandoned (): nothing was typed into a new area */
#define FOLLOW_TYPE_PLAN_AREA (follow_plan_area_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanArea, follow_plan_area, FOLLOW, PLAN_AREA, GtkBox)

/* @section: (nullable): may be new: its wording is then typed */
GtkWidget *follow_plan_area_new (FollowRegister *reg, FollowRecord *section);
gint64 follow_plan_area_get_id (FollowPlanArea *self);
void follow_plan_area_update (FollowPlanArea *self, FollowPlanOutline *outline, guint area);

/* Shows anew what other records say. */
void follow_plan_area_refresh (FollowPlanArea *self);

void follow_plan_area_set_caption (FollowPlanArea *self, const char *caption);

/* Makes the wording a field to type in. */
void follow_plan_area_edit (FollowPlanArea *self);

/* Whether it is only being typed, and not in the register yet. */
gboolean follow_plan_area_is_new (FollowPlanArea *self);

/* Returns: (transfer none) (nullable) */
FollowPlanRow *follow_plan_area_find_row (FollowPlanArea *self, gint64 id);
FollowPlanGroup *follow_plan_area_get_group (FollowPlanArea *self, guint group);

G_END_DECLS
