/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <locale.h>

static gboolean smoke;
static guint n_missed;

BenchFigures *
bench_figures_new (void)
{
  BenchFigures *self = g_new (BenchFigures, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
bench_figures_free (BenchFigures *self)
{
  g_array_unref (self->values);
  g_free (self);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

void
bench_figures_add (BenchFigures *self, double value)
{
  g_array_append_val (self->values, value);
}

double
bench_figures_get_median (const BenchFigures *self)
{
  g_autoptr (GArray) sorted = g_array_copy (self->values);

  g_assert (sorted->len > 0);
  g_array_sort (sorted, compare_values);
  return g_array_index (sorted, double, sorted->len / 2);
}

double
bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

void
bench_init (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    smoke |= g_str_equal (argv[i], "--smoke");
}

gboolean
bench_is_smoke (void)
{
  return smoke;
}

static const char *
judge (double figure, double bound)
{
  if (bound <= 0)
    return "";
  if (figure <= bound)
    return ", met";
  n_missed++;
  return ", MISSED";
}

void
bench_compare (const char *what,
               const char *with,
               const char *unit,
               const BenchFigures *figures,
               const BenchFigures *others,
               double bound)
{
  double figure = bench_figures_get_median (figures);
  double other = bench_figures_get_median (others);
  g_autofree char *told =
      bound > 0 ? g_strdup_printf (" (at most %.2f%s)", bound, judge (figure / other, bound)) : g_strdup ("");

  g_print ("%s: %.2f %s; %s: %.2f %s; ratio %.2f%s\n", what, figure, unit, with, other, unit, figure / other,
           told);
}

void
bench_limit (const char *what, const char *unit, double figure, double bound)
{
  g_print ("%s: %.1f %s (at most %.1f%s)\n", what, figure, unit, bound, judge (figure, bound));
}

int
bench_finish (void)
{
  if (n_missed > 0)
    g_print ("%u of the bounds missed\n", n_missed);
  return n_missed > 0 && !smoke ? 1 : 0;
}
