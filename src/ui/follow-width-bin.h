/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Watches how much room its child has, for what stands beside each other when there is enough and below each
 * other when there is not.
 *
 * Property narrow (boolean, read only): it is less than asked for; changes outside of the layout, so that
 * whoever listens may rearrange what is inside */
#define FOLLOW_TYPE_WIDTH_BIN (follow_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (FollowWidthBin, follow_width_bin, FOLLOW, WIDTH_BIN, GtkWidget)

/* @child: (transfer floating)
 * @enough: in pixels at normal text size */
GtkWidget *follow_width_bin_new (GtkWidget *child, int enough);
gboolean follow_width_bin_is_narrow (FollowWidthBin *self);

G_END_DECLS
