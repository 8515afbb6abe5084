/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"

G_BEGIN_DECLS

/* A day under its caption, typed as people in Britain write it or taken from a calendar. What cannot be read
 * stays in the entry as it was typed, and the row says so. */
#define FOLLOW_TYPE_DATE_ROW (follow_date_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowDateRow, follow_date_row, FOLLOW, DATE_ROW, FollowFieldRow)

GtkWidget *follow_date_row_new (const char *caption);

/* Returns: (nullable): ISO date; NULL if the entry is empty or cannot be read */
const char *follow_date_row_get_date (FollowDateRow *self);
/* @date: (nullable): ISO date; anything else is shown as it is */
void follow_date_row_set_date (FollowDateRow *self, const char *date);

/* Returns: what stands in the entry, never NULL */
const char *follow_date_row_get_text (FollowDateRow *self);

/* Whether something stands in the entry that is not a day. */
gboolean follow_date_row_is_unreadable (FollowDateRow *self);

/* Returns: (transfer none) */
GtkEntry *follow_date_row_get_entry (FollowDateRow *self);

G_END_DECLS
