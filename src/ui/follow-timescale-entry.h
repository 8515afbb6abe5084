/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-timescale.h"

G_BEGIN_DECLS

/* When something is due, as it was agreed: an entry and under it, at every key, what the words were read as
 * and how far off that is. The words are never changed.
 *
 * Property timescale (FollowTimescale, nullable)
 * Signal changed (): the person typed; not emitted when the program sets the timescale */
#define FOLLOW_TYPE_TIMESCALE_ENTRY (follow_timescale_entry_get_type ())
G_DECLARE_FINAL_TYPE (FollowTimescaleEntry, follow_timescale_entry, FOLLOW, TIMESCALE_ENTRY, GtkBox)

/* @name: the accessible name of the entry: “Timescale, as agreed” */
GtkWidget *follow_timescale_entry_new (const char *name);

/* Returns: (transfer none) (nullable): NULL while the entry is blank */
FollowTimescale *follow_timescale_entry_get_timescale (FollowTimescaleEntry *self);

/* @timescale: (nullable): shown with the days it holds, also where its words alone would be read otherwise */
void follow_timescale_entry_set_timescale (FollowTimescaleEntry *self, FollowTimescale *timescale);

/* What is complete or withdrawn is not overdue, whatever the day: no clock then. */
void follow_timescale_entry_set_closed (FollowTimescaleEntry *self, gboolean closed);

/* Returns: what is said under the entry, “” for nothing */
const char *follow_timescale_entry_get_read_as (FollowTimescaleEntry *self);
const char *follow_timescale_entry_get_distance (FollowTimescaleEntry *self);

/* Returns: (transfer none) */
GtkEntry *follow_timescale_entry_get_entry (FollowTimescaleEntry *self);

G_END_DECLS
