/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* SHA-256 of files, worked out off the main thread: a file may be large, or lie on a slow share. */

/* @callback ends with follow_file_hash_finish(): the digits in lower case, or NULL with an error. */
void follow_file_hash_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
char *follow_file_hash_finish (GAsyncResult *result, GError **error);

G_END_DECLS
