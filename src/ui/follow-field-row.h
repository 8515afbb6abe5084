/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a boxed list: a caption and under it what is edited. Tab goes straight into the editor, a click
 * beside it too, and the caption is its accessible name.
 *
 * The rows made from it (text, entry, date, choice) share one rule: `changed` is emitted when the person
 * changed the value, never when the program set it, so that a form can save on it without going round in
 * circles; notify tells of both. Setting a value also forgets what could be undone inside the editor:
 * Ctrl+Z must not bring the text of one record into the next.
 *
 * Signal changed () */
#define FOLLOW_TYPE_FIELD_ROW (follow_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (FollowFieldRow, follow_field_row, FOLLOW, FIELD_ROW, GtkListBoxRow)

struct _FollowFieldRowClass
{
  GtkListBoxRowClass parent_class;
};

/* A plain row for any editor (a FollowTagBox, say).
 * @child: what stands under the caption
 * @editor: (nullable): the widget in it that gets the name and the focus; @child if NULL */
GtkWidget *follow_field_row_new (const char *caption, GtkWidget *child, GtkWidget *editor);

const char *follow_field_row_get_caption (FollowFieldRow *self);
void follow_field_row_set_caption (FollowFieldRow *self, const char *caption);
GtkWidget *follow_field_row_get_child (FollowFieldRow *self);
void follow_field_row_set_child (FollowFieldRow *self, GtkWidget *child, GtkWidget *editor);
GtkWidget *follow_field_row_get_editor (FollowFieldRow *self);

/* A line under the editor that says what became of the text, and describes the editor.
 * @hint: (nullable) */
const char *follow_field_row_get_hint (FollowFieldRow *self);
void follow_field_row_set_hint (FollowFieldRow *self, const char *hint);

/* For rows made from this one. */
void follow_field_row_changed (FollowFieldRow *self);

G_END_DECLS
