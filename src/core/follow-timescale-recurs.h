/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale-private.h"
#include "follow-timescale-words.h"

G_BEGIN_DECLS

/* Reads words that say how often at *@at and moves past them. *@recurs is FOLLOW_RECURS_NEVER for a
 * rhythm that has no id, such as weekly, and for those people disagree on, such as bi-monthly. */
gboolean follow_recurs_read (const FollowWords *words, guint *at, FollowRecurs *recurs);

G_END_DECLS
