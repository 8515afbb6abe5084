/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many stand where, as one stacked bar in the order B G A R N W. Figures always stand beside it: the bar
 * alone says nothing to who cannot tell its colours. Its accessible name is the counts in words. */
#define FOLLOW_TYPE_BAR (follow_bar_get_type ())
G_DECLARE_FINAL_TYPE (FollowBar, follow_bar, FOLLOW, BAR, GtkWidget)

GtkWidget *follow_bar_new (void);

/* @status: one of follow_status_order; @word: what the status is called, for the accessible name */
void follow_bar_set_count (FollowBar *self, const char *status, guint count, const char *word);

/* How many there are besides, for which no status is declared: they leave the end of the bar empty. */
void follow_bar_set_rest (FollowBar *self, guint count);
void follow_bar_clear (FollowBar *self);

/* @height: in pixels; 8 unless set */
void follow_bar_set_height (FollowBar *self, int height);

G_END_DECLS
