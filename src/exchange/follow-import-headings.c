/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-headings.h"

#include <string.h>

#include "follow-import-meaning.h"
#include "follow-import-private.h"
#include "follow-plan-text.h"

typedef struct
{
  FollowImportTable *table;
  const FollowImport *import;
  const FollowKind *kind;
  GHashTable *meanings; /* of the kind */
} Finder;

/* A heading of the upper row stands over all columns that it is merged over. */
static const char *
find_above (const FollowImportTable *table, guint row, guint column)
{
  const FollowReadRange *merged = follow_read_sheet_merged_at (table->view.cells, row, column);

  if (merged != NULL)
    return follow_import_table_text (table, merged->first_row, merged->first_column);
  return follow_import_table_text (table, row, column);
}

/* Two rows of headings: what stands in either. */
static GArray *
read_two_rows (const FollowImportTable *table, guint row)
{
  g_autoptr (GArray) upper = follow_import_read_headings (table, row);
  GArray *lower = follow_import_read_headings (table, row + 1);
  guint n_lower = lower->len;

  for (guint i = 0; i < n_lower; i++)
    {
      FollowImportHeading *heading = &g_array_index (lower, FollowImportHeading, i);

      heading->above = find_above (table, row, heading->column);
    }
  for (guint i = 0; i < upper->len; i++)
    {
      FollowImportHeading heading = g_array_index (upper, FollowImportHeading, i);
      gboolean has_lower = FALSE;

      for (guint j = 0; j < n_lower && !has_lower; j++)
        has_lower = g_array_index (lower, FollowImportHeading, j).column == heading.column;
      if (!has_lower)
        g_array_append_val (lower, heading);
    }
  return lower;
}

static GArray *
read_headings (const FollowImportTable *table, guint row, guint n_rows)
{
  return n_rows == 2 ? read_two_rows (table, row) : follow_import_read_headings (table, row);
}

static char *
join (const FollowImportHeading *heading)
{
  if (heading->above == NULL || heading->text == NULL || g_str_equal (heading->above, heading->text))
    return g_strdup (heading->text != NULL ? heading->text : heading->above);
  return g_strdup_printf ("%s – %s", heading->above, heading->text);
}

/* What is written in one cell: what was chosen for it before comes first, then the fields' labels. */
static gboolean
read_text (const Finder *self, const char *text, FollowImportMeaning *meaning, FollowSaidBy *said_by)
{
  g_autofree char *folded = follow_plan_fold (text);
  g_autofree char *memory = follow_import_memory_of_heading (self->kind, text);
  const char *name = g_hash_table_lookup (self->import->mappings, folded);
  const FollowImportMeaning *known;

  if (name != NULL && follow_import_meaning_read (meaning, self->kind, name))
    {
      *said_by = FOLLOW_SAID_BY_USER;
      return TRUE;
    }
  name = g_hash_table_lookup (self->import->remembered, memory);
  if (name != NULL && follow_import_meaning_read (meaning, self->kind, name))
    {
      *said_by = FOLLOW_SAID_BEFORE;
      return TRUE;
    }
  if ((known = g_hash_table_lookup (self->meanings, folded)) == NULL)
    return FALSE;
  *meaning = *known;
  *said_by = FOLLOW_SAID_BY_LOOKING;
  return TRUE;
}

static gboolean
read_heading (const Finder *self,
              const FollowImportHeading *heading,
              FollowImportMeaning *meaning,
              FollowSaidBy *said_by)
{
  g_autofree char *both = NULL;
  g_autofree char *joined = join (heading);

  if (heading->above == NULL || heading->text == NULL)
    return read_text (self, heading->text != NULL ? heading->text : heading->above, meaning, said_by);
  both = g_strdup_printf ("%s %s", heading->above, heading->text);
  return read_text (self, joined, meaning, said_by) || read_text (self, both, meaning, said_by) ||
         read_text (self, heading->text, meaning, said_by) ||
         read_text (self, heading->above, meaning, said_by);
}

static gboolean
names_records (const FollowKind *kind, const FollowImportMeaning *meaning)
{
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);

  return meaning->type == FOLLOW_MEANING_FIELD && meaning->kind == kind &&
         g_strv_contains ((const char *const *) titles, meaning->field->name);
}

/* How many fields the headings claim; 0 where none of them names a record, without which there is no
 * table. */
static guint
count_claimed (const Finder *self, GArray *headings)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (NULL, NULL);
  gboolean named = FALSE;

  for (guint i = 0; i < headings->len; i++)
    {
      FollowImportMeaning meaning;
      FollowSaidBy said_by;

      if (!read_heading (self, &g_array_index (headings, FollowImportHeading, i), &meaning, &said_by) ||
          meaning.type < FOLLOW_MEANING_FIELD)
        continue;
      g_hash_table_add (fields, meaning.field != NULL ? (gpointer) meaning.field : (gpointer) meaning.kind);
      named = named || names_records (self->kind, &meaning);
    }
  return named ? g_hash_table_size (fields) : 0;
}

/* The lower row of two is one of headings, not of values: nothing stands under a heading of its own unless
 * it is a heading itself. */
static gboolean
is_lower_row (const Finder *self, guint row)
{
  g_autoptr (GArray) lower = follow_import_read_headings (self->table, row + 1);

  for (guint i = 0; i < lower->len; i++)
    {
      const FollowImportHeading *heading = &g_array_index (lower, FollowImportHeading, i);
      FollowImportMeaning meaning;
      FollowSaidBy said_by;

      if (follow_import_table_text (self->table, row, heading->column) != NULL &&
          !read_text (self, heading->text, &meaning, &said_by))
        {
          const FollowReadRange *merged =
              follow_read_sheet_merged_at (self->table->view.cells, row, heading->column);

          if (merged == NULL || merged->first_column == merged->last_column)
            return FALSE;
        }
    }
  return lower->len > 0;
}

static guint
count_rows (const Finder *self, guint row, guint n_rows)
{
  g_autoptr (GArray) headings = read_headings (self->table, row, n_rows);

  return count_claimed (self, headings);
}

static gboolean
find_candidate (const Finder *self, FollowImportCandidate *candidate)
{
  guint n_rows = MIN (self->table->view.cells->n_rows, FOLLOW_IMPORT_ROWS_ABOVE);

  for (guint row = 0; row < n_rows; row++)
    {
      guint one = count_rows (self, row, 1);
      guint next = row + 1 < n_rows ? count_rows (self, row + 1, 1) : 0;
      guint two = row + 1 < n_rows && is_lower_row (self, row) ? count_rows (self, row, 2) : 0;

      candidate->row = row;
      candidate->n_rows = two > MAX (one, next) ? 2 : 1;
      candidate->n_claimed = MAX (one, candidate->n_rows == 2 ? two : 0);
      if (candidate->n_claimed >= 2)
        return TRUE;
    }
  return FALSE;
}

/* Records that are edited inside others are guessed only where a column says inside which. */
static gboolean
may_be_guessed (const FollowKind *kind)
{
  return kind->parent == NULL;
}

static void
consider (FollowImportTable *table,
          const FollowImport *import,
          const FollowKind *kind,
          FollowImportCandidate *best)
{
  g_autoptr (GHashTable) meanings = follow_meanings_of_kind (kind);
  const Finder self = { table, import, kind, meanings };
  FollowImportCandidate candidate = { kind, 0, 1, 0, FALSE };

  if (find_candidate (&self, &candidate) && candidate.n_claimed > best->n_claimed)
    *best = candidate;
}

static const FollowKind *
get_target_kind (const FollowImport *import)
{
  if (import->target == NULL)
    return NULL;
  return follow_kind_find (g_str_equal (import->target, "plan") ? "action" : import->target);
}

/* Actions come first: of kinds whose headings fit as well, theirs are meant. */
static void
find_best (FollowImportTable *table, const FollowImport *import, FollowImportCandidate *best)
{
  const FollowKind *target = get_target_kind (import);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  follow_import_find_keys (table, target, best);
  if (best->kind != NULL)
    return;
  consider (table, import, target != NULL ? target : follow_kind_find ("action"), best);
  for (guint i = 0; target == NULL && i < n_kinds; i++)
    if (may_be_guessed (kinds[i]))
      consider (table, import, kinds[i], best);
}

static gboolean
is_taken (const FollowImportTable *table, const FollowImportMeaning *meaning)
{
  for (guint i = 0; i < table->view.columns->len; i++)
    {
      const FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, i);

      if (column->said_by != FOLLOW_SAID_BY_NOBODY && column->meaning.type >= FOLLOW_MEANING_FIELD &&
          follow_import_meaning_equal (&column->meaning, meaning))
        return TRUE;
    }
  return FALSE;
}

/* What the user chose for columns comes before what is found for others. */
static void
set_chosen (FollowImportTable *table, const FollowImportChoices *choices)
{
  GHashTableIter iter;
  gpointer column;
  gpointer meaning;

  g_hash_table_iter_init (&iter, choices->meanings);
  while (g_hash_table_iter_next (&iter, &column, &meaning))
    {
      const FollowImportMeaning *chosen = meaning;
      gboolean fits = chosen->kind == NULL || chosen->kind == table->view.kind;
      g_autofree char *name = follow_import_meaning_get_name (chosen);
      FollowImportMeaning again;

      fits = fits || (follow_import_meaning_read (&again, table->view.kind, name) &&
                      follow_import_meaning_equal (&again, chosen));
      if (GPOINTER_TO_UINT (column) < table->view.columns->len && fits)
        follow_import_table_set_column (table, GPOINTER_TO_UINT (column), *chosen, FOLLOW_SAID_BY_USER);
    }
}

static FollowImportMeaning
get_unclaimed (const FollowImportTable *table)
{
  FollowImportMeaning meaning = { FOLLOW_MEANING_LEFT_OUT, NULL, NULL };

  if (follow_kind_has_notes (table->view.kind))
    meaning.type = FOLLOW_MEANING_NOTE;
  return meaning;
}

static void
set_meanings (const Finder *self, GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const FollowImportHeading *heading = &g_array_index (headings, FollowImportHeading, i);
      FollowImportColumn *column =
          &g_array_index (self->table->view.columns, FollowImportColumn, heading->column);
      FollowImportMeaning meaning;
      FollowSaidBy said_by;

      g_free (column->heading);
      column->heading = join (heading);
      /* A heading that stands twice means its first column. */
      if (column->said_by == FOLLOW_SAID_BY_NOBODY && read_heading (self, heading, &meaning, &said_by) &&
          !is_taken (self->table, &meaning))
        follow_import_table_set_column (self->table, heading->column, meaning, said_by);
    }
}

static int
compare_headings (gconstpointer a, gconstpointer b)
{
  return (int) ((const FollowImportHeading *) a)->column - (int) ((const FollowImportHeading *) b)->column;
}

static void
collect_columns (FollowImportTable *table)
{
  for (guint i = 0; i < table->view.columns->len; i++)
    {
      const FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, i);
      const FollowImportField field = { i, column->meaning.kind, column->meaning.field };

      if (column->meaning.type == FOLLOW_MEANING_FIELD)
        g_array_append_val (table->fields, field);
      else if (column->meaning.type == FOLLOW_MEANING_NOTE)
        g_array_append_val (table->notes, i);
      else if (column->meaning.type == FOLLOW_MEANING_ID)
        table->id_column = i;
      else if (column->meaning.type == FOLLOW_MEANING_PARENT)
        table->parent_column = i;
    }
}

static void
make_columns (FollowImportTable *table)
{
  const FollowImportMeaning unclaimed = get_unclaimed (table);

  g_array_set_size (table->view.columns, table->view.cells->n_columns);
  for (guint i = 0; i < table->view.columns->len; i++)
    {
      FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, i);

      column->heading = g_strdup ("");
      column->hidden = follow_read_sheet_column_is_hidden (table->view.cells, i);
      column->meaning = unclaimed;
    }
}

static void
take_candidate (FollowImportTable *table,
                const FollowImport *import,
                const FollowImportChoices *choices,
                const FollowImportCandidate *best)
{
  g_autoptr (GHashTable) meanings = follow_meanings_of_kind (best->kind);
  const Finder self = { table, import, best->kind, meanings };
  g_autoptr (GArray) headings = read_headings (table, best->row, best->n_rows);

  g_array_sort (headings, compare_headings);
  table->view.kind = best->kind;
  table->view.state = FOLLOW_SHEET_TABLE;
  table->view.first_heading = best->row;
  table->view.n_headings = best->n_rows;
  make_columns (table);
  set_chosen (table, choices);
  table->names_fields = best->is_keys;
  if (best->is_keys)
    follow_import_set_keys (table, best);
  else
    set_meanings (&self, headings);
  collect_columns (table);
  table->has_keys = follow_import_is_our_own (table);
}

void
follow_import_find_headings (FollowImportTable *self,
                             const FollowImport *import,
                             const FollowImportChoices *choices)
{
  FollowImportCandidate best = { NULL, 0, 1, 0, FALSE };

  self->view.state = self->view.cells->n_rows == 0 ? FOLLOW_SHEET_EMPTY : FOLLOW_SHEET_NO_TABLE;
  find_best (self, import, &best);
  if (choices->n_headings > 0 && choices->first_heading < self->view.cells->n_rows)
    {
      if (best.kind == NULL)
        best.kind = get_target_kind (import) != NULL ? get_target_kind (import) : follow_kind_find ("action");
      best.row = choices->first_heading;
      best.n_rows = MIN (choices->n_headings, self->view.cells->n_rows - best.row);
    }
  if (best.kind != NULL)
    take_candidate (self, import, choices, &best);
}
