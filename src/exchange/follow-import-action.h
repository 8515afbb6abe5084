/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-run.h"

G_BEGIN_DECLS

/* An action on its way from a row into the changes. */
typedef struct
{
  FollowImportRun *run;
  FollowRecord *action;
  FollowImportEntry *entry;
  GPtrArray *milestones; /* as the register has them */
  GPtrArray *notes;
  GPtrArray *steps; /* the timescales that are milestones; NULL: none to write */
} FollowActionFill;

const char *follow_action_fill_get (FollowActionFill *self, const char *field);
/* Says something about the cell of a field. Takes @message. */
void follow_action_fill_remark (FollowActionFill *self,
                                const char *field,
                                FollowSeverity severity,
                                char *message);

gboolean follow_action_fill_people (FollowActionFill *self, GError **error);
gboolean follow_action_fill_programme (FollowActionFill *self, GError **error);
void follow_action_fill_timeframe (FollowActionFill *self);
/* What belongs to the action is written after it. */
gboolean follow_action_fill_milestones (FollowActionFill *self, GError **error);

G_END_DECLS
