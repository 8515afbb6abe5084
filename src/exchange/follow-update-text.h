/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-read-sheet.h"
#include "follow-update-columns.h"

G_BEGIN_DECLS

/* A returned update sheet as it was read, before anything of it is believed: which sheet it says that it is, and
 * what stands in its cells. Rows and columns may have been moved, added and taken out. */

typedef struct
{
  gint64 id; /* of the action; 0: the row names none */
  guint row;
  char *cells[FOLLOW_UPDATE_N_COLUMNS]; /* NULL when empty */
} FollowUpdateLine;

typedef struct
{
  char *name; /* the file's */
  FollowReadBook *book;
  gboolean is_list; /* no update sheet but the list of those that were made; nothing else is filled in */
  gint64 sheet_id;
  char *register_name; /* may be NULL, as those below */
  char *recipient;
  char *filled_by;
  char *filled_on;
  const FollowReadSheet *table;         /* (unowned) */
  int columns[FOLLOW_UPDATE_N_COLUMNS]; /* where each stands; -1: it is gone */
  GPtrArray *lines;                     /* of FollowUpdateLine, from the top */
  GPtrArray *sent; /* of FollowUpdateLine: what the sheet says that it held when it was sent */
  guint first_row; /* below the headings */
} FollowUpdateText;

/* Returns: (transfer full) (nullable): NULL with a sentence when it is no update sheet, or cannot be read */
FollowUpdateText *follow_update_text_read (const char *path, GCancellable *cancellable, GError **error);
void follow_update_text_free (FollowUpdateText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowUpdateText, follow_update_text_free)

/* Returns: (transfer full) (nullable): a number such as 1234567890123456789 in @text, 0 when it is none */
gint64 follow_update_read_id (const char *text);

G_END_DECLS
