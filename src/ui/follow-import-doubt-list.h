/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-grid.h"

G_BEGIN_DECLS

/* What can be meant in several ways, each with the answer that is taken unless a person chooses another. A row
 * leads to its cell in @grid. */
GtkWidget *follow_import_doubt_list_new (FollowImportSession *session, FollowImportGrid *grid);

/* "5, none stops the import"; "" while it is not known. */
char *follow_import_doubt_list_describe (FollowImportSession *session);

G_END_DECLS
