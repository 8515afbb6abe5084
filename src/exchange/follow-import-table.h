/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-result-private.h"
#include "follow-import.h"

G_BEGIN_DECLS

/* Where on a sheet a table stands, what its headings mean and what its rows are. Rows and columns are the
 * sheet's. */
typedef struct
{
  FollowImportSheet view; /* what the window sees of it */
  guint index;
  GArray *fields;        /* of FollowImportField: the columns that mean a field */
  GArray *notes;         /* of guint: the columns that become part of a note */
  int id_column;         /* -1: none */
  int parent_column;     /* what a record is edited inside of; -1: none */
  gboolean names_fields; /* its headings are the fields' names */
  gboolean has_keys;     /* and its rows are to be taken as our own workbooks write them */
  gboolean has_meetings;
} FollowImportTable;

typedef struct
{
  guint column;
  const FollowKind *kind;
  const FollowField *field;
} FollowImportField;

FollowImportTable *follow_import_table_new (const FollowReadSheet *cells, guint index);
void follow_import_table_free (FollowImportTable *self);

gboolean follow_text_is_blank (const char *text);
/* Returns: (transfer none) (nullable): the cell's own text; NULL where it is blank. */
const char *follow_import_table_text (const FollowImportTable *self, guint row, guint column);
/* The same, or the text of the merged cell that the place stands under. */
const char *follow_import_table_full_text (const FollowImportTable *self,
                                           guint row,
                                           guint column,
                                           gboolean *filled_down);
const FollowImportField *follow_import_table_find (const FollowImportTable *self,
                                                   const char *kind,
                                                   const char *field);
/* Returns: (transfer none) (nullable): the text of the column that means the field. */
const char *follow_import_table_get (const FollowImportTable *self,
                                     guint row,
                                     const char *kind,
                                     const char *field);
/* Where that text stands. There must be such a column. */
FollowImportArea follow_import_table_where (const FollowImportTable *self,
                                            guint row,
                                            const char *kind,
                                            const char *field);
/* The part of the row that has something in it; G_MAXUINT as the column of a blank one. */
FollowImportArea follow_import_table_row (const FollowImportTable *self, guint row);
FollowImportRole follow_import_table_role (const FollowImportTable *self, guint row);
/* Where in the sheet’s cells the row begins. */
guint follow_import_table_first_cell (const FollowImportTable *self, guint row);

G_END_DECLS
