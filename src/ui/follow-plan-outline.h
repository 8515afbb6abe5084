/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* A plan as its page shows it: areas in order, in each its actions under the origins. A snapshot: loaded anew
 * when something was written. */

typedef struct
{
  const char *origin; /* id of the choice, NULL for actions that have none */
  GPtrArray *actions; /* of FollowRecord */
} FollowOutlineGroup;

typedef struct
{
  FollowRecord *section; /* NULL: actions that stand in none */
  GPtrArray *groups;     /* of FollowOutlineGroup; at least one */
} FollowOutlineArea;

typedef struct
{
  FollowRegister *reg; /* not owned */
  FollowRecord *plan;
  GPtrArray *areas;   /* of FollowOutlineArea */
  GPtrArray *actions; /* of FollowRecord: all, as they are read from top to bottom */
  gboolean by_origin; /* the plan tells origins apart */
} FollowPlanOutline;

/* Where an action stands, or is to stand. */
typedef struct
{
  guint area;
  guint group;
  guint index; /* within the group */
} FollowOutlinePlace;

FollowPlanOutline *follow_plan_outline_load (FollowRegister *reg, FollowRecord *plan, GError **error);
void follow_plan_outline_free (FollowPlanOutline *self);
FollowOutlineArea *follow_plan_outline_get_area (FollowPlanOutline *self, guint area);
FollowOutlineGroup *follow_plan_outline_get_group (FollowPlanOutline *self, guint area, guint group);
gboolean follow_plan_outline_find (FollowPlanOutline *self, gint64 action_id, FollowOutlinePlace *place);
gboolean follow_plan_outline_find_group (FollowPlanOutline *self,
                                         gint64 section_id,
                                         const char *origin,
                                         FollowOutlinePlace *place);
gint64 follow_outline_area_get_id (FollowOutlineArea *area);

/* How many actions of @area are declared to have @status; NULL counts all. */
guint follow_outline_area_count (FollowOutlineArea *area, const char *status);

/* What an area is called, in few words. Returns: (transfer full) */
char *follow_outline_area_dup_name (FollowOutlineArea *area);

/* "Area for improvement 3", or "Outcome required 3". Returns: (transfer full) */
char *follow_plan_outline_dup_caption (FollowPlanOutline *self, FollowOutlineArea *area);

/* "2 of 5 complete". Returns: (transfer full) */
char *follow_outline_area_dup_progress (FollowOutlineArea *area);

/* Returns: the label of the highest marking of the plan and its actions, or NULL */
const char *follow_plan_outline_get_marking (FollowPlanOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowPlanOutline, follow_plan_outline_free)

G_END_DECLS
