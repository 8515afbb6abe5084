/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-table.h"

struct _FollowTable
{
  AdwBin parent_instance;

  FollowRegister *reg;
  FollowListModel *model;
  GtkSliceListModel *slice;
  GtkMultiSelection *selection;
  GtkColumnView *view;
  GArray *columns;   /* FollowColumn */
  GHashTable *cells; /* FollowCell: those that show a record */
  GArray *selected;  /* ids that were selected before the rows change, while they do; else NULL */
  GSettings *settings;
  gboolean compact;
  gboolean building; /* columns are put up: what they report is not a person's doing */
  guint fill_id;
  guint width_source;
  const FollowField *asked; /* see sorter_changed_cb() */
};

/* Puts up the columns as they were chosen, with the order and the widths that are remembered. */
void follow_table_build_columns (FollowTable *self);
void follow_table_remove_columns (FollowTable *self);

/* A person clicked on the head of a column: the order is asked of the view, remembered and shown. */
void follow_table_order_changed (FollowTable *self);
