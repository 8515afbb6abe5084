/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "follow-window.h"

/* One start of the program, in a process of its own: bench-window bare, or bench-window REGISTER. Prints the
 * milliseconds from the start of the process until the window was painted with its table, then until all rows
 * are in the list, and the memory taken by then in kilobytes. */

static gint64 started;
static double painted_ms;
static guint n_frames;
static gboolean bare;

static long
read_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, "VmRSS:");
  return line != NULL ? atol (line + 6) : 0;
}

static double
elapsed_ms (void)
{
  return (g_get_monotonic_time () - started) / 1000.0;
}

static gboolean
finish_cb (gpointer data)
{
  g_print ("%.1f %.1f %ld\n", painted_ms, elapsed_ms (), read_memory ());
  exit (0);
}

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  if (n_frames++ == 0)
    painted_ms = elapsed_ms ();
  /* The list is filled at the tick after the first picture; three more frames and all has settled. */
  if (n_frames == (bare ? 1 : 4))
    g_timeout_add (bare ? 1 : 400, finish_cb, NULL);
  else
    gtk_widget_queue_draw (GTK_WIDGET (window));
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
activated_cb (AdwApplication *application, const char *path)
{
  GtkWidget *window = bare ? adw_application_window_new (GTK_APPLICATION (application))
                           : GTK_WIDGET (follow_window_new (application));

  if (bare)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
      gtk_box_append (GTK_BOX (box), gtk_label_new ("Bare"));
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
      gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
    }
  else
    g_assert_true (follow_window_open (FOLLOW_WINDOW (window), path));
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  started = g_get_monotonic_time ();
  bare = g_strcmp0 (argv[1], "bare") == 0;
  application = adw_application_new ("org.followthrough.Bench", G_APPLICATION_NON_UNIQUE);
  g_object_set (application, "resource-base-path", "/org/followthrough/FollowThrough", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), argv[1]);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
