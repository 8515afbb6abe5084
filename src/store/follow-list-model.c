/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-list-model.h"

#include <string.h>

/* Knows the ids of its query and no record: one is read when somebody looks at its row, and
 * forgotten when nobody does any more. Order and membership are SQLite's: a sort or filter model
 * around it would read every record. */
struct _FollowListModel
{
  GObject parent_instance;

  FollowRegister *reg;
  FollowQuery *query;
  GArray *ids; /* gint64 */
  FollowRecord *recent;
};

static void follow_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FollowListModel,
                               follow_list_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, follow_list_model_iface_init))

/* Reports the one range that differs. When nearly all does, everything goes and comes again: told
 * of many new rows in one step, GTK 4.8 looks for the old ones among them and reads each. */
static void
replace_ids (FollowListModel *self, GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  const gint64 *was = (const gint64 *) (const void *) old->data;
  const gint64 *is = (const gint64 *) (const void *) ids->data;
  guint shorter = MIN (old->len, ids->len);
  guint head = 0, tail = 0, n_removed, n_added;

  g_clear_object (&self->recent);
  while (head < shorter && was[head] == is[head])
    head++;
  while (tail < shorter - head && was[old->len - 1 - tail] == is[ids->len - 1 - tail])
    tail++;
  n_removed = old->len - head - tail;
  n_added = ids->len - head - tail;

  if (n_added <= 64 || n_removed == 0)
    {
      self->ids = g_array_ref (ids);
      if (n_removed > 0 || n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), head, n_removed, n_added);
      return;
    }
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, 0);
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static gboolean
refresh (FollowListModel *self, GError **error)
{
  g_autoptr (GArray) ids = follow_register_list (self->reg, self->query, error);

  if (ids == NULL)
    return FALSE;
  replace_ids (self, ids);
  return TRUE;
}

static void
register_changed_cb (FollowListModel *self, GHashTable *touched)
{
  g_autoptr (GError) error = NULL;

  if (!refresh (self, &error))
    g_info ("The list is kept as it was: %s", error->message);
}

static GType
follow_list_model_get_item_type (GListModel *model)
{
  return FOLLOW_TYPE_RECORD;
}

static guint
follow_list_model_get_n_items (GListModel *model)
{
  return FOLLOW_LIST_MODEL (model)->ids->len;
}

static gpointer
follow_list_model_get_item (GListModel *model, guint position)
{
  FollowListModel *self = FOLLOW_LIST_MODEL (model);
  const FollowKind *kind = follow_query_get_kind (self->query);
  FollowRecord *record;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  record = follow_register_get (self->reg, kind, id, NULL);
  /* A list model has no way to fail, and NULL would mean its end: an empty row stands for a record
   * that cannot be read. */
  if (record == NULL)
    record = follow_record_new_with_id (kind, id, 0);
  /* GTK 4.8 asks for the item of a new row twice in a row, and lets go of it in between: held on to, it is
   * read once. */
  g_set_object (&self->recent, record);
  return record;
}

static void
follow_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = follow_list_model_get_item_type;
  iface->get_n_items = follow_list_model_get_n_items;
  iface->get_item = follow_list_model_get_item;
}

static void
follow_list_model_finalize (GObject *object)
{
  FollowListModel *self = FOLLOW_LIST_MODEL (object);

  g_clear_object (&self->recent);
  g_clear_pointer (&self->query, follow_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_list_model_parent_class)->finalize (object);
}

static void
follow_list_model_class_init (FollowListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_list_model_finalize;
}

static void
follow_list_model_init (FollowListModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * follow_list_model_new:
 *
 * Returns: (transfer full): the records that fit @query, followed as the register changes
 */
FollowListModel *
follow_list_model_new (FollowRegister *reg, const FollowQuery *query)
{
  FollowListModel *self = g_object_new (FOLLOW_TYPE_LIST_MODEL, NULL);

  self->reg = g_object_ref (reg);
  self->query = follow_query_copy (query);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  register_changed_cb (self, NULL);
  return self;
}

FollowRegister *
follow_list_model_get_register (FollowListModel *self)
{
  return self->reg;
}

const FollowQuery *
follow_list_model_get_query (FollowListModel *self)
{
  return self->query;
}

/**
 * follow_list_model_set_query:
 *
 * Asks another question of the same kind of records; on failure the list stays as it was.
 */
gboolean
follow_list_model_set_query (FollowListModel *self, const FollowQuery *query, GError **error)
{
  FollowQuery *old = self->query;

  self->query = follow_query_copy (query);
  if (refresh (self, error))
    {
      follow_query_free (old);
      return TRUE;
    }
  follow_query_free (self->query);
  self->query = old;
  return FALSE;
}

gint64
follow_list_model_get_id (FollowListModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * follow_list_model_find:
 * @position: (out): where the record stands, without reading any
 *
 * Returns: whether it is in the list
 */
gboolean
follow_list_model_find (FollowListModel *self, gint64 id, guint *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
