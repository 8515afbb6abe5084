/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-window.h"

G_BEGIN_DECLS

/* Bringing a file in: it is asked for and read, then the assistant shows it (follow_import_page_new()). */

/* @plan_id: the plan to import into; 0 for the one the file names */
void follow_import_dialog_ask (FollowWindow *window, gint64 plan_id);

/* For somebody without a register: asks for the file, then where the new register is to be. */
void follow_import_dialog_ask_new (FollowWindow *window);

/* Reads @path and shows it in the assistant; says why when it cannot be read. */
void follow_import_dialog_show (FollowWindow *window, const char *path, gint64 plan_id);

/* The same for a register that is made at @register_path once the file is read, and goes again when the import
 * is given up. */
void follow_import_dialog_show_new (FollowWindow *window, const char *path, const char *register_path);

G_END_DECLS
