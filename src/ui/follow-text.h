/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text that breaks into lines at whatever width it is given, for pages that show very much of it. A GtkLabel
 * lays its text out several times to say how narrow and how wide it would like to be; this asks for nothing and
 * is laid out once, at the width it gets. So it stands where the layout decides how wide it is: in a column
 * of its own, or with hexpand. Never markup, never cut. */
#define FOLLOW_TYPE_TEXT (follow_text_get_type ())
G_DECLARE_FINAL_TYPE (FollowText, follow_text, FOLLOW, TEXT, GtkWidget)

/* @text: (nullable)
 * ...: style classes, NULL at the end */
GtkWidget *follow_text_new (const char *text, ...) G_GNUC_NULL_TERMINATED;
void follow_text_set_text (FollowText *self, const char *text);
const char *follow_text_get_text (FollowText *self);

G_END_DECLS
