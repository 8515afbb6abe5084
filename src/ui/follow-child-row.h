/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-editor.h"

G_BEGIN_DECLS

/* The row of a record that is edited inside another: two lines, and when it opens a row for every field. */
#define FOLLOW_TYPE_CHILD_ROW (follow_child_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowChildRow, follow_child_row, FOLLOW, CHILD_ROW, AdwExpanderRow)

/* @record: of the register, or a new one */
GtkWidget *follow_child_row_new (FollowRegister *reg, FollowRecord *record);
gint64 follow_child_row_get_id (FollowChildRow *self);

/* Only these fields, in this order; ends with NULL and must outlive the row. Before it is opened. */
void follow_child_row_set_fields (FollowChildRow *self, const char *const *fields);

/* A caption in place of the field's label. Before it is opened. */
void follow_child_row_set_caption (FollowChildRow *self, const char *field, const char *caption);

/* @record: as the register has it now */
void follow_child_row_update (FollowChildRow *self, FollowRecord *record);
/* Other lines than those made from the kind; both are plain text. */
void follow_child_row_set_lines (FollowChildRow *self, const char *title, const char *summary);

void follow_child_row_open (FollowChildRow *self);
void follow_child_row_flush (FollowChildRow *self);

/* Takes the focus as soon as @widget is on the screen. */
void follow_focus_soon (GtkWidget *widget);

G_END_DECLS
