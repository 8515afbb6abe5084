/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-export.h"
#include "follow-form.h"
#include "follow-page.h"
#include "follow-plan-area.h"
#include "follow-plan-outline.h"
#include "follow-plan-sheet.h"
#include "follow-plan-tiles.h"

#define FOLLOW_TYPE_PLAN_PAGE (follow_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowPlanPage, follow_plan_page, FOLLOW, PLAN_PAGE, FollowPage)

struct _FollowPlanPage
{
  FollowPage parent_instance;

  FollowRecord *plan;
  FollowPlanOutline *outline; /* what is shown */
  GPtrArray *shown;           /* of FollowPlanArea, not owned, in order; a new one at the end */
  FollowRecord *record;       /* an action or area in the form; NULL: the form is closed */
  FollowForm *form;
  gint64 last_id; /* the action that had the focus last */
  GtkWidget *export_button;

  /* Template children */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  FollowPlanSheet *sheet;
  GtkWidget *content;
  GtkLabel *overseen;
  GtkLabel *marking;
  GtkLabel *vision;
  FollowPlanTiles *tiles;
  GtkBox *areas;
  GtkWidget *separator;
  GtkWidget *side;
  AdwWindowTitle *side_title;
  GtkWidget *side_back;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *record_menu;
  GtkWidget *open_button;
  GMenuModel *plan_menu;
  GMenuModel *export_menu;
};

/* follow-plan-page.c */
FollowPlanRow *follow_plan_page_find_row (FollowPlanPage *self, gint64 id);
FollowPlanArea *follow_plan_page_find_area (FollowPlanPage *self, gint64 section_id);
void follow_plan_page_show_form (FollowPlanPage *self, FollowRecord *record);
void follow_plan_page_add_area (FollowPlanPage *self);

/* follow-plan-page-head.c: what stands above the areas */
GtkWidget *follow_plan_page_make_header (FollowPlanPage *self);
void follow_plan_page_show_head (FollowPlanPage *self);

/* follow-plan-page-scroll.c */
void follow_plan_page_set_up_scrolling (FollowPlanPage *self);
void follow_plan_page_scroll_to (FollowPlanPage *self, GtkWidget *widget);
void follow_plan_page_reveal (FollowPlanPage *self, gint64 id);

/* follow-plan-page-export.c: @layout: NULL for the plan's own */
void follow_plan_page_ask_export (FollowPlanPage *self, const char *layout);
void follow_plan_page_export_to (
    FollowPlanPage *self, const char *path, const char *layout, FollowExportDone done, gpointer data);

/* follow-plan-page-actions.c: what people do to the plan */
void follow_plan_page_install_actions (GtkWidgetClass *widget_class);
void follow_plan_page_update_actions (FollowPlanPage *self);
gboolean follow_plan_page_add_at (FollowPlanPage *self, const FollowOutlinePlace *place);
void follow_plan_page_add_below (FollowPlanPage *self);
FollowPlanRow *follow_plan_page_get_focused (FollowPlanPage *self);
