/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-choice-item.h"

G_BEGIN_DECLS

/* A row of a chooser: what can be chosen, and a sign of what choosing it does. */
GtkWidget *follow_chooser_row_new (void);

/* @is_new: it makes something new
 * @is_chosen: it is chosen already */
void follow_chooser_row_show (GtkWidget *row, FollowChoiceItem *item, gboolean is_new, gboolean is_chosen);

/* The way back out of a group, for the mouse: keys go back with Escape and Backspace.
 * @group: (nullable): NULL: there is none */
GtkWidget *follow_chooser_back_new (void);
void follow_chooser_back_show (GtkWidget *back, FollowChoiceItem *group);

G_END_DECLS
