/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-names.h"

#include <string.h>

#include "follow-import-resemble.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

typedef struct
{
  gint64 id; /* 0: several records have the name */
  gboolean is_agency;
} KnownName;

struct _FollowImportNames
{
  GHashTable *known; /* folded name → KnownName */
  FollowResembling *similar;
  GRegex *separator;
};

/* A part of a line, from where it begins to where it ends. */
typedef struct
{
  int start;
  int end;
} Piece;

void
follow_import_names_add (FollowImportNames *self, const char *name, gint64 id, gboolean is_agency)
{
  g_autofree char *folded = follow_plan_fold (name);
  KnownName *known = g_hash_table_lookup (self->known, folded);

  if (*folded == '\0')
    return;
  follow_resembling_add (self->similar, name);
  if (known == NULL)
    {
      known = g_new (KnownName, 1);
      *known = (KnownName){ id, is_agency };
      g_hash_table_insert (self->known, g_steal_pointer (&folded), known);
    }
  else if (known->id != id)
    known->id = 0;
}

static gboolean
add_kind (
    FollowImportNames *self, FollowRegister *reg, const char *kind, const char *const *fields, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  g_autoptr (GPtrArray) records = follow_register_load_all (reg, query, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; fields[j] != NULL; j++)
      follow_import_names_add (self, follow_record_get_text (g_ptr_array_index (records, i), fields[j]),
                               follow_record_get_id (g_ptr_array_index (records, i)),
                               g_str_equal (kind, "organisation"));
  return TRUE;
}

/**
 * follow_import_names_load:
 *
 * Returns: (transfer full) (nullable): the names of the register as it is now
 */
FollowImportNames *
follow_import_names_load (FollowRegister *reg, GError **error)
{
  static const char *const names[] = { "name", "short_name", NULL };
  static const char *const posts[] = { "post", "name", NULL };
  g_autoptr (FollowImportNames) self = g_new0 (FollowImportNames, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->similar = follow_resembling_new ();
  self->separator = g_regex_new ("\\s*(?:[/,;&+]|\\band\\b)\\s*", G_REGEX_CASELESS, 0, NULL);
  if (!add_kind (self, reg, "organisation", names, error) || !add_kind (self, reg, "group", names, error) ||
      !add_kind (self, reg, "person", posts, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
follow_import_names_free (FollowImportNames *self)
{
  g_hash_table_unref (self->known);
  follow_resembling_free (self->similar);
  g_regex_unref (self->separator);
  g_free (self);
}

gint64
follow_import_names_find (FollowImportNames *self, const char *name, gboolean *is_agency)
{
  g_autofree char *folded = follow_plan_fold (name);
  const KnownName *known = g_hash_table_lookup (self->known, folded);

  if (known != NULL && is_agency != NULL)
    *is_agency = known->is_agency;
  return known != NULL ? known->id : 0;
}

GPtrArray *
follow_import_names_find_similar (FollowImportNames *self, const char *name)
{
  return follow_resembling_find (self->similar, name);
}

static GArray *
split_line (FollowImportNames *self, const char *line)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GMatchInfo) match = NULL;
  Piece piece = { 0, 0 };
  int next;

  g_regex_match (self->separator, line, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, &piece.end, &next);
      if (piece.end > piece.start)
        g_array_append_val (pieces, piece);
      piece.start = next;
    }
  piece.end = strlen (line);
  if (piece.end > piece.start)
    g_array_append_val (pieces, piece);
  return pieces;
}

static gboolean
take (FollowImportNames *self, FollowImportPeople *people, const char *name)
{
  g_autofree char *folded = follow_plan_fold (name);
  const KnownName *known = g_hash_table_lookup (self->known, folded);

  if (known == NULL)
    return FALSE;
  if (known->id == 0)
    g_ptr_array_add (people->several, g_strdup (name));
  else
    g_array_append_val (known->is_agency ? people->agencies : people->leads, known->id);
  return TRUE;
}

/* Names may hold a comma or an “and” themselves, so the longest that is known is taken. */
static guint
take_longest (
    FollowImportNames *self, FollowImportPeople *people, const char *line, const GArray *pieces, guint from)
{
  int start = g_array_index (pieces, Piece, from).start;

  for (guint to = pieces->len; to > from; to--)
    {
      g_autofree char *name = g_strndup (line + start, g_array_index (pieces, Piece, to - 1).end - start);

      if (take (self, people, name))
        return to;
    }
  return from;
}

static void
read_line (FollowImportNames *self, FollowImportPeople *people, const char *line)
{
  g_autoptr (GArray) pieces = split_line (self, line);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pieces->len;)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      guint next = take_longest (self, people, line, pieces, i);

      if (next == i)
        {
          g_ptr_array_add (unknown, g_strndup (line + piece->start, piece->end - piece->start));
          next++;
        }
      i = next;
    }
  /* A line of which nothing is known may be one name with commas in it. */
  if (unknown->len > 0 && unknown->len == pieces->len)
    {
      g_ptr_array_set_size (unknown, 0);
      g_ptr_array_add (unknown, g_strdup (line));
    }
  for (guint i = 0; i < unknown->len; i++)
    if (!follow_words_are_open (g_ptr_array_index (unknown, i)))
      g_ptr_array_add (people->unknown, g_strdup (g_ptr_array_index (unknown, i)));
}

/**
 * follow_import_names_read:
 * @text: a cell on who is responsible: names below each other or in a row
 *
 * Returns: (transfer full): those of them that the register knows, and what else the cell says
 */
FollowImportPeople *
follow_import_names_read (FollowImportNames *self, const char *text)
{
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (text);
  FollowImportPeople *people = g_new0 (FollowImportPeople, 1);

  people->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  people->agencies = g_array_new (FALSE, FALSE, sizeof (gint64));
  people->unknown = g_ptr_array_new_with_free_func (g_free);
  people->several = g_ptr_array_new_with_free_func (g_free);
  /* A name may be broken over lines. */
  if (lines->len > 1 && take (self, people, text))
    return people;
  for (guint i = 0; i < lines->len; i++)
    read_line (self, people, g_ptr_array_index (lines, i));
  return people;
}

void
follow_import_people_free (FollowImportPeople *self)
{
  g_array_unref (self->leads);
  g_array_unref (self->agencies);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->several);
  g_free (self);
}
