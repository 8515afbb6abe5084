/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-import-private.h"
#include "follow-xlsx-text.h"

/* Where a part of a text ends without its mark, when it is to go on: a cell holds no more than 32,767
 * characters, so a longer text is written in parts, one below the other. Returns: G_MAXSIZE for none */
static gsize
find_end (const char *text)
{
  const char *const marks[] = { _ (follow_xlsx_goes_on), follow_xlsx_goes_on };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize mark = strlen (marks[i]);

      if (length > mark && g_str_has_suffix (text, marks[i]) && text[length - mark - 1] == '\n')
        return length - mark - 1;
    }
  return G_MAXSIZE;
}

/* Returns: (nullable): what stands behind the mark of a part that goes on; NULL where there is none */
static const char *
find_begin (const char *text)
{
  const char *const marks[] = { _ (follow_xlsx_from_above), follow_xlsx_from_above };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]) && text[strlen (marks[i])] == '\n')
      return text + strlen (marks[i]) + 1;
  return NULL;
}

/* The text of a column that is not whole yet. */
typedef struct
{
  FollowReadCell *first;
  GString *text;
  gboolean goes_on;
} Whole;

static void
whole_free (gpointer data)
{
  Whole *whole = data;

  g_string_free (whole->text, TRUE);
  g_free (whole);
}

/* What says that it goes on and does not keeps its mark. */
static void
finish (FollowReadBook *book, GHashTable *wholes, guint column)
{
  Whole *whole = g_hash_table_lookup (wholes, GUINT_TO_POINTER (column));

  if (whole == NULL)
    return;
  if (whole->goes_on)
    g_string_append_printf (whole->text, "\n%s", _ (follow_xlsx_goes_on));
  if (!g_str_equal (whole->first->text, whole->text->str))
    whole->first->text = g_string_chunk_insert (book->texts, whole->text->str);
  g_hash_table_remove (wholes, GUINT_TO_POINTER (column));
}

static gboolean
append_part (GHashTable *wholes, const FollowReadCell *cell)
{
  Whole *whole = g_hash_table_lookup (wholes, GUINT_TO_POINTER (cell->column));
  const char *begin = whole != NULL && whole->goes_on ? find_begin (cell->text) : NULL;
  gsize end = find_end (cell->text);

  if (begin == NULL)
    return FALSE;
  whole->goes_on = end != G_MAXSIZE && cell->text + end >= begin;
  g_string_append_len (whole->text, begin, whole->goes_on ? cell->text + end - begin : -1);
  return TRUE;
}

/* Returns: whether the cell went into the one above that it goes on with */
static gboolean
take_cell (FollowReadBook *book, GHashTable *wholes, FollowReadCell *cell)
{
  gsize end;
  Whole *whole;

  if (append_part (wholes, cell))
    return TRUE;
  finish (book, wholes, cell->column);
  end = find_end (cell->text);
  if (end == G_MAXSIZE)
    return FALSE;
  whole = g_new0 (Whole, 1);
  *whole = (Whole){ cell, g_string_new_len (cell->text, end), TRUE };
  g_hash_table_insert (wholes, GUINT_TO_POINTER (cell->column), whole);
  return FALSE;
}

static void
join_sheet (FollowReadBook *book, FollowReadSheet *sheet)
{
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (NULL, NULL, NULL, whole_free);
  FollowReadCell *cells = (FollowReadCell *) (void *) sheet->cells->data;
  guint n_kept = 0;

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      if (n_kept < i)
        cells[n_kept] = cells[i];
      if (!take_cell (book, wholes, &cells[n_kept]))
        n_kept++;
    }
  for (guint i = 0; g_hash_table_size (wholes) > 0 && i < sheet->n_columns; i++)
    finish (book, wholes, i);
  g_array_set_size (sheet->cells, n_kept);
}

/**
 * follow_import_join_continued:
 *
 * Puts together again what our own workbooks write in parts; the parts' cells are gone then.
 */
void
follow_import_join_continued (FollowReadBook *book)
{
  for (guint i = 0; i < book->sheets->len; i++)
    join_sheet (book, follow_read_book_sheet (book, i));
}
