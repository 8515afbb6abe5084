/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-history.h"

/* The colours of BRAG, as trackers name them, and the words that stand for each here. */
static const struct
{
  const char *status;
  char letter;
  const char *colour;
} letters[] = {
  { "complete", 'B', "blue" }, { "on_track", 'G', "green" },   { "slippage", 'A', "amber" },
  { "off_track", 'R', "red" }, { "not_started", 'N', "grey" }, { "withdrawn", 'W', "white" },
};

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static gboolean
is_quote (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x2019;
}

static void
drop_space_at_end (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

char *
follow_plan_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_casefold (normal, -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char end = folded->len > 0 ? folded->str[folded->len - 1] : '\0';

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff || c == 0x200b)
        {
          if (end != ' ' && end != '/' && end != '\0')
            g_string_append_c (folded, ' ');
          continue;
        }
      if (c == '/')
        drop_space_at_end (folded);
      if (is_dash (c))
        c = '-';
      g_string_append_unichar (folded, is_quote (c) ? '\'' : c);
    }
  while (folded->len > 0 && strchr (" .:*", folded->str[folded->len - 1]) != NULL)
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

GPtrArray *
follow_plan_split_lines (const char *text)
{
  g_auto (GStrv) all = g_strsplit_set (text != NULL ? text : "", "\r\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all[i] != NULL; i++)
    if (*g_strstrip (all[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (all[i]));
  return lines;
}

static char *
join_lines (GPtrArray *lines)
{
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
follow_plan_timeframe (FollowRecord *action, GPtrArray *milestones)
{
  const char *timescale = follow_record_get_text (action, "timescale");
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (timescale != NULL)
    return g_strdup (timescale);
  for (guint i = 0; i < milestones->len; i++)
    {
      const char *line = follow_record_get_text (g_ptr_array_index (milestones, i), "timescale");

      if (line != NULL)
        g_ptr_array_add (lines, (gpointer) line);
    }
  return join_lines (lines);
}

static void
add_titles (FollowRegister *reg, FollowRecord *action, const char *field, GPtrArray *lines)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (action, field), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (lines, (gpointer) follow_register_get_title (reg, ids[i]));
}

/* Whether @words, folded, name the record under any of its names. */
static gboolean
is_named (FollowRegister *reg, gint64 id, const char *words)
{
  static const char *const names[] = { "name", "short_name", "post" };
  g_autoptr (FollowRecord) record = follow_register_find (reg, id, NULL);

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (names); i++)
    if (follow_kind_find_field (follow_record_get_kind (record), names[i]) != NULL &&
        follow_record_get_text (record, names[i]) != NULL)
      {
        g_autofree char *name = follow_plan_fold (follow_record_get_text (record, names[i]));

        if (strstr (words, name) != NULL)
          return TRUE;
      }
  return FALSE;
}

/* Whether the words somebody wrote still name everybody the action is linked to in the first @n_fields: a lead
 * that was chosen since is not to be hidden by them. */
static gboolean
names_all (
    FollowRegister *reg, FollowRecord *action, const char *written, const char *const *fields, guint n_fields)
{
  g_autofree char *words = follow_plan_fold (written);

  for (guint i = 0; i < n_fields; i++)
    {
      guint n_ids;
      const gint64 *ids = follow_value_get_links (follow_record_get (action, fields[i]), &n_ids);

      for (guint j = 0; j < n_ids; j++)
        if (!is_named (reg, ids[j], words))
          return FALSE;
    }
  return TRUE;
}

static char *
list_responsible (FollowRegister *reg, FollowRecord *action, guint n_fields)
{
  static const char *const fields[] = { "leads", "agencies" };
  const char *written = follow_record_get_text (action, "lead_as_written");
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (written != NULL && names_all (reg, action, written, fields, n_fields))
    return g_strdup (written);
  for (guint i = 0; i < n_fields; i++)
    add_titles (reg, action, fields[i], lines);
  return join_lines (lines);
}

char *
follow_plan_responsibility (FollowRegister *reg, FollowRecord *action)
{
  return list_responsible (reg, action, 2);
}

char *
follow_plan_leads (FollowRegister *reg, FollowRecord *action)
{
  return list_responsible (reg, action, 1);
}

static const FollowField *
status_field (void)
{
  return follow_kind_find_field (follow_kind_find ("action"), "status");
}

char *
follow_plan_progress (FollowRecord *action, FollowRecord *note)
{
  const char *status = follow_record_get_text (action, "status");

  if (note != NULL)
    return g_strdup (follow_record_get_text (note, "text"));
  if (status == NULL || g_str_equal (status, "not_started"))
    return NULL;
  return g_strdup (follow_field_get_choice_label (status_field (), status));
}

static gboolean
begins_with (const char *text, const char *number)
{
  return g_str_has_prefix (text, number) && !g_ascii_isalnum (text[strlen (number)]);
}

/* A wording that begins with the number already is not given it again. */
char *
follow_plan_section_wording (FollowRecord *section)
{
  const char *number = section != NULL ? follow_record_get_text (section, "number") : NULL;
  const char *wording = section != NULL ? follow_record_get_text (section, "wording") : NULL;

  if (number == NULL || wording == NULL || begins_with (wording, number))
    return g_strdup (wording);
  return g_strdup_printf ("%s. %s", number, wording);
}

/* Where in the history the note began; later is greater. */
static gint64
find_beginning (FollowRegister *reg, FollowRecord *note)
{
  g_autoptr (GPtrArray) changes =
      follow_register_load_history (reg, follow_record_get_id (note), FALSE, G_MAXINT, NULL);
  gint64 first = G_MAXINT64;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    first = MIN (first, ((const FollowChange *) g_ptr_array_index (changes, i))->id);
  return first;
}

FollowRecord *
follow_plan_find_newest_note (FollowRegister *reg, GPtrArray *notes)
{
  FollowRecord *newest = notes->len > 0 ? g_ptr_array_index (notes, 0) : NULL;

  for (guint i = 1; i < notes->len; i++)
    {
      FollowRecord *note = g_ptr_array_index (notes, i);
      int order = g_strcmp0 (follow_record_get_text (note, "date"), follow_record_get_text (newest, "date"));

      if (order > 0 || (order == 0 && find_beginning (reg, note) > find_beginning (reg, newest)))
        newest = note;
    }
  return newest != NULL ? g_object_ref (newest) : NULL;
}

char
follow_plan_status_letter (const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_strcmp0 (letters[i].status, status) == 0)
      return letters[i].letter;
  return 'N';
}

char *
follow_plan_status_words (const char *status)
{
  if (status == NULL)
    return NULL;
  return g_strdup_printf ("%c – %s", follow_plan_status_letter (status),
                          follow_field_get_choice_label (status_field (), status));
}

static gboolean
fits (const char *folded, const char *words)
{
  g_autofree char *other = follow_plan_fold (words);

  return g_str_equal (folded, other);
}

const char *
follow_plan_read_status (const char *text)
{
  g_autofree char *folded = follow_plan_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      const FollowChoice *choice = follow_field_find_choice (status_field (), letters[i].status);
      const char letter[] = { letters[i].letter, '\0' };
      g_autofree char *both = follow_plan_status_words (letters[i].status);

      if (fits (folded, choice->id) || fits (folded, choice->label) || fits (folded, _ (choice->label)) ||
          fits (folded, both) || fits (folded, letter) || fits (folded, letters[i].colour))
        return choice->id;
    }
  return NULL;
}
