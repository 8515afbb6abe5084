/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-choice-item.h"

G_BEGIN_DECLS

/* What fits the text, in the order in which to show it. Called at every key, also with an empty text.
 * Returns: (transfer full) (nullable): a list of FollowChoiceItem */
typedef GListModel *(*FollowChooserSearch) (const char *text, gpointer data);

/* A popover in which typing finds: an entry and under it a list. The focus stays in the entry; Up and Down
 * move in the list, Return chooses, Escape closes. The last row offers what was typed as something new.
 *
 * Signals
 * chosen (FollowChoiceItem *item)
 * entered (FollowChoiceItem *group): a group was chosen, and what is in it is searched from now on; NULL: back
 * create (const char *text): “New …” was chosen
 * erase-pressed (guint keyval) -> gboolean: Backspace or Delete in the empty entry */
#define FOLLOW_TYPE_CHOOSER (follow_chooser_get_type ())
G_DECLARE_FINAL_TYPE (FollowChooser, follow_chooser, FOLLOW, CHOOSER, GtkPopover)

/* @name: of the entry, shown in it while it is empty: “Find a Person” */
GtkWidget *follow_chooser_new (const char *name);
void follow_chooser_set_name (FollowChooser *self, const char *name);
void follow_chooser_set_search (FollowChooser *self,
                                FollowChooserSearch search,
                                gpointer data,
                                GDestroyNotify destroy);

/* Whether something new may be made from the text; not unless set. */
void follow_chooser_set_can_create (FollowChooser *self, gboolean can_create);

/* Whether it stays open for the next choice; not unless set. */
void follow_chooser_set_several (FollowChooser *self, gboolean several);

/* @chosen: (nullable): a list of FollowChoiceItem to show with a tick */
void follow_chooser_set_chosen (FollowChooser *self, GListModel *chosen);

/* A line at the foot of the popover, also spoken.
 * @hint: (nullable) */
void follow_chooser_set_hint (FollowChooser *self, const char *hint);

/* What Return would choose, and moving it, as the arrow keys do. */
void follow_chooser_move (FollowChooser *self, int by);
void follow_chooser_choose (FollowChooser *self);

/* Searches again: the records have changed. */
void follow_chooser_refresh (FollowChooser *self);

/* Returns: (transfer none) */
GtkEditable *follow_chooser_get_entry (FollowChooser *self);

/* Returns: (transfer none): the rows, the one to make something new included */
GListModel *follow_chooser_get_rows (FollowChooser *self);

/* Returns: (transfer none) (nullable): the row Return would choose */
FollowChoiceItem *follow_chooser_get_selected (FollowChooser *self);

G_END_DECLS
