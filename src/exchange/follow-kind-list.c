/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kind-list.h"

/**
 * follow_kind_list_load_ids:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the records, in the query's order
 */
GArray *
follow_kind_list_load_ids (const FollowKindList *self, FollowRegister *reg, GError **error)
{
  g_autoptr (GArray) ids = follow_register_list (reg, self->query, error);
  g_autoptr (GHashTable) chosen = NULL;
  guint kept = 0;

  if (ids == NULL || self->ids == NULL)
    return g_steal_pointer (&ids);
  chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (chosen, &g_array_index (self->ids, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (chosen, &g_array_index (ids, gint64, i)))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);
  return g_steal_pointer (&ids);
}

/**
 * follow_kind_list_get_fields:
 *
 * Returns: (transfer container) (element-type FollowField): what becomes a column
 */
GPtrArray *
follow_kind_list_get_fields (const FollowKindList *self)
{
  const FollowKind *kind = follow_query_get_kind (self->query);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; self->fields != NULL && self->fields[i] != NULL; i++)
    {
      const FollowField *field = follow_kind_find_field (kind, self->fields[i]);

      if (field != NULL)
        g_ptr_array_add (fields, (gpointer) field);
    }
  if (fields->len > 0)
    return fields;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_INTERNAL))
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  return fields;
}

static gboolean
holds_marking (const FollowKindList *self, FollowRegister *reg, const char *marking)
{
  g_autoptr (FollowQuery) query = follow_query_copy (self->query);
  g_autoptr (FollowValue) value = follow_value_new_text (marking);
  FollowKindList marked = { query, self->ids, NULL };
  g_autoptr (GArray) ids = NULL;

  follow_query_narrow (query, "marking", value);
  ids = follow_kind_list_load_ids (&marked, reg, NULL);
  return ids != NULL && ids->len > 0;
}

/* Returns: (nullable): the highest marking of what is listed, in words */
static const char *
find_marking (const FollowKindList *self, FollowRegister *reg)
{
  const FollowField *field = follow_kind_find_field (follow_query_get_kind (self->query), "marking");
  const char *highest = NULL;

  /* The choices stand in rising order. */
  for (const FollowChoice *choice = field != NULL ? field->choices : NULL;
       choice != NULL && choice->id != NULL; choice++)
    if (holds_marking (self, reg, choice->id))
      highest = follow_field_get_choice_label (field, choice->id);
  return highest;
}

/**
 * follow_kind_list_suggest_name:
 *
 * Returns: (transfer full): a name for the list's workbook that any disk takes, with the marking:
 *   "Actions, Glenmarrow, 2026-11-12 OFFICIAL.xlsx"
 */
char *
follow_kind_list_suggest_name (const FollowKindList *self, FollowRegister *reg)
{
  const char *marking = find_marking (self, reg);
  g_autofree char *name = follow_register_get_name (reg);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strdup_printf ("%s, %s, %s%s%s.xlsx", follow_kind_get_plural (follow_query_get_kind (self->query)),
                          name, follow_register_get_today (reg), marking != NULL ? " " : "",
                          marking != NULL ? marking : "");
}
