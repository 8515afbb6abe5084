/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-action-period.h"

G_BEGIN_DECLS

/* The actions a group looks at, each with what happened to it since a day. */

typedef struct
{
  char *heading;      /* the plan's title, or why these actions are here */
  GPtrArray *periods; /* of FollowActionPeriod, in the plan's order */
} FollowActionLogPart;

typedef struct
{
  FollowRegister *reg; /* (unowned) */
  char *title;         /* of the log */
  char *since;         /* ISO */
  const char *marking; /* the highest of what is in it, or NULL */
  GPtrArray *parts;    /* of FollowActionLogPart, none empty */
} FollowActionLogContent;

/* @group_id: 0 for all actions of the register. @since: (nullable): ISO */
FollowActionLogContent *follow_action_log_content_load (FollowRegister *reg,
                                                        gint64 group_id,
                                                        const char *since,
                                                        GError **error);
void follow_action_log_content_free (FollowActionLogContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowActionLogContent, follow_action_log_content_free)

G_END_DECLS
