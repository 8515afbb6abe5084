/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a reader makes of a file: sheets of typed cells. It knows nothing of records; the import
 * makes sense of it. Rows and columns count from 0. */

typedef enum
{
  FOLLOW_READ_EMPTY,
  FOLLOW_READ_TEXT,
  FOLLOW_READ_NUMBER,
  FOLLOW_READ_DATE,
  FOLLOW_READ_BOOLEAN,
  FOLLOW_READ_ERROR, /* such as #REF!, which is its text */
} FollowReadType;

typedef enum
{
  FOLLOW_READ_NOT_STRUCK,
  FOLLOW_READ_PARTLY_STRUCK, /* some of its words */
  FOLLOW_READ_STRUCK,
} FollowReadStrike;

/* The colour a cell was filled with by hand: FOLLOW_READ_FILLED and 0xRRGGBB, or FOLLOW_READ_NO_FILL.
 * White is a fill too. What a conditional format or a table's style colours is none: it follows from
 * values or from a row's place, and says nothing of its own. */
typedef guint32 FollowReadColour;
#define FOLLOW_READ_NO_FILL 0u
#define FOLLOW_READ_FILLED 0xff000000u

typedef struct
{
  guint32 row;
  guint16 column;
  guint8 type;
  guint8 is_formula : 1; /* the value is the one that was last computed; with FOLLOW_READ_EMPTY, none was */
  guint8 struck : 2;     /* a FollowReadStrike */
  guint32 style;         /* the file's own number of it */
  guint32 fill;          /* a FollowReadColour */
  double number;         /* of a number; the serial day of a date; 0 or 1 of a boolean */
  /* Never NULL: as the user wrote or sees it; of a date YYYY-MM-DD, with THH:MM[:SS] where it has a
   * time, or HH:MM[:SS] alone; of a boolean TRUE or FALSE. Belongs to the book. */
  const char *text;
} FollowReadCell;

typedef struct
{
  guint32 first_row;
  guint32 last_row;
  guint32 first_column;
  guint32 last_column;
} FollowReadRange;

typedef struct
{
  guint32 first;
  guint32 last;
} FollowReadSpan;

/* All texts below belong to the book. */

typedef struct
{
  guint32 row;
  guint32 column;
  const char *author; /* "" where nobody is named */
  const char *text;   /* without the author's name that Excel writes in front */
  const char *date;   /* YYYY-MM-DDTHH:MM:SS in UTC, "" where none is kept */
  gboolean is_reply;  /* to the comment before it */
  gboolean is_done;   /* its thread was marked as resolved */
} FollowReadComment;

typedef struct
{
  FollowReadRange area;
  const char *target;   /* an address outside, as mailto:… or https://…; "" where it stays in the book */
  const char *location; /* within the target, or else the book: a reference or name; "" for none */
  const char *tip;      /* shown when the pointer rests on it; "" for none */
} FollowReadLink;

/* What may be typed into some cells. */
typedef struct
{
  GArray *areas;       /* of FollowReadRange */
  const char *type;    /* the format's word: list, whole, decimal, date, time, textLength, custom */
  const char *formula; /* the first one, as written, without = */
  GStrv words;         /* of a list that stands in the validation itself, else NULL */
  int source_sheet;    /* of a list that stands in cells: the sheet's index, and where; else -1 */
  FollowReadRange source;
} FollowReadValidation;

typedef struct
{
  const char *name;
  FollowReadRange area; /* with header and totals */
  guint header_rows;    /* 0 or 1 */
  guint totals_rows;    /* 0 or 1 */
} FollowReadTable;

/* What the book calls by a name. */
typedef struct
{
  const char *name;
  const char *formula; /* as written, without = */
  int sheet;           /* index of the only sheet that knows it, -1 for all */
} FollowReadName;

typedef struct _FollowReadFills FollowReadFills;

typedef struct
{
  char *name;
  gboolean hidden;
  gboolean very_hidden;   /* hidden, and not offered by Excel when one asks to unhide sheets */
  GArray *cells;          /* of FollowReadCell: those with something in them, row by row */
  GArray *merged;         /* of FollowReadRange, downwards */
  GArray *hidden_rows;    /* of FollowReadSpan, upwards */
  GArray *hidden_columns; /* of FollowReadSpan, upwards */
  GArray *comments;       /* of FollowReadComment, row by row, a thread in its order */
  GArray *links;          /* of FollowReadLink, downwards */
  GPtrArray *validations; /* of FollowReadValidation */
  GArray *validated;      /* their areas, downwards: ask follow_read_sheet_validation_at() */
  GArray *tables;         /* of FollowReadTable */
  FollowReadFills *fills; /* of cells with nothing else: ask follow_read_sheet_fill() */
  guint32 n_rows;         /* as far as there is something written */
  guint32 n_columns;
  guint32 tallest_merged; /* rows, for finding */
  guint32 tallest_link;
  guint32 tallest_validated;
} FollowReadSheet;

typedef struct
{
  GPtrArray *sheets; /* of FollowReadSheet, without those that hold no cells, such as a chart */
  GArray *names;     /* of FollowReadName */
  GStringChunk *texts;
} FollowReadBook;

/* How much of a stranger's file is taken in. */
typedef struct
{
  guint64 file_bytes;
  guint64 expanded_bytes;
  guint64 n_entries;
  guint64 n_cells;
  guint64 n_strings;
  gsize text_bytes; /* of one cell */
  guint depth;
  guint seconds;
} FollowReadLimits;

extern const FollowReadLimits follow_read_limits_default;

FollowReadBook *follow_read_book_new (void);
void follow_read_book_free (FollowReadBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowReadBook, follow_read_book_free)

/* Returns: (transfer none): a new sheet at the end. */
FollowReadSheet *follow_read_book_add_sheet (FollowReadBook *self, const char *name);
FollowReadSheet *follow_read_book_sheet (FollowReadBook *self, guint index);

/* Returns: (transfer none) (nullable): NULL where the sheet has nothing. */
const FollowReadCell *follow_read_sheet_cell (const FollowReadSheet *self, guint32 row, guint32 column);
/* Returns: (transfer none): "" where the sheet has nothing. */
const char *follow_read_sheet_text (const FollowReadSheet *self, guint32 row, guint32 column);
gboolean follow_read_sheet_row_is_hidden (const FollowReadSheet *self, guint32 row);
gboolean follow_read_sheet_column_is_hidden (const FollowReadSheet *self, guint32 column);
/* Also of a place where nothing is written, by its row's or column's fill if need be. Below the last
 * row with something written there is none. In a merged range the first cell's fill shows. */
FollowReadColour follow_read_sheet_fill (const FollowReadSheet *self, guint32 row, guint32 column);
/* Returns: (transfer none) (nullable): what covers the place. */
const FollowReadRange *follow_read_sheet_merged_at (const FollowReadSheet *self, guint32 row, guint32 column);
const FollowReadLink *follow_read_sheet_link_at (const FollowReadSheet *self, guint32 row, guint32 column);
const FollowReadValidation *follow_read_sheet_validation_at (const FollowReadSheet *self,
                                                             guint32 row,
                                                             guint32 column);
/* Returns: (transfer none) (nullable): the first of the @n comments at the place, the others behind it. */
const FollowReadComment *follow_read_sheet_comments_at (const FollowReadSheet *self,
                                                        guint32 row,
                                                        guint32 column,
                                                        guint *n);
/* Returns: (transfer full): the words a drop-down offers; none where it is no list, or one that a
 * formula makes. */
GStrv follow_read_book_words (const FollowReadBook *self, const FollowReadValidation *validation);
gboolean follow_read_range_contains (const FollowReadRange *self, guint32 row, guint32 column);

/* For readers. Puts all in order and sets the extent; of two cells in one place the later one stays. */
void follow_read_sheet_finish (FollowReadSheet *self);
/* Returns: (transfer none): an empty one at the end. */
FollowReadValidation *follow_read_sheet_add_validation (FollowReadSheet *self);
void follow_read_spans_add (GArray *spans, guint32 first, guint32 last);
/* “Could not read “NAME”: REASON.” */
void follow_read_set_error (GError **error, int code, const char *name, const char *reason);

G_END_DECLS
