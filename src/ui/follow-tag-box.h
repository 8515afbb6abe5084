/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-chooser.h"

G_BEGIN_DECLS

/* The values of a link: a tag for each and a plus that opens a FollowChooser. The box itself adds and takes
 * away the tag, then says so; what the program sets is not signalled. Backspace on the plus or in the empty
 * entry marks the last tag, Backspace or Delete again takes it away.
 *
 * Signals
 * added (FollowChoiceItem *item)
 * removed (FollowChoiceItem *item): with a single link also for the one that was replaced, before `added`
 * opened (FollowChoiceItem *item): the text of a tag was pressed
 * create (const char *text): make a record of it and call follow_tag_box_add() */
#define FOLLOW_TYPE_TAG_BOX (follow_tag_box_get_type ())
G_DECLARE_FINAL_TYPE (FollowTagBox, follow_tag_box, FOLLOW, TAG_BOX, GtkWidget)

/* @name: of the whole: “Leads”
 * @add: of the plus: “Add Lead” */
GtkWidget *follow_tag_box_new (const char *name, const char *add);
void follow_tag_box_set_search (FollowTagBox *self,
                                FollowChooserSearch search,
                                gpointer data,
                                GDestroyNotify destroy);
void follow_tag_box_set_can_create (FollowTagBox *self, gboolean can_create);

/* With a single link the chosen item replaces the one there was. */
void follow_tag_box_set_single (FollowTagBox *self, gboolean single);

/* Whether the texts of the tags are buttons that open what they stand for; not unless set. */
void follow_tag_box_set_can_open (FollowTagBox *self, gboolean can_open);

/* @placeholder: (nullable): shown while there is nothing: “No lead” */
void follow_tag_box_set_placeholder (FollowTagBox *self, const char *placeholder);

/* Returns: (transfer none): a list of FollowChoiceItem, always the same object */
GListModel *follow_tag_box_get_items (FollowTagBox *self);
/* @items: (nullable): a list of FollowChoiceItem, which is copied */
void follow_tag_box_set_items (FollowTagBox *self, GListModel *items);
void follow_tag_box_add (FollowTagBox *self, FollowChoiceItem *item);
void follow_tag_box_remove (FollowTagBox *self, gint64 id);

/* Returns: (transfer none) */
FollowChooser *follow_tag_box_get_chooser (FollowTagBox *self);

G_END_DECLS
