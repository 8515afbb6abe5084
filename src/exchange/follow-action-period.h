/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* What happened to an action from a day on, as its history, its notes and its changes of timescale have
 * it. Days are ISO. */
typedef struct
{
  FollowRecord *action;
  char *added_on;     /* when it came into the register, if that was since the day; else NULL */
  char *closed_on;    /* when it was called complete or withdrawn, or its closure agreed; else NULL */
  GPtrArray *notes;   /* of FollowRecord: progress told since, the oldest first */
  GPtrArray *redates; /* of FollowRecord: changes of its timescale since, the oldest first */
} FollowActionPeriod;

/* @since: ISO. Returns: (transfer full) (nullable) */
FollowActionPeriod *follow_action_period_load (FollowRegister *reg,
                                               FollowRecord *action,
                                               const char *since,
                                               GError **error);
void follow_action_period_free (FollowActionPeriod *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowActionPeriod, follow_action_period_free)

gboolean follow_action_period_is_changed (const FollowActionPeriod *self);
/* Neither complete nor withdrawn, and its closure not agreed. */
gboolean follow_action_is_open (FollowRecord *action);
/* Put up for closure, and no meeting has agreed it yet. */
gboolean follow_action_awaits_closure (FollowRecord *action);

/* Returns: (transfer full) (nullable): all that happened, a line each */
char *follow_action_period_describe (const FollowActionPeriod *self);
/* Returns: (transfer full): "From August 2026 to March 2027" */
char *follow_action_describe_redate (FollowRecord *change);
/* Returns: (transfer full) (nullable): the day of a note or a change of timescale, ISO */
const char *follow_action_get_day (FollowRecord *record);

G_END_DECLS
