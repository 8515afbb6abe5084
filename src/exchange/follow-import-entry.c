/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include <glib/gi18n-lib.h>

#include "follow-import-doubts.h"
#include "follow-import-rows.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

/* Joins what the rows of one record say in a column. */
static const char *
join_rows (const FollowImportEntry *self, guint column)
{
  g_autoptr (GString) text =
      g_string_new (follow_import_table_full_text (self->table, self->row, column, NULL));

  for (guint row = self->row + 1; row <= self->last_row; row++)
    {
      const char *more = follow_import_table_text (self->table, row, column);

      if (more != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", more);
    }
  return text->len > 0 ? g_string_chunk_insert_const (self->texts, text->str) : NULL;
}

static gboolean
is_left (const FollowImportEntry *self, guint column)
{
  for (guint i = 0; self->left != NULL && i < self->left->len; i++)
    if (g_array_index (self->left, guint, i) == column)
      return TRUE;
  return FALSE;
}

const char *
follow_import_entry_get (const FollowImportEntry *self, const char *kind, const char *field)
{
  const FollowImportField *column = follow_import_table_find (self->table, kind, field);

  if (column == NULL || is_left (self, column->column))
    return NULL;
  if (self->last_row > self->row)
    return join_rows (self, column->column);
  return follow_import_table_full_text (self->table, self->row, column->column, NULL);
}

const char *
follow_import_entry_get_parent (const FollowImportEntry *self)
{
  return self->table->parent_column >= 0
             ? follow_import_table_text (self->table, self->row, self->table->parent_column)
             : NULL;
}

gint64
follow_import_entry_get_id (const FollowImportEntry *self)
{
  const char *text = self->table->id_column >= 0
                         ? follow_import_table_text (self->table, self->row, self->table->id_column)
                         : NULL;
  gint64 id;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return id;
}

void
follow_import_entry_add_to_note (FollowImportEntry *self, const char *heading, const char *words)
{
  if (self->note->len > 0)
    g_string_append_c (self->note, '\n');
  if (*heading != '\0')
    g_string_append_printf (self->note, "%s: ", heading);
  g_string_append (self->note, words);
}

/* What both say is the same in every column that means something. */
static gboolean
are_identical (const FollowImportEntry *one, const FollowImportEntry *other)
{
  const FollowImportTable *table = one->table;

  if (other->table != table || one->last_row > one->row || other->last_row > other->row)
    return FALSE;
  for (guint i = 0; i < table->view.columns->len; i++)
    if (table->view.cells->n_columns > 0 &&
        g_strcmp0 (follow_import_table_full_text (table, one->row, i, NULL),
                   follow_import_table_full_text (table, other->row, i, NULL)) != 0)
      return FALSE;
  return TRUE;
}

/* Returns: whether the entry is to stay */
static gboolean
ask (FollowImportEntry *entry,
     const FollowImportEntry *first,
     const char *field,
     FollowImportDoubts *doubts,
     FollowImportResult *result)
{
  const FollowKind *kind = entry->table->view.kind;
  const char *text = follow_import_entry_get (entry, kind->name, field);
  const FollowImportArea area = follow_import_table_row (entry->table, entry->row);
  const FollowImportPlace place = { entry->table->index, entry->row,
                                    follow_import_table_find (entry->table, kind->name, field)->column };
  FollowImportDoubt *doubt = follow_import_doubts_find (doubts, FOLLOW_DOUBT_DUPLICATE, field, text, &place);
  g_autofree char *shown = follow_words_quote (text);
  gboolean is_number = g_strcmp0 (kind->number, field) == 0;

  if (doubt->answers->len == 0)
    {
      gboolean leave = are_identical (entry, first);

      if (leave)
        follow_import_doubt_add_answer (doubt, "leave_out", _ ("Take it once"));
      follow_import_doubt_add_answer (doubt, "both", _ ("Take both"));
      if (!leave)
        follow_import_doubt_add_answer (doubt, "leave_out", _ ("Take the first"));
    }
  if (g_str_equal (follow_import_doubts_answer (
                       doubts, doubt,
                       is_number
                           ? g_strdup_printf (_ ("The number %s stands in the file more than once"), shown)
                           : g_strdup_printf (_ ("“%s” stands in the file more than once"), shown)),
                   "both"))
    return TRUE;
  follow_import_result_add_not_taken (result, entry->table->index, entry->table->view.name, &area,
                                      doubt->message);
  return FALSE;
}

/* What tells entries apart: the number, or else the wording with where it stands. */
static char *
describe (const FollowImportEntry *entry, const char *field, gboolean by_number)
{
  const FollowKind *kind = entry->table->view.kind;
  g_autofree char *folded = follow_plan_fold (follow_import_entry_get (entry, kind->name, field));

  if (*folded == '\0')
    return NULL;
  if (by_number)
    return g_strdup_printf ("%s\n%s", kind->name, folded);
  return g_strdup_printf ("%s\n%p\n%s\n%s", kind->name, (gpointer) entry->section,
                          entry->origin != NULL ? entry->origin : "", folded);
}

static const char *
find_field (const FollowImportEntry *entry, gboolean by_number)
{
  const FollowKind *kind = entry->table->view.kind;
  const char *field = by_number ? kind->number : g_str_equal (kind->title, "wording") ? "wording" : NULL;

  return field != NULL && follow_import_table_find (entry->table, kind->name, field) != NULL ? field : NULL;
}

/* Records that are told apart by an id, or stand inside others, may well have the same number. */
static void
ask_by (FollowImportRows *self, gboolean by_number, FollowImportDoubts *doubts, FollowImportResult *result)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint kept = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      FollowImportEntry *entry = g_ptr_array_index (self->entries, i);
      const char *field = entry->table->has_keys ? NULL : find_field (entry, by_number);
      g_autofree char *description = field != NULL ? describe (entry, field, by_number) : NULL;
      const FollowImportEntry *first = description != NULL ? g_hash_table_lookup (seen, description) : NULL;

      if (first != NULL && !ask (entry, first, field, doubts, result))
        g_ptr_array_add (self->dropped, entry);
      else
        self->entries->pdata[kept++] = entry;
      if (first == NULL && description != NULL)
        g_hash_table_insert (seen, g_steal_pointer (&description), entry);
    }
  self->entries->len = kept;
}

void
follow_import_rows_ask_duplicates (FollowImportRows *self,
                                   FollowImportDoubts *doubts,
                                   FollowImportResult *result)
{
  ask_by (self, TRUE, doubts, result);
  ask_by (self, FALSE, doubts, result);
}
