/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

/* Which records of a list a typed word finds: those that hold it, those that something edited inside of them
 * holds it, those that link to what holds it. A letter is found in half of a large register, and SQLite would
 * look at the whole words of each to tell what it belongs to. Here only what is found and is not itself of the
 * list's kind is looked up; the rest is told by the ids alone. */

/* A set of ids in one piece of memory, at most half full; no id is 0. */
typedef struct
{
  gint64 *slots;
  guint shift;
  gsize mask;
} IdSet;

static void
id_set_init (IdSet *self, guint n_ids)
{
  guint bits = g_bit_storage (n_ids) + 1;

  self->shift = 64 - bits;
  self->mask = ((gsize) 1 << bits) - 1;
  self->slots = g_new0 (gint64, self->mask + 1);
}

static void
id_set_clear (IdSet *self)
{
  g_free (self->slots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IdSet, id_set_clear)

/* Returns: where @id stands or would stand */
static gint64 *
id_set_find (const IdSet *self, gint64 id)
{
  /* The golden ratio spreads ids that follow one another, too. */
  gsize slot = ((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> self->shift;

  while (self->slots[slot] != 0 && self->slots[slot] != id)
    slot = (slot + 1) & self->mask;
  return &self->slots[slot];
}

static void
id_set_add (IdSet *self, gint64 id)
{
  *id_set_find (self, id) = id;
}

static gboolean
id_set_contains (const IdSet *self, gint64 id)
{
  return *id_set_find (self, id) != 0;
}

static GArray *
collect (FollowRegister *self, const char *sql, const char *match, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  if (match != NULL)
    follow_bind_text (statement, 1, match);
  return follow_register_collect_ids (self, statement, error);
}

/* What leads from a record that was found to those of the list: one statement a child kind, and one for links. */
static GPtrArray *
make_ways (const FollowKind *kind)
{
  GPtrArray *ways = g_ptr_array_new_with_free_func (g_free);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i]->parent, kind->name) == 0)
      g_ptr_array_add (ways, g_strdup_printf ("SELECT parent_id FROM \"%s\" WHERE id = ?1", kinds[i]->name));
  if (follow_kind_has_links (kind))
    g_ptr_array_add (ways, g_strdup ("SELECT from_id FROM link WHERE to_id = ?1"));
  return ways;
}

/* Adds to @found those of the list that each of @others, which was found, belongs to or is linked from. */
static gboolean
follow_way (FollowRegister *self, const char *way, const GArray *others, GArray *found, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, way, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      int code;

      sqlite3_bind_int64 (statement, 1, g_array_index (others, gint64, i));
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        {
          gint64 id = sqlite3_column_int64 (statement, 0);

          g_array_append_val (found, id);
        }
      if (code != SQLITE_DONE)
        return follow_register_fail (self, _ ("Could not read the register"), error);
      sqlite3_reset (statement);
    }
  return TRUE;
}

static gboolean
may_link_to_its_own (const FollowKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FOLLOW_FIELD_LINKS && follow_field_links_to (&kind->fields[i], kind->name))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): those of @found that are to be looked up */
static GArray *
list_others (FollowRegister *self, const FollowKind *kind, const GArray *found, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE removed IS NULL", kind->name);
  g_autoptr (GArray) of_kind = collect (self, sql, NULL, error);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean all = may_link_to_its_own (kind);
  g_auto (IdSet) set = { 0 };

  if (of_kind == NULL)
    return NULL;
  id_set_init (&set, of_kind->len);
  for (guint i = 0; i < of_kind->len; i++)
    id_set_add (&set, g_array_index (of_kind, gint64, i));
  for (guint i = 0; i < found->len; i++)
    if (all || !id_set_contains (&set, g_array_index (found, gint64, i)))
      g_array_append_val (others, g_array_index (found, gint64, i));
  return g_steal_pointer (&others);
}

static void
keep (GArray *ids, const GArray *found)
{
  g_auto (IdSet) set = { 0 };
  guint n = 0;

  id_set_init (&set, found->len);
  for (guint i = 0; i < found->len; i++)
    id_set_add (&set, g_array_index (found, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    if (id_set_contains (&set, g_array_index (ids, gint64, i)))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

/**
 * follow_register_find_word:
 * @match: a word, as FTS5 is asked for it
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of the records, of whatever kind, that
 *   hold it themselves
 */
GArray *
follow_register_find_word (FollowRegister *self, const char *match, GError **error)
{
  return collect (self, "SELECT rowid FROM search WHERE search MATCH ?1", match, error);
}

/**
 * follow_register_keep_found:
 * @found: (element-type gint64) (inout): what follow_register_find_word() found; what leads to the list is added
 * @ids: (element-type gint64) (inout): ids of records of @kind; those that the word does not find are taken out
 */
gboolean
follow_register_keep_found (
    FollowRegister *self, const FollowKind *kind, GArray *found, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) ways = make_ways (kind);
  g_autoptr (GArray) others = ways->len > 0 ? list_others (self, kind, found, error) : NULL;

  if (ways->len > 0 && others == NULL)
    return FALSE;
  for (guint i = 0; i < ways->len; i++)
    if (!follow_way (self, ways->pdata[i], others, found, error))
      return FALSE;
  keep (ids, found);
  return TRUE;
}
