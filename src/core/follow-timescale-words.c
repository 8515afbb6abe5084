/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-words.h"

#include <string.h>

/* The plain character that a sign of typography stands for, or 0. */
static char
plain_sign (gunichar c)
{
  static const struct
  {
    char plain;
    gunichar signs[8];
  } likes[] = {
    { FOLLOW_MARK_LINE, { '\n', '\v', '\f', ';', 0x85, 0x2028, 0x2029 } },
    { FOLLOW_MARK_DASH, { 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 } },
    { '-', { 0x2010, 0x2011 } },
    { '\'', { '`', 0xb4, 0x2018, 0x2019, 0x201b, 0x2032 } },
    { '"', { 0x201c, 0x201d } },
    { '*', { 0xb7, 0x2022, 0x25aa, 0x25cf } },
    { '/', { 0x2044, 0x2215 } },
    { '.', { 0x2026 } },
    { ' ', { 0xad, 0x200b, 0xfeff } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (likes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (likes[i].signs) && likes[i].signs[j] != 0; j++)
      if (likes[i].signs[j] == c)
        return likes[i].plain;
  return 0;
}

/* One plain character for any other; a letter outside English is '_', which no word of ours holds. */
static char
plain_character (gunichar c)
{
  char sign;

  if (c < 128 && g_ascii_isalnum ((char) c))
    return g_ascii_tolower ((char) c);
  sign = plain_sign (c);
  if (sign != 0)
    return sign;
  if (g_unichar_isspace (c))
    return ' ';
  if (c < 128)
    return c == '~' || c == '_' || c < ' ' ? FOLLOW_MARK_OTHER : (char) c;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? '_' : FOLLOW_MARK_OTHER;
}

static gboolean
is_letter (char c)
{
  return g_ascii_islower (c) || c == '_';
}

static guint
piece_length (const char *plain)
{
  guint length = 1;

  if (is_letter (plain[0]))
    while (is_letter (plain[length]))
      length++;
  else if (g_ascii_isdigit (plain[0]))
    while (g_ascii_isdigit (plain[length]))
      length++;
  return length;
}

static int
number_value (const char *digits, guint length)
{
  int value = 0;

  if (length > 9)
    return -1;
  for (guint i = 0; i < length; i++)
    value = value * 10 + g_ascii_digit_value (digits[i]);
  return value;
}

static void
cut (FollowWords *words, const GArray *places)
{
  const char *plain = words->plain;
  gboolean spaced = TRUE;
  FollowWord end = { .mark = FOLLOW_MARK_END, .spaced = TRUE, .text = "" };

  for (guint i = 0; plain[i] != '\0';)
    {
      FollowWord word = { .mark = plain[i], .spaced = spaced, .text = plain + i };

      spaced = plain[i] == ' ';
      word.length = spaced ? 1 : piece_length (plain + i);
      word.start = g_array_index (places, guint, i);
      word.end = g_array_index (places, guint, i + word.length);
      if (is_letter (plain[i]))
        word.mark = FOLLOW_MARK_WORD;
      else if (g_ascii_isdigit (plain[i]))
        {
          word.mark = FOLLOW_MARK_NUMBER;
          word.value = number_value (word.text, word.length);
        }
      i += word.length;
      if (!spaced)
        g_array_append_val (words->words, word);
    }
  g_array_append_val (words->words, end);
}

FollowWords *
follow_words_new (const char *text)
{
  FollowWords *words = g_new0 (FollowWords, 1);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint place;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      place = p - text;
      g_array_append_val (places, place);
      g_string_append_c (plain, plain_character (g_utf8_get_char (p)));
    }
  place = strlen (text);
  g_array_append_val (places, place);

  words->plain = g_string_free (g_steal_pointer (&plain), FALSE);
  words->words = g_array_new (FALSE, FALSE, sizeof (FollowWord));
  cut (words, places);
  return words;
}

void
follow_words_free (FollowWords *words)
{
  g_free (words->plain);
  g_array_unref (words->words);
  g_free (words);
}

const FollowWord *
follow_words_at (const FollowWords *words, guint at)
{
  return &g_array_index (words->words, FollowWord, MIN (at, words->words->len - 1));
}

gboolean
follow_words_ends_line (const FollowWords *words, guint at)
{
  char mark = follow_words_at (words, at)->mark;

  return mark == FOLLOW_MARK_END || mark == FOLLOW_MARK_LINE;
}

gboolean
follow_words_is (const FollowWords *words, guint at, const char *word)
{
  const FollowWord *found = follow_words_at (words, at);

  return found->mark == FOLLOW_MARK_WORD && strlen (word) == found->length &&
         memcmp (found->text, word, found->length) == 0;
}

gboolean
follow_words_is_mark (const FollowWords *words, guint at, char mark)
{
  return follow_words_at (words, at)->mark == mark;
}

gboolean
follow_words_stands_free (const FollowWords *words, guint at)
{
  char before;

  if (at == 0 || follow_words_at (words, at)->spaced)
    return TRUE;
  before = follow_words_at (words, at - 1)->mark;
  if (before == FOLLOW_MARK_WORD || before == FOLLOW_MARK_NUMBER)
    return FALSE;
  if (strchr ("-./'_", before) == NULL || at == 1)
    return TRUE;
  return follow_words_at (words, at - 1)->spaced;
}

int
follow_words_find (const FollowWords *words, guint at, const char *const *list)
{
  if (follow_words_at (words, at)->mark == FOLLOW_MARK_WORD)
    for (int i = 0; list[i] != NULL; i++)
      if (follow_words_is (words, at, list[i]))
        return i;
  return -1;
}

gboolean
follow_words_is_number (const FollowWords *words, guint at, guint least, guint most)
{
  const FollowWord *word = follow_words_at (words, at);

  return word->mark == FOLLOW_MARK_NUMBER && word->length >= least && word->length <= most;
}

gboolean
follow_words_take (const FollowWords *words, guint *at, const char *word)
{
  gboolean found = follow_words_is (words, *at, word);

  *at += found ? 1 : 0;
  return found;
}

gboolean
follow_words_take_mark (const FollowWords *words, guint *at, char mark)
{
  gboolean found = follow_words_is_mark (words, *at, mark);

  *at += found ? 1 : 0;
  return found;
}

gboolean
follow_words_take_any (const FollowWords *words, guint *at, const char *const *list)
{
  gboolean found = follow_words_find (words, *at, list) >= 0;

  *at += found ? 1 : 0;
  return found;
}

/* The words of @phrase stand between single spaces. */
gboolean
follow_words_take_phrase (const FollowWords *words, guint *at, const char *phrase)
{
  guint place = *at;

  while (*phrase != '\0')
    {
      const FollowWord *word = follow_words_at (words, place);
      gsize length = strcspn (phrase, " ");

      if (word->mark == FOLLOW_MARK_END || word->length != length || memcmp (word->text, phrase, length) != 0)
        return FALSE;
      phrase += length + (phrase[length] == ' ' ? 1 : 0);
      place++;
    }
  *at = place;
  return TRUE;
}
