/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-columns.h"

G_BEGIN_DECLS

/* A row of the sheet in the assistant: what it is taken for, its number, its cells. A click on what it is taken
 * for changes that.
 *
 * Signal cell-pressed (guint row, guint index): the @index-th column that is shown */
#define FOLLOW_TYPE_IMPORT_LINE (follow_import_line_get_type ())
G_DECLARE_FINAL_TYPE (FollowImportLine, follow_import_line, FOLLOW, IMPORT_LINE, GtkWidget)

/* @shown: (element-type FollowImportShown): kept */
GtkWidget *follow_import_line_new (FollowImportSession *session, guint sheet, GArray *shown);
void follow_import_line_show (FollowImportLine *self, guint row);
guint follow_import_line_get_row (FollowImportLine *self);

/* Draws a frame around a cell.
 * @index: of the columns that are shown; -1: what the row is taken for; -2: none of them */
void follow_import_line_set_current (FollowImportLine *self, int index);
/* Whether the outcome of the row stands in the place of what it is taken for. */
void follow_import_line_set_shows_outcome (FollowImportLine *self, gboolean shows_outcome);
/* Asks what the row is to be taken for. */
void follow_import_line_ask (FollowImportLine *self);

G_END_DECLS
