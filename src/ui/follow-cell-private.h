/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-cell.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_CELL_PLAIN,
  FOLLOW_CELL_DIM,
  FOLLOW_CELL_GAP, /* italics: something is missing */
  FOLLOW_CELL_LATE,
  FOLLOW_CELL_SOON,
} FollowCellStyle;

/* A line of a cell, as it is painted. */
typedef struct
{
  char *text; /* NULL: no line */
  FollowCellStyle style;
  gboolean small;
  const char *icon;
} FollowCellLine;

struct _FollowCell
{
  GtkWidget parent_instance;

  FollowRegister *reg; /* not owned: the table outlives its cells */
  FollowColumn column;
  FollowRecord *record;
  gulong notify_id;

  FollowCellLine first;
  FollowCellLine second;
  const char *letter; /* of the pill that the first line is; NULL: it is text */
  const char *colour;
};

/* How high a row is: as many lines as its table has, whatever it says. */
int follow_cell_measure_height (FollowCell *self);
void follow_cell_paint (FollowCell *self, GtkSnapshot *snapshot);

G_END_DECLS
