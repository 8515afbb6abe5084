/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-links.h"

#include "follow-plan-text.h"

struct _FollowImportLinks
{
  FollowRegister *reg; /* (unowned) */
  GHashTable *by_kind; /* FollowKind → GHashTable of folded name → gint64; 0: several are called so */
  GPtrArray *new_ones; /* of FollowRecord */
  GHashTable *in_file; /* as by_kind, of the records that the file itself holds */
  GHashTable *used;    /* ids of those that something links to */
  GHashTable *gone;    /* ids of those that will not come */
};

static GHashTable *
ids_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static GHashTable *
kinds_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

FollowImportLinks *
follow_import_links_new (FollowRegister *reg)
{
  FollowImportLinks *self = g_new0 (FollowImportLinks, 1);

  self->reg = reg;
  self->by_kind = kinds_new ();
  self->in_file = kinds_new ();
  self->used = ids_new ();
  self->gone = ids_new ();
  self->new_ones = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
follow_import_links_free (FollowImportLinks *self)
{
  g_hash_table_unref (self->by_kind);
  g_hash_table_unref (self->in_file);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->gone);
  g_ptr_array_unref (self->new_ones);
  g_free (self);
}

static void
add_name (GHashTable *names, const char *name, gint64 id)
{
  g_autofree char *folded = follow_plan_fold (name);
  gint64 *known = g_hash_table_lookup (names, folded);

  if (*folded == '\0')
    return;
  if (known == NULL)
    g_hash_table_insert (names, g_steal_pointer (&folded), g_memdup2 (&id, sizeof id));
  else if (*known != id)
    *known = 0;
}

/* Everything that a record is called: what names it, its number, and both together. */
static void
add_record (FollowImportLinks *self, GHashTable *names, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);
  gint64 id = follow_record_get_id (record);

  for (guint i = 0; titles[i] != NULL; i++)
    if (follow_field_is_text (follow_kind_find_field (kind, titles[i])))
      add_name (names, follow_record_get_text (record, titles[i]), id);
  if (kind->number != NULL)
    add_name (names, follow_record_get_text (record, kind->number), id);
  if (follow_record_is_stored (record))
    {
      g_autofree char *name = follow_register_name_record (self->reg, id);

      add_name (names, name, id);
      add_name (names, follow_register_get_title (self->reg, id), id);
    }
}

static GHashTable *
load (FollowImportLinks *self, const FollowKind *kind)
{
  GHashTable *names = names_new ();
  g_autoptr (FollowQuery) query = follow_query_new (kind);
  g_autoptr (GPtrArray) records = follow_register_load_all (self->reg, query, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_record (self, names, g_ptr_array_index (records, i));
  for (guint i = 0; i < self->new_ones->len; i++)
    if (follow_record_get_kind (g_ptr_array_index (self->new_ones, i)) == kind)
      add_record (self, names, g_ptr_array_index (self->new_ones, i));
  g_hash_table_insert (self->by_kind, (gpointer) kind, names);
  return names;
}

static const gint64 *
find_in_file (FollowImportLinks *self, const FollowKind *kind, const char *folded)
{
  GHashTable *names = g_hash_table_lookup (self->in_file, kind);
  const gint64 *known = names != NULL ? g_hash_table_lookup (names, folded) : NULL;

  if (known == NULL || g_hash_table_contains (self->gone, known))
    return NULL;
  if (!g_hash_table_contains (self->used, known))
    g_hash_table_add (self->used, g_memdup2 (known, sizeof *known));
  return known;
}

gint64
follow_import_links_find (FollowImportLinks *self, const FollowKind *kind, const char *name)
{
  g_autofree char *folded = follow_plan_fold (name);
  const gint64 *known = find_in_file (self, kind, folded);
  GHashTable *names;

  if (known != NULL)
    return *known;
  names = g_hash_table_lookup (self->by_kind, kind);
  if (names == NULL)
    names = load (self, kind);
  known = g_hash_table_lookup (names, folded);
  return known != NULL ? *known : 0;
}

void
follow_import_links_expect (
    FollowImportLinks *self, const FollowKind *kind, gint64 id, const char *number, const char *title)
{
  GHashTable *names = g_hash_table_lookup (self->in_file, kind);
  g_autofree char *both = number != NULL && title != NULL ? g_strdup_printf ("%s %s", number, title) : NULL;

  if (names == NULL)
    {
      names = names_new ();
      g_hash_table_insert (self->in_file, (gpointer) kind, names);
    }
  add_name (names, title, id);
  add_name (names, both, id);
}

gboolean
follow_import_links_forget (FollowImportLinks *self, gint64 id)
{
  g_hash_table_add (self->gone, g_memdup2 (&id, sizeof id));
  return !g_hash_table_contains (self->used, &id);
}

void
follow_import_links_add (FollowImportLinks *self, FollowRecord *record)
{
  GHashTable *names = g_hash_table_lookup (self->by_kind, follow_record_get_kind (record));

  g_ptr_array_add (self->new_ones, g_object_ref (record));
  if (names != NULL)
    add_record (self, names, record);
}
