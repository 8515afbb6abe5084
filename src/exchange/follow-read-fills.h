/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* The fills of cells with nothing written in them. Rows that are filled alike, as in a sheet formatted
 * down to its last row, take the room of one. */
FollowReadFills *follow_read_fills_new (void);
void follow_read_fills_free (FollowReadFills *self);

/* From left to right: one that goes back is left out. */
void follow_read_fills_set_columns (FollowReadFills *self,
                                    guint32 first,
                                    guint32 last,
                                    FollowReadColour colour);
/* Both for one row after the other. Returns: whether that took more room. */
gboolean follow_read_fills_start_row (FollowReadFills *self,
                                      guint32 row,
                                      gboolean is_filled,
                                      FollowReadColour colour);
gboolean follow_read_fills_add (FollowReadFills *self, guint32 column, FollowReadColour colour);
/* Forgets what lies at @n_rows and below. */
void follow_read_fills_finish (FollowReadFills *self, guint32 n_rows);

FollowReadColour follow_read_fills_get (const FollowReadFills *self, guint32 row, guint32 column);

G_END_DECLS
