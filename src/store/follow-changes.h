/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-record.h"

G_BEGIN_DECLS

/* What is to be written together, or not at all: one step for Undo, one entry in the history. */
typedef struct _FollowChanges FollowChanges;

FollowChanges *follow_changes_new (const char *label);
void follow_changes_free (FollowChanges *self);
void follow_changes_save (FollowChanges *self, FollowRecord *record);
void follow_changes_remove (FollowChanges *self, FollowRecord *record);
void follow_changes_restore (FollowChanges *self, FollowRecord *record);
guint follow_changes_get_size (FollowChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowChanges, follow_changes_free)

G_END_DECLS
