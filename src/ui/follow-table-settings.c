/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-settings.h"

/* Replaces the entry @name of a dictionary with @value, or takes it out when @value is NULL. */
static void
replace (GSettings *settings, const char *key, const char *name, GVariant *value)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, key);
  g_autoptr (GVariant) kept = value != NULL ? g_variant_ref_sink (value) : NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *entry;

  g_variant_builder_init (&builder, g_variant_get_type (before));
  g_variant_iter_init (&iter, before);
  while ((entry = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) other = g_variant_get_child_value (entry, 0);

      if (!g_str_equal (g_variant_get_string (other, NULL), name))
        g_variant_builder_add_value (&builder, entry);
      g_variant_unref (entry);
    }
  if (kept != NULL)
    g_variant_builder_add_value (&builder, g_variant_new_dict_entry (g_variant_new_string (name), kept));
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

static GVariant *
look_up (GSettings *settings, const char *key, const char *name, const GVariantType *type)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);

  return g_variant_lookup_value (all, name, type);
}

char **
follow_table_settings_get_columns (GSettings *settings, const FollowKind *kind)
{
  g_autoptr (GVariant) value = look_up (settings, "table-columns", kind->name, G_VARIANT_TYPE_STRING_ARRAY);

  return value != NULL ? g_variant_dup_strv (value, NULL) : NULL;
}

void
follow_table_settings_set_columns (GSettings *settings, const FollowKind *kind, const char *const *fields)
{
  replace (settings, "table-columns", kind->name, fields != NULL ? g_variant_new_strv (fields, -1) : NULL);
}

int
follow_table_settings_get_width (GSettings *settings, const FollowKind *kind, const char *field)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", kind->name, field);
  g_autoptr (GVariant) value = look_up (settings, "column-widths", name, G_VARIANT_TYPE_INT32);

  return value != NULL ? g_variant_get_int32 (value) : 0;
}

void
follow_table_settings_set_width (GSettings *settings, const FollowKind *kind, const char *field, int width)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", kind->name, field);

  replace (settings, "column-widths", name, g_variant_new_int32 (width));
}

const FollowField *
follow_table_settings_get_sort (GSettings *settings, const FollowKind *kind, gboolean *descending)
{
  g_autoptr (GVariant) value = look_up (settings, "sort", kind->name, G_VARIANT_TYPE_STRING);
  const char *sort = value != NULL ? g_variant_get_string (value, NULL) : "";

  *descending = *sort == '-';
  return follow_kind_find_field (kind, sort + *descending);
}

void
follow_table_settings_set_sort (GSettings *settings,
                                const FollowKind *kind,
                                const FollowField *field,
                                gboolean descending)
{
  g_autofree char *sort = field != NULL ? g_strconcat (descending ? "-" : "", field->name, NULL) : NULL;

  replace (settings, "sort", kind->name, sort != NULL ? g_variant_new_string (sort) : NULL);
}
