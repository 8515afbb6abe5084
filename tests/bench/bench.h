/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures of several runs. They are told by their median: others use the machine too. What is compared is
 * measured in turns within one run, so that both meet the same weather. */
typedef struct
{
  GArray *values; /* double */
} BenchFigures;

BenchFigures *bench_figures_new (void);
void bench_figures_free (BenchFigures *self);
void bench_figures_add (BenchFigures *self, double value);
double bench_figures_get_median (const BenchFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFigures, bench_figures_free)

/* Milliseconds, for differences. */
double bench_now (void);

/* Takes "--smoke" from the arguments: a short run that only sees that the benchmark works. */
void bench_init (int argc, char **argv);
gboolean bench_is_smoke (void);

/* Prints a figure beside what it is compared with, their ratio and the bound.
 * @bound: the greatest ratio allowed; 0 when it is only told */
void bench_compare (const char *what,
                    const char *with,
                    const char *unit,
                    const BenchFigures *figures,
                    const BenchFigures *others,
                    double bound);

/* Prints a figure that may be at most @bound. */
void bench_limit (const char *what, const char *unit, double figure, double bound);

/* Returns: the exit status: 1 when a bound was missed */
int bench_finish (void);

G_END_DECLS
