/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-link-search.h"

#include <glib/gi18n.h>

#include "follow-error.h"
#include "follow-match.h"
#include "follow-record-text.h"

#define MAX_FOUND 30

/* How many are looked at for those whose title fits best. */
#define MAX_RANKED 300

/* Returns: the record inside of which those of @kind stand that @record may link to; 0 for no matter which */
static gint64
find_scope (FollowRecord *record, const FollowKind *kind)
{
  const FollowKind *own = record != NULL ? follow_record_get_kind (record) : NULL;

  for (guint i = 0; own != NULL && kind->parent != NULL && i < own->n_fields; i++)
    if (own->fields[i].type == FOLLOW_FIELD_LINK && follow_field_links_to (&own->fields[i], kind->parent))
      return follow_record_get_link (record, own->fields[i].name);
  return 0;
}

char *
follow_link_dup_subtitle (FollowRegister *reg, gint64 id, gboolean several_kinds)
{
  g_autoptr (FollowRecord) record = follow_register_find (reg, id, NULL);
  const FollowKind *kind = record != NULL ? follow_record_get_kind (record) : NULL;
  gint64 parent_id = record != NULL ? follow_record_get_parent_id (record) : 0;
  gint64 organisation = 0;

  if (kind == NULL)
    return NULL;
  if (parent_id != 0)
    return follow_record_dup_link_text (reg, parent_id);
  if (follow_kind_find_field (kind, "organisation") != NULL)
    organisation = follow_record_get_link (record, "organisation");
  if (organisation != 0)
    return follow_record_dup_link_text (reg, organisation);
  return several_kinds ? g_strdup (follow_kind_get_label (kind)) : NULL;
}

FollowChoiceItem *
follow_link_item_new (FollowRegister *reg, gint64 id)
{
  g_autofree char *title = follow_record_dup_link_text (reg, id);

  return follow_choice_item_new (id, title, NULL);
}

static FollowMatch
match_title (FollowRegister *reg, gint64 id, const char *text)
{
  g_autofree char *title = follow_record_dup_link_text (reg, id);

  return follow_match (text, title);
}

/* Appends what fits to @ids: first what has the text in its title, the closest first. */
static void
find_in_kind (
    FollowRegister *reg, FollowRecord *record, const FollowKind *kind, const char *text, GArray *ids)
{
  g_autoptr (FollowQuery) query = follow_query_new (kind);
  g_autoptr (GArray) found = NULL;

  follow_query_set_text (query, text);
  follow_query_set_parent (query, find_scope (record, kind));
  if ((found = follow_register_list (reg, query, NULL)) == NULL)
    return;
  for (FollowMatch match = FOLLOW_MATCH_EXACT; match <= FOLLOW_MATCH_NONE; match++)
    for (guint i = 0; i < found->len && i < MAX_RANKED && ids->len < MAX_FOUND; i++)
      {
        gint64 id = g_array_index (found, gint64, i);

        if (match_title (reg, id, text) == match)
          g_array_append_val (ids, id);
      }
}

GListModel *
follow_link_search (FollowRegister *reg, FollowRecord *record, const FollowField *field, const char *text)
{
  GListStore *items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; kinds[i] != NULL; i++)
    find_in_kind (reg, record, follow_kind_find (kinds[i]), text, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *title = follow_record_dup_link_text (reg, id);
      g_autofree char *subtitle = follow_link_dup_subtitle (reg, id, kinds[1] != NULL);
      g_autoptr (FollowChoiceItem) item = NULL;

      if (record != NULL && id == follow_record_get_id (record))
        continue;
      item = follow_choice_item_new (id, title, subtitle);
      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}

/* Returns: the field that takes the words under which a record is known: what it must have, if it is a text */
static const char *
find_title_field (const FollowKind *kind)
{
  g_auto (GStrv) names = g_strsplit (kind->title, " ", -1);
  const FollowField *first = follow_kind_find_field (kind, names[0]);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const FollowField *field = follow_kind_find_field (kind, names[i]);

      if (field->flags & FOLLOW_FIELD_REQUIRED && follow_field_is_text (field))
        return field->name;
    }
  return follow_field_is_text (first) ? first->name : NULL;
}

static FollowRecord *
make_record (FollowRecord *record, const FollowField *field, const char *title)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  const FollowKind *kind = follow_kind_find (kinds[0]);
  const char *title_field = find_title_field (kind);
  g_autoptr (FollowRecord) made = NULL;

  if (title_field == NULL)
    return NULL;
  made = follow_record_new (kind, find_scope (record, kind));
  follow_record_set_text (made, title_field, title);
  return follow_record_check (made, NULL) ? g_steal_pointer (&made) : NULL;
}

gboolean
follow_link_can_create (FollowRecord *record, const FollowField *field)
{
  g_autoptr (FollowRecord) trial = make_record (record, field, "…");

  return trial != NULL;
}

gint64
follow_link_create (
    FollowRegister *reg, FollowRecord *record, const FollowField *field, const char *title, GError **error)
{
  g_autoptr (FollowRecord) made = make_record (record, field, title);
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);
  g_autoptr (FollowValue) before = NULL;
  g_autoptr (GError) failure = NULL;
  FollowValue *value = follow_record_get (record, field->name);

  if (made == NULL)
    {
      g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                           _ ("This needs more than a title: make it in its own list."));
      return 0;
    }
  before = value != NULL ? follow_value_ref (value) : NULL;
  follow_link_add (record, field, follow_record_get_id (made));
  follow_changes_save (changes, made);
  if (follow_record_check (record, NULL))
    follow_changes_save (changes, record);
  if (follow_register_commit (reg, changes, &failure))
    return follow_record_get_id (made);
  follow_record_set (record, field->name, before);
  g_propagate_error (error, g_steal_pointer (&failure));
  return 0;
}

void
follow_link_add (FollowRecord *record, const FollowField *field, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FollowValue) value = NULL;
  guint n_old;
  const gint64 *old = follow_value_get_links (follow_record_get (record, field->name), &n_old);

  if (field->type == FOLLOW_FIELD_LINK)
    n_old = 0;
  for (guint i = 0; i < n_old; i++)
    if (old[i] != id)
      g_array_append_val (ids, old[i]);
  g_array_append_val (ids, id);
  value = follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
  follow_record_set (record, field->name, value);
}

void
follow_link_remove (FollowRecord *record, const FollowField *field, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FollowValue) value = NULL;
  guint n_old;
  const gint64 *old = follow_value_get_links (follow_record_get (record, field->name), &n_old);

  for (guint i = 0; i < n_old; i++)
    if (old[i] != id)
      g_array_append_val (ids, old[i]);
  value = follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
  follow_record_set (record, field->name, value);
}
