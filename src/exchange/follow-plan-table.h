/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-private.h"
#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* What a column of a plan's table means. */
typedef struct
{
  guint column;
  const FollowKind *kind;
  const FollowField *field;
} FollowPlanColumn;

/* Where on a sheet a plan's table stands, and what its headings mean. Rows are the sheet's. */
typedef struct
{
  const FollowReadSheet *cells; /* (unowned) */
  guint header;
  GArray *columns; /* of FollowPlanColumn */
} FollowPlanTable;

FollowPlanTable *follow_plan_table_find (const FollowReadSheet *cells,
                                         const char *const *mappings,
                                         FollowImportResult *result);
void follow_plan_table_free (FollowPlanTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowPlanTable, follow_plan_table_free)

gboolean follow_plan_mappings_check (const char *const *mappings, GError **error);

gboolean follow_plan_table_has (const FollowPlanTable *self, const char *kind, const char *field);
const char *follow_plan_table_get (const FollowPlanTable *self,
                                   guint row,
                                   const char *kind,
                                   const char *field);
FollowImportArea follow_plan_table_where (const FollowPlanTable *self,
                                          guint row,
                                          const char *kind,
                                          const char *field);
FollowImportArea follow_plan_table_row (const FollowPlanTable *self, guint row);
gboolean follow_plan_table_is_header (const FollowPlanTable *self, guint row);

G_END_DECLS
