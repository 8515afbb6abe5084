/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"
#include "follow-window.h"

G_BEGIN_DECLS

/* Bringing a plan in from a file: what would happen is shown first, with what could not be read and what is
 * left, and then done or not. */

/* @plan_id: the plan to import into; 0 for the one the file names */
void follow_import_dialog_ask (FollowWindow *window, gint64 plan_id);

/* For somebody without a register: asks for the file, then where the new register is to be. */
void follow_import_dialog_ask_new (FollowWindow *window);

/* Shows what importing @path would do. */
void follow_import_dialog_show (FollowWindow *window, const char *path, gint64 plan_id);

/* The same for a register that is to be made at @register_path, which is made only when the import is agreed
 * to. */
void follow_import_dialog_show_new (FollowWindow *window, const char *path, const char *register_path);

/* Imports, tells it with the way back, and opens the plan. Returns: whether it was imported */
gboolean follow_import_dialog_commit (FollowWindow *window, const char *path, gint64 plan_id);

/* The same into a new register, of which nothing is left when the import fails. */
gboolean follow_import_dialog_commit_new (FollowWindow *window, const char *path, const char *register_path);

G_END_DECLS
