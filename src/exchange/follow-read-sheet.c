/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-read-sheet.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-read-private.h"

const FollowReadLimits follow_read_limits_default = {
  .file_bytes = 256 * 1024 * 1024,
  .expanded_bytes = 1024 * 1024 * 1024,
  .n_entries = 10000,
  .n_cells = 5 * 1000 * 1000,
  .n_strings = 5 * 1000 * 1000,
  .text_bytes = 1024 * 1024,
  .depth = 100,
  .seconds = 120,
};

static void
validation_free (FollowReadValidation *self)
{
  g_array_unref (self->areas);
  g_strfreev (self->words);
  g_free (self);
}

static void
read_sheet_free (FollowReadSheet *self)
{
  g_free (self->name);
  g_array_unref (self->cells);
  g_array_unref (self->merged);
  g_array_unref (self->hidden_rows);
  g_array_unref (self->hidden_columns);
  g_array_unref (self->comments);
  g_array_unref (self->links);
  g_ptr_array_unref (self->validations);
  g_array_unref (self->validated);
  g_array_unref (self->tables);
  follow_read_fills_free (self->fills);
  g_free (self);
}

FollowReadBook *
follow_read_book_new (void)
{
  FollowReadBook *self = g_new0 (FollowReadBook, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) read_sheet_free);
  self->names = g_array_new (FALSE, FALSE, sizeof (FollowReadName));
  self->texts = g_string_chunk_new (64 * 1024);
  return self;
}

void
follow_read_book_free (FollowReadBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->names);
  g_string_chunk_free (self->texts);
  g_free (self);
}

FollowReadSheet *
follow_read_book_add_sheet (FollowReadBook *self, const char *name)
{
  FollowReadSheet *sheet = g_new0 (FollowReadSheet, 1);

  sheet->name = g_strdup (name);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (FollowReadCell));
  sheet->merged = g_array_new (FALSE, FALSE, sizeof (FollowReadRange));
  sheet->hidden_rows = g_array_new (FALSE, FALSE, sizeof (FollowReadSpan));
  sheet->hidden_columns = g_array_new (FALSE, FALSE, sizeof (FollowReadSpan));
  sheet->comments = g_array_new (FALSE, FALSE, sizeof (FollowReadComment));
  sheet->links = g_array_new (FALSE, FALSE, sizeof (FollowReadLink));
  sheet->validations = g_ptr_array_new_with_free_func ((GDestroyNotify) validation_free);
  sheet->validated = g_array_new (FALSE, FALSE, sizeof (FollowReadValidated));
  sheet->tables = g_array_new (FALSE, FALSE, sizeof (FollowReadTable));
  sheet->fills = follow_read_fills_new ();
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

FollowReadValidation *
follow_read_sheet_add_validation (FollowReadSheet *self)
{
  FollowReadValidation *validation = g_new0 (FollowReadValidation, 1);

  validation->areas = g_array_new (FALSE, FALSE, sizeof (FollowReadRange));
  validation->type = validation->formula = "";
  validation->source_sheet = -1;
  g_ptr_array_add (self->validations, validation);
  return validation;
}

FollowReadSheet *
follow_read_book_sheet (FollowReadBook *self, guint index)
{
  g_return_val_if_fail (index < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, index);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const FollowReadCell *one = a;
  const FollowReadCell *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

const FollowReadCell *
follow_read_sheet_cell (const FollowReadSheet *self, guint32 row, guint32 column)
{
  FollowReadCell wanted = { .row = row, .column = column };
  guint at;

  if (column > G_MAXUINT16 || !g_array_binary_search (self->cells, &wanted, compare_cells, &at))
    return NULL;
  return &g_array_index (self->cells, FollowReadCell, at);
}

const char *
follow_read_sheet_text (const FollowReadSheet *self, guint32 row, guint32 column)
{
  const FollowReadCell *cell = follow_read_sheet_cell (self, row, column);

  return cell != NULL ? cell->text : "";
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FollowReadSpan *one = a;
  const FollowReadSpan *other = b;

  return (one->first > other->first) - (one->first < other->first);
}

static gboolean
spans_contain (GArray *spans, guint32 number)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const FollowReadSpan *span = &g_array_index (spans, FollowReadSpan, middle);

      if (number >= span->first && number <= span->last)
        return TRUE;
      if (number < span->first)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

gboolean
follow_read_sheet_row_is_hidden (const FollowReadSheet *self, guint32 row)
{
  return spans_contain (self->hidden_rows, row);
}

gboolean
follow_read_sheet_column_is_hidden (const FollowReadSheet *self, guint32 column)
{
  return spans_contain (self->hidden_columns, column);
}

void
follow_read_spans_add (GArray *spans, guint32 first, guint32 last)
{
  FollowReadSpan span = { first, last };
  FollowReadSpan *end = spans->len > 0 ? &g_array_index (spans, FollowReadSpan, spans->len - 1) : NULL;

  if (end != NULL && first >= end->first && first <= end->last + 1)
    end->last = MAX (end->last, last);
  else
    g_array_append_val (spans, span);
}

static gboolean
is_in_order (GArray *cells)
{
  const FollowReadCell *cell = (const FollowReadCell *) cells->data;

  for (guint i = 1; i < cells->len; i++)
    if (compare_cells (&cell[i - 1], &cell[i]) >= 0)
      return FALSE;
  return TRUE;
}

static void
put_cells_in_order (FollowReadSheet *self)
{
  FollowReadCell *cells = (FollowReadCell *) self->cells->data;
  guint kept = 0;

  if (is_in_order (self->cells))
    return;
  /* GLib's sort is a stable merge sort, so that the later of two comes behind. */
  g_array_sort (self->cells, compare_cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (kept > 0 && compare_cells (&cells[kept - 1], &cells[i]) == 0)
        kept--;
      cells[kept++] = cells[i];
    }
  g_array_set_size (self->cells, kept);
}

/* Spans that overlap become one, so that they can be searched. */
static void
put_spans_in_order (GArray *spans)
{
  FollowReadSpan *span = (FollowReadSpan *) spans->data;
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    if (kept > 0 && span[i].first <= span[kept - 1].last + 1)
      span[kept - 1].last = MAX (span[kept - 1].last, span[i].last);
    else
      span[kept++] = span[i];
  g_array_set_size (spans, kept);
}

void
follow_read_sheet_finish (FollowReadSheet *self)
{
  const FollowReadCell *cells;

  put_cells_in_order (self);
  put_spans_in_order (self->hidden_rows);
  put_spans_in_order (self->hidden_columns);
  cells = (const FollowReadCell *) self->cells->data;
  for (guint i = 0; i < self->cells->len; i++)
    {
      self->n_rows = MAX (self->n_rows, cells[i].row + 1);
      self->n_columns = MAX (self->n_columns, cells[i].column + 1u);
    }
  follow_read_fills_finish (self->fills, self->n_rows);
  follow_read_areas_finish (self);
}

void
follow_read_set_error (GError **error, int code, const char *name, const char *reason)
{
  /* Translators: the first %s is a file's name, the second the reason, such as “it is empty”. */
  g_set_error (error, FOLLOW_ERROR, code, _ ("Could not read “%s”: %s."), name, reason);
}
