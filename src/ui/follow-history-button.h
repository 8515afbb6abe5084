/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* “Changed 14 times since 3 March 2025”: opens the history of a record. */
#define FOLLOW_TYPE_HISTORY_BUTTON (follow_history_button_get_type ())
G_DECLARE_FINAL_TYPE (FollowHistoryButton, follow_history_button, FOLLOW, HISTORY_BUTTON, GtkBox)

GtkWidget *follow_history_button_new (FollowRegister *reg);

/* @id: 0 for a record that has no history yet */
void follow_history_button_set_id (FollowHistoryButton *self, gint64 id);

G_END_DECLS
