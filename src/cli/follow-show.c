/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-show.h"

#include <string.h>

#include "follow-text-table.h"

/* Whether the field is for people and scripts, or keeps the program's own order. */
gboolean
follow_show_is_public (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_INTERNAL);
}

static void
add_links (FollowJson *json, FollowRegister *reg, const FollowField *field, const FollowValue *value)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (value, &n_ids);

  if (field->type == FOLLOW_FIELD_LINKS)
    follow_json_begin_array (json);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *name = follow_register_name_record (reg, ids[i]);

      follow_json_add_string (json, name);
    }
  if (field->type == FOLLOW_FIELD_LINKS)
    follow_json_end_array (json);
}

static void
add_pair (FollowJson *json, const char *key, const char *text)
{
  follow_json_add_key (json, key);
  follow_json_add_string (json, text);
}

static void
add_timescale (FollowJson *json, const FollowTimescale *timescale)
{
  follow_json_begin_object (json);
  add_pair (json, "wording", follow_timescale_get_wording (timescale));
  add_pair (json, "first", follow_timescale_get_first (timescale));
  add_pair (json, "last", follow_timescale_get_last (timescale));
  add_pair (json, "precision", follow_precision_to_id (follow_timescale_get_precision (timescale)));
  add_pair (json, "recurs", follow_recurs_to_id (follow_timescale_get_recurs (timescale)));
  follow_json_end_object (json);
}

/**
 * follow_show_add_value:
 * @value: (nullable): what the field holds
 */
void
follow_show_add_value (FollowJson *json,
                       FollowRegister *reg,
                       const FollowField *field,
                       const FollowValue *value)
{
  if (value == NULL && field->type != FOLLOW_FIELD_LINKS)
    {
      follow_json_add_null (json);
      return;
    }
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      follow_json_add_integer (json, follow_value_get_integer (value));
      break;
    case FOLLOW_FIELD_NUMBER:
      follow_json_add_number (json, follow_value_get_number (value));
      break;
    case FOLLOW_FIELD_BOOLEAN:
      follow_json_add_boolean (json, follow_value_get_integer (value) != 0);
      break;
    case FOLLOW_FIELD_TIMESCALE:
      add_timescale (json, follow_value_get_timescale (value));
      break;
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
      add_links (json, reg, field, value);
      break;
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_DATE:
    case FOLLOW_FIELD_CHOICE:
    default:
      follow_json_add_string (json, follow_value_get_text (value));
      break;
    }
}

static gboolean
add_children (FollowJson *json, FollowRegister *reg, FollowRecord *record, GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (g_strcmp0 (kinds[i]->parent, follow_record_get_kind (record)->name) != 0)
        continue;
      children = follow_register_load_children (reg, kinds[i], follow_record_get_id (record), error);
      if (children == NULL)
        return FALSE;
      follow_json_add_key (json, kinds[i]->name);
      follow_json_begin_array (json);
      for (guint j = 0; j < children->len; j++)
        if (!follow_show_add_record (json, reg, children->pdata[j], FALSE, TRUE, error))
          return FALSE;
      follow_json_end_array (json);
    }
  return TRUE;
}

static void
add_parent (FollowJson *json, FollowRegister *reg, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autofree char *name = follow_register_name_record (reg, follow_record_get_parent_id (record));

  if (kind->parent != NULL)
    add_pair (json, kind->parent, name);
}

/**
 * follow_show_add_record:
 * @parent: whether it is said what a record edited inside of another belongs to
 * @children: whether each kind of record edited inside of it is added, as an array under its name
 */
gboolean
follow_show_add_record (FollowJson *json,
                        FollowRegister *reg,
                        FollowRecord *record,
                        gboolean parent,
                        gboolean children,
                        GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);

  follow_json_begin_object (json);
  if (parent)
    add_parent (json, reg, record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_show_is_public (&kind->fields[i]))
      {
        follow_json_add_key (json, kind->fields[i].name);
        follow_show_add_value (json, reg, &kind->fields[i], follow_record_get_value (record, i));
      }
  if (children && !add_children (json, reg, record, error))
    return FALSE;
  follow_json_end_object (json);
  return TRUE;
}

static void
append_line (GString *out, guint indent, const char *label, const char *text)
{
  g_autofree char *plain = follow_text_table_make_plain (text, TRUE);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);

  g_string_append_printf (out, "%s: %s\n", label, lines[0] != NULL ? lines[0] : "");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    g_string_append_printf (out, "%*s%s\n", *lines[i] != '\0' ? (int) indent + 2 : 0, "", lines[i]);
}

/* @bullet: stands in front of the first line, the others being indented as far */
static void
append_fields (GString *out, FollowRegister *reg, FollowRecord *record, const char *bullet)
{
  const FollowKind *kind = follow_record_get_kind (record);
  guint indent = strlen (bullet);
  gboolean first = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      g_autofree char *text = follow_register_format (reg, field, follow_record_get_value (record, i), "; ");

      if (text == NULL || !follow_show_is_public (field))
        continue;
      g_string_append_printf (out, "%*s", (int) indent, first ? bullet : "");
      append_line (out, indent, follow_field_get_label (field), text);
      first = FALSE;
    }
  if (first && indent > 0)
    g_string_append_printf (out, "%s\n", bullet);
}

/* Appends the records inside of @record as lists, and what is inside of them. */
gboolean
follow_show_append_children (
    GString *out, FollowRegister *reg, FollowRecord *record, guint indent, GError **error)
{
  g_autofree char *bullet = g_strdup_printf ("%*s- ", (int) indent + 2, "");
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (g_strcmp0 (kinds[i]->parent, follow_record_get_kind (record)->name) != 0)
        continue;
      children = follow_register_load_children (reg, kinds[i], follow_record_get_id (record), error);
      if (children == NULL)
        return FALSE;
      if (children->len > 0)
        g_string_append_printf (out, "\n%*s%s\n", (int) indent, "", follow_kind_get_plural (kinds[i]));
      for (guint j = 0; j < children->len; j++)
        {
          append_fields (out, reg, children->pdata[j], bullet);
          if (!follow_show_append_children (out, reg, children->pdata[j], indent + 4, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * follow_show_append_record:
 *
 * Appends the record for people to read: a line a field, then the records inside of it as lists.
 */
gboolean
follow_show_append_record (GString *out, FollowRegister *reg, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  gint64 parent_id = follow_record_get_parent_id (record);

  if (parent_id != 0)
    {
      g_autofree char *name = follow_register_name_record (reg, parent_id);

      append_line (out, 0, follow_kind_get_label (follow_kind_find (kind->parent)), name);
    }
  append_fields (out, reg, record, "");
  return follow_show_append_children (out, reg, record, 0, error);
}
