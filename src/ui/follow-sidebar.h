/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The list of places, each with its count.
 *
 * Signals
 * place-chosen (const char *place): another one is selected
 * place-entered (const char *place): the selected one was chosen for good, with Return or a click */
#define FOLLOW_TYPE_SIDEBAR (follow_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FollowSidebar, follow_sidebar, FOLLOW, SIDEBAR, AdwBin)

void follow_sidebar_set_register (FollowSidebar *self, FollowRegister *reg);
void follow_sidebar_mark (FollowSidebar *self, const char *place);

G_END_DECLS
