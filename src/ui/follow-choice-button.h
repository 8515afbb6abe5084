/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-kind.h"

G_BEGIN_DECLS

/* A drop-down of pills for a choice field: the declared status at the top of a form, the impact in a row. A
 * letter chooses without opening it: that of the pill, else the first of the word; again for the next.
 *
 * Signal changed (): the person chose; not emitted when the program does */
#define FOLLOW_TYPE_CHOICE_BUTTON (follow_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (FollowChoiceButton, follow_choice_button, FOLLOW, CHOICE_BUTTON, GtkWidget)

/* @name: its accessible name
 * @field: of the choices, for their look (see follow-status.h) */
GtkWidget *follow_choice_button_new (const char *name, const char *field);

/* Choices are shown in the order in which they are appended. A NULL @id is the choice of none; without it
 * the button shows the label “None” as long as nothing is chosen, but does not offer it. */
void follow_choice_button_append (FollowChoiceButton *self, const char *id, const char *label);

/* @choices: of a field, as its kind describes it; ends with a NULL id */
void follow_choice_button_append_all (FollowChoiceButton *self, const FollowChoice *choices);

/* Returns: (nullable): the id of the choice */
const char *follow_choice_button_get_id (FollowChoiceButton *self);

/* An @id that was not appended is shown as it is, and kept. */
void follow_choice_button_set_id (FollowChoiceButton *self, const char *id);

/* Returns: the label of the choice, “None” for none */
const char *follow_choice_button_get_label (FollowChoiceButton *self);

/* Shows the choices, for a shortcut. */
void follow_choice_button_open (FollowChoiceButton *self);

G_END_DECLS
