/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): @text as a part of a file's name that every disk takes and that is never a
 * path: one line, without what Windows, macOS or Linux keep for themselves, at most @max_bytes long
 * with whole characters; @fallback when nothing is left. */
char *follow_file_name_make (const char *text, const char *fallback, gsize max_bytes);

/* Returns: (transfer full): @stem and @ending, with a number between them when a file of that name is
 * in @taken already, where it is then put. Case and the way accents are written do not tell names apart. */
char *follow_file_name_make_unique (const char *stem, const char *ending, GHashTable *taken);

G_END_DECLS
