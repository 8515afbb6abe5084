/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-kind.h"
#include "follow-date.h"
#include "follow-plan-text.h"
#include "follow-timescale.h"

#define MAX_MEETING 120
#define MAX_QUOTED 120

static gboolean
is_one_of (const char *text, const char *const *words)
{
  g_autofree char *folded = follow_plan_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *translated = follow_plan_fold (_ (words[i]));
      g_autofree char *plain = follow_plan_fold (words[i]);

      if (g_str_equal (folded, plain) || g_str_equal (folded, translated))
        return TRUE;
    }
  return FALSE;
}

const char *
follow_words_read_origin (const char *text)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "origin");
  g_autofree char *folded = follow_plan_fold (text);

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *label = follow_plan_fold (choice->label);
      g_autofree char *translated = follow_plan_fold (follow_field_get_choice_label (field, choice->id));

      if (g_str_equal (folded, label) || g_str_equal (folded, translated))
        return choice->id;
    }
  return NULL;
}

gboolean
follow_words_say_none (const char *text)
{
  static const char *const words[] = { N_ ("None."), N_ ("n/a"), "-", "nil", NULL };

  return is_one_of (text, words);
}

gboolean
follow_words_are_open (const char *text)
{
  static const char *const words[] = { "tbc", "tba", N_ ("to be confirmed"), N_ ("to be agreed"), NULL };

  return follow_words_say_none (text) || is_one_of (text, words);
}

gboolean
follow_words_are_total (const char *text)
{
  static const char *const words[] = {
    N_ ("Total"),         N_ ("Totals"), N_ ("Grand total"), N_ ("Sub-total"), N_ ("Subtotal"),
    N_ ("Total actions"), NULL,
  };

  return is_one_of (text, words);
}

gboolean
follow_words_are_key (const char *text)
{
  static const char *const words[] = {
    N_ ("Key"),      N_ ("Colour key"), N_ ("Key to colours"), N_ ("RAG key"),
    N_ ("BRAG key"), N_ ("Status key"), N_ ("Legend"),         NULL,
  };

  return is_one_of (text, words);
}

gboolean
follow_words_begin_with_status (const char *text)
{
  const char *end = text;
  g_autofree char *first = NULL;

  if (follow_plan_read_status (text) != NULL)
    return TRUE;
  for (; *end != '\0'; end = g_utf8_next_char (end))
    if (strchr ("-=:(", *end) != NULL || g_unichar_type (g_utf8_get_char (end)) == G_UNICODE_DASH_PUNCTUATION)
      break;
  first = g_strndup (text, end - text);
  return *end != '\0' && follow_plan_read_status (g_strstrip (first)) != NULL;
}

/* A day in it, and no more words than the name of a meeting has. */
static gboolean
ends_with_day (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((p == text || *p == ' ') && g_ascii_isdigit (p[*p == ' ' ? 1 : 0]))
      {
        g_autofree char *rest = g_strstrip (g_strdup (p));
        g_autofree char *day = follow_date_parse (rest);

        if (day != NULL)
          return TRUE;
      }
  return FALSE;
}

gboolean
follow_words_are_meeting (const char *text)
{
  return g_utf8_strlen (text, -1) <= MAX_MEETING && ends_with_day (text);
}

gboolean
follow_words_have_letters (const char *text)
{
  guint n_letters = 0;

  for (const char *p = text; *p != '\0' && n_letters < 3; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n_letters >= 3;
}

gboolean
follow_words_say_the_same (const char *one, const char *other)
{
  g_autoptr (GPtrArray) ours = follow_plan_split_lines (one);
  g_autoptr (GPtrArray) theirs = follow_plan_split_lines (other);

  if (ours->len != theirs->len)
    return FALSE;
  for (guint i = 0; i < ours->len; i++)
    if (!g_str_equal (g_ptr_array_index (ours, i), g_ptr_array_index (theirs, i)))
      return FALSE;
  return TRUE;
}

char *
follow_words_quote (const char *text)
{
  const char *end;
  g_autofree char *part = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, MAX_QUOTED);
  part = g_strndup (text, end - text);
  return g_strdup_printf ("%s…", g_strchomp (part));
}
