/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts the cells with something in them on each of the first @n_sheets sheets of a workbook that
 * follow_xlsx_write() made: the fast way to know that everything arrived on disk, checksums
 * included. A stranger's workbook is for follow_xlsx_read(). */
gboolean follow_xlsx_count_cells (const char *path, guint n_sheets, guint64 *counts, GError **error);

G_END_DECLS
