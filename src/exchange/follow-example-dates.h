/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The example is told as it stood on one day; told on another, its dates move along with it. */

int follow_example_days_since (const char *told_on, const char *today);
char *follow_example_move_text (const char *text, const char *told_on, int days, GError **error);

G_END_DECLS
