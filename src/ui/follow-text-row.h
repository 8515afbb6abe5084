/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"

G_BEGIN_DECLS

/* Several lines of text under their caption; the row grows with them. Tab leaves the field. The text is never
 * NULL. */
#define FOLLOW_TYPE_TEXT_ROW (follow_text_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowTextRow, follow_text_row, FOLLOW, TEXT_ROW, FollowFieldRow)

GtkWidget *follow_text_row_new (const char *caption);
const char *follow_text_row_get_text (FollowTextRow *self);
void follow_text_row_set_text (FollowTextRow *self, const char *text);
void follow_text_row_set_placeholder (FollowTextRow *self, const char *placeholder);

/* Returns: (transfer none): the view, for its keys and its cursor */
GtkTextView *follow_text_row_get_view (FollowTextRow *self);

/* A wrapping text view as tall as its text, without row and caption (the wording at the top of a form, the
 * minute). Works around what GTK 4.8 measures wrongly at first.
 * @name: its accessible name */
GtkWidget *follow_text_view_new (const char *name);

G_END_DECLS
