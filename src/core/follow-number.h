/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers that people give to areas and actions: "12", "L12", "3.2", "B". They are words: nothing is
 * calculated with them but the one that comes next. */

char *follow_number_next (GPtrArray *numbers, const char *like);

G_END_DECLS
