/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key typed into the filter above 100,000 actions, in the real window: the time from the key to the picture that
 * shows the list's answer, and the records read from the file. Aims: at most 100 ms and at most 400 records. Then
 * the list scrolled page by page, and to its end: a page reads no more records than it shows. */
#include <adwaita.h>

#include "bench-register.h"
#include "bench-widget.h"
#include "bench.h"
#include "follow-filter-bar.h"
#include "follow-window.h"

#define N_RUNS 7
#define N_SMOKE_RUNS 1
#define N_PAGES 30

#define MOST_MS 100
#define MOST_READ 400

/* So long nothing happens before the next key, that all counts are there and the whole list is. */
#define PAUSE_MS 1200

static const char *const typed[] = { "r", "refer", "referral t", "schools (9", "(1234", "nothing such" };

typedef struct
{
  GtkWidget *window;
  FollowRegister *reg;
  GtkEditable *entry;
  GtkColumnView *view;
  guint n_pictures;
  gboolean answered; /* the rows have changed since the key */
  double painted_at; /* when that was first seen */
} Scene;

static void
painted_cb (GdkFrameClock *clock, Scene *self)
{
  self->n_pictures++;
  if (self->answered && self->painted_at == 0)
    self->painted_at = bench_now ();
}

static void
items_changed_cb (GListModel *rows, guint position, guint removed, guint added, Scene *self)
{
  self->answered = TRUE;
}

static gboolean
passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pause_for (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, ms, passed_cb, &passed, NULL);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_rows (Scene *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
}

static void
open_window (Scene *self, const char *path, guint n_rows)
{
  self->window = GTK_WIDGET (follow_window_new (NULL));
  if (!follow_window_open (FOLLOW_WINDOW (self->window), path))
    g_error ("“%s” does not open", path);
  self->reg = follow_window_get_register (FOLLOW_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  pause_for (PAUSE_MS);
  self->view = GTK_COLUMN_VIEW (bench_find_widget (self->window, GTK_TYPE_COLUMN_VIEW));
  self->entry = GTK_EDITABLE (
      bench_find_widget (bench_find_widget (self->window, FOLLOW_TYPE_FILTER_BAR), GTK_TYPE_SEARCH_ENTRY));
  while (count_rows (self) < n_rows)
    g_main_context_iteration (NULL, TRUE);
  pause_for (PAUSE_MS);
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (painted_cb), self);
  g_signal_connect (gtk_column_view_get_model (self->view), "items-changed", G_CALLBACK (items_changed_cb),
                    self);
}

/* Returns: milliseconds from the key to the picture of what it found */
static double
type (Scene *self, const char *text)
{
  double start = bench_now ();

  self->answered = FALSE;
  self->painted_at = 0;
  gtk_editable_set_text (self->entry, text);
  while (self->painted_at == 0)
    g_main_context_iteration (NULL, TRUE);
  return self->painted_at - start;
}

static void
measure_key (Scene *self, const char *text)
{
  g_autoptr (BenchFigures) figures = bench_figures_new ();
  g_autofree char *what = NULL;
  guint n_runs = bench_is_smoke () ? N_SMOKE_RUNS : N_RUNS;
  guint n_found = 0;
  int most_read = 0;

  for (guint run = 0; run < n_runs; run++)
    {
      int read = bench_register_count_read (self->reg);

      bench_figures_add (figures, type (self, text));
      pause_for (PAUSE_MS);
      most_read = MAX (most_read, bench_register_count_read (self->reg) - read);
      n_found = count_rows (self);
      type (self, "");
      pause_for (PAUSE_MS);
    }
  what = g_strdup_printf ("key to picture, “%s”, %u found", text, n_found);
  bench_limit (what, "ms", bench_figures_get_median (figures), MOST_MS);
  bench_limit ("  read", "records", most_read, MOST_READ);
}

static int
scroll_to (Scene *self, double value)
{
  int read = bench_register_count_read (self->reg);
  guint seen = self->n_pictures;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), value);
  while (self->n_pictures == seen)
    g_main_context_iteration (NULL, TRUE);
  return bench_register_count_read (self->reg) - read;
}

static void
measure_scrolling (Scene *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double page = gtk_adjustment_get_page_size (adjustment);
  double row = gtk_adjustment_get_upper (adjustment) / count_rows (self);
  int most_read = 0;

  for (guint i = 1; i <= N_PAGES; i++)
    {
      int n_read = scroll_to (self, i * page);

      most_read = MAX (most_read, n_read);
    }
  /* A page begins and ends in the middle of a row, and the view keeps two rows more at each end. */
  bench_limit ("scrolled by a page, read at the most", "records", most_read, (int) (page / row) + 2 + 2);
  bench_limit ("scrolled to the end, read", "records",
               scroll_to (self, gtk_adjustment_get_upper (adjustment) - page), MOST_READ);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  guint n_rows;
  Scene scene = { 0 };

  bench_init (argc, argv);
  adw_init ();
  n_rows = bench_is_smoke () ? 1000 : 100000;
  path = bench_register_get (n_rows);
  open_window (&scene, path, n_rows);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    measure_key (&scene, typed[i]);
  measure_scrolling (&scene);
  gtk_window_destroy (GTK_WINDOW (scene.window));
  return bench_finish ();
}
