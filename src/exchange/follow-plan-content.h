/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* A plan as a reader of it goes through it: its sections in order, in each its actions. */

typedef struct
{
  FollowRecord *action;
  GPtrArray *milestones; /* of FollowRecord */
  FollowRecord *note;    /* the newest, or NULL */
} FollowPlanEntry;

typedef struct
{
  FollowRecord *section; /* NULL: actions that stand in none */
  GPtrArray *entries;    /* of FollowPlanEntry */
} FollowPlanPart;

typedef struct
{
  FollowRegister *reg; /* (unowned) */
  FollowRecord *plan;
  GPtrArray *parts; /* of FollowPlanPart; what stands in no section comes first */
  guint n_actions;
} FollowPlanContent;

FollowPlanContent *follow_plan_content_load (FollowRegister *reg, gint64 plan_id, GError **error);
/* Returns: (nullable): the highest marking of the plan and its actions, as a choice's id */
const char *follow_plan_content_get_marking (FollowPlanContent *self);
void follow_plan_content_free (FollowPlanContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowPlanContent, follow_plan_content_free)

G_END_DECLS
