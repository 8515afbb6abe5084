/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define WIDTH 40
/* What is done sooner needs no bar. */
#define PATIENCE (G_USEC_PER_SEC / 2)

/* A signal handler may do no more than set this; the work looks at it as it moves on. */
static volatile sig_atomic_t interrupted;

static void
signal_came_cb (int number)
{
  interrupted = 1;
}

static void
set_handler (void (*handler) (int number))
{
  struct sigaction action = { .sa_handler = handler };

  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

void
follow_progress_init (FollowProgress *self)
{
  self->cancellable = g_cancellable_new ();
  self->is_shown = isatty (STDERR_FILENO) != 0;
  self->last = -1;
  self->begun = g_get_monotonic_time ();
  set_handler (signal_came_cb);
}

/* Takes the bar off the screen. */
void
follow_progress_clear (FollowProgress *self)
{
  if (self->cancellable == NULL)
    return;
  if (self->last >= 0)
    fputs ("\r\033[K", stderr);
  set_handler (SIG_DFL);
  g_clear_object (&self->cancellable);
}

void
follow_progress_moved_cb (double fraction, gpointer data)
{
  FollowProgress *self = data;
  int percent = CLAMP ((int) (fraction * 100), 0, 100);
  g_autoptr (GString) bar = NULL;

  if (interrupted)
    g_cancellable_cancel (self->cancellable);
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
