/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-parts.h"

G_BEGIN_DECLS

/* The parsers that share one reading of a sheet: each gets the elements of its own sections. */

/* Of rows and their cells. */
typedef struct
{
  FollowXlsxParts *parts; /* (unowned) */
  FollowReadSheet *sheet; /* (unowned) */
  guint32 next_row;
  guint32 next_column;
  guint32 row;
  guint32 column;
  guint32 style;
  char type[12];
  gboolean has_formula;
  gboolean has_inline;
  gboolean in_value;
  GString *value;       /* of <v> */
  FollowXlsxRich words; /* of <is> */
} FollowXlsxRows;

void follow_xlsx_rows_init (FollowXlsxRows *self, FollowXlsxParts *parts, FollowReadSheet *sheet);
void follow_xlsx_rows_clear (FollowXlsxRows *self);
void follow_xlsx_rows_start (FollowXlsxRows *self, const char *name, const char **attributes);
void follow_xlsx_rows_end (FollowXlsxRows *self, const char *name);
void follow_xlsx_rows_text (FollowXlsxRows *self, const char *text, int length);

/* Of what stands before and behind them: columns, merged ranges, links, validations. */
typedef struct
{
  FollowXlsxParts *parts;               /* (unowned) */
  FollowReadSheet *sheet;               /* (unowned) */
  const FollowXlsxRelations *relations; /* (unowned) */
  FollowReadValidation *validation;     /* (unowned): being read */
  GString *formula;
  GString *words; /* of a list with commas or quotes in its words */
  GString *areas;
  GString *target; /* (unowned): which of these is being read */
} FollowXlsxAround;

void follow_xlsx_around_init (FollowXlsxAround *self,
                              FollowXlsxParts *parts,
                              FollowReadSheet *sheet,
                              const FollowXlsxRelations *relations);
void follow_xlsx_around_clear (FollowXlsxAround *self);
void follow_xlsx_around_start (FollowXlsxAround *self, const char *name, const char **attributes);
void follow_xlsx_around_end (FollowXlsxAround *self, const char *name);
void follow_xlsx_around_text (FollowXlsxAround *self, const char *text, int length);

/* Finds where the lists of all validations stand, when all sheets are known. */
void follow_xlsx_find_sources (FollowXlsxParts *parts);

gboolean follow_xlsx_read_comments (FollowXlsxParts *parts,
                                    const FollowXlsxRelations *relations,
                                    FollowReadSheet *sheet,
                                    GError **error);
gboolean follow_xlsx_read_tables (FollowXlsxParts *parts,
                                  const FollowXlsxRelations *relations,
                                  FollowReadSheet *sheet,
                                  GError **error);

G_END_DECLS
