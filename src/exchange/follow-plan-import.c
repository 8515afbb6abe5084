/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-plan-import-private.h"
#include "follow-plan-text.h"

static void
plan_import_clear (FollowPlanImport *self)
{
  g_clear_pointer (&self->changes, follow_changes_free);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->names, follow_plan_names_free);
  g_clear_pointer (&self->reported, g_hash_table_unref);
  g_clear_pointer (&self->programmes, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowPlanImport, plan_import_clear)

static gboolean
is_wanted (const FollowReadSheet *cells, const FollowImportOptions *options)
{
  return options->sheet == NULL ? !cells->hidden : g_strcmp0 (options->sheet, cells->name) == 0;
}

static void
set_no_table_error (GPtrArray *sheets, const char *name, const FollowImportOptions *options, GError **error)
{
  gboolean found = options->sheet == NULL;

  for (guint i = 0; i < sheets->len; i++)
    found = found || is_wanted (g_ptr_array_index (sheets, i), options);
  if (!found)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                 /* Translators: the name of a sheet, then of a file */
                 _ ("There is no sheet “%s” in “%s”. Nothing was changed."), options->sheet, name);
  else
    g_set_error (
        error, FOLLOW_ERROR, FOLLOW_ERROR_REFUSED,
        _ ("“%s” has no row of headings that is known. A plan needs a heading for the actions, such as "
           "“Actions” or “Improvement Activity”, and one more beside it. Nothing was changed."),
        name);
}

static void
report_other_sheet (const FollowReadSheet *cells, FollowImportResult *result)
{
  FollowImportArea area = { 0, 0, MAX (cells->n_rows, 1) - 1, MAX (cells->n_columns, 1) - 1 };

  if (cells->n_rows > 0)
    follow_import_result_add_not_taken (result, cells->name, &area, _ ("Another sheet was imported."));
}

/* The first sheet that holds a plan’s table; the others are said to be left. */
static FollowPlanTable *
find_table (GPtrArray *sheets, const FollowImportOptions *options, FollowImportResult *result)
{
  FollowPlanTable *table = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const FollowReadSheet *cells = g_ptr_array_index (sheets, i);

      if (table == NULL && is_wanted (cells, options))
        table = follow_plan_table_find (cells, options->mappings, result);
      if (table == NULL || table->cells != cells)
        report_other_sheet (cells, result);
    }
  return table;
}

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
find_plan (FollowPlanImport *self, const char *name, const FollowImportOptions *options, GError **error)
{
  g_autofree char *from_name = title_from_name (name);
  const char *title = options->plan_title;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FollowRecord) plan = NULL;

  if (options->plan_id != 0)
    {
      plan = follow_register_get (self->reg, follow_kind_find ("plan"), options->plan_id, error);
      return plan != NULL ? follow_record_copy (plan) : NULL;
    }
  if (title == NULL)
    title = self->proposed->title != NULL ? self->proposed->title : from_name;
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
load_programmes (FollowPlanImport *self, GError **error)
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

static gboolean
run (FollowPlanImport *self, const char *name, const FollowImportOptions *options, GError **error)
{
  /* Translators: a step for Undo; %s is a file’s name */
  g_autofree char *label = g_strdup_printf (_ ("Import of “%s”"), name);

  self->changes = follow_changes_new (label);
  self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sections = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->names = follow_plan_names_load (self->reg, error);
  if (self->names == NULL || !load_programmes (self, error) ||
      (self->plan = find_plan (self, name, options, error)) == NULL ||
      !follow_plan_import_match (self, error))
    return FALSE;
  self->result->record_id = follow_record_get_id (self->plan);
  return options->dry_run || follow_changes_get_size (self->changes) == 0 ||
         follow_register_commit (self->reg, self->changes, error);
}

/**
 * follow_plan_import:
 * @sheets: (element-type FollowReadSheet): what the file holds
 * @name: the file’s name, for people
 *
 * Takes a plan over from the first sheet, or the one that @options name, that has the headings of
 * one: all of it or nothing, as one step for Undo.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL with a sentence in @error, and nothing
 *   changed
 */
FollowImportResult *
follow_plan_import (FollowRegister *reg,
                    GPtrArray *sheets,
                    const char *name,
                    const FollowImportOptions *options,
                    GError **error)
{
  g_autoptr (FollowImportResult) result = follow_import_result_new ();
  g_autoptr (FollowPlanTable) table = NULL;
  g_autoptr (FollowProposedPlan) proposed = NULL;
  g_auto (FollowPlanImport) self = { .reg = reg, .result = result };

  if (!follow_plan_mappings_check (options->mappings, error))
    return NULL;
  table = find_table (sheets, options, result);
  if (table == NULL)
    {
      set_no_table_error (sheets, name, options, error);
      return NULL;
    }
  proposed = follow_plan_rows_read (table, result);
  self.table = table;
  self.proposed = proposed;
  if (!run (&self, name, options, error))
    return NULL;
  follow_import_result_sort (result);
  return g_steal_pointer (&result);
}
