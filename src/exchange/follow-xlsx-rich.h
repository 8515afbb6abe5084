/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-package.h"

G_BEGIN_DECLS

/* Which of its words a text says are struck through. */
enum
{
  FOLLOW_XLSX_STRUCK = 1 << 0,
  FOLLOW_XLSX_NOT_STRUCK = 1 << 1,
  FOLLOW_XLSX_AS_CELL = 1 << 2, /* what the cell's own font says */
};

/* Joins a text of several runs, as it stands in shared strings, cells and comments; how it is spoken
 * is left out. */
typedef struct
{
  FollowXlsxPackage *package; /* (unowned) */
  GString *text;
  guint strikes; /* the above */
  guint phonetic;
  guint run; /* one of the above */
  gboolean in_text;
  gboolean in_properties;
} FollowXlsxRich;

void follow_xlsx_rich_init (FollowXlsxRich *self, FollowXlsxPackage *package);
void follow_xlsx_rich_clear (FollowXlsxRich *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowXlsxRich, follow_xlsx_rich_clear)

/* Begins a new text. */
void follow_xlsx_rich_begin (FollowXlsxRich *self);
void follow_xlsx_rich_start (FollowXlsxRich *self, const char *name, const char **attributes);
void follow_xlsx_rich_end (FollowXlsxRich *self, const char *name);
void follow_xlsx_rich_append (FollowXlsxRich *self, const char *text, int length);

/* What @strikes come to in a cell whose font is struck through or not. */
FollowReadStrike follow_xlsx_strike (guint strikes, gboolean font_is_struck);

/* Undoes _xHHHH_, the format's way to write what XML cannot, within @text. */
void follow_xlsx_unescape (GString *text);

/* Adds to a text that is bounded. */
void follow_xlsx_append (FollowXlsxPackage *package, GString *text, const char *more, int length);

G_END_DECLS
