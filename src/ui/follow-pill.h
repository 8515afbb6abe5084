/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What somebody declared: a letter on a solid ground, a word on a tint of it, and only then a colour. What
 * the program computed is never shown as a pill, so that nobody takes one for the other. */
#define FOLLOW_TYPE_PILL (follow_pill_get_type ())
G_DECLARE_FINAL_TYPE (FollowPill, follow_pill, FOLLOW, PILL, GtkBox)

/* @letter: (nullable): without it the pill is a word on a tint
 * @colour: blue, green, amber, red, grey or outline */
GtkWidget *follow_pill_new (const char *letter, const char *word, const char *colour);
void follow_pill_set (FollowPill *self, const char *letter, const char *word, const char *colour);

/* Where only a count fits. @words stand in the tooltip and the accessible name: “2 complete”. */
GtkWidget *follow_pill_new_count (const char *letter, guint count, const char *words, const char *colour);
void follow_pill_set_count (
    FollowPill *self, const char *letter, guint count, const char *words, const char *colour);

/* A pill for a choice: with the look from follow-status.h if there is one, else grey and without letter.
 * @id: (nullable): with NULL the word is shown as a gap */
GtkWidget *follow_pill_new_for_choice (const char *field, const char *id, const char *label);
void follow_pill_set_choice (FollowPill *self, const char *field, const char *id, const char *label);

const char *follow_pill_get_word (FollowPill *self);

/* Where there is room, in a menu say: the word is never cut. */
void follow_pill_set_whole (FollowPill *self, gboolean whole);

G_END_DECLS
