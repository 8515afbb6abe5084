/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-sheet-plan.h"

G_BEGIN_DECLS

/* @fraction goes from 0 to 1. Called in the thread that writes. */
typedef void (*FollowXlsxProgressFunc) (double fraction, gpointer user_data);

/* Writes @book to @path as an Excel workbook. It is written beside the target, read back and
 * counted, synced and renamed: after an error an old file is as it was and nothing else is left.
 * The error is a sentence: FOLLOW_ERROR_FULL, _READ_ONLY, _NOT_FOUND, _CANCELLED, _REFUSED (more
 * than Excel can hold), _DAMAGED (it did not read back), or what a row function reported. */
gboolean follow_xlsx_write (FollowBook *book,
                            const char *path,
                            FollowXlsxProgressFunc progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
