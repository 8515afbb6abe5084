/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds one child and asks for no more width than that needs at least (or than its own width request): for
 * panes beside others, which would grow with every long title and every long line in them.
 *
 * Property child (GtkWidget, nullable) */
#define FOLLOW_TYPE_NARROW_BIN (follow_narrow_bin_get_type ())
G_DECLARE_FINAL_TYPE (FollowNarrowBin, follow_narrow_bin, FOLLOW, NARROW_BIN, GtkWidget)

GtkWidget *follow_narrow_bin_new (void);
void follow_narrow_bin_set_child (FollowNarrowBin *self, GtkWidget *child);

G_END_DECLS
