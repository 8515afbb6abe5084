/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-editor.h"

G_BEGIN_DECLS

/* The form of a record, whichever it is: it scrolls, keeps its lines readable, saves by itself, and says on
 * top what could not be saved. Going to another record of the same kind keeps the widgets.
 *
 * Property title (string, read only): what stands above it, "Action 12"; "" for nothing */
#define FOLLOW_TYPE_FORM (follow_form_get_type ())
G_DECLARE_FINAL_TYPE (FollowForm, follow_form, FOLLOW, FORM, GtkBox)

GtkWidget *follow_form_new (FollowRegister *reg);

/* Saves what is typed, then shows @record.
 * @record: (nullable): of the register, or a new one, of which nothing is written until something is typed */
void follow_form_set_record (FollowForm *self, FollowRecord *record);

/* Returns: (transfer none) (nullable): the record as it is edited, with what is not saved yet */
FollowRecord *follow_form_get_record (FollowForm *self);
const char *follow_form_get_title (FollowForm *self);

/* Puts the cursor into the field one begins with. */
void follow_form_focus (FollowForm *self);

/* Saves now what is typed anywhere in it. */
void follow_form_flush (FollowForm *self);

/* Opens the row of a record that is edited inside the one shown. Returns: whether there is one */
gboolean follow_form_show_child (FollowForm *self, gint64 id);

/* Tells of what @editor cannot save in the form around @inside. */
void follow_form_watch (GtkWidget *inside, FollowEditor *editor);

G_END_DECLS
