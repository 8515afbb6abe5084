/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-grid.h"

G_BEGIN_DECLS

/* What would happen: how many records are new, change or stay, by what they were found, what is left out. */
GtkWidget *follow_import_outcome_new (FollowImportSession *session);

/* What to look at and what is not taken over, each with its reason. A row leads to its cell in @grid. */
GtkWidget *follow_import_remarks_new (FollowImportSession *session, FollowImportGrid *grid);

G_END_DECLS
