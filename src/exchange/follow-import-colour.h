/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people mean by the colour of a cell, 0xRRGGBB. */

/* Translated: "red", "amber" … */
const char *follow_colour_get_name (guint32 colour);
/* Returns: (nullable): the status that the colour stands for in BRAG; NULL for what stands for none */
const char *follow_colour_guess_status (guint32 colour);

G_END_DECLS
