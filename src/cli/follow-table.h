/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An answer in rows and columns, for people or as delimited text. */
typedef struct _FollowTable FollowTable;

FollowTable *follow_table_new (void);
void follow_table_free (FollowTable *self);
void follow_table_add_column (FollowTable *self, const char *name, const char *label);
void follow_table_take (FollowTable *self, char *text);
void follow_table_add (FollowTable *self, const char *text);
void follow_table_append_text (FollowTable *self, GString *out);
void follow_table_append_csv (FollowTable *self, gboolean guarded, GString *out);

/* Returns: (transfer full): @text without what would drive a terminal; line ends stay when @lines. */
char *follow_table_make_plain (const char *text, gboolean lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowTable, follow_table_free)

G_END_DECLS
