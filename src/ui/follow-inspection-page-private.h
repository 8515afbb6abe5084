/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-finding-entry.h"
#include "follow-finding-group.h"
#include "follow-form.h"
#include "follow-grade-list.h"
#include "follow-inspection-chain.h"
#include "follow-page.h"
#include "follow-width-bin.h"

#define FOLLOW_TYPE_INSPECTION_PAGE (follow_inspection_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowInspectionPage, follow_inspection_page, FOLLOW, INSPECTION_PAGE, FollowPage)

#define FOLLOW_N_FINDING_TYPES 6

/* An inspection: what it found, as its report groups it, each with what answers it; its grades; what came
 * before and after. */
struct _FollowInspectionPage
{
  FollowPage parent_instance;

  FollowRecord *inspection;
  FollowRecord *finding; /* in the form; NULL: the form is closed */
  guint update_source;
  gint64 wanted;      /* a finding to bring into view once it has its place */
  gboolean at_chain;  /* one came along the chain: the focus belongs there */
  gboolean is_adding; /* the line for new findings is open */

  GtkWidget *header;
  FollowWidthBin *width;
  FollowInspectionChain *chain;
  FollowFindingEntry *entry;
  FollowFindingGroup *groups[FOLLOW_N_FINDING_TYPES];
  FollowGradeList *grades;
  FollowForm *form;

  /* Template children */
  AdwLeaflet *leaflet;
  GtkWidget *main_pane;
  GtkWidget *separator;
  GtkWidget *form_pane;
  AdwWindowTitle *form_title;
  GtkWidget *form_close;
  GtkWidget *form_menu;
  AdwBin *form_bin;
  GtkWidget *body;
  GtkScrolledWindow *findings_scroller;
  GtkBox *findings;
  AdwBin *top_grades;
  GtkWidget *no_findings;
  GtkWidget *grades_separator;
  GtkWidget *grades_scroller;
  AdwBin *side_grades;
  GMenuModel *inspection_menu;
};

void follow_inspection_page_install_actions (GtkWidgetClass *widget_class);
void follow_inspection_page_open_finding (FollowInspectionPage *self, FollowRecord *finding);
