/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-delimited.h"

G_BEGIN_DECLS

/* Makes valid UTF-8 without a mark or zero bytes of what may be UTF-8, UTF-16 or Windows-1252. Sets
 * @encoding to what was found when it is FOLLOW_ENCODING_LOOK. Returns: (transfer full) */
char *follow_delimited_decode (const guchar *bytes, gsize length, FollowEncoding *encoding);

G_END_DECLS
