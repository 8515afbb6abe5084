/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-progress.h"

#include <stdio.h>
#include <unistd.h>

#define WIDTH 40
/* What is done sooner needs no bar. */
#define PATIENCE (G_USEC_PER_SEC / 2)

void
follow_progress_init (FollowProgress *self)
{
  *self = (FollowProgress){ isatty (STDERR_FILENO) != 0, -1, g_get_monotonic_time () };
}

/* Takes the bar off the screen. */
void
follow_progress_clear (FollowProgress *self)
{
  if (self->last >= 0)
    fputs ("\r\033[K", stderr);
  self->last = -1;
}

void
follow_progress_moved_cb (double fraction, gpointer data)
{
  FollowProgress *self = data;
  int percent = CLAMP ((int) (fraction * 100), 0, 100);
  g_autoptr (GString) bar = NULL;

  if (!self->is_shown || percent == self->last || g_get_monotonic_time () - self->begun < PATIENCE)
    return;
  self->last = percent;
  bar = g_string_new ("\r");
  for (int i = 0; i < WIDTH; i++)
    g_string_append (bar, i * 100 < percent * WIDTH ? "█" : "░");
  g_string_append_printf (bar, " %3d%%", percent);
  fputs (bar->str, stderr);
  fflush (stderr);
}
