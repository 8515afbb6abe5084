/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-binder.h"

G_BEGIN_DECLS

/* Where an action belongs, in two lines that open: its section of a plan, its origin, its programme. */
#define FOLLOW_TYPE_ACTION_PLACE (follow_action_place_get_type ())
G_DECLARE_FINAL_TYPE (FollowActionPlace, follow_action_place, FOLLOW, ACTION_PLACE, GtkBox)

GtkWidget *follow_action_place_new (FollowRegister *reg, FollowFieldBinder *binder);

/* @field: (nullable): that has another value; NULL for all of them */
void follow_action_place_changed (FollowActionPlace *self, FollowRecord *record, const char *field);

G_END_DECLS
