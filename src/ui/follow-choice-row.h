/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"
#include "follow-kind.h"

G_BEGIN_DECLS

/* A choice field under its caption: a drop-down of pills that begins with “None”. */
#define FOLLOW_TYPE_CHOICE_ROW (follow_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowChoiceRow, follow_choice_row, FOLLOW, CHOICE_ROW, FollowFieldRow)

/* @field: of the choices, for their look (see follow-status.h) */
GtkWidget *follow_choice_row_new (const char *caption, const char *field);
void follow_choice_row_append (FollowChoiceRow *self, const char *id, const char *label);

/* @choices: of a field, as its kind describes it; ends with a NULL id */
void follow_choice_row_append_all (FollowChoiceRow *self, const FollowChoice *choices);

/* @id: (nullable): NULL for none */
const char *follow_choice_row_get_id (FollowChoiceRow *self);
void follow_choice_row_set_id (FollowChoiceRow *self, const char *id);

G_END_DECLS
