/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: @n pixels times the person's text scale, for lengths that hold text */
int follow_px (GtkWidget *widget, int n);

/* Keeps an int property (`width-request`, AdwClamp's `maximum-size`, a column's `fixed-width`) at @n
 * pixels times the text scale for as long as @object lives. May be called again to change @n. */
void follow_keep_px (GObject *object, const char *property, int n);

/* The same for the width request. */
void follow_keep_width (GtkWidget *widget, int n);

G_END_DECLS
