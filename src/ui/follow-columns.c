/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-columns.h"

#include <glib/gi18n.h>

/* Where the usual columns of a kind are not simply its main fields. */
static const struct
{
  const char *kind;
  const char *fields;
} usual[] = {
  { "action", "number wording section leads agencies timescale status last_progress" },
  { "plan", "title inspection state approved_on actions complete overdue" },
};

/* Fields that explain one another: in a compact table they share a column. */
static const struct
{
  const char *kind;
  const char *first;
  const char *second;
  gboolean always; /* also where there is room */
} pairs[] = {
  { "action", "leads", "agencies", FALSE },
  { "action", "timescale", "due_state", TRUE },
  { "action", "status", "last_progress", FALSE },
  { "organisation", "name", "short_name", FALSE },
};

static const struct
{
  const char *kind;
  const char *field;
  int width;
  int compact_width;
} widths[] = {
  { "action", "number", 48, 46 },
  { "action", "wording", 0, 0 },
  { "action", "section", 140, 46 },
  { "action", "leads", 150, 134 },
  { "action", "agencies", 112, 112 },
  { "action", "timescale", 136, 138 },
  { "action", "status", 142, 134 },
  { "action", "last_progress", 104, 104 },
  { "plan", "title", 0, 0 },
  { "plan", "inspection", 260, 160 },
  { "inspection", "title", 0, 0 },
  { "inspection", "body", 170, 130 },
  { "inspection", "unanswered", 136, 136 },
  { "person", "post", 0, 0 },
  { "group", "name", 0, 0 },
  { "organisation", "name", 0, 0 },
};

/* What a value of the type needs when nothing else is said. */
static int
get_usual_width (const FollowField *field)
{
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
    case FOLLOW_FIELD_NUMBER:
    case FOLLOW_FIELD_BOOLEAN:
      return 96;
    case FOLLOW_FIELD_DATE:
      return 110;
    case FOLLOW_FIELD_LONG_TEXT:
      return 220;
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_TIMESCALE:
    case FOLLOW_FIELD_CHOICE:
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
    default:
      return 144;
    }
}

static int
get_width (const FollowKind *kind, const FollowField *field, gboolean compact)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (g_str_equal (widths[i].kind, kind->name) && g_str_equal (widths[i].field, field->name))
      return compact ? widths[i].compact_width : widths[i].width;
  return get_usual_width (field);
}

static const FollowField *
find_second (const FollowKind *kind, const FollowField *field, gboolean compact)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].kind, kind->name) && g_str_equal (pairs[i].first, field->name) &&
        (compact || pairs[i].always))
      return follow_kind_find_field (kind, pairs[i].second);
  return NULL;
}

static gboolean
is_shown_as_second (const FollowKind *kind,
                    const FollowField *field,
                    const char *const *names,
                    gboolean compact)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].kind, kind->name) && g_str_equal (pairs[i].second, field->name) &&
        (compact || pairs[i].always) && g_strv_contains (names, pairs[i].first))
      return TRUE;
  return FALSE;
}

gboolean
follow_columns_can_show (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_INTERNAL);
}

char **
follow_columns_get_usual (const FollowKind *kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_str_equal (usual[i].kind, kind->name))
      return g_strsplit (usual[i].fields, " ", -1);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & FOLLOW_FIELD_MAIN && follow_columns_can_show (&kind->fields[i]))
      g_strv_builder_add (builder, kind->fields[i].name);
  return g_strv_builder_end (builder);
}

GArray *
follow_columns_make (const FollowKind *kind, const char *const *chosen, gboolean compact)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (FollowColumn));
  g_auto (GStrv) names =
      chosen != NULL && *chosen != NULL ? g_strdupv ((char **) chosen) : follow_columns_get_usual (kind);
  gboolean has_wide = FALSE;
  int n_lines = 1;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const FollowField *field = follow_kind_find_field (kind, names[i]);
      FollowColumn column = { field, NULL, 0, FALSE };

      if (field == NULL || !follow_columns_can_show (field) ||
          is_shown_as_second (kind, field, (const char *const *) names, compact))
        continue;
      column.second = find_second (kind, field, compact);
      column.width = get_width (kind, field, compact);
      column.number_only = compact && g_str_equal (field->name, "section");
      has_wide |= column.width == 0;
      if (column.second != NULL || field->type == FOLLOW_FIELD_LONG_TEXT || field->type == FOLLOW_FIELD_LINKS)
        n_lines = 2;
      g_array_append_val (columns, column);
    }
  for (guint i = 0; i < columns->len; i++)
    g_array_index (columns, FollowColumn, i).n_lines = n_lines;
  if (!has_wide && columns->len > 0) /* one must take what is left */
    g_array_index (columns, FollowColumn, 0).width = 0;
  return columns;
}

char *
follow_column_get_title (const FollowColumn *column)
{
  const char *title = follow_field_get_label (column->field);
  g_autofree char *second = NULL;

  if (g_str_equal (column->field->name, "status"))
    title = _ ("Status");
  else if (g_str_equal (column->field->name, "leads"))
    title = _ ("Lead");
  if (column->number_only)
    return g_strdup (_ ("Area"));
  if (column->second == NULL)
    return g_strdup (title);
  if (g_str_equal (column->second->name, "last_progress"))
    second = g_strdup (_ ("progress"));
  else
    second = g_utf8_strdown (follow_field_get_label (column->second), -1);
  /* Translators: the two fields in a column of a table */
  return g_strdup_printf (_ ("%s · %s"), title, second);
}
