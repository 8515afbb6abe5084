/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-finding-row.h"

G_BEGIN_DECLS

/* The findings of one type, as a report groups them, under a heading that counts them. It is hidden while
 * there are none.
 *
 * Signal finding-activated (FollowRecord *finding) */
#define FOLLOW_TYPE_FINDING_GROUP (follow_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (FollowFindingGroup, follow_finding_group, FOLLOW, FINDING_GROUP, GtkBox)

/* The types in the order of a report; ends with NULL. */
extern const char *const follow_finding_types[];

GtkWidget *follow_finding_group_new (FollowRegister *reg, const char *type);

/* @findings: (element-type FollowRecord): of an inspection, those of other types among them */
void follow_finding_group_set_findings (FollowFindingGroup *self, GPtrArray *findings);

/* Returns: (transfer none) (nullable): the row of the finding @id */
FollowFindingRow *follow_finding_group_find_row (FollowFindingGroup *self, gint64 id);

/* @id: the finding whose form is open, 0 for none */
void follow_finding_group_mark_open (FollowFindingGroup *self, gint64 id);

G_END_DECLS
