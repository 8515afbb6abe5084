/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-read-sheet.h"

G_BEGIN_DECLS

#define FOLLOW_XLSX_MAX_ROWS 1048576u
#define FOLLOW_XLSX_MAX_COLUMNS 16384u

/* Reads AB12 or $AB$12 and leaves @text behind it. Returns: FALSE when there is no such cell. */
gboolean follow_xlsx_read_reference (const char **text, guint32 *row, guint32 *column);
/* Reads A1, A1:B2, A:B or 1:2 and leaves @text behind it. */
gboolean follow_xlsx_read_range (const char **text, FollowReadRange *range);
/* Reads a number from 1 to @max into one from 0. Returns: FALSE when it is none. */
gboolean follow_xlsx_read_index (const char *text, guint32 max, guint32 *index);
/* Reads Sheet!A1:B2, 'A sheet'!A1 or A1. Returns: FALSE when it is anything else. @sheet is NULL
 * where none is named. */
gboolean follow_xlsx_read_place (const char *text, char **sheet, FollowReadRange *range);

G_END_DECLS
