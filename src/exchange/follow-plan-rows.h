/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-plan-table.h"

G_BEGIN_DECLS

/* What the rows of a plan's table say, before the register is looked at. Texts are the sheet's. */

typedef struct
{
  guint row;
  const char *wording; /* (unowned) */
  char *folded;        /* the wording, to compare */
  GString *feedback;   /* NULL: none */
  guint feedback_row;
} FollowProposedSection;

typedef struct
{
  guint row;
  FollowProposedSection *section; /* (unowned), NULL: the row stands above the first one */
  const char *origin;             /* an id, (unowned), or NULL */
} FollowProposedAction;

typedef struct
{
  char *title;         /* what stands above the table, or NULL */
  GPtrArray *sections; /* of FollowProposedSection */
  GPtrArray *actions;  /* of FollowProposedAction */
} FollowProposedPlan;

FollowProposedPlan *follow_plan_rows_read (const FollowPlanTable *table, FollowImportResult *result);
void follow_proposed_plan_free (FollowProposedPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowProposedPlan, follow_proposed_plan_free)

G_END_DECLS
