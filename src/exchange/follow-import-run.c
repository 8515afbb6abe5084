/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-run.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-import-meaning.h"
#include "follow-memory.h"
#include "follow-plan-text.h"

static void
run_clear (FollowImportRun *self)
{
  g_clear_pointer (&self->changes, follow_changes_free);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->last_number, g_free);
  g_clear_pointer (&self->names, follow_import_names_free);
  g_clear_pointer (&self->doubts, follow_import_doubts_free);
  g_clear_pointer (&self->rows, follow_import_rows_free);
  g_clear_pointer (&self->links, follow_import_links_free);
  g_clear_pointer (&self->written, follow_resembling_free);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->programmes, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowImportRun, run_clear)

/* "plan-2009" of /home/…/plan-2009.csv */
static char *
title_from_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);
}

static FollowRecord *
find_plan_by_title (FollowRegister *reg, const char *title, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("plan"));
  g_autoptr (GPtrArray) plans = follow_register_load_all (reg, query, error);
  g_autofree char *folded = follow_plan_fold (title);
  FollowRecord *found = NULL;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      g_autofree char *other =
          follow_plan_fold (follow_record_get_text (g_ptr_array_index (plans, i), "title"));

      if (!g_str_equal (folded, other))
        continue;
      if (found != NULL)
        {
          g_set_error (
              error, FOLLOW_ERROR, FOLLOW_ERROR_AMBIGUOUS,
              _ ("The register has several plans called “%s”. Give one of them another title, or import "
                 "into one of them from its page. Nothing was changed."),
              title);
          return NULL;
        }
      found = g_ptr_array_index (plans, i);
    }
  return found != NULL ? follow_record_copy (found) : NULL;
}

static FollowRecord *
find_plan (FollowImportRun *self, GError **error)
{
  FollowImport *import = self->import;
  g_autofree char *from_name = title_from_name (import->name);
  const char *title = import->plan_title;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FollowRecord) plan = NULL;

  if (import->plan_id != 0)
    {
      plan = follow_register_get (self->reg, follow_kind_find ("plan"), import->plan_id, error);
      return plan != NULL ? follow_record_copy (plan) : NULL;
    }
  if (title == NULL)
    title = self->rows->title != NULL ? self->rows->title : from_name;
  plan = find_plan_by_title (self->reg, title, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (plan == NULL)
    {
      plan = follow_record_new (follow_kind_find ("plan"), 0);
      follow_record_set_text (plan, "title", title);
    }
  return g_steal_pointer (&plan);
}

static gboolean
load_programmes (FollowImportRun *self, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("programme"));
  g_autoptr (GPtrArray) programmes = follow_register_load_all (self->reg, query, error);

  self->programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; programmes != NULL && i < programmes->len; i++)
    {
      gint64 id = follow_record_get_id (g_ptr_array_index (programmes, i));

      g_hash_table_insert (
          self->programmes,
          follow_plan_fold (follow_record_get_text (g_ptr_array_index (programmes, i), "name")),
          g_memdup2 (&id, sizeof id));
    }
  return programmes != NULL;
}

void
follow_import_run_remark (FollowImportRun *self,
                          const FollowImportEntry *entry,
                          const char *kind,
                          const char *field,
                          FollowSeverity severity,
                          char *message)
{
  FollowImportArea cell = follow_import_table_where (entry->table, entry->row, kind, field);
  const FollowImportPlace place = { entry->table->index, cell.row, cell.column };

  follow_import_doubts_remark (self->doubts, &place, severity, message);
}

void
follow_import_run_leave_out (FollowImportRun *self,
                             const FollowImportEntry *entry,
                             const char *kind,
                             const char *field,
                             const char *reason)
{
  FollowImportArea cell = follow_import_table_where (entry->table, entry->row, kind, field);

  follow_import_result_add_not_taken (self->result, entry->table->index, entry->table->view.name, &cell,
                                      reason);
}

/* Sheets that are not taken are said to be left. */
static gboolean
begin_sheets (FollowImportRun *self, GError **error)
{
  GPtrArray *tables = follow_import_get_tables (self->import);
  guint n_chosen = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const FollowImportTable *table = g_ptr_array_index (tables, i);
      const FollowReadSheet *cells = table->view.cells;
      FollowImportArea area = { 0, 0, MAX (cells->n_rows, 1) - 1, MAX (cells->n_columns, 1) - 1 };

      follow_import_result_begin_sheet (self->result, cells, table->view.chosen);
      n_chosen += table->view.chosen ? 1 : 0;
      if (!table->view.chosen && cells->n_rows > 0)
        follow_import_result_add_not_taken (
            self->result, i, cells->name, &area,
            table->view.state == FOLLOW_SHEET_NO_TABLE  ? _ ("There is no table on the sheet.")
            : table->view.state == FOLLOW_SHEET_REPEATS ? _ ("The sheet holds the same rows as another one.")
                                                        : _ ("The sheet was not chosen."));
    }
  if (n_chosen > 0)
    return TRUE;
  g_set_error (
      error, FOLLOW_ERROR, FOLLOW_ERROR_REFUSED,
      _ ("“%s” has no row of headings that is known. A plan needs a heading for the actions, such as "
         "“Actions” or “Improvement Activity”, and one more beside it. Nothing was changed."),
      self->import->name);
  return FALSE;
}

/* Nothing is lost in silence, not even by a mistake of ours. */
static void
sweep_sheets (FollowImportRun *self)
{
  GPtrArray *tables = follow_import_get_tables (self->import);

  for (guint i = 0; i < tables->len; i++)
    follow_import_result_sweep (self->result, i, ((const FollowImportTable *) tables->pdata[i])->view.name,
                                _ ("No field takes this cell."));
}

/* What people may not have meant to send is taken like the rest, and said. */
static void
report_hidden (FollowImportRun *self, const FollowImportTable *table)
{
  const FollowImportSheet *view = &table->view;

  for (guint i = 0; i < view->rows->len; i++)
    {
      const FollowImportRow *row = &g_array_index (view->rows, FollowImportRow, i);
      const FollowImportPlace place = { table->index, i, follow_import_table_row (table, i).column };

      if (row->hidden && row->role != FOLLOW_ROLE_BLANK && row->role != FOLLOW_ROLE_KEYS)
        follow_import_doubts_remark (self->doubts, &place, FOLLOW_SEVERITY_NOTE,
                                     g_strdup (_ ("The row is hidden. It was read all the same.")));
    }
  for (guint i = 0; i < view->columns->len; i++)
    {
      const FollowImportColumn *column = &g_array_index (view->columns, FollowImportColumn, i);
      const FollowImportPlace place = { table->index, view->first_heading, i };

      if (column->hidden && *column->heading != '\0' && column->meaning.type != FOLLOW_MEANING_ID)
        follow_import_doubts_remark (self->doubts, &place, FOLLOW_SEVERITY_NOTE,
                                     g_strdup (_ ("The column is hidden. It was read all the same.")));
    }
}

static void
report_unseen (FollowImportRun *self)
{
  GPtrArray *tables = follow_import_get_tables (self->import);

  for (guint i = 0; i < tables->len; i++)
    {
      const FollowImportTable *table = g_ptr_array_index (tables, i);

      if (!table->view.chosen)
        continue;
      follow_import_run_report_comments (self, table);
      report_hidden (self, table);
    }
}

static gboolean
work_out (FollowImportRun *self, GError **error)
{
  self->names = follow_import_names_load (self->reg, error);
  if (self->names == NULL || !load_programmes (self, error))
    return FALSE;
  self->rows = follow_import_rows_read (self->import, self->doubts, self->result);
  follow_import_rows_ask_duplicates (self->rows, self->doubts, self->result);
  if (follow_import_is_plan (self->import) && (self->plan = find_plan (self, error)) == NULL)
    return FALSE;
  if (!follow_import_run_match (self, error))
    return FALSE;
  self->result->record_id = self->plan != NULL ? follow_record_get_id (self->plan) : 0;
  report_unseen (self);
  sweep_sheets (self);
  follow_import_doubts_finish (self->doubts);
  follow_import_result_sort (self->result);
  return TRUE;
}

static FollowImportResult *
run (FollowImport *import, FollowRegister *reg, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  /* Translators: a step for Undo; %s is a file’s name */
  g_autofree char *label = g_strdup_printf (_ ("Import of “%s”"), import->name);
  g_autoptr (FollowImportResult) result = follow_import_result_new ();
  g_auto (FollowImportRun)
      self = { .reg = reg, .import = import, .cancellable = cancellable, .result = result };

  if (!begin_sheets (&self, error))
    return NULL;
  self.doubts = follow_import_doubts_new (import, result);
  self.changes = follow_changes_new (label);
  self.links = follow_import_links_new (reg);
  self.written = follow_resembling_new ();
  self.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.sections = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  if (!work_out (&self, error))
    return NULL;
  if (!dry_run && follow_changes_get_size (self.changes) > 0 &&
      !follow_register_commit (reg, self.changes, error))
    return NULL;
  return g_steal_pointer (&result);
}

FollowImportResult *
follow_import_try (FollowImport *self, FollowRegister *reg, GCancellable *cancellable, GError **error)
{
  return run (self, reg, TRUE, cancellable, error);
}

static void
remember_columns (const FollowImportTable *table, GHashTable *answers)
{
  for (guint i = 0; table->view.chosen && i < table->view.columns->len; i++)
    {
      const FollowImportColumn *column = &g_array_index (table->view.columns, FollowImportColumn, i);

      if (column->said_by == FOLLOW_SAID_BY_USER && *column->heading != '\0')
        g_hash_table_insert (answers, follow_import_memory_of_heading (table->view.kind, column->heading),
                             follow_import_meaning_get_name (&column->meaning));
    }
}

/* What the user decided is taken so again when the next file of the sort comes. */
static gboolean
remember (FollowImport *import, const FollowImportResult *result, FollowRegister *reg, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *tables = follow_import_get_tables (import);

  for (guint i = 0; i < tables->len; i++)
    remember_columns (g_ptr_array_index (tables, i), answers);
  for (guint i = 0; i < result->doubts->len; i++)
    {
      const FollowImportDoubt *doubt = g_ptr_array_index (result->doubts, i);

      if (doubt->said_by == FOLLOW_SAID_BY_USER && follow_doubt_type_is_lasting (doubt->type))
        g_hash_table_insert (answers, g_strdup (doubt->key), g_strdup (doubt->answer));
    }
  return follow_register_remember (reg, answers, error);
}

typedef struct
{
  FollowImport *import;
  GCancellable *cancellable;
  FollowImportResult *result;
} Commit;

static gboolean
commit (FollowRegister *reg, gpointer data, GError **error)
{
  Commit *self = data;

  self->result = run (self->import, reg, FALSE, self->cancellable, error);
  return self->result != NULL && remember (self->import, self->result, reg, error);
}

/* What is new is told from what the register holds while nobody else can write, so that two who import at
 * once do not both add it. */
FollowImportResult *
follow_import_commit (FollowImport *self, FollowRegister *reg, GCancellable *cancellable, GError **error)
{
  Commit data = { self, cancellable, NULL };

  if (!follow_register_write_together (reg, commit, &data, error))
    g_clear_pointer (&data.result, follow_import_result_free);
  return data.result;
}
