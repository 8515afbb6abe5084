/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-plan-names.h"
#include "follow-plan-rows.h"

G_BEGIN_DECLS

/* One import of a plan: what the table proposes, and what of it is to be written. The register is
 * only read until all of it is known. */
typedef struct
{
  FollowRegister *reg;                /* (unowned) */
  const FollowPlanTable *table;       /* (unowned) */
  const FollowProposedPlan *proposed; /* (unowned) */
  FollowImportResult *result;         /* (unowned) */
  FollowChanges *changes;
  FollowRecord *plan;
  FollowPlanNames *names;
  GHashTable *reported;   /* folded names nobody has, each reported once */
  GHashTable *programmes; /* folded name → id */
  GHashTable *sections;   /* FollowProposedSection → FollowRecord */
} FollowPlanImport;

gboolean follow_plan_import_settle (FollowPlanImport *self, FollowRecord *record, GError **error);
gboolean follow_plan_import_match (FollowPlanImport *self, GError **error);
gboolean follow_plan_import_fill_action (FollowPlanImport *self,
                                         FollowRecord *action,
                                         const FollowProposedAction *proposed,
                                         GError **error);

void follow_plan_import_report (FollowPlanImport *self,
                                guint row,
                                const char *kind,
                                const char *field,
                                FollowSeverity severity,
                                char *message);
void follow_plan_import_leave_out (
    FollowPlanImport *self, guint row, const char *kind, const char *field, const char *reason);

G_END_DECLS
