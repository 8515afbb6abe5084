/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-delimited.h"
#include "follow-error.h"
#include "follow-plan-import.h"
#include "follow-xlsx-reader.h"

static FollowReadBook *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  static const char *const workbooks[] = { "xlsx", "xlsm", NULL };
  static const char *const texts[] = { "csv", "tsv", "txt", NULL };
  const char *dot = strrchr (path, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  g_autofree char *shown = NULL;

  if (g_strv_contains (workbooks, ending))
    return follow_xlsx_read (path, NULL, cancellable, error);
  if (g_strv_contains (texts, ending))
    return follow_delimited_read (path, NULL, NULL, cancellable, error);
  shown = g_filename_display_basename (path);
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN,
               _ ("“%s” cannot be imported: its name ends in none of .csv, .tsv, .txt, .xlsx and .xlsm. "
                  "Nothing was changed."),
               shown);
  return NULL;
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
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (FollowReadBook) book = NULL;

  if (chosen->as != NULL && !g_str_equal (chosen->as, "plan"))
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                   _ ("A file cannot be imported as “%s” yet: only as a plan."), chosen->as);
      return NULL;
    }
  if ((book = read_file (path, cancellable, error)) == NULL)
    return NULL;
  return follow_plan_import (reg, book->sheets, name, chosen, error);
}
