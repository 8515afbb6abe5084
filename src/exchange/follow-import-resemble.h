/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names that are nearly the same: the same words in any order, up to a slip of the pen in each. */

/* Which of many names are like one. Names are added once, however they are written. */
typedef struct _FollowResembling FollowResembling;

FollowResembling *follow_resembling_new (void);
void follow_resembling_free (FollowResembling *self);
void follow_resembling_add (FollowResembling *self, const char *name);
/* Returns: (transfer container) (element-type utf8): the names like @name, without itself, as they were added */
GPtrArray *follow_resembling_find (FollowResembling *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowResembling, follow_resembling_free)

G_END_DECLS
