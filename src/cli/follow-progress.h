/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Long work: a bar on stderr when that is a terminal, and Ctrl+C, which stops it tidily. */
typedef struct
{
  GCancellable *cancellable;
  gboolean is_shown;
  int last; /* what was drawn last, in percent; -1: nothing */
  gint64 begun;
} FollowProgress;

void follow_progress_init (FollowProgress *self);
void follow_progress_clear (FollowProgress *self);

/* @fraction goes from 0 to 1; @data is a FollowProgress. */
void follow_progress_moved_cb (double fraction, gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowProgress, follow_progress_clear)

G_END_DECLS
