/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-bulk-bar.h"
#include "follow-filter-bar.h"
#include "follow-form.h"
#include "follow-page.h"
#include "follow-places.h"
#include "follow-table-footer.h"
#include "follow-table.h"

#define FOLLOW_TYPE_TABLE_PAGE (follow_table_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowTablePage, follow_table_page, FOLLOW, TABLE_PAGE, FollowPage)

struct _FollowTablePage
{
  FollowPage parent_instance;

  const FollowPlace *place;
  const FollowKind *kind; /* what the table shows now: the place's own kind, or another it has */
  FollowTable *table;
  FollowFilterBar *filter_bar;
  FollowTableFooter *footer;
  FollowBulkBar *bulk_bar;
  FollowForm *form;
  FollowRecord *record; /* in the form; NULL: the form is closed */
  GtkWidget *list_header;
  GtkWidget *columns_button;
  gboolean several; /* more than one row is selected: the pane says so in place of a form */
  gboolean opening; /* a new record is put into the form: the selection follows, and not the form it */

  /* Template children */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkStack *stack;
  AdwBin *table_bin;
  AdwStatusPage *empty;
  GtkButton *empty_new;
  AdwStatusPage *no_match;
  GtkStack *foot;
  GtkWidget *separator;
  GtkWidget *form_pane;
  GtkBox *form_box;
  AdwStatusPage *several_page;
  AdwWindowTitle *form_title;
  GtkWidget *form_back;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *record_menu;
  GtkWidget *open_button;
};

void follow_table_page_show_form (FollowTablePage *self, FollowRecord *record);
void follow_table_page_show_kind (FollowTablePage *self, const FollowKind *kind);
GtkWidget *follow_table_page_make_columns_button (FollowTablePage *self);
GtkWidget *follow_table_page_make_kind_switch (FollowTablePage *self);
void follow_table_page_ask_export (FollowTablePage *self);
