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

typedef struct
{
  guint32 row;
  guint16 column;
  guint8 type;
  guint8 is_formula; /* the value is the one that was last computed */
  guint32 style;     /* the file's own number of it */
  double number;     /* of a number; the serial day of a date; 0 or 1 of a boolean */
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

typedef struct
{
  char *name;
  gboolean hidden;
  GArray *cells;          /* of FollowReadCell: those with something in them, row by row */
  GArray *merged;         /* of FollowReadRange */
  GArray *hidden_rows;    /* of FollowReadSpan, upwards */
  GArray *hidden_columns; /* of FollowReadSpan */
  guint32 n_rows;         /* as far as there is something */
  guint32 n_columns;
} FollowReadSheet;

typedef struct
{
  GPtrArray *sheets; /* of FollowReadSheet */
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

/* For readers. Puts cells in order and sets the extent; of two in one place the later one stays. */
void follow_read_sheet_finish (FollowReadSheet *self);
void follow_read_spans_add (GArray *spans, guint32 first, guint32 last);
/* “Could not read “NAME”: REASON.” */
void follow_read_set_error (GError **error, int code, const char *name, const char *reason);

G_END_DECLS
