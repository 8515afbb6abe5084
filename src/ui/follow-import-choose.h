/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-choice-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FollowImportChosen) (GtkWidget *at, gint64 id, gpointer data);

/* Offers @items in a popover at a widget; typing finds. It goes away by itself.
 * @name: what is chosen, for the entry
 * @current: the id of the item that is chosen now
 * @data: good for as long as @at lives */
void follow_import_choose (GtkWidget *at,
                           const char *name,
                           GListModel *items,
                           gint64 current,
                           FollowImportChosen chosen,
                           gpointer data);

G_END_DECLS
