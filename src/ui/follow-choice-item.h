/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something to choose, or chosen: a record by its id, with the words it is shown by. Never changes. */
#define FOLLOW_TYPE_CHOICE_ITEM (follow_choice_item_get_type ())
G_DECLARE_FINAL_TYPE (FollowChoiceItem, follow_choice_item, FOLLOW, CHOICE_ITEM, GObject)

/* @subtitle: (nullable) */
FollowChoiceItem *follow_choice_item_new (gint64 id, const char *title, const char *subtitle);

/* One that stands for others, found once it is entered. */
FollowChoiceItem *follow_choice_item_new_group (gint64 id, const char *title);
gboolean follow_choice_item_is_group (FollowChoiceItem *self);
gint64 follow_choice_item_get_id (FollowChoiceItem *self);
const char *follow_choice_item_get_title (FollowChoiceItem *self);
const char *follow_choice_item_get_subtitle (FollowChoiceItem *self);

/* Whether a list of items has one of the id of @item, or of the title @text, whatever its case.
 * @items: (nullable) */
gboolean follow_choice_items_have (GListModel *items, FollowChoiceItem *item);
gboolean follow_choice_items_have_title (GListModel *items, const char *text);

G_END_DECLS
