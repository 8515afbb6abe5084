/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-plan-outline.h"

G_BEGIN_DECLS

/* What people do to a plan as a whole. Each is one step of the history, and numbers never change by it. */

/* Returns: (transfer full): a new action of the plan with the next free number, not yet saved
 * @place: before which of the group's actions it is to stand */
FollowRecord *follow_plan_make_action (FollowPlanOutline *outline, const FollowOutlinePlace *place);

/* Returns: (transfer full): a new area at the end of the plan, not yet saved */
FollowRecord *follow_plan_make_section (FollowPlanOutline *outline);

/* Where the action comes when it goes one place up (@by -1) or down (1): past its neighbour, or over into the
 * next group. FALSE: it is the first or the last. */
gboolean follow_plan_find_step (FollowPlanOutline *outline,
                                gint64 action_id,
                                int by,
                                FollowOutlinePlace *place);

/* @place: before which of the group's other actions it is to stand */
gboolean follow_plan_move_action (FollowPlanOutline *outline,
                                  gint64 action_id,
                                  const FollowOutlinePlace *place,
                                  GError **error);

/* Exchanges the area with the one above (@by -1) or below it (1); the last of them stays where it is. */
gboolean follow_plan_move_section (FollowPlanOutline *outline, guint area, int by, GError **error);

/* Moves the area and its actions to the bin.
 * @text: (out): what to tell */
gboolean follow_plan_remove_area (FollowPlanOutline *outline, guint area, char **text, GError **error);

/* Moves the plan and its actions to the bin. */
gboolean follow_plan_remove (FollowPlanOutline *outline, char **text, GError **error);

G_END_DECLS
