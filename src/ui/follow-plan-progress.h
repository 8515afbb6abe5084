/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-bar.h"
#include "follow-plan-outline.h"

G_BEGIN_DECLS

/* How far an area is: a bar, below it "2 of 5 complete" and how many stand where, by letter and figure. */
#define FOLLOW_TYPE_PLAN_PROGRESS (follow_plan_progress_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanProgress, follow_plan_progress, FOLLOW, PLAN_PROGRESS, GtkBox)

GtkWidget *follow_plan_progress_new (void);
void follow_plan_progress_update (FollowPlanProgress *self, FollowOutlineArea *area);

/* The bar alone. */
void follow_plan_progress_fill (FollowBar *bar, FollowOutlineArea *area);

G_END_DECLS
