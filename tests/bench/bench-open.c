/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a register, from the start of the process to a painted table that can be scrolled to its end: the first
 * picture after all rows have come into the list. Beside it, in turns, a bare libadwaita window. Every start is a
 * process of its own. Then the memory that a start has taken when all has settled.
 * Aims: an empty register at most 2 times the bare window, 10,000 actions at most 1.2 and 100,000 at most 1.5
 * times the empty register; in memory 100,000 at most 1.3 times the empty register. */
#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-register.h"
#include "bench-widget.h"
#include "bench.h"
#include "follow-window.h"

#define N_RUNS 9
#define N_SMOKE_RUNS 1

/* Counts come in after a quarter of a second, and take their time in a large register. */
#define SETTLE_MS 2500

typedef struct
{
  const char *what;
  const char *path; /* NULL: a bare window */
  guint n_rows;
  BenchFigures *first; /* milliseconds to the first picture */
  BenchFigures *ready; /* milliseconds to the picture with all rows in the list */
  BenchFigures *work;  /* milliseconds that the processor worked for the window until then */
  BenchFigures *settled_memory;
  BenchFigures *greatest_memory;
} Subject;

/* What one start goes by, in its own process. */
typedef struct
{
  gint64 started;
  const char *path;
  guint n_rows;
  double first_ms;
  double ready_ms;
  double work_ms;
} Start;

static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static double
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, name);
  return line != NULL ? atol (line + strlen (name)) / 1024.0 : 0;
}

static gboolean
finish_cb (gpointer data)
{
  Start *start = data;

  g_print ("%f %f %f %f %f\n", start->first_ms, start->ready_ms, start->work_ms, read_memory ("VmRSS:"),
           read_memory ("VmHWM:"));
  exit (0);
}

/* A register without a row shows a page that says so in place of the table. */
static gboolean
is_ready (Start *start, GtkWidget *window)
{
  GtkWidget *view = start->n_rows > 0 ? bench_find_widget (window, GTK_TYPE_COLUMN_VIEW) : NULL;

  return start->n_rows == 0 ||
         g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))) ==
             start->n_rows;
}

static void
painted_cb (GdkFrameClock *clock, Start *start)
{
  GtkWidget *window = g_object_get_data (G_OBJECT (clock), "bench-window");
  double now = (g_get_monotonic_time () - start->started) / 1000.0;

  if (start->first_ms == 0)
    start->first_ms = now;
  if (start->ready_ms > 0 || !is_ready (start, window))
    return;
  start->ready_ms = now;
  start->work_ms = get_work ();
  g_timeout_add (SETTLE_MS, finish_cb, start);
}

static void
realized_cb (GtkWidget *window, Start *start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_object_set_data (G_OBJECT (clock), "bench-window", window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), start);
}

static GtkWidget *
make_bare_window (AdwApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Bare"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  return window;
}

static void
activated_cb (AdwApplication *application, Start *start)
{
  GtkWidget *window =
      start->path == NULL ? make_bare_window (application) : GTK_WIDGET (follow_window_new (application));

  if (start->path != NULL && !follow_window_open (FOLLOW_WINDOW (window), start->path))
    g_error ("“%s” does not open", start->path);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), start);
  gtk_window_present (GTK_WINDOW (window));
}

/* bench-open --start [REGISTER ROWS] */
static int
start_once (gint64 started, int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.followthrough.Bench", G_APPLICATION_NON_UNIQUE);
  Start start = { .started = started };

  if (argc > 3)
    {
      start.path = argv[2];
      start.n_rows = strtoul (argv[3], NULL, 10);
    }
  g_object_set (application, "resource-base-path", "/org/followthrough/FollowThrough", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), &start);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
measure_start (const char *program, Subject *subject)
{
  g_autofree char *rows = g_strdup_printf ("%u", subject->n_rows);
  const char *const argv[] = { program, "--start", subject->path, rows, NULL };
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  double first, ready, work, settled, greatest;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  if (sscanf (answer, "%lf %lf %lf %lf %lf", &first, &ready, &work, &settled, &greatest) != 5)
    g_error ("No figures: %s", answer);
  bench_figures_add (subject->first, first);
  bench_figures_add (subject->ready, ready);
  bench_figures_add (subject->work, work);
  bench_figures_add (subject->settled_memory, settled);
  bench_figures_add (subject->greatest_memory, greatest);
}

static void
init_subject (Subject *self, const char *what, const char *path, guint n_rows)
{
  self->what = what;
  self->path = path;
  self->n_rows = n_rows;
  self->first = bench_figures_new ();
  self->ready = bench_figures_new ();
  self->work = bench_figures_new ();
  self->settled_memory = bench_figures_new ();
  self->greatest_memory = bench_figures_new ();
}

static void
clear_subject (Subject *self)
{
  bench_figures_free (self->first);
  bench_figures_free (self->ready);
  bench_figures_free (self->work);
  bench_figures_free (self->settled_memory);
  bench_figures_free (self->greatest_memory);
}

static void
compare (const Subject *self, const Subject *other, double bound)
{
  bench_compare (self->what, other->what, "ms", self->ready, other->ready, bound);
  bench_compare ("  first picture", other->what, "ms", self->first, other->first, 0);
  bench_compare ("  processor's work", other->what, "ms", self->work, other->work, 0);
}

static void
compare_memory (const Subject *self, const Subject *other, double bound)
{
  bench_compare (self->what, other->what, "MiB in memory", self->settled_memory, other->settled_memory,
                 bound);
  bench_compare ("  at the most", other->what, "MiB in memory", self->greatest_memory, other->greatest_memory,
                 0);
}

int
main (int argc, char **argv)
{
  gint64 started = g_get_monotonic_time ();
  g_autofree char *empty = NULL;
  g_autofree char *middling = NULL;
  g_autofree char *large = NULL;
  Subject subjects[4];
  guint n_runs;

  if (argc > 1 && g_str_equal (argv[1], "--start"))
    return start_once (started, argc, argv);
  bench_init (argc, argv);
  n_runs = bench_is_smoke () ? N_SMOKE_RUNS : N_RUNS;
  empty = bench_register_get (0);
  middling = bench_register_get (bench_is_smoke () ? 1000 : 10000);
  large = bench_register_get (bench_is_smoke () ? 1000 : 100000);
  init_subject (&subjects[0], "bare window", NULL, 0);
  init_subject (&subjects[1], "empty register", empty, 0);
  init_subject (&subjects[2], "10,000 actions", middling, bench_is_smoke () ? 1000 : 10000);
  init_subject (&subjects[3], "100,000 actions", large, bench_is_smoke () ? 1000 : 100000);
  for (guint run = 0; run < n_runs; run++)
    for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
      measure_start (argv[0], &subjects[(run + i) % G_N_ELEMENTS (subjects)]);
  compare (&subjects[1], &subjects[0], 2);
  compare (&subjects[2], &subjects[1], 1.2);
  compare (&subjects[3], &subjects[1], 1.5);
  compare_memory (&subjects[3], &subjects[1], 1.3);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    clear_subject (&subjects[i]);
  return bench_finish ();
}
