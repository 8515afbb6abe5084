/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-read-fills.h"

#include <string.h>

typedef struct
{
  guint32 first;
  guint32 last;
  FollowReadColour colour;
} Run;

/* Rows one below the other that are filled alike. */
typedef struct
{
  guint32 first;
  guint32 last;
  gboolean is_filled; /* as a whole, where its runs say nothing else */
  FollowReadColour colour;
  guint runs; /* its first one */
  guint n_runs;
} Band;

struct _FollowReadFills
{
  GArray *columns; /* of Run */
  GArray *bands;   /* of Band */
  GArray *runs;    /* of Run */
};

FollowReadFills *
follow_read_fills_new (void)
{
  FollowReadFills *self = g_new0 (FollowReadFills, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Run));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  return self;
}

void
follow_read_fills_free (FollowReadFills *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->bands);
  g_array_unref (self->runs);
  g_free (self);
}

void
follow_read_fills_set_columns (FollowReadFills *self, guint32 first, guint32 last, FollowReadColour colour)
{
  Run run = { first, last, colour };
  guint n = self->columns->len;

  if (n == 0 || first > g_array_index (self->columns, Run, n - 1).last)
    g_array_append_val (self->columns, run);
}

/* Returns: the last of the @n items, each beginning with its first and last, that begins at or before
 * @at, if it reaches there. */
static gconstpointer
find (gconstpointer items, gsize size, guint n, guint32 at)
{
  guint low = 0;
  guint high = n;
  const guint32 *item;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      item = (const guint32 *) ((const char *) items + middle * size);
      if (item[0] <= at)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  item = (const guint32 *) ((const char *) items + (low - 1) * size);
  return item[1] >= at ? item : NULL;
}

static Band *
last_band (FollowReadFills *self, guint back)
{
  return self->bands->len > back ? &g_array_index (self->bands, Band, self->bands->len - 1 - back) : NULL;
}

/* What a place has that no cell of the file speaks of. */
static FollowReadColour
colour_around (const FollowReadFills *self, const Band *band, guint32 column)
{
  const Run *run;

  if (band != NULL && band->is_filled)
    return band->colour;
  run = find (self->columns->data, sizeof (Run), self->columns->len, column);
  return run != NULL ? run->colour : FOLLOW_READ_NO_FILL;
}

/* Lets the last band become part of the one above it if they are alike, or go if it is empty. */
static void
join_bands (FollowReadFills *self)
{
  Band *band = last_band (self, 0);
  Band *above = last_band (self, 1);
  const Run *runs = (const Run *) self->runs->data;

  if (band == NULL)
    return;
  if (above != NULL && above->last + 1 == band->first && above->n_runs == band->n_runs &&
      above->is_filled == band->is_filled && above->colour == band->colour &&
      memcmp (runs + above->runs, runs + band->runs, band->n_runs * sizeof (Run)) == 0)
    above->last = band->last;
  else if (band->is_filled || band->n_runs > 0)
    return;
  g_array_set_size (self->runs, band->runs);
  g_array_set_size (self->bands, self->bands->len - 1);
}

gboolean
follow_read_fills_start_row (FollowReadFills *self, guint32 row, gboolean is_filled, FollowReadColour colour)
{
  Band band = { row, row, is_filled, colour, 0, 0 };
  guint before = self->bands->len;

  join_bands (self);
  band.runs = self->runs->len;
  g_array_append_val (self->bands, band);
  return self->bands->len > before;
}

gboolean
follow_read_fills_add (FollowReadFills *self, guint32 column, FollowReadColour colour)
{
  Band *band = last_band (self, 0);
  Run run = { column, column, colour };
  Run *before;

  if (band == NULL || colour_around (self, band, column) == colour)
    return FALSE;
  before = band->n_runs > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;
  if (before != NULL && before->last + 1 == column && before->colour == colour)
    {
      before->last = column;
      return FALSE;
    }
  g_array_append_val (self->runs, run);
  band->n_runs++;
  return TRUE;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = a;
  const Run *other = b;

  return (one->first > other->first) - (one->first < other->first);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const Band *one = a;
  const Band *other = b;

  return (one->first > other->first) - (one->first < other->first);
}

void
follow_read_fills_finish (FollowReadFills *self, guint32 n_rows)
{
  join_bands (self);
  g_array_sort (self->bands, compare_bands);
  while (self->bands->len > 0 && last_band (self, 0)->first >= n_rows)
    g_array_set_size (self->bands, self->bands->len - 1);
  for (guint i = 0; i < self->bands->len; i++)
    {
      Band *band = &g_array_index (self->bands, Band, i);

      band->last = MIN (band->last, n_rows - 1);
      if (band->n_runs > 1)
        qsort (&g_array_index (self->runs, Run, band->runs), band->n_runs, sizeof (Run), compare_runs);
    }
}

FollowReadColour
follow_read_fills_get (const FollowReadFills *self, guint32 row, guint32 column)
{
  const Band *band = find (self->bands->data, sizeof (Band), self->bands->len, row);
  const Run *run = NULL;

  if (band != NULL && band->n_runs > 0)
    run = find (&g_array_index (self->runs, Run, band->runs), sizeof (Run), band->n_runs, column);
  return run != NULL ? run->colour : colour_around (self, band, column);
}
