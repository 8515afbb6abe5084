/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-record-text.h"

#include <glib/gi18n.h>

static const char *
get_number (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  return kind->number != NULL ? follow_record_get_text (record, kind->number) : NULL;
}

char *
follow_record_dup_heading (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const char *number = get_number (record);
  g_autofree char *title = follow_record_get_title (record);

  if (number != NULL)
    /* Translators: a kind of record and its number: "Action 12" */
    return g_strdup_printf (_ ("%s %s"), follow_kind_get_label (kind), number);
  if (!follow_record_is_stored (record))
    /* Translators: %s is a kind of record: "New Action" */
    return g_strdup_printf (_ ("New %s"), follow_kind_get_label (kind));
  if (kind->number != NULL || *title == '\0')
    return g_strdup (follow_kind_get_label (kind));
  return g_steal_pointer (&title);
}

/* The value that tells rows of this kind apart best: a link where there is one (who is a member, what was
 * evaluated), else the title. Returns: position of the field, -1 for the title */
static int
find_leading_field (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_link (&kind->fields[i]) && kind->fields[i].flags & FOLLOW_FIELD_MAIN &&
        follow_record_get_value (record, i) != NULL)
      return i;
  return -1;
}

char *
follow_record_dup_row_title (FollowRegister *reg, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  int leading = find_leading_field (record);
  const char *number = get_number (record);
  g_autofree char *title = NULL;

  if (leading >= 0)
    return follow_register_format (reg, &kind->fields[leading], follow_record_get_value (record, leading),
                                   ", ");
  title = follow_record_get_title (record);
  if (*title == '\0')
    return number != NULL ? g_strdup (number) : follow_record_dup_heading (record);
  return number != NULL ? g_strdup_printf ("%s  %s", number, title) : g_steal_pointer (&title);
}

static gboolean
is_in_title (FollowRecord *record, guint index)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const FollowField *field = &kind->fields[index];
  g_autofree char *title = NULL;

  if (find_leading_field (record) >= 0)
    return find_leading_field (record) == (int) index;
  if (g_strcmp0 (field->name, kind->number) == 0)
    return TRUE;
  title = follow_record_get_title (record);
  return g_strcmp0 (follow_value_get_text (follow_record_get_value (record, index)), title) == 0;
}

char *
follow_record_dup_row_summary (FollowRegister *reg, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!(field->flags & FOLLOW_FIELD_MAIN) || field->type == FOLLOW_FIELD_BOOLEAN ||
          is_in_title (record, i))
        continue;
      value = follow_register_format (reg, field, follow_record_get_value (record, i), ", ");
      if (value == NULL)
        continue;
      if (field->flags & FOLLOW_FIELD_COMPUTED)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", follow_field_get_label (field),
                                value);
      else
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  return g_string_free (text, FALSE);
}

char *
follow_record_dup_link_text (FollowRegister *reg, gint64 id)
{
  const char *number = follow_register_get_number (reg, id);
  const char *title = follow_register_get_title (reg, id);
  const FollowKind *kind;

  if (number != NULL && *number != '\0')
    return g_strdup_printf ("%s %s", number, title);
  if (*title != '\0')
    return g_strdup (title);
  kind = follow_register_get_kind (reg, id);
  return g_strdup (kind != NULL ? follow_kind_get_label (kind) : _ ("Unknown record"));
}

static void
append_record (FollowRegister *reg, FollowRecord *record, const char *indent, GString *text)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      g_autofree char *value = follow_register_format (reg, field, follow_record_get_value (record, i), "; ");

      if (value != NULL && !(field->flags & FOLLOW_FIELD_INTERNAL))
        /* Translators: the name of a field and its value */
        g_string_append_printf (text, _ ("%s%s: %s\n"), indent, follow_field_get_label (field), value);
    }
}

char *
follow_record_dup_text (FollowRegister *reg, FollowRecord *record)
{
  GString *text = g_string_new (NULL);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  append_record (reg, record, "", text);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (g_strcmp0 (kinds[i]->parent, follow_record_get_kind (record)->name) != 0)
        continue;
      children = follow_register_load_children (reg, kinds[i], follow_record_get_id (record), NULL);
      if (children == NULL || children->len == 0)
        continue;
      g_string_append_printf (text, "\n%s\n", follow_kind_get_plural (kinds[i]));
      for (guint j = 0; j < children->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, '\n');
          append_record (reg, children->pdata[j], "  ", text);
        }
    }
  return g_string_free (text, FALSE);
}
