/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* The action log that goes to a meeting: open actions, what changed since a day, and what is put up for
 * closure.
 * @group_id: the plans this group oversees and what it leads; 0: everything in the register
 * @since: (nullable): ISO */
gboolean follow_action_log_export (FollowRegister *reg,
                                   gint64 group_id,
                                   const char *since,
                                   const char *path,
                                   FollowXlsxProgressFunc progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GError **error);

/* Returns: (transfer full) (nullable): a name for the file, with the marking */
char *follow_action_log_suggest_name (FollowRegister *reg, gint64 group_id, GError **error);

G_END_DECLS
