/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Returns: (transfer none): the window with what the person sets: name in the history, marking, due soon */
GtkWindow *follow_preferences_new (GtkWindow *parent);

G_END_DECLS
