/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-record.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"

/**
 * follow_record_get_title:
 *
 * Returns: (transfer full): what the record is called where others link to it, "" when it has no
 *   name yet
 */
char *
follow_record_get_title (FollowRecord *self)
{
  const FollowKind *kind = follow_record_get_kind (self);
  g_auto (GStrv) names = g_strsplit (kind->title, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int index = follow_kind_find_field_index (kind, names[i]);
      const FollowValue *value = follow_record_get_value (self, index);

      if (value != NULL && kind->fields[index].type == FOLLOW_FIELD_CHOICE)
        return g_strdup (follow_field_get_choice_label (&kind->fields[index], follow_value_get_text (value)));
      if (follow_value_get_text (value) != NULL)
        return g_strdup (follow_value_get_text (value));
    }
  return g_strdup ("");
}

/**
 * follow_record_is_blank:
 *
 * Returns: whether nobody has typed anything into it yet
 */
gboolean
follow_record_is_blank (FollowRecord *self)
{
  const FollowKind *kind = follow_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]) && follow_record_get_value (self, i) != NULL &&
        g_strcmp0 (kind->fields[i].name, kind->number) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
links_to_itself (FollowRecord *self, guint field)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get_value (self, field), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == follow_record_get_id (self))
      return TRUE;
  return FALSE;
}

static gboolean
check_field (FollowRecord *self, guint index, GError **error)
{
  const FollowField *field = &follow_record_get_kind (self)->fields[index];

  if (field->flags & FOLLOW_FIELD_COMPUTED)
    return TRUE;
  if (!follow_field_check (field, follow_record_get_value (self, index), error))
    return FALSE;
  if (!links_to_itself (self, index))
    return TRUE;
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
               /* Translators: the name of a field */
               _ ("“%s” names the record itself."), follow_field_get_label (field));
  return FALSE;
}

/**
 * follow_record_check:
 *
 * Returns: whether the record may be saved; if not, @error says in a sentence why
 */
gboolean
follow_record_check (FollowRecord *self, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!check_field (self, i, error))
      return FALSE;
  if (kind->parent != NULL && follow_record_get_parent_id (self) == 0)
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                   /* Translators: the first %s is a kind of record, the second the kind it belongs to */
                   _ ("“%s” belongs to no “%s”."), follow_kind_get_label (kind),
                   follow_kind_get_label (follow_kind_find (kind->parent)));
      return FALSE;
    }
  return kind->check == NULL || kind->check (self, error);
}
