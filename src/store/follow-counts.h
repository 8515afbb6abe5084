/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Counting looks at every record of a kind, which in a long register is too slow to wait for while typing.
 * This counts on a thread and connection of its own. */

/* @queries: (element-type FollowQuery): copied */
void follow_counts_run_async (FollowRegister *reg,
                              GPtrArray *queries,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Returns: (transfer full) (element-type guint) (nullable): how many records fit each query */
GArray *follow_counts_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
