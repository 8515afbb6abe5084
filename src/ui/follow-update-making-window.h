/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-window.h"

G_BEGIN_DECLS

/* Asks everybody who leads something how it goes: what the sheets say, then where they are put, how far they are,
 * and in the end what was made. */
#define FOLLOW_TYPE_UPDATE_MAKING_WINDOW (follow_update_making_window_get_type ())
G_DECLARE_FINAL_TYPE (
    FollowUpdateMakingWindow, follow_update_making_window, FOLLOW, UPDATE_MAKING_WINDOW, AdwWindow)

/* @query: (nullable): of actions, as a table shows them; NULL when there is none to choose */
GtkWindow *follow_update_making_window_new (FollowWindow *parent, const FollowQuery *query);

/* Makes the sheets in @folder, as the window says. */
void follow_update_making_window_make (FollowUpdateMakingWindow *self, const char *folder);

G_END_DECLS
