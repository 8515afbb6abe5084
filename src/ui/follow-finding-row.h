/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* A finding of an inspection: its wording whole, where it stands in the report, and what answers it. */
#define FOLLOW_TYPE_FINDING_ROW (follow_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowFindingRow, follow_finding_row, FOLLOW, FINDING_ROW, GtkListBoxRow)

GtkWidget *follow_finding_row_new (FollowRegister *reg, FollowRecord *finding);
FollowRecord *follow_finding_row_get_finding (FollowFindingRow *self);

/* Reads again what the row says. */
void follow_finding_row_update (FollowFindingRow *self);

/* Returns: how many actions answer it, as of the last update */
guint follow_finding_row_count_actions (FollowFindingRow *self);

/* Whether its form is open beside it. */
void follow_finding_row_set_open (FollowFindingRow *self, gboolean open);

G_END_DECLS
