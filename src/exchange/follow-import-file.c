/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-import-meaning.h"
#include "follow-import-private.h"
#include "follow-plan-text.h"
#include "follow-update-import.h"

static gboolean
is_meaning (const char *name)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);
  FollowImportMeaning meaning;

  for (guint i = 0; i < n_kinds; i++)
    if (follow_import_meaning_read (&meaning, kinds[i], name))
      return TRUE;
  return FALSE;
}

gboolean
follow_import_check_mappings (const char *const *mappings, GError **error)
{
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    {
      const char *equals = strrchr (mappings[i], '=');

      if (equals == NULL || equals == mappings[i])
        {
          g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                       _ ("“%s” maps nothing: write the heading, “=” and the field."), mappings[i]);
          return FALSE;
        }
      if (!is_meaning (equals + 1))
        {
          g_set_error (
              error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
              _ ("A table has no field “%s”. “follow-through kinds” lists those of each kind; for actions, "
                 "“section”, “feedback”, “progress” and “note” can stand beside them."),
              equals + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/* "TEXT=MEANING" pairs, the last "=" counts. */
static void
add_pairs (GHashTable *words, const char *const *pairs)
{
  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      const char *equals = strrchr (pairs[i], '=');
      g_autofree char *text = equals != NULL ? g_strndup (pairs[i], equals - pairs[i]) : NULL;

      if (equals != NULL)
        g_hash_table_insert (words, follow_plan_fold (text), g_strdup (equals + 1));
    }
}

static gboolean
choose_sheets (FollowImport *import, const char *const *names, GError **error)
{
  guint n_sheets = follow_import_get_n_sheets (import);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n_sheets; j++)
        found = found || g_str_equal (follow_import_get_sheet (import, j)->name, names[i]);
      if (!found)
        {
          g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                       /* Translators: the name of a sheet, then of a file */
                       _ ("There is no sheet “%s” in “%s”. Nothing was changed."), names[i], import->name);
          return FALSE;
        }
    }
  for (guint i = 0; names != NULL && names[0] != NULL && i < n_sheets; i++)
    follow_import_choose_sheet (import, i,
                                g_strv_contains (names, follow_import_get_sheet (import, i)->name));
  return TRUE;
}

static gboolean
choose (FollowImport *import, const FollowImportOptions *options, GError **error)
{
  add_pairs (import->mappings, options->mappings);
  add_pairs (import->decisions, options->decisions);
  follow_import_set_plan (import, options->plan_id);
  follow_import_set_plan_title (import, options->plan_title);
  return follow_import_set_target (import, options->as, error) &&
         choose_sheets (import, options->sheets, error);
}

/**
 * follow_import_file:
 * @path: a file that somebody else may have made
 * @options: (nullable): what it is to be read as, and how
 *
 * Takes a file's content into the register: all of it or nothing, as one step for Undo. The same file
 * again changes nothing.
 *
 * Returns: (transfer full) (nullable): what was done, or would be with @options' dry_run; %NULL with a
 *   sentence in @error, and nothing changed
 */
FollowImportResult *
follow_import_file (FollowRegister *reg,
                    const char *path,
                    const FollowImportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  const FollowImportOptions usual = { NULL };
  const FollowImportOptions *chosen = options != NULL ? options : &usual;
  g_autoptr (FollowImport) import = NULL;

  if (g_strcmp0 (chosen->as, "update") == 0)
    return follow_update_import (reg, path, chosen, cancellable, error);
  if (!follow_import_check_mappings (chosen->mappings, error))
    return NULL;
  import = follow_import_open_with_form (path, &chosen->form, reg, cancellable, error);
  if (import == NULL || !choose (import, chosen, error))
    return NULL;
  return chosen->dry_run ? follow_import_try (import, reg, cancellable, error)
                         : follow_import_commit (import, reg, cancellable, error);
}
