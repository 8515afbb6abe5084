/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bar on stderr for long work, when that is a terminal. */
typedef struct
{
  gboolean is_shown;
  int last; /* what was drawn last, in percent */
  gint64 begun;
} FollowProgress;

void follow_progress_init (FollowProgress *self);
void follow_progress_clear (FollowProgress *self);

/* @fraction goes from 0 to 1; @data is a FollowProgress. */
void follow_progress_moved_cb (double fraction, gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowProgress, follow_progress_clear)

G_END_DECLS
