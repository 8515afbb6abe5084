/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The lines above a form: what could not be saved, what is missing still, what waits as a draft.
 *
 * Signals
 * try-again (): save again what failed
 * restore (): the record is in the bin and shall come back
 * continue-draft (FollowRecord *draft) */
#define FOLLOW_TYPE_FORM_NOTICES (follow_form_notices_get_type ())
G_DECLARE_FINAL_TYPE (FollowFormNotices, follow_form_notices, FOLLOW, FORM_NOTICES, GtkBox)

GtkWidget *follow_form_notices_new (FollowRegister *reg);
void follow_form_notices_show_failure (FollowFormNotices *self, const GError *error);
void follow_form_notices_show_incomplete (FollowFormNotices *self, const GError *error);
void follow_form_notices_clear_trouble (FollowFormNotices *self);
void follow_form_notices_set_removed (FollowFormNotices *self, gboolean removed);
void follow_form_notices_set_read_only (FollowFormNotices *self, gboolean read_only);

/* Offers drafts where a new record is begun, or the one that belongs to a record of the register.
 * @record: (nullable): that is shown */
void follow_form_notices_offer_drafts (FollowFormNotices *self, FollowRecord *record);

G_END_DECLS
