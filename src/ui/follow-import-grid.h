/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sheet itself, as the file has it: what each column means above it, what each row is beside it, doubts
 * framed where they are. The arrows move a frame through it; F2 changes what the row or column under it means,
 * F8 goes to the next doubt.
 *
 * Signal sheet-shown (guint sheet): another one now */
#define FOLLOW_TYPE_IMPORT_GRID (follow_import_grid_get_type ())
G_DECLARE_FINAL_TYPE (FollowImportGrid, follow_import_grid, FOLLOW, IMPORT_GRID, GtkWidget)

GtkWidget *follow_import_grid_new (FollowImportSession *session);
void follow_import_grid_set_sheet (FollowImportGrid *self, guint sheet);
guint follow_import_grid_get_sheet (FollowImportGrid *self);
void follow_import_grid_set_shows_outcome (FollowImportGrid *self, gboolean shows_outcome);

/* Shows a cell and puts the frame around it; another sheet's, if need be. */
void follow_import_grid_go_to (FollowImportGrid *self, guint sheet, guint row, guint column);
void follow_import_grid_go_to_next_doubt (FollowImportGrid *self);
/* What the colours mean, for a line above the sheet. */
void follow_import_grid_add_legend (GtkBox *legend);
/* Takes the focus. */
void follow_import_grid_enter (FollowImportGrid *self);

G_END_DECLS
