/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet says about areas of it, found by a place. */
#include "follow-read-private.h"

gboolean
follow_read_range_contains (const FollowReadRange *self, guint32 row, guint32 column)
{
  return row >= self->first_row && row <= self->last_row && column >= self->first_column &&
         column <= self->last_column;
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const FollowReadRange *one = a;
  const FollowReadRange *other = b;

  if (one->first_row != other->first_row)
    return one->first_row < other->first_row ? -1 : 1;
  return (one->first_column > other->first_column) - (one->first_column < other->first_column);
}

/* Items begin with their range. Returns: the height of the tallest. */
static guint32
put_areas_in_order (GArray *items)
{
  gsize size = g_array_get_element_size (items);
  guint32 tallest = 0;

  g_array_sort (items, compare_areas);
  for (guint i = 0; i < items->len; i++)
    {
      const FollowReadRange *area = (gconstpointer) (items->data + i * size);

      tallest = MAX (tallest, area->last_row - area->first_row + 1);
    }
  return tallest;
}

static gconstpointer
find_area (GArray *items, guint32 tallest, guint32 row, guint32 column)
{
  gsize size = g_array_get_element_size (items);
  guint low = 0;
  guint high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const FollowReadRange *area = (gconstpointer) (items->data + middle * size);

      if (area->first_row <= row)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i > 0; i--)
    {
      const FollowReadRange *area = (gconstpointer) (items->data + (i - 1) * size);

      if (follow_read_range_contains (area, row, column))
        return area;
      if (row - area->first_row >= tallest)
        return NULL;
    }
  return NULL;
}

static int
compare_comments (gconstpointer a, gconstpointer b)
{
  const FollowReadComment *one = a;
  const FollowReadComment *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

static void
list_validated (FollowReadSheet *self)
{
  for (guint i = 0; i < self->validations->len; i++)
    {
      const FollowReadValidation *validation = g_ptr_array_index (self->validations, i);

      for (guint k = 0; k < validation->areas->len; k++)
        {
          FollowReadValidated one = { g_array_index (validation->areas, FollowReadRange, k), i };

          g_array_append_val (self->validated, one);
        }
    }
}

void
follow_read_areas_finish (FollowReadSheet *self)
{
  list_validated (self);
  self->tallest_validated = put_areas_in_order (self->validated);
  self->tallest_merged = put_areas_in_order (self->merged);
  self->tallest_link = put_areas_in_order (self->links);
  /* Stable, so that a thread keeps its order. */
  g_array_sort (self->comments, compare_comments);
}

const FollowReadRange *
follow_read_sheet_merged_at (const FollowReadSheet *self, guint32 row, guint32 column)
{
  return find_area (self->merged, self->tallest_merged, row, column);
}

const FollowReadLink *
follow_read_sheet_link_at (const FollowReadSheet *self, guint32 row, guint32 column)
{
  return find_area (self->links, self->tallest_link, row, column);
}

const FollowReadValidation *
follow_read_sheet_validation_at (const FollowReadSheet *self, guint32 row, guint32 column)
{
  const FollowReadValidated *found = find_area (self->validated, self->tallest_validated, row, column);

  return found != NULL ? g_ptr_array_index (self->validations, found->validation) : NULL;
}

const FollowReadComment *
follow_read_sheet_comments_at (const FollowReadSheet *self, guint32 row, guint32 column, guint *n)
{
  FollowReadComment wanted = { .row = row, .column = column };
  guint first;
  guint last;

  *n = 0;
  if (!g_array_binary_search (self->comments, &wanted, compare_comments, &first))
    return NULL;
  last = first;
  while (first > 0 &&
         compare_comments (&g_array_index (self->comments, FollowReadComment, first - 1), &wanted) == 0)
    first--;
  while (last + 1 < self->comments->len &&
         compare_comments (&g_array_index (self->comments, FollowReadComment, last + 1), &wanted) == 0)
    last++;
  *n = last - first + 1;
  return &g_array_index (self->comments, FollowReadComment, first);
}

FollowReadColour
follow_read_sheet_fill (const FollowReadSheet *self, guint32 row, guint32 column)
{
  const FollowReadCell *cell = follow_read_sheet_cell (self, row, column);

  if (row >= self->n_rows)
    return FOLLOW_READ_NO_FILL;
  return cell != NULL ? cell->fill : follow_read_fills_get (self->fills, row, column);
}

GStrv
follow_read_book_words (const FollowReadBook *self, const FollowReadValidation *validation)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const FollowReadRange *source = &validation->source;
  const FollowReadSheet *sheet;

  if (validation->words != NULL)
    return g_strdupv (validation->words);
  if (validation->source_sheet < 0)
    return g_strv_builder_end (words);
  sheet = g_ptr_array_index (self->sheets, validation->source_sheet);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (sheet->cells, FollowReadCell, i);

      if (*cell->text != '\0' && follow_read_range_contains (source, cell->row, cell->column))
        g_strv_builder_add (words, cell->text);
    }
  return g_strv_builder_end (words);
}
