/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-child-list.h"

G_BEGIN_DECLS

/* What has been said about an action: the newest note on top, and above it one box to add the next. Notes are
 * added, never overwritten. What is typed and not yet added is kept as a draft of its action. */
#define FOLLOW_TYPE_PROGRESS_NOTES (follow_progress_notes_get_type ())
G_DECLARE_FINAL_TYPE (FollowProgressNotes, follow_progress_notes, FOLLOW, PROGRESS_NOTES, FollowChildList)

GtkWidget *follow_progress_notes_new (FollowRegister *reg);

/* Adds what is typed as a note of today. Returns: whether there is a new note */
gboolean follow_progress_notes_add (FollowProgressNotes *self);

/* Returns: (transfer none): where the next note is typed */
GtkTextView *follow_progress_notes_get_view (FollowProgressNotes *self);

G_END_DECLS
