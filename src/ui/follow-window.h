/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-navigation.h"

G_BEGIN_DECLS

/* The program's window: the welcome page, or one register with its sidebar and a page. */
#define FOLLOW_TYPE_WINDOW (follow_window_get_type ())
G_DECLARE_FINAL_TYPE (FollowWindow, follow_window, FOLLOW, WINDOW, AdwApplicationWindow)

FollowWindow *follow_window_new (AdwApplication *application);
FollowRegister *follow_window_get_register (FollowWindow *self);

/* Shows the register at @path. FALSE: it could not be opened, which a dialog has said. */
gboolean follow_window_open (FollowWindow *self, const char *path);
void follow_window_set_register (FollowWindow *self, FollowRegister *reg);

/* Returns: (transfer none) (nullable): the page that is seen */
FollowPage *follow_window_get_page (FollowWindow *self);

/* A dialog for what stands in the way: @heading says what could not be done. */
void follow_window_show_error (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
