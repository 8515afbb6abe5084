/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-window.h"

G_BEGIN_DECLS

/* Choosing the file of a register: a new one, one that is there, or the example. What is chosen opens in
 * @window. */
void follow_register_dialog_new (FollowWindow *window);

/* A new register, into which @path is then imported. */
void follow_register_dialog_new_for_import (FollowWindow *window, const char *path);
void follow_register_dialog_open (FollowWindow *window);
void follow_register_dialog_example (FollowWindow *window);

G_END_DECLS
