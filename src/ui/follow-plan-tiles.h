/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-plan-outline.h"

G_BEGIN_DECLS

/* All areas of a plan at a glance, a tile each; a click leads to the area (action "plan.show-area"). */
#define FOLLOW_TYPE_PLAN_TILES (follow_plan_tiles_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanTiles, follow_plan_tiles, FOLLOW, PLAN_TILES, AdwBin)

GtkWidget *follow_plan_tiles_new (void);
void follow_plan_tiles_update (FollowPlanTiles *self, FollowPlanOutline *outline);

G_END_DECLS
