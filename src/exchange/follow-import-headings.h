/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-private.h"

G_BEGIN_DECLS

/* What stands above a table: a title, a line on who approved it, some blank rows. */
#define FOLLOW_IMPORT_ROWS_ABOVE 60

/* One heading on its way to a meaning. Texts are the sheet's. */
typedef struct
{
  guint column;
  const char *above; /* of two rows: the upper one's, or NULL */
  const char *text;  /* or NULL */
} FollowImportHeading;

/* Where headings may stand, taken for those of one kind. */
typedef struct
{
  const FollowKind *kind;
  guint row;
  guint n_rows;
  guint n_claimed;
  gboolean is_keys;
} FollowImportCandidate;

/* Returns: (transfer full) (element-type FollowImportHeading): what stands in the row */
GArray *follow_import_read_headings (const FollowImportTable *table, guint row);
void follow_import_table_set_column (FollowImportTable *table,
                                     guint column,
                                     FollowImportMeaning meaning,
                                     FollowSaidBy said_by);

/* Looks for a row of fields’ names, as our own workbooks hide above the headings, and delimited text has
 * instead of them. @target may be NULL. */
void follow_import_find_keys (FollowImportTable *table,
                              const FollowKind *target,
                              FollowImportCandidate *best);
/* What was not chosen otherwise means what its name says. */
void follow_import_set_keys (FollowImportTable *table, const FollowImportCandidate *best);
/* Whether the rows are to be taken as our own workbooks write them: a field each column, and nothing else. */
gboolean follow_import_is_our_own (const FollowImportTable *table);

G_END_DECLS
