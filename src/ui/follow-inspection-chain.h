/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The inspections that one follows and that follow it, this one between them. Left and Right go there; with
 * little room it is a drop-down. It is hidden while there is only one.
 *
 * Signal chosen (gint64 id) */
#define FOLLOW_TYPE_INSPECTION_CHAIN (follow_inspection_chain_get_type ())
G_DECLARE_FINAL_TYPE (FollowInspectionChain, follow_inspection_chain, FOLLOW, INSPECTION_CHAIN, GtkBox)

GtkWidget *follow_inspection_chain_new (FollowRegister *reg, gint64 inspection);
void follow_inspection_chain_set_narrow (FollowInspectionChain *self, gboolean narrow);
void follow_inspection_chain_update (FollowInspectionChain *self);

/* Puts the focus on this inspection. */
void follow_inspection_chain_focus (FollowInspectionChain *self);

G_END_DECLS
