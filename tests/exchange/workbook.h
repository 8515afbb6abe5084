/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A workbook as another program than its writer reads it: "Sheet!B2" → text, "Sheet!A1:A3" → "merged".
 * NULL, and the test skipped, where that program is not installed. */
GHashTable *workbook_read (const char *path);

#define assert_shown(workbook, cell, text) g_assert_cmpstr (g_hash_table_lookup (workbook, cell), ==, text)
