/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-import-private.h"
#include "follow-plan-text.h"

const char *
follow_import_role_get_label (FollowImportRole role, const FollowKind *kind)
{
  switch (role)
    {
    case FOLLOW_ROLE_TITLE:
      return _ ("Title");
    case FOLLOW_ROLE_KEYS:
      return _ ("Field names");
    case FOLLOW_ROLE_HEADINGS:
      return _ ("Headings");
    case FOLLOW_ROLE_AREA:
      return _ ("Area");
    case FOLLOW_ROLE_ORIGIN:
      return _ ("Origin");
    case FOLLOW_ROLE_MEETING:
      return _ ("Meeting");
    case FOLLOW_ROLE_RECORD:
      return kind != NULL ? follow_kind_get_label (kind) : _ ("Record");
    case FOLLOW_ROLE_CONTINUED:
      return _ ("Goes on");
    case FOLLOW_ROLE_TOTAL:
      return _ ("Total");
    case FOLLOW_ROLE_COLOUR_KEY:
      return _ ("Key");
    case FOLLOW_ROLE_NONE:
    case FOLLOW_ROLE_LEFT_OUT:
      return _ ("Left out");
    case FOLLOW_ROLE_BLANK:
    default:
      return "";
    }
}

char *
follow_import_memory_of_heading (const FollowKind *kind, const char *heading)
{
  g_autofree char *folded = follow_plan_fold (heading);

  return g_strdup_printf ("heading\n%s\n%s", kind->name, folded);
}

/* What tells one record’s row from another’s whatever columns a sheet has, to see whether a sheet repeats the rows of one before it. */
static char *
describe_row (const FollowImportTable *table, guint row)
{
  const FollowKind *kind = table->view.kind;
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);
  g_autoptr (GString) text = g_string_new (kind->name);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *folded =
          follow_plan_fold (follow_import_table_get (table, row, kind->name, titles[i]));

      g_string_append_printf (text, "\n%s", folded);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
repeats_rows (const FollowImportTable *table, GHashTable *seen)
{
  guint n_seen = 0;

  for (guint i = 0; i < table->view.rows->len; i++)
    if (follow_import_table_role (table, i) == FOLLOW_ROLE_RECORD)
      {
        char *row = describe_row (table, i);

        /* A row that stands twice on its own sheet is another matter. */
        if (g_hash_table_contains (seen, row) &&
            GPOINTER_TO_UINT (g_hash_table_lookup (seen, row)) != table->index + 1)
          {
            n_seen++;
            g_free (row);
          }
        else
          g_hash_table_insert (seen, row, GUINT_TO_POINTER (table->index + 1));
      }
  return table->view.n_records > 0 && n_seen * 2 > table->view.n_records;
}

/* Sheets that are hidden wait to be chosen, and so do those that say again what another one says. */
static void
choose (FollowImportTable *table, const FollowImportChoices *choices, GHashTable *seen)
{
  gboolean has_table = table->view.state == FOLLOW_SHEET_TABLE;

  if (has_table && !table->view.hidden && repeats_rows (table, seen))
    table->view.state = FOLLOW_SHEET_REPEATS;
  table->view.chosen = table->view.state == FOLLOW_SHEET_TABLE && !table->view.hidden;
  if (choices->is_chosen_set)
    table->view.chosen = has_table && choices->chosen;
}

GPtrArray *
follow_import_get_tables (FollowImport *self)
{
  g_autoptr (GHashTable) seen = NULL;

  if (self->tables != NULL)
    return self->tables;
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_import_table_free);
  for (guint i = 0; i < self->source->book->sheets->len; i++)
    {
      const FollowImportChoices *choices = g_ptr_array_index (self->choices, i);
      FollowImportTable *table = follow_import_table_new (follow_read_book_sheet (self->source->book, i), i);

      follow_import_find_headings (table, self, choices);
      follow_import_find_roles (table, choices);
      choose (table, choices, seen);
      g_ptr_array_add (self->tables, table);
    }
  return self->tables;
}

gboolean
follow_import_is_plan (FollowImport *self)
{
  GPtrArray *tables = follow_import_get_tables (self);

  if (self->target != NULL)
    return g_str_equal (self->target, "plan");
  for (guint i = 0; i < tables->len; i++)
    {
      const FollowImportTable *table = g_ptr_array_index (tables, i);

      if (table->view.chosen && g_str_equal (table->view.kind->name, "action") && !table->has_meetings &&
          !table->has_keys)
        return TRUE;
    }
  return FALSE;
}
