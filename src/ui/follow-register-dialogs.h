/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-window.h"

G_BEGIN_DECLS

/* Choosing the file of a register: a new one, one that is there, or the example. What is chosen opens in
 * @window. */
void follow_register_dialog_new (FollowWindow *window);
void follow_register_dialog_open (FollowWindow *window);
void follow_register_dialog_example (FollowWindow *window);

G_END_DECLS
