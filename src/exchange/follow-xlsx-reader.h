/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* Reads an Excel workbook (.xlsx, .xlsm), by whatever program it was written. @limits may be NULL for
 * the usual ones. The error is a sentence: FOLLOW_ERROR_NOT_FOUND, _DAMAGED, _FOREIGN (another kind
 * of file), _REFUSED (a password, too large), _CANCELLED. Returns: (transfer full) */
FollowReadBook *follow_xlsx_read (const char *path,
                                  const FollowReadLimits *limits,
                                  GCancellable *cancellable,
                                  GError **error);
/* The same from memory; @name is the file's for people. */
FollowReadBook *follow_xlsx_read_bytes (GBytes *bytes,
                                        const char *name,
                                        const FollowReadLimits *limits,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
