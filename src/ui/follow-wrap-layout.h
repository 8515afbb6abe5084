/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after the other from the start of the line, a new line when there is no more room: tags,
 * chips, pills. A child that expands takes what is left of its line. */
#define FOLLOW_TYPE_WRAP_LAYOUT (follow_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (FollowWrapLayout, follow_wrap_layout, FOLLOW, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing: pixels between children and between lines */
GtkLayoutManager *follow_wrap_layout_new (int spacing);
int follow_wrap_layout_get_spacing (FollowWrapLayout *self);
void follow_wrap_layout_set_spacing (FollowWrapLayout *self, int spacing);

G_END_DECLS
