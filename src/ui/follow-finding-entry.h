/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The line in which findings are added one after the other: a type and a wording, saved by itself a moment after
 * the typing stops. Return ends one and waits for the next of the same type.
 *
 * Signals
 * added (FollowRecord *finding): it is in the register, and the line waits for another
 * closed (): Escape */
#define FOLLOW_TYPE_FINDING_ENTRY (follow_finding_entry_get_type ())
G_DECLARE_FINAL_TYPE (FollowFindingEntry, follow_finding_entry, FOLLOW, FINDING_ENTRY, GtkBox)

GtkWidget *follow_finding_entry_new (FollowRegister *reg, gint64 inspection);
void follow_finding_entry_focus (FollowFindingEntry *self);

/* Shows the number the next finding gets: the findings have changed. */
void follow_finding_entry_update (FollowFindingEntry *self);

/* Saves what is typed, if anything, and waits for the next. FALSE: it could not be saved, which was told, and stays. */
gboolean follow_finding_entry_keep (FollowFindingEntry *self);

/* The finding that is being typed, which may be in the register already. */
gint64 follow_finding_entry_get_id (FollowFindingEntry *self);

G_END_DECLS
