/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-form-body.h"

G_BEGIN_DECLS

/* The form that follows from a kind's description: a row for every field, a list for every kind of record that
 * is edited inside it. */
#define FOLLOW_TYPE_PLAIN_FORM (follow_plain_form_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlainForm, follow_plain_form, FOLLOW, PLAIN_FORM, FollowFormBody)

G_END_DECLS
