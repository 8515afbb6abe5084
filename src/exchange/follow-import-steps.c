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

GPtrArray *
follow_import_split_timeframe (const char *timeframe)
{
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (timeframe);

  if (lines->len < 2)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!reads_as_timescale (g_ptr_array_index (lines, i)))
      return NULL;
  return g_steal_pointer (&lines);
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
