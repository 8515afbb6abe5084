/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-register N…: the registers of N actions that the benchmarks use, and how long each took. */
#include <stdlib.h>

#include "bench-register.h"
#include "bench.h"

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      double start = bench_now ();
      g_autofree char *path = bench_register_get (strtoul (argv[i], NULL, 10));

      g_print ("%s: %.2f s\n", path, (bench_now () - start) / 1000);
    }
  return 0;
}
