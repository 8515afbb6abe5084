/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-steps.h"

#include <string.h>

#include "follow-plan-text.h"

static gboolean
reads_as_timescale (const char *text)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (text);

  return timescale != NULL && (follow_timescale_get_last (timescale) != NULL ||
                               follow_timescale_get_recurs (timescale) != FOLLOW_RECURS_NEVER ||
                               follow_timescale_is_impossible (timescale));
}

static gboolean
all_read_as_timescales (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (!reads_as_timescale (g_ptr_array_index (parts, i)))
      return FALSE;
  return parts->len > 1;
}

/* "Aug 2026; Oct 2026" in one line. What is one timescale as a whole is not cut. */
static GPtrArray *
split_line (const char *line)
{
  static const char *const separators[] = { ";", " / ", ", ", " & ", " and " };

  for (guint i = 0; i < G_N_ELEMENTS (separators) && !reads_as_timescale (line); i++)
    {
      g_auto (GStrv) parts = g_strsplit (line, separators[i], -1);
      g_autofree char *joined = g_strjoinv ("\n", parts);
      g_autoptr (GPtrArray) lines = follow_plan_split_lines (joined);

      if (all_read_as_timescales (lines))
        return g_steal_pointer (&lines);
    }
  return NULL;
}

GPtrArray *
follow_import_split_timeframe (const char *timeframe)
{
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (timeframe);

  if (lines->len == 1)
    return split_line (g_ptr_array_index (lines, 0));
  return all_read_as_timescales (lines) ? g_steal_pointer (&lines) : NULL;
}

/* So many words make a date at most: "the 12th of May 2026". */
#define MOST_WORDS 5
#define LONGEST 40
/* A cell with more is a story. */
#define MOST_LOOKED_AT 60

FollowTimescale *
follow_import_find_date (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  guint n_words = MIN (g_strv_length (words), MOST_LOOKED_AT);
  g_autoptr (FollowTimescale) found = NULL;

  for (guint i = 0; i < n_words;)
    {
      guint taken = 0;

      for (guint n = MIN (MOST_WORDS, n_words - i); n > 0 && taken == 0; n--)
        {
          g_autoptr (GString) part = g_string_new (words[i]);
          g_autoptr (FollowTimescale) read = NULL;

          for (guint j = 1; j < n; j++)
            g_string_append_printf (part, " %s", words[i + j]);
          while (part->len > 0 && strchr (".,;:)", part->str[part->len - 1]) != NULL)
            g_string_truncate (part, part->len - 1);
          if (part->len > LONGEST || strpbrk (part->str, "0123456789") == NULL)
            continue;
          read = follow_timescale_parse (part->str);
          if (read == NULL || follow_timescale_get_last (read) == NULL)
            continue;
          if (found != NULL) /* which of them is meant, nobody knows */
            return NULL;
          found = g_steal_pointer (&read);
          taken = n;
        }
      i += MAX (taken, 1);
    }
  return g_steal_pointer (&found);
}

static gboolean
ends_a_sentence (const char *line)
{
  static const char *const ends[] = { ".", ":", ";", "!", "?", "…", NULL };
  g_autofree char *text = g_strdup (line);
  gsize length = strlen (text);

  /* A bracket or a quotation mark may close after the full stop. */
  while (length > 0 && strchr (")]\"'", text[length - 1]) != NULL)
    text[--length] = '\0';
  if (g_str_has_suffix (text, "’") || g_str_has_suffix (text, "”"))
    text[length - strlen ("’")] = '\0';
  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* Where the sentence before them has not ended, the first of the lines may belong to it, or a step
 * have no date of its own. */
GPtrArray *
follow_import_find_steps (const char *wording, guint n_steps)
{
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (wording);

  if (n_steps == 0 || lines->len <= n_steps)
    return NULL;
  if (lines->len > n_steps + 1 && !ends_a_sentence (g_ptr_array_index (lines, lines->len - n_steps - 1)))
    return NULL;
  g_ptr_array_remove_range (lines, 0, lines->len - n_steps);
  return g_steal_pointer (&lines);
}
