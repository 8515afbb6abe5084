/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-call.h"

/* How many letters have to be put in, taken out or changed to make one word of the other. */
static guint
count_edits (const char *a, const char *b)
{
  guint length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < length; j++)
        {
          guint changed = diagonal + (a[i] != b[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (changed, MIN (row[j], row[j + 1]) + 1);
        }
    }
  return row[length];
}

/**
 * follow_words_find_closest:
 *
 * Returns: (nullable): the one of @words that @word is most likely to mean
 */
const char *
follow_words_find_closest (const char *word, const char *const *words)
{
  g_autofree char *lower = g_ascii_strdown (word, MIN (strlen (word), 64));
  const char *closest = NULL;
  guint best = MAX (1, strlen (lower) / 3) + 1;

  g_strdelimit (lower, "-", '_');
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *candidate = g_strdelimit (g_strdup (words[i]), "-", '_');
      guint edits =
          strlen (lower) >= 3 && (g_str_has_prefix (candidate, lower)) ? 1 : count_edits (lower, candidate);

      if (edits < best)
        {
          best = edits;
          closest = words[i];
        }
    }
  return closest;
}

/**
 * follow_words_join:
 * @before: stands in front of each
 *
 * Returns: (transfer full): "table, csv, json"
 */
char *
follow_words_join (const char *const *words, const char *before)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "", before, words[i]);
  return g_string_free (list, FALSE);
}

/**
 * follow_words_refuse:
 * @problem: a translated part of a sentence: "is no kind of record"
 *
 * Says that @word is wrong, and which are right. Always %FALSE, so that a caller can return it.
 */
gboolean
follow_words_refuse (const char *problem, const char *word, const char *const *words, GError **error)
{
  const char *closest = follow_words_find_closest (word, words);
  g_autofree char *all = follow_words_join (words, "");

  if (closest != NULL)
    g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                 /* Translators: a wrong word, what it is not ("is no verb"), a similar word, all words */
                 _ ("“%s” %s, perhaps “%s” is meant; there are: %s."), word, problem, closest, all);
  else
    g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                 /* Translators: a wrong word, what it is not ("is no verb"), all the right words */
                 _ ("“%s” %s; there are: %s."), word, problem, all);
  return FALSE;
}

/**
 * follow_words_find_kind:
 *
 * Returns: (nullable): the kind that @word names; if none does, @error names them all
 */
const FollowKind *
follow_words_find_kind (const char *word, GError **error)
{
  const FollowKind *kind = follow_kind_find (word);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (kind != NULL)
    return kind;
  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (names, (gpointer) kinds[i]->name);
  g_ptr_array_add (names, NULL);
  follow_words_refuse (_ ("is no kind of record"), word, (const char *const *) names->pdata, error);
  return NULL;
}

/**
 * follow_words_find_field:
 *
 * Returns: (nullable): the field of @kind that @word names; if none does, @error names them all
 */
const FollowField *
follow_words_find_field (const FollowKind *kind, const char *word, GError **error)
{
  const FollowField *field = follow_kind_find_field (kind, word);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *problem = NULL;

  if (field != NULL && !(field->flags & FOLLOW_FIELD_INTERNAL))
    return field;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_INTERNAL))
      g_ptr_array_add (names, (gpointer) kind->fields[i].name);
  g_ptr_array_add (names, NULL);
  /* Translators: the name of a kind of record, follows a word that is wrong */
  problem = g_strdup_printf (_ ("is no field of %s"), kind->name);
  follow_words_refuse (problem, word, (const char *const *) names->pdata, error);
  return NULL;
}
