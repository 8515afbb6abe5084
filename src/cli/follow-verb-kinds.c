/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-json.h"
#include "follow-show.h"
#include "follow-text-table.h"

static const char *const types[] = {
  [FOLLOW_FIELD_TEXT] = "text",           [FOLLOW_FIELD_LONG_TEXT] = "long text",
  [FOLLOW_FIELD_INTEGER] = "integer",     [FOLLOW_FIELD_NUMBER] = "number",
  [FOLLOW_FIELD_BOOLEAN] = "yes/no",      [FOLLOW_FIELD_DATE] = "date",
  [FOLLOW_FIELD_TIMESCALE] = "timescale", [FOLLOW_FIELD_CHOICE] = "choice",
  [FOLLOW_FIELD_LINK] = "link",           [FOLLOW_FIELD_LINKS] = "links",
};

static void
add_pair (FollowJson *json, const char *key, const char *text)
{
  follow_json_add_key (json, key);
  follow_json_add_string (json, text);
}

static void
add_choices (FollowJson *json, const FollowField *field)
{
  follow_json_add_key (json, "choices");
  follow_json_begin_array (json);
  for (const FollowChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      follow_json_begin_object (json);
      add_pair (json, "id", choice->id);
      add_pair (json, "label", follow_field_get_choice_label (field, choice->id));
      follow_json_end_object (json);
    }
  follow_json_end_array (json);
}

static void
add_links_to (FollowJson *json, const FollowField *field)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);

  follow_json_add_key (json, "links_to");
  follow_json_begin_array (json);
  for (guint i = 0; kinds[i] != NULL; i++)
    follow_json_add_string (json, kinds[i]);
  follow_json_end_array (json);
}

static void
add_field (FollowJson *json, const FollowField *field)
{
  follow_json_begin_object (json);
  add_pair (json, "name", field->name);
  add_pair (json, "label", follow_field_get_label (field));
  add_pair (json, "type", types[field->type]);
  follow_json_add_key (json, "required");
  follow_json_add_boolean (json, (field->flags & FOLLOW_FIELD_REQUIRED) != 0);
  follow_json_add_key (json, "computed");
  follow_json_add_boolean (json, (field->flags & FOLLOW_FIELD_COMPUTED) != 0);
  if (field->type == FOLLOW_FIELD_CHOICE)
    add_choices (json, field);
  if (follow_field_is_link (field))
    add_links_to (json, field);
  follow_json_end_object (json);
}

static void
add_kind (FollowJson *json, const FollowKind *kind)
{
  follow_json_begin_object (json);
  add_pair (json, "name", kind->name);
  add_pair (json, "label", follow_kind_get_label (kind));
  add_pair (json, "plural", follow_kind_get_plural (kind));
  add_pair (json, "parent", kind->parent);
  follow_json_add_key (json, "fields");
  follow_json_begin_array (json);
  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_show_is_public (&kind->fields[i]))
      add_field (json, &kind->fields[i]);
  follow_json_end_array (json);
  follow_json_end_object (json);
}

/* What a field takes beside its type. */
static char *
describe_values (const FollowField *field)
{
  GString *text = g_string_new (field->links_to != NULL ? field->links_to : "");

  for (const FollowChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", choice->id);
  return g_string_free (text, FALSE);
}

static void
append_kind (GString *out, const FollowKind *kind)
{
  g_autoptr (FollowTextTable) table = follow_text_table_new ();

  g_string_append_printf (out, "%s%s  %s", out->len > 0 ? "\n" : "", kind->name,
                          follow_kind_get_label (kind));
  if (kind->parent != NULL)
    /* Translators: the name of the kind of record that another is edited inside of */
    g_string_append_printf (out, _ (" (inside %s)"), kind->parent);
  g_string_append_c (out, '\n');
  follow_text_table_add_column (table, "name", _ ("  Field"));
  follow_text_table_add_column (table, "label", _ ("Label"));
  follow_text_table_add_column (table, "type", _ ("Type"));
  follow_text_table_add_column (table, "note", _ ("Note"));
  follow_text_table_add_column (table, "values", _ ("Choices or kinds"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];

      if (!follow_show_is_public (field))
        continue;
      follow_text_table_take (table, g_strdup_printf ("  %s", field->name));
      follow_text_table_add (table, follow_field_get_label (field));
      follow_text_table_add (table, types[field->type]);
      follow_text_table_add (table, field->flags & FOLLOW_FIELD_REQUIRED   ? _ ("required")
                                    : field->flags & FOLLOW_FIELD_COMPUTED ? _ ("computed")
                                                                           : "");
      follow_text_table_take (table, describe_values (field));
    }
  follow_text_table_append_text (table, out);
}

static gboolean
run (FollowCall *call, GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (follow_call_format_is (call, "json"))
    {
      g_autoptr (FollowJson) json = follow_json_new (call->answer);

      follow_json_begin_array (json);
      for (guint i = 0; i < n_kinds; i++)
        add_kind (json, kinds[i]);
      follow_json_end_array (json);
      return TRUE;
    }
  for (guint i = 0; i < n_kinds; i++)
    append_kind (call->answer, kinds[i]);
  return TRUE;
}

static const FollowOption options[] = {
  { .name = "format", .value = "FORMAT", .choices = "text json", .about = N_ ("text for people, or json") },
};

const FollowVerb follow_verb_kinds = {
  .name = "kinds",
  .words = "",
  .about = N_ ("Names the kinds of record and their fields, as the other verbs take them."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .run = run,
};
