/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* A progress note on its rail: the day, who, what was said, the status declared that day, where it was
 * reported. Only the last may still be filled in.
 *
 * Signal remove () */
#define FOLLOW_TYPE_NOTE_ROW (follow_note_row_get_type ())
G_DECLARE_FINAL_TYPE (FollowNoteRow, follow_note_row, FOLLOW, NOTE_ROW, GtkListBoxRow)

GtkWidget *follow_note_row_new (FollowRegister *reg, FollowRecord *record);
gint64 follow_note_row_get_id (FollowNoteRow *self);
void follow_note_row_update (FollowNoteRow *self, FollowRecord *record);
void follow_note_row_set_place (FollowNoteRow *self, gboolean first, gboolean last);

G_END_DECLS
