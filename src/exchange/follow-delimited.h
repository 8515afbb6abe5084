/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-read-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_ENCODING_LOOK, /* told by looking */
  FOLLOW_ENCODING_UTF_8,
  FOLLOW_ENCODING_UTF_16_LE,
  FOLLOW_ENCODING_UTF_16_BE,
  FOLLOW_ENCODING_WINDOWS_1252,
} FollowEncoding;

/* What was found, and what the user may set instead. */
typedef struct
{
  FollowEncoding encoding;
  char delimiter; /* , ; or a tab; 0 is told by looking */
} FollowDelimitedForm;

/* Reads delimited text (RFC 4180) into a book of one sheet named as the file, all of its cells text.
 * Line ends within a cell become line feeds. @form may be NULL; else its unset fields are set to what
 * was found. @limits may be NULL for the usual ones. Errors are sentences: FOLLOW_ERROR_NOT_FOUND,
 * _DAMAGED, _FOREIGN, _REFUSED, _CANCELLED. Returns: (transfer full) */
FollowReadBook *follow_delimited_read (const char *path,
                                       FollowDelimitedForm *form,
                                       const FollowReadLimits *limits,
                                       GCancellable *cancellable,
                                       GError **error);
/* The same from memory; @name is the file's for people. */
FollowReadBook *follow_delimited_read_bytes (GBytes *bytes,
                                             const char *name,
                                             FollowDelimitedForm *form,
                                             const FollowReadLimits *limits,
                                             GCancellable *cancellable,
                                             GError **error);

/* Adds a record by RFC 4180, ended by CRLF. NULL is an empty cell. With @guard, text that a
 * spreadsheet would run gets an apostrophe in front. */
void follow_delimited_append_row (GString *out, const char *const *cells, guint n_cells, gboolean guard);

G_END_DECLS
