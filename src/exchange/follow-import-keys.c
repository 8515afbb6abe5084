/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-import-headings.h"

/* Room for the columns of a table; a stray cell can make a sheet very wide. */
#define MAX_COLUMNS 2000

/* Returns: (transfer full) (element-type FollowImportHeading): what stands in the row */
GArray *
follow_import_read_headings (const FollowImportTable *table, guint row)
{
  const GArray *cells = table->view.cells->cells;
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (FollowImportHeading));

  for (guint i = follow_import_table_first_cell (table, row); i < cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (cells, FollowReadCell, i);
      FollowImportHeading heading = { cell->column, NULL, cell->text };

      if (cell->row != row || cell->column >= MAX_COLUMNS)
        break;
      if (!follow_text_is_blank (cell->text))
        g_array_append_val (headings, heading);
    }
  return headings;
}

void
follow_import_table_set_column (FollowImportTable *table,
                                guint column,
                                FollowImportMeaning meaning,
                                FollowSaidBy said_by)
{
  FollowImportColumn *view = &g_array_index (table->view.columns, FollowImportColumn, column);

  view->meaning = meaning;
  view->said_by = said_by;
}

/* A row of fields' names, as our own workbooks hide above the headings, and delimited text has instead. */
static gboolean
read_key (const FollowKind *kind, const char *name, FollowImportMeaning *meaning)
{
  *meaning = (FollowImportMeaning){ FOLLOW_MEANING_FIELD, kind, follow_kind_find_field (kind, name) };
  if (g_str_equal (name, "id"))
    meaning->type = FOLLOW_MEANING_ID;
  else if (g_strcmp0 (kind->parent, name) == 0)
    *meaning = (FollowImportMeaning){ FOLLOW_MEANING_PARENT, follow_kind_find (kind->parent), NULL };
  return meaning->type != FOLLOW_MEANING_FIELD || meaning->field != NULL;
}

/* How many of the names are the kind’s: all of them, or it is not meant. */
static guint
count_keys (const FollowKind *kind, GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    {
      FollowImportMeaning meaning;

      if (!read_key (kind, g_array_index (headings, FollowImportHeading, i).text, &meaning))
        return 0;
    }
  return headings->len;
}

/* Several kinds have fields of the same names: then the sheet's name tells. */
static gboolean
is_named_as (const FollowImportTable *table, const FollowKind *kind)
{
  return g_strcmp0 (table->view.name, follow_kind_get_plural (kind)) == 0 ||
         g_strcmp0 (table->view.name, kind->plural) == 0 || g_strcmp0 (table->view.name, kind->name) == 0;
}

static guint
count_labels (const FollowImportTable *table, const FollowKind *kind, guint row, GArray *keys)
{
  guint n_labels = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      const FollowImportHeading *key = &g_array_index (keys, FollowImportHeading, i);
      const char *text = follow_import_table_text (table, row, key->column);
      const FollowField *field = follow_kind_find_field (kind, key->text);

      if (text != NULL && field != NULL &&
          (g_str_equal (text, follow_field_get_label (field)) || g_str_equal (text, field->label)))
        n_labels++;
    }
  return n_labels;
}

void
follow_import_find_keys (FollowImportTable *table, const FollowKind *target, FollowImportCandidate *best)
{
  guint n_rows = MIN (table->view.cells->n_rows, FOLLOW_IMPORT_ROWS_ABOVE);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint row = 0; row < n_rows && best->kind == NULL; row++)
    {
      g_autoptr (GArray) headings = follow_import_read_headings (table, row);
      guint n_fitting = 0;

      for (guint i = 0; i < n_kinds && headings->len >= 2; i++)
        {
          gboolean fits = (target == NULL || target == kinds[i]) && count_keys (kinds[i], headings) > 0;
          gboolean named = fits && is_named_as (table, kinds[i]);

          if (!fits || (n_fitting > 0 && !named))
            continue;
          n_fitting++;
          *best = (FollowImportCandidate){ kinds[i], row, 1, headings->len, TRUE };
          if (named)
            break;
        }
      if (best->kind != NULL && row + 1 < table->view.cells->n_rows &&
          count_labels (table, best->kind, row + 1, headings) * 2 > headings->len)
        best->n_rows = 2;
    }
}

void
follow_import_set_keys (FollowImportTable *table, const FollowImportCandidate *best)
{
  g_autoptr (GArray) keys = follow_import_read_headings (table, best->row);
  g_autoptr (GArray) labels = follow_import_read_headings (table, best->row + best->n_rows - 1);

  for (guint i = 0; i < keys->len; i++)
    {
      const FollowImportHeading *key = &g_array_index (keys, FollowImportHeading, i);
      FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, key->column);
      FollowImportMeaning meaning;

      if (read_key (best->kind, key->text, &meaning) && column->said_by == FOLLOW_SAID_BY_NOBODY)
        follow_import_table_set_column (table, key->column, meaning, FOLLOW_SAID_BY_LOOKING);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const FollowImportHeading *label = &g_array_index (labels, FollowImportHeading, i);
      FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, label->column);

      g_free (column->heading);
      column->heading = g_strdup (label->text);
    }
}

/* Whether the rows are to be taken as our own workbooks write them: a field each column, and nothing else.
 * Others head their columns so by chance. */
gboolean
follow_import_is_our_own (const FollowImportTable *table)
{
  return table->names_fields && (!g_str_equal (table->view.kind->name, "action") || table->id_column >= 0 ||
                                 follow_import_table_find (table, "action", "plan") != NULL);
}
