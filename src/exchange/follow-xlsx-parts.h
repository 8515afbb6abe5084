/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-number-format.h"
#include "follow-xlsx-colours.h"
#include "follow-xlsx-relations.h"
#include "follow-xlsx-rich.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *part; /* NULL of a sheet that holds no cells, such as a chart */
  int index;  /* in the book; -1 of one that holds no cells */
  gboolean hidden;
  gboolean very_hidden;
} FollowXlsxSheetEntry;

/* What a cell's style says that matters here. */
typedef struct
{
  guint8 kind; /* a FollowNumberKind */
  guint8 is_struck;
  FollowNumberDigits digits;
  FollowReadColour fill;
} FollowXlsxStyle;

/* What a workbook says outside its sheets. */
typedef struct
{
  FollowXlsxPackage *package; /* (unowned) */
  FollowReadBook *book;       /* (unowned) */
  GArray *sheets;             /* of FollowXlsxSheetEntry */
  GPtrArray *strings;         /* of const char *, belonging to the book */
  GByteArray *strikes;        /* each string's: see follow_xlsx_strike() */
  GArray *styles;             /* of FollowXlsxStyle */
  GHashTable *people;         /* names by id, of those who write in threads; both belong to the book */
  FollowXlsxColours colours;
  gboolean from_1904;
  guint64 n_kept; /* cells and what else is kept of sheets, so far */
} FollowXlsxParts;

gboolean follow_xlsx_parts_read (FollowXlsxParts *self,
                                 FollowXlsxPackage *package,
                                 FollowReadBook *book,
                                 GError **error);
void follow_xlsx_parts_clear (FollowXlsxParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowXlsxParts, follow_xlsx_parts_clear)

/* Counts one more thing that is kept: all sheets together, as they are all kept. */
void follow_xlsx_parts_count (FollowXlsxParts *self);
/* Returns: (transfer none): belongs to the book; "" for NULL. */
const char *follow_xlsx_parts_keep (FollowXlsxParts *self, const char *text);

gboolean follow_xlsx_read_styles (FollowXlsxParts *self, const char *part, GError **error);
/* Those who write in threads of comments. */
gboolean follow_xlsx_read_people (FollowXlsxParts *self, const char *part, GError **error);

/* Reads one sheet with all that belongs to it. */
gboolean follow_xlsx_read_sheet (FollowXlsxParts *parts,
                                 const char *part,
                                 FollowReadSheet *sheet,
                                 GError **error);

G_END_DECLS
