/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the first mapped widget of @type inside of @widget, or itself */
GtkWidget *bench_find_widget (GtkWidget *widget, GType type);

G_END_DECLS
