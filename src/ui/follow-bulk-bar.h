/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* In place of the counts while several rows are selected: set a field of all of them, export them, move them
 * to the bin. Signal export-clicked (). */
#define FOLLOW_TYPE_BULK_BAR (follow_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (FollowBulkBar, follow_bulk_bar, FOLLOW, BULK_BAR, AdwBin)

GtkWidget *follow_bulk_bar_new (FollowRegister *reg, const FollowKind *kind);

/* @ids: (element-type gint64): the selected records */
void follow_bulk_bar_set_selected (FollowBulkBar *self, GArray *ids);

/* Moves the selected records to the bin, as the button does. */
void follow_bulk_bar_remove (FollowBulkBar *self);

G_END_DECLS
