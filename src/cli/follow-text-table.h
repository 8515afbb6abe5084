/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An answer in rows and columns, for people or as delimited text. */
typedef struct _FollowTextTable FollowTextTable;

FollowTextTable *follow_text_table_new (void);
void follow_text_table_free (FollowTextTable *self);
void follow_text_table_add_column (FollowTextTable *self, const char *name, const char *label);
void follow_text_table_take (FollowTextTable *self, char *text);
void follow_text_table_add (FollowTextTable *self, const char *text);
void follow_text_table_take_note (FollowTextTable *self, char *lines);
void follow_text_table_append_text (FollowTextTable *self, GString *out);
void follow_text_table_append_csv (FollowTextTable *self, GString *out);

/* Returns: (transfer full): @text without what would drive a terminal; line ends stay when @lines. */
char *follow_text_table_make_plain (const char *text, gboolean lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowTextTable, follow_text_table_free)

G_END_DECLS
