/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-child-list.h"

G_BEGIN_DECLS

/* The dated steps of an action: ticked off, typed in place, moved with Alt+Up and Alt+Down, and a line at the
 * end for the next. */
#define FOLLOW_TYPE_MILESTONES (follow_milestones_get_type ())
G_DECLARE_FINAL_TYPE (FollowMilestones, follow_milestones, FOLLOW, MILESTONES, FollowChildList)

GtkWidget *follow_milestones_new (FollowRegister *reg);

/* Moves the milestone @id one place up (-1) or down (1). Returns: whether there was room */
gboolean follow_milestones_move (FollowMilestones *self, gint64 id, int by);

G_END_DECLS
