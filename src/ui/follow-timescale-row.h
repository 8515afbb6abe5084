/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"
#include "follow-timescale-entry.h"

G_BEGIN_DECLS

/* A FollowTimescaleEntry under its caption. */
#define FOLLOW_TYPE_TIMESCALE_ROW (follow_timescale_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowTimescaleRow, follow_timescale_row, FOLLOW, TIMESCALE_ROW, FollowFieldRow)

GtkWidget *follow_timescale_row_new (const char *caption);

/* Returns: (transfer none): holds the timescale */
FollowTimescaleEntry *follow_timescale_row_get_timescale_entry (FollowTimescaleRow *self);

G_END_DECLS
