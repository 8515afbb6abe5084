/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* Rows that show and edit the fields of a record, whichever it is at the moment: the rows stay when the form
 * goes on to the next one. The row of a field follows from its type. */
#define FOLLOW_TYPE_FIELD_BINDER (follow_field_binder_get_type ())
G_DECLARE_FINAL_TYPE (FollowFieldBinder, follow_field_binder, FOLLOW, FIELD_BINDER, GObject)

FollowFieldBinder *follow_field_binder_new (FollowRegister *reg, const FollowKind *kind);

/* @record: (nullable): what is edited, the record of a FollowEditor */
void follow_field_binder_set_record (FollowFieldBinder *self, FollowRecord *record);
FollowRecord *follow_field_binder_get_record (FollowFieldBinder *self);

/* @caption: (nullable): in place of the field's label
 * Returns: (transfer floating): a FollowFieldRow */
GtkWidget *follow_field_binder_create_row (FollowFieldBinder *self, const char *field, const char *caption);

/* The same for an editor that stands without a row: a FollowChoiceButton, a text view.
 * @none: what stands for no choice */
GtkWidget *follow_field_binder_create_choice_button (FollowFieldBinder *self,
                                                     const char *field,
                                                     const char *name,
                                                     const char *none);
GtkWidget *follow_field_binder_create_text_view (FollowFieldBinder *self,
                                                 const char *field,
                                                 const char *name);

/* Returns: (transfer none) (nullable): the row of @field */
GtkWidget *follow_field_binder_get_row (FollowFieldBinder *self, const char *field);

G_END_DECLS
