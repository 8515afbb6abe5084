/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-record.h"

G_BEGIN_DECLS

/* Which records of a kind, and in what order. A plain description; the register answers it. */
typedef struct _FollowQuery FollowQuery;

typedef enum
{
  FOLLOW_TEST_IS, /* text: whatever its case; a links field: holds this record among others */
  FOLLOW_TEST_IS_NOT,
  FOLLOW_TEST_EMPTY,
  FOLLOW_TEST_NOT_EMPTY,
  FOLLOW_TEST_UP_TO, /* dates and numbers: this or smaller */
  FOLLOW_TEST_FROM,  /* dates and numbers: this or greater */
} FollowTest;

FollowQuery *follow_query_new (const FollowKind *kind);
FollowQuery *follow_query_copy (const FollowQuery *self);
void follow_query_free (FollowQuery *self);
const FollowKind *follow_query_get_kind (const FollowQuery *self);
void follow_query_set_parent (FollowQuery *self, gint64 parent_id);
void follow_query_set_removed (FollowQuery *self, gboolean removed);
void follow_query_set_text (FollowQuery *self, const char *text);
const char *follow_query_get_text (const FollowQuery *self);
void follow_query_add (FollowQuery *self, const char *field, FollowTest test, FollowValue *value);
void follow_query_narrow (FollowQuery *self, const char *field, FollowValue *value);
void follow_query_add_text (FollowQuery *self, const char *field, FollowTest test, const char *text);
void follow_query_add_id (FollowQuery *self, const char *field, FollowTest test, gint64 id);
void follow_query_clear_tests (FollowQuery *self);
void follow_query_set_sort (FollowQuery *self, const char *field, gboolean descending);
void follow_query_set_limit (FollowQuery *self, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowQuery, follow_query_free)

G_END_DECLS
