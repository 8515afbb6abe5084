/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "follow-error.h"

const FollowReadLimits fuzz_limits = {
  .file_bytes = 4 * 1024 * 1024,
  .expanded_bytes = 4 * 1024 * 1024,
  .n_entries = 1000,
  .n_cells = 20000,
  .n_strings = 20000,
  .text_bytes = 64 * 1024,
  .depth = 100,
  .seconds = 5,
};

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_place (const FollowReadSheet *sheet, guint32 row, guint32 column)
{
  guint n;

  follow_read_sheet_fill (sheet, row, column);
  follow_read_sheet_link_at (sheet, row, column);
  follow_read_sheet_merged_at (sheet, row, column);
  follow_read_sheet_validation_at (sheet, row, column);
  follow_read_sheet_comments_at (sheet, row, column, &n);
  follow_read_sheet_row_is_hidden (sheet, row);
  follow_read_sheet_column_is_hidden (sheet, column);
}

static void
check_cells (const FollowReadSheet *sheet)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (sheet->cells, FollowReadCell, i);

      check_text (cell->text);
      g_assert_cmpint (cell->type, <=, FOLLOW_READ_ERROR);
      g_assert_cmpuint (cell->row, <, sheet->n_rows);
      g_assert_cmpuint (cell->column, <, sheet->n_columns);
      g_assert_true (follow_read_sheet_cell (sheet, cell->row, cell->column) == cell);
      g_assert_true ((*cell->text == '\0') == (cell->type == FOLLOW_READ_EMPTY));
      check_place (sheet, cell->row, cell->column);
      check_place (sheet, cell->row + 1, cell->column + 1);
    }
}

static void
check_around (const FollowReadBook *book, const FollowReadSheet *sheet)
{
  for (guint i = 0; i < sheet->comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (sheet->comments, FollowReadComment, i);
      guint n;

      check_text (comment->text);
      check_text (comment->author);
      check_text (comment->date);
      g_assert_nonnull (follow_read_sheet_comments_at (sheet, comment->row, comment->column, &n));
      g_assert_cmpuint (n, >, 0);
    }
  for (guint i = 0; i < sheet->links->len; i++)
    {
      const FollowReadLink *link = &g_array_index (sheet->links, FollowReadLink, i);

      check_text (link->target);
      check_text (link->location);
      check_text (link->tip);
      g_assert_nonnull (follow_read_sheet_link_at (sheet, link->area.last_row, link->area.last_column));
    }
  for (guint i = 0; i < sheet->validations->len && i < 100; i++)
    {
      g_auto (GStrv) words = follow_read_book_words (book, g_ptr_array_index (sheet->validations, i));

      for (guint k = 0; words[k] != NULL; k++)
        check_text (words[k]);
    }
  for (guint i = 0; i < sheet->tables->len; i++)
    check_text (g_array_index (sheet->tables, FollowReadTable, i).name);
}

void
fuzz_check (FollowReadBook *book, GError *error)
{
  g_assert_true ((book == NULL) == (error != NULL));
  if (book == NULL)
    {
      g_assert_true (error->domain == FOLLOW_ERROR);
      check_text (error->message);
      g_error_free (error);
      return;
    }
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const FollowReadSheet *sheet = follow_read_book_sheet (book, i);

      check_text (sheet->name);
      check_cells (sheet);
      check_around (book, sheet);
    }
  follow_read_book_free (book);
}
