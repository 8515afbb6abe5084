/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): when the workbook was saved, "YYYY-MM-DDTHH:MM:SSZ": as it says itself, else as the
 * disk does, which may be when it was copied there. */
char *follow_xlsx_find_saved (const char *path);

G_END_DECLS
