/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-field-row.h"
#include "follow-register.h"
#include "follow-tag-box.h"

G_BEGIN_DECLS

/* A row for a link field: the records linked to as tags, which open them, and typing to find or make more. */
#define FOLLOW_TYPE_LINKS_ROW (follow_links_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowLinksRow, follow_links_row, FOLLOW, LINKS_ROW, FollowFieldRow)

GtkWidget *follow_links_row_new (FollowRegister *reg, const FollowField *field, const char *caption);

/* Shows what @record links to now, and from then on edits it.
 * @record: (nullable) */
void follow_links_row_show (FollowLinksRow *self, FollowRecord *record);

/* Returns: (transfer none) */
FollowTagBox *follow_links_row_get_box (FollowLinksRow *self);

G_END_DECLS
