/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* A record in the recycle bin. What went there with the record it is edited inside of comes back with it, and
 * is not listed for itself. */
typedef struct
{
  gint64 id;
  const FollowKind *kind;
  char *at;  /* UTC, as the history's */
  char *who; /* nullable: the history does not say */
} FollowRemoved;

void follow_removed_free (FollowRemoved *removed);
GPtrArray *follow_register_load_bin (FollowRegister *self, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowRemoved, follow_removed_free)

G_END_DECLS
