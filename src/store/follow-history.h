/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_CHANGE_ADDED,
  FOLLOW_CHANGE_SET,
  FOLLOW_CHANGE_REMOVED,
  FOLLOW_CHANGE_RESTORED,
} FollowChangeType;

/* One entry of the history: what happened to one record, or to one of its fields. */
typedef struct
{
  gint64 id;
  gint64 set_id; /* entries written together share it */
  char *at;      /* UTC, YYYY-MM-DDTHH:MM:SS.mmmZ */
  char *who;
  char *label; /* what the user was doing */
  const FollowKind *kind;
  gint64 record_id;
  FollowChangeType type;
  const FollowField *field; /* FOLLOW_CHANGE_SET only */
  FollowValue *before;      /* NULL: was empty */
  FollowValue *after;
} FollowChange;

void follow_change_free (FollowChange *change);
GPtrArray *follow_register_load_history (
    FollowRegister *self, gint64 record_id, gboolean children, guint limit, GError **error);
guint follow_register_count_changes (FollowRegister *self, gint64 record_id, char **since);
guint follow_register_count_recent (
    FollowRegister *self, const FollowKind *kind, const char *field, const char *after, const char *since);
gboolean follow_register_put_back (FollowRegister *self, const FollowChange *change, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowChange, follow_change_free)

G_END_DECLS
