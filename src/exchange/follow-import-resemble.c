/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-resemble.h"

#include <stdlib.h>
#include <string.h>

#include "follow-plan-text.h"

/* So that a file of a great many names that begin alike takes no more than its time. */
#define MOST_COMPARED 200

/* Shorter words are names of their own: "East" is not "West", nor "2A" "2B". */
#define SHORTEST 4

typedef struct
{
  char *name;
  GStrv words;
} Name;

struct _FollowResembling
{
  GHashTable *names;   /* folded → nothing */
  GHashTable *buckets; /* beginnings of the words → GPtrArray of Name */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_strfreev (name->words);
  g_free (name);
}

FollowResembling *
follow_resembling_new (void)
{
  FollowResembling *self = g_new0 (FollowResembling, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->buckets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
follow_resembling_free (FollowResembling *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->buckets);
  g_free (self);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In the order of the alphabet, without the small ones between. */
static GStrv
split_words (const char *folded)
{
  static const char *const small[] = { "and", "of", "the", "for", "in", NULL };
  GPtrArray *words = g_ptr_array_new ();

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = p;
      char *word;

      while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      word = g_strndup (p, end - p);
      if (*word != '\0' && !g_strv_contains (small, word))
        g_ptr_array_add (words, word);
      else
        g_free (word);
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return (GStrv) g_ptr_array_free (words, FALSE);
}

/* A slip at the beginning of a word is rare, so only names whose words begin alike are compared. */
static char *
get_beginnings (char **words)
{
  GString *beginnings = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_unichar (beginnings, g_utf8_get_char (words[i]));
  return g_string_free (beginnings, FALSE);
}

static gboolean
has_digit (const char *word)
{
  for (; *word != '\0'; word++)
    if (g_ascii_isdigit (*word))
      return TRUE;
  return FALSE;
}

/* One letter more, less or other, or two that changed places. */
static gboolean
is_slip (const char *a, const char *b)
{
  const gsize length_a = strlen (a);
  const gsize length_b = strlen (b);
  gsize same = 0;
  gsize same_end = 0;

  if (MAX (length_a, length_b) - MIN (length_a, length_b) > 1)
    return FALSE;
  while (a[same] != '\0' && a[same] == b[same])
    same++;
  while (same_end < MIN (length_a, length_b) - same &&
         a[length_a - same_end - 1] == b[length_b - same_end - 1])
    same_end++;
  if (MAX (length_a, length_b) - same - same_end <= 1)
    return TRUE;
  return length_a == length_b && length_a - same - same_end == 2 && a[same] == b[same + 1] &&
         a[same + 1] == b[same];
}

static gboolean
are_alike (char **a, char **b)
{
  guint n_slips = 0;
  guint i = 0;

  for (; a[i] != NULL && b[i] != NULL; i++)
    {
      if (g_str_equal (a[i], b[i]))
        continue;
      if (MIN (strlen (a[i]), strlen (b[i])) < SHORTEST || has_digit (a[i]) || has_digit (b[i]) ||
          !is_slip (a[i], b[i]))
        return FALSE;
      n_slips++;
    }
  return a[i] == NULL && b[i] == NULL && n_slips <= 2;
}

void
follow_resembling_add (FollowResembling *self, const char *name)
{
  g_autofree char *folded = follow_plan_fold (name);
  g_autofree char *beginnings = NULL;
  GPtrArray *bucket;
  Name *added;

  if (*folded == '\0' || g_hash_table_contains (self->names, folded))
    return;
  added = g_new (Name, 1);
  added->name = g_strdup (name);
  added->words = split_words (folded);
  beginnings = get_beginnings (added->words);
  bucket = g_hash_table_lookup (self->buckets, beginnings);
  if (bucket == NULL)
    {
      bucket = g_ptr_array_new_with_free_func (name_free);
      g_hash_table_insert (self->buckets, g_steal_pointer (&beginnings), bucket);
    }
  g_ptr_array_add (bucket, added);
  g_hash_table_add (self->names, g_steal_pointer (&folded));
}

GPtrArray *
follow_resembling_find (FollowResembling *self, const char *name)
{
  g_autofree char *folded = follow_plan_fold (name);
  g_auto (GStrv) words = split_words (folded);
  g_autofree char *beginnings = get_beginnings (words);
  GPtrArray *bucket = g_hash_table_lookup (self->buckets, beginnings);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; bucket != NULL && words[0] != NULL && i < MIN (bucket->len, MOST_COMPARED); i++)
    {
      const Name *other = g_ptr_array_index (bucket, i);
      g_autofree char *other_folded = follow_plan_fold (other->name);

      if (!g_str_equal (folded, other_folded) && are_alike (words, other->words))
        g_ptr_array_add (found, other->name);
    }
  return found;
}
