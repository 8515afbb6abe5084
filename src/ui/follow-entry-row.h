/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"

G_BEGIN_DECLS

/* One line of text under its caption. The text is never NULL. */
#define FOLLOW_TYPE_ENTRY_ROW (follow_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowEntryRow, follow_entry_row, FOLLOW, ENTRY_ROW, FollowFieldRow)

GtkWidget *follow_entry_row_new (const char *caption);
const char *follow_entry_row_get_text (FollowEntryRow *self);
void follow_entry_row_set_text (FollowEntryRow *self, const char *text);
void follow_entry_row_set_placeholder (FollowEntryRow *self, const char *placeholder);

/* Returns: (transfer none): for its signal `activate` */
GtkEntry *follow_entry_row_get_entry (FollowEntryRow *self);

G_END_DECLS
