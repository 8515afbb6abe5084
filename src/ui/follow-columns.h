/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind.h"

G_BEGIN_DECLS

/* A column of a table: a field, and below it perhaps a second one that belongs to it on the screen. */
typedef struct
{
  const FollowField *field;
  const FollowField *second; /* NULL: the cell has one line of thought */
  int width;                 /* at text scale 1; 0: takes what is left */
  gboolean number_only;      /* a link shows the number of the record alone */
  int n_lines;               /* of text in a cell: the same for all columns of a table */
} FollowColumn;

/* Which columns a table of @kind has: those a person chose, else the usual ones.
 * @chosen: (nullable): names of fields
 * @compact: whether there is little room: columns that belong together then share one
 * Returns: (transfer full) (element-type FollowColumn) */
GArray *follow_columns_make (const FollowKind *kind, const char *const *chosen, gboolean compact);

/* Returns: (transfer full): the names of the fields that are shown when nothing was chosen */
char **follow_columns_get_usual (const FollowKind *kind);

/* Whether people may show @field as a column. */
gboolean follow_columns_can_show (const FollowField *field);

/* What stands at the head of a column. Returns: (transfer full) */
char *follow_column_get_title (const FollowColumn *column);

G_END_DECLS
