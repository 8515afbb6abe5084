/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-editor.h"
#include "follow-field-binder.h"

G_BEGIN_DECLS

/* The inside of a form, for one kind of record: made from the kind's description, or by hand. It stays while
 * the form goes from record to record. */
#define FOLLOW_TYPE_FORM_BODY (follow_form_body_get_type ())
G_DECLARE_DERIVABLE_TYPE (FollowFormBody, follow_form_body, FOLLOW, FORM_BODY, GtkBox)

struct _FollowFormBodyClass
{
  GtkBoxClass parent_class;

  void (*build) (FollowFormBody *self); /* makes the widgets; called once */
  /* Shows what is edited from now on; its rows made by the binder do so by themselves. */
  void (*show) (FollowFormBody *self, FollowEditor *editor); /* nullable */
  /* A field of the record that is shown has another value, @field NULL for all of them. */
  void (*changed) (FollowFormBody *self, const FollowField *field);
  /* Puts into records what still stands in entries of its own. */
  void (*flush) (FollowFormBody *self);
  void (*focus_first) (FollowFormBody *self);
};

/* @type: of a FollowFormBody. Returns: (transfer floating) */
GtkWidget *follow_form_body_new (GType type, FollowRegister *reg, const FollowKind *kind);

FollowRegister *follow_form_body_get_register (FollowFormBody *self);
const FollowKind *follow_form_body_get_kind (FollowFormBody *self);
FollowFieldBinder *follow_form_body_get_binder (FollowFormBody *self);

/* Returns: (transfer none) (nullable) */
FollowEditor *follow_form_body_get_editor (FollowFormBody *self);
FollowRecord *follow_form_body_get_record (FollowFormBody *self);

void follow_form_body_set_editor (FollowFormBody *self, FollowEditor *editor);
void follow_form_body_flush (FollowFormBody *self);
void follow_form_body_focus_first (FollowFormBody *self);

/* A child list of the body: it is told of every record, and flushed. */
void follow_form_body_add_list (FollowFormBody *self, GtkWidget *list);

/* Opens the row of the record @id, edited inside this one. Returns: whether there is one */
gboolean follow_form_body_show_child (FollowFormBody *self, gint64 id);

/* A boxed list to put rows in, named for assistive technology.
 * @name: (nullable) */
GtkWidget *follow_form_group_new (const char *name);

G_END_DECLS
