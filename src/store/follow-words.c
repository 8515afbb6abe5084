/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

/* Nobody types so many words to find something; SQLite bounds how many conditions a query may have. */
#define MOST_WORDS 40

/* Whether the search index knows of anything in @word: signs such as "&" and "–" are no words to it, and asking
 * for them would find nothing. As its tokenizer has it: letters, digits and characters of private use. */
static gboolean
is_indexed (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return TRUE;
    }
  return FALSE;
}

/* As FTS5 asks for the beginning of a word; quotes in it are doubled. */
static char *
make_match (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\" *", quoted);
}

/* Returns: (transfer full): for each word of @text that can be searched for, what to ask FTS5 */
char **
follow_words_to_matches (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\n\r", -1);
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL && matches->len < MOST_WORDS; i++)
    if (is_indexed (words[i]))
      g_ptr_array_add (matches, make_match (words[i]));
  g_ptr_array_add (matches, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&matches), FALSE);
}
