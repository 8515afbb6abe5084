/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Reads that look at every record, on a thread and connection of their own, so that nobody waits. @reg is for
 * this thread only, and for reading. Returns: (nullable): the answer, or NULL with @error */
typedef gpointer (*FollowAsideWork) (FollowRegister *reg,
                                     gconstpointer data,
                                     GCancellable *cancellable,
                                     GError **error);

/* @data: (transfer full) (nullable): freed with @free_data
 * @free_answer: for an answer that nobody fetches */
void follow_aside_run_async (FollowRegister *reg,
                             FollowAsideWork work,
                             gpointer data,
                             GDestroyNotify free_data,
                             GDestroyNotify free_answer,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer callback_data);

/* Returns: (transfer full) (nullable): what the work returned */
gpointer follow_aside_run_finish (GAsyncResult *result, GError **error);

/* The same for work that writes, as the user of @reg and with @reg's settings: its steps are @reg's own, which can
 * undo them. Until it is finished nothing else should be written through @reg. */
void follow_aside_write_async (FollowRegister *reg,
                               FollowAsideWork work,
                               gpointer data,
                               GDestroyNotify free_data,
                               GDestroyNotify free_answer,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer callback_data);

/* Returns: (transfer full) (nullable): what the work returned; @reg knows by then what was written */
gpointer follow_aside_write_finish (FollowRegister *reg, GAsyncResult *result, GError **error);

G_END_DECLS
