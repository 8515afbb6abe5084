/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-history.h"

G_BEGIN_DECLS

/* One change as a sentence: when, what, who; what it was, what it became; and the way to put it back. A new
 * record is one row with its first values, however many they are.
 *
 * Signal put-back () */
#define FOLLOW_TYPE_HISTORY_ROW (follow_history_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowHistoryRow, follow_history_row, FOLLOW, HISTORY_ROW, GtkListBoxRow)

/* @change: not owned, must outlive the row
 * @values: (nullable) (element-type FollowChange): the first values of a record that was added
 * @subject: (nullable): the record changed, where it is not plain from the page */
GtkWidget *follow_history_row_new (FollowRegister *reg,
                                   const FollowChange *change,
                                   GPtrArray *values,
                                   const char *subject);
const FollowChange *follow_history_row_get_change (FollowHistoryRow *self);

/* Whether time and field stand above the values. */
void follow_history_row_set_narrow (FollowHistoryRow *self, gboolean narrow);

/* Everything the row says, for the filter. */
const char *follow_history_row_get_text (FollowHistoryRow *self);

G_END_DECLS
