/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-editor.h"

G_BEGIN_DECLS

/* The records of one kind that are edited inside another, in its form: a heading, a count and a row each. A
 * row stays as long as its record does, also while others come and go and while somebody types in it. The
 * list itself makes rows that open (FollowChildRow); lists made from it have rows of their own. */
#define FOLLOW_TYPE_CHILD_LIST (follow_child_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (FollowChildList, follow_child_list, FOLLOW, CHILD_LIST, GtkBox)

struct _FollowChildListClass
{
  GtkBoxClass parent_class;

  /* @record: of the register, or a new one. Returns: (transfer floating): a GtkListBoxRow */
  GtkWidget *(*create_row) (FollowChildList *self, FollowRecord *record);
  /* Something was written: @record is what the register holds now. */
  void (*update_row) (FollowChildList *self, GtkWidget *row, FollowRecord *record);
  void (*open_row) (FollowChildList *self, GtkWidget *row);  /* shows its fields and takes the focus there */
  void (*flush_row) (FollowChildList *self, GtkWidget *row); /* saves what is typed in it */
  void (*rows_changed) (FollowChildList *self);              /* counts are out of date */
  void (*flush) (FollowChildList *self);                     /* the same for entries beside the rows */
  void (*parent_changed) (FollowChildList *self);            /* what they are inside of is another record */
  void (*take_up_draft) (FollowChildList *self,
                         FollowRecord *draft);              /* one that is not in the register yet */
  void (*sort) (FollowChildList *self, GPtrArray *records); /* where the kind's order does not do */
};

/* @type: of a FollowChildList
 * @title: (nullable): its heading, in place of the kind's plural */
GtkWidget *follow_child_list_new (GType type, FollowRegister *reg, const FollowKind *kind, const char *title);

/* @editor: (nullable): of the record they are inside of */
void follow_child_list_set_parent_editor (FollowChildList *self, FollowEditor *editor);

FollowRegister *follow_child_list_get_register (FollowChildList *self);
const FollowKind *follow_child_list_get_kind (FollowChildList *self);
/* Returns: (transfer none) (nullable): the record they are inside of, as it is edited */
FollowRecord *follow_child_list_get_parent (FollowChildList *self);

/* Makes sure that the parent is in the register, so that records can be made inside of it. If it cannot be
 * saved yet its form says why. */
gboolean follow_child_list_save_parent (FollowChildList *self);

/* Returns: (transfer none): the list box of the rows */
GtkListBox *follow_child_list_get_box (FollowChildList *self);

/* A widget between the heading and the rows, or a row that stays the last. */
void follow_child_list_set_top (FollowChildList *self, GtkWidget *top);
void follow_child_list_set_tail (FollowChildList *self, GtkWidget *row);

/* @text: (nullable): at the right of the heading: "1 of 3 done" */
void follow_child_list_set_count (FollowChildList *self, const char *text);

/* Notes have a rail of their own in place of a card around them. */
void follow_child_list_set_flat (FollowChildList *self);

/* The rows come after @offset other rows of the list box, in a group that has no heading. */
void follow_child_list_set_offset (FollowChildList *self, guint offset);

guint follow_child_list_get_n_rows (FollowChildList *self);
/* Returns: (transfer none) (nullable) */
GtkWidget *follow_child_list_get_row (FollowChildList *self, guint position);
GtkWidget *follow_child_list_find_row (FollowChildList *self, gint64 id);
/* Returns: (transfer none): the record as the register has it */
FollowRecord *follow_child_list_get_record (FollowChildList *self, guint position);
gboolean follow_child_list_find (FollowChildList *self, gint64 id, guint *position);

/* Starts a new record, with an open row. */
void follow_child_list_add_new (FollowChildList *self);
/* Takes away the row of a record that was never saved. */
void follow_child_list_drop (FollowChildList *self, gint64 id);

/* Opens the row of @id. Returns: whether there is one */
gboolean follow_child_list_show (FollowChildList *self, gint64 id);
void follow_child_list_flush (FollowChildList *self);

/* Moves the record to the bin, with Undo in a toast. */
void follow_child_list_remove (FollowChildList *self, gint64 id);

G_END_DECLS
