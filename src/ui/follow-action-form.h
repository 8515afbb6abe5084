/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-form-body.h"

G_BEGIN_DECLS

/* The form of an action, in the order in which a secretary is asked: how does it stand, what is it, where
 * from, who, by when, what steps, what has been said, what came of it. */
#define FOLLOW_TYPE_ACTION_FORM (follow_action_form_get_type ())
G_DECLARE_FINAL_TYPE (FollowActionForm, follow_action_form, FOLLOW, ACTION_FORM, FollowFormBody)

G_END_DECLS
