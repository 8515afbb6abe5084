/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a plan finds its place on a wide and on a narrow screen. Everything follows from the width at hand, so
 * that nothing has to be moved about when it changes. */

/* For a box with five children: number, text, lead, timescale, pill. Side by side; with less room the lead
 * goes below the text, then the timescale and the pill as well. */
GtkLayoutManager *follow_plan_row_layout_new (void);

/* For a box with three children: the area's text, a line, its actions. The text stands above the actions where
 * both have no room side by side. */
GtkLayoutManager *follow_plan_area_layout_new (void);

G_END_DECLS
