/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* Where the wording of an action or an area is typed on the plan's page: saved by itself a moment after the
 * typing stops.
 *
 * Signals
 * returned (): Return was pressed; Shift+Return begins a new line
 * left (): Escape was pressed, or the focus went elsewhere */
#define FOLLOW_TYPE_PLAN_WRITER (follow_plan_writer_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanWriter, follow_plan_writer, FOLLOW, PLAN_WRITER, AdwBin)

/* @record: with a field “wording”; may be new
 * @name: the accessible name, shown while there is no text */
GtkWidget *follow_plan_writer_new (FollowRegister *reg, FollowRecord *record, const char *name);

/* Returns: (transfer none): the record as it is typed */
FollowRecord *follow_plan_writer_get_record (FollowPlanWriter *self);
gboolean follow_plan_writer_is_blank (FollowPlanWriter *self);

/* Saves what is typed. FALSE: it could not be saved, which was told. */
gboolean follow_plan_writer_flush (FollowPlanWriter *self);

/* Returns: (transfer none) */
GtkTextView *follow_plan_writer_get_view (FollowPlanWriter *self);

G_END_DECLS
