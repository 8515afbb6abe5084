/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-relations.h"

#include <string.h>

/* Several times as many links as Excel allows on a sheet. */
#define MAX_RELATIONS 200000

static void
relation_free (FollowXlsxRelation *self)
{
  g_free (self->id);
  g_free (self->type);
  g_free (self->target);
  g_free (self);
}

static void
relation_started_cb (gpointer data, const char *name, const char **attributes)
{
  FollowXlsxRelations *self = data;
  const char *id = follow_xlsx_attribute (attributes, "Id");
  const char *type = follow_xlsx_attribute (attributes, "Type");
  const char *target = follow_xlsx_attribute (attributes, "Target");
  const char *word = type != NULL ? strrchr (type, '/') : NULL;
  FollowXlsxRelation *relation;

  if (!g_str_equal (name, "Relationship") || id == NULL || target == NULL || word == NULL)
    return;
  if (self->all->len >= MAX_RELATIONS)
    {
      follow_xlsx_package_refuse_large (self->package);
      return;
    }
  relation = g_new0 (FollowXlsxRelation, 1);
  relation->id = g_strdup (id);
  relation->type = g_strdup (word + 1);
  /* Some programs forget to say that a place in the book is no part. */
  relation->is_external =
      g_strcmp0 (follow_xlsx_attribute (attributes, "TargetMode"), "External") == 0 || *target == '#';
  relation->target =
      relation->is_external ? g_strdup (target) : follow_xlsx_resolve_part (self->base, target);
  g_ptr_array_add (self->all, relation);
  g_hash_table_replace (self->by_id, relation->id, relation);
}

gboolean
follow_xlsx_relations_read (FollowXlsxRelations *self,
                            FollowXlsxPackage *package,
                            const char *base,
                            GError **error)
{
  const FollowXlsxHandlers handlers = { .start = relation_started_cb };
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *file = *base != '\0' ? g_path_get_basename (base) : g_strdup ("");
  g_autofree char *part = g_str_equal (folder, ".") ? g_strconcat ("_rels/", file, ".rels", NULL)
                                                    : g_strconcat (folder, "/_rels/", file, ".rels", NULL);

  self->package = package;
  self->base = g_strdup (base);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  if (!follow_xlsx_package_has (package, part))
    return TRUE;
  return follow_xlsx_package_parse (package, part, &handlers, self, error);
}

void
follow_xlsx_relations_clear (FollowXlsxRelations *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->base, g_free);
}

const FollowXlsxRelation *
follow_xlsx_relations_find (const FollowXlsxRelations *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

const char *
follow_xlsx_relations_part (const FollowXlsxRelations *self, const char *type)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const FollowXlsxRelation *relation = g_ptr_array_index (self->all, i);

      if (!relation->is_external && g_str_equal (relation->type, type) &&
          follow_xlsx_package_has (self->package, relation->target))
        return relation->target;
    }
  return NULL;
}
