/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is scrolled on a plan's page. It would like to be as wide as it is told, whatever its texts ask for. When
 * its width changes, lines break elsewhere and everything moves: the sheet then scrolls so that what a person
 * was looking at stays where it was. */
#define FOLLOW_TYPE_PLAN_SHEET (follow_plan_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanSheet, follow_plan_sheet, FOLLOW, PLAN_SHEET, GtkWidget)

/* At text scale 1. */
void follow_plan_sheet_set_width (FollowPlanSheet *self, int width);

/* @find: the widget inside that is to stay in its place, or NULL
 * @adjustment: of the scrolled window around it */
typedef GtkWidget *(*FollowPlanSheetAnchor) (FollowPlanSheet *self, double top, double bottom, gpointer data);
void follow_plan_sheet_set_anchor (FollowPlanSheet *self,
                                   GtkAdjustment *adjustment,
                                   FollowPlanSheetAnchor find,
                                   gpointer data);

/* Returns: how far @widget lies below the upper edge */
double follow_plan_sheet_get_top (FollowPlanSheet *self, GtkWidget *widget);

G_END_DECLS
