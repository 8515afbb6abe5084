/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-choice-item.h"
#include "follow-register.h"

G_BEGIN_DECLS

/* What a link field may hold: found by typing, or made on the spot. @record is the one that is edited. */

/* Returns: (transfer full): the item that stands for the record @id in a tag or a row */
FollowChoiceItem *follow_link_item_new (FollowRegister *reg, gint64 id);

/* The records of the field's kinds that fit @text, those with it in their title first. Where @record names
 * the one they are edited inside of (a plan, for its sections), only that one's.
 *
 * Returns: (transfer full): a list of FollowChoiceItem, at most some 30 */
GListModel *follow_link_search (FollowRegister *reg,
                                FollowRecord *record,
                                const FollowField *field,
                                const char *text);

/* What tells it from others of its name: what it is inside of, its organisation, or its kind.
 * Returns: (transfer full) (nullable) */
char *follow_link_dup_subtitle (FollowRegister *reg, gint64 id, gboolean several_kinds);

/* Whether a title is all that a new record of the field's first kind needs. */
gboolean follow_link_can_create (FollowRecord *record, const FollowField *field);

/* Makes that record and links @record to it, in one step for Undo where @record can be saved too; a single
 * link is replaced.
 *
 * Returns: the id of the new record, 0 with @error */
gint64 follow_link_create (
    FollowRegister *reg, FollowRecord *record, const FollowField *field, const char *title, GError **error);

void follow_link_add (FollowRecord *record, const FollowField *field, gint64 id);
void follow_link_remove (FollowRecord *record, const FollowField *field, gint64 id);

G_END_DECLS
