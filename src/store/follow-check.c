/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A file that is damaged all over says so often enough. */
#define MOST_PROBLEMS 100

/* Adds what each row of @sql's answer names, put into @sentence at its "%s". */
static gboolean
collect_problems (
    FollowRegister *self, const char *sql, const char *sentence, GPtrArray *problems, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);
  int code = SQLITE_DONE;

  if (statement == NULL)
    return FALSE;
  while (problems->len < MOST_PROBLEMS && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *what = follow_column_dup_text (statement, 0);

      if (what != NULL)
        g_ptr_array_add (problems, g_strconcat (parts[0], what, parts[1], NULL));
    }
  return code == SQLITE_DONE || code == SQLITE_ROW ||
         follow_register_fail (self, _ ("Could not check the register"), error);
}

/* SQLite answers in many lines, of its own words: it is told how many there are, and the first. */
static gboolean
check_pages (FollowRegister *self, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  const char *first = NULL;
  guint n = 0;

  /* It gives up itself where too much is damaged; what it has said by then still counts. */
  if (!collect_problems (self, "SELECT nullif (integrity_check, 'ok') FROM pragma_integrity_check", "%s",
                         said, &failure) &&
      said->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < said->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (said->pdata[i], "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        if (*lines[j] != '\0' && !g_str_has_prefix (lines[j], "***"))
          {
            n++;
            if (first == NULL)
              first = strstr (said->pdata[i], lines[j]);
          }
    }
  if (first != NULL)
    {
      g_autofree char *line = g_strndup (first, strcspn (first, "\n"));

      /* Translators: a number, then what SQLite says, in English */
      g_ptr_array_add (problems,
                       g_strdup_printf (ngettext ("The file is damaged in %u place (%s).",
                                                  "The file is damaged in %u places (the first: %s).", n),
                                        n, line));
    }
  return TRUE;
}

static gboolean
check_links (FollowRegister *self, GPtrArray *problems, GError **error)
{
  return collect_problems (self,
                           "SELECT \"table\" || ' ' || rowid || ', ' || parent FROM pragma_foreign_key_check",
                           /* Translators: names of tables and numbers */
                           _ ("A record names another that is not in the register (%s)."), problems, error);
}

/* A record has a row of its kind, and its words are in the search unless it lies in the bin. */
static gboolean
check_kind (FollowRegister *self, const FollowKind *kind, GPtrArray *problems, GError **error)
{
  g_autofree char *rows =
      g_strdup_printf ("SELECT r.kind || ' ' || r.id FROM record r LEFT JOIN \"%s\" t ON t.id = r.id "
                       "WHERE r.kind = '%s' AND t.id IS NULL",
                       kind->name, kind->name);
  g_autofree char *words =
      g_strdup_printf ("SELECT '%s ' || t.id FROM \"%s\" t LEFT JOIN search_docsize s ON s.id = t.id "
                       "WHERE (t.removed IS NULL) <> (s.id IS NOT NULL)",
                       kind->name, kind->name);

  return collect_problems (self, rows, _ ("A record has lost its content (%s)."), problems, error) &&
         collect_problems (self, words, _ ("The search does not agree with a record (%s)."), problems, error);
}

/* Asking FTS5 to compare the index with its text is an INSERT, so it has to be allowed to write. */
static void
check_search (FollowRegister *self, GPtrArray *problems)
{
  int code;

  if (self->read_only)
    return;
  code = sqlite3_exec (self->db, "INSERT INTO search (search) VALUES ('integrity-check')", NULL, NULL, NULL);
  if ((code & 0xff) == SQLITE_CORRUPT)
    g_ptr_array_add (problems, g_strdup (_ ("The search index is damaged.")));
}

/**
 * follow_register_check:
 * @problems: (element-type utf8): takes a sentence for each thing wrong with the file
 *
 * Checks the file's soundness, its links and its search index.
 *
 * Returns: whether the check could be made
 */
gboolean
follow_register_check (FollowRegister *self, GPtrArray *problems, GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (!check_pages (self, problems, error))
    return FALSE;
  if (problems->len > 0) /* the rest would be read from what is damaged */
    return TRUE;
  if (!check_links (self, problems, error))
    return FALSE;
  check_search (self, problems);
  for (guint i = 0; i < n_kinds; i++)
    if (!check_kind (self, kinds[i], problems, error))
      return FALSE;
  return TRUE;
}
