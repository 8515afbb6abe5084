/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-number-format.h"
#include "follow-xlsx-package.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *part; /* NULL of a sheet that holds no cells, such as a chart */
  gboolean hidden;
} FollowXlsxSheetEntry;

/* What a workbook says outside its sheets. */
typedef struct
{
  FollowXlsxPackage *package; /* (unowned) */
  FollowReadBook *book;       /* (unowned) */
  GArray *sheets;             /* of FollowXlsxSheetEntry */
  GPtrArray *strings;         /* of const char *, belonging to the book */
  GArray *kinds;              /* of guint8: each style's FollowNumberKind */
  gboolean from_1904;
  guint64 n_cells; /* kept so far */
} FollowXlsxParts;

gboolean follow_xlsx_parts_read (FollowXlsxParts *self,
                                 FollowXlsxPackage *package,
                                 FollowReadBook *book,
                                 GError **error);
void follow_xlsx_parts_clear (FollowXlsxParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowXlsxParts, follow_xlsx_parts_clear)

/* Reads the cells of one sheet. */
gboolean follow_xlsx_read_cells (FollowXlsxParts *parts,
                                 const char *part,
                                 FollowReadSheet *sheet,
                                 GError **error);

/* Undoes _xHHHH_, the format's way to write what XML cannot, within @text. */
void follow_xlsx_unescape (GString *text);

/* Adds to a text that is bounded. */
void follow_xlsx_append (FollowXlsxPackage *package, GString *text, const char *more, int length);

G_END_DECLS
