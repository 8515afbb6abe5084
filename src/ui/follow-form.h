/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>
#include "follow-register.h"
#define FOLLOW_TYPE_FORM (follow_form_get_type ())
G_DECLARE_FINAL_TYPE (FollowForm, follow_form, FOLLOW, FORM, AdwBin)
GtkWidget *follow_form_new (FollowRegister *reg);
void follow_form_set_record (FollowForm *self, FollowRecord *record);
void follow_form_focus (FollowForm *self);
