/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-meaning.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

/* What a column can mean beside the fields of the rows' own kind. */
static const struct
{
  const char *rows; /* the kind of the rows */
  const char *name; /* as mappings name it */
  const char *kind;
  const char *field;
  const char *headings; /* beside the field's own, separated by | */
} others[] = {
  { "action", "section", "section", "wording", "Section|Area|Outcome" },
  { "action", "feedback", "section", "feedback", "" },
  { "action", "progress", "progress_note", "text",
    "Update|Updates|Progress update|Progress to date|Latest position|Current position" },
};

gboolean
follow_kind_has_notes (const FollowKind *kind)
{
  return kind != NULL && g_str_equal (kind->name, "action");
}

gboolean
follow_field_can_be_column (const FollowKind *kind, const FollowField *field)
{
  return !(field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL));
}

/* Fields of an action that come from where it stands: only our own workbooks have a column for them. */
static gboolean
is_offered (const FollowKind *kind, const FollowField *field)
{
  static const char *const places[] = { "plan", "section", "sources", NULL };

  return follow_field_can_be_column (kind, field) &&
         !(g_str_equal (kind->name, "action") && g_strv_contains (places, field->name));
}

static void
add_meaning (GHashTable *meanings, const char *heading, const FollowImportMeaning *meaning)
{
  g_autofree char *folded = follow_plan_fold (heading);

  if (*folded != '\0' && !g_hash_table_contains (meanings, folded))
    g_hash_table_insert (meanings, g_steal_pointer (&folded), g_memdup2 (meaning, sizeof *meaning));
}

static void
add_heading (GHashTable *meanings, const char *heading, const FollowKind *kind, const FollowField *field)
{
  const FollowImportMeaning meaning = { FOLLOW_MEANING_FIELD, kind, field };

  add_meaning (meanings, heading, &meaning);
}

static void
add_headings (GHashTable *meanings, const char *headings, const FollowKind *kind, const FollowField *field)
{
  g_auto (GStrv) words = g_strsplit (headings != NULL ? headings : "", "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_heading (meanings, words[i], kind, field);
}

static void
add_field (GHashTable *meanings, const FollowKind *kind, const FollowField *field)
{
  add_heading (meanings, field->label, kind, field);
  add_heading (meanings, follow_field_get_label (field), kind, field);
  add_headings (meanings, field->headings, kind, field);
}

static FollowImportMeaning
get_parent_meaning (const FollowKind *kind)
{
  return (FollowImportMeaning){ FOLLOW_MEANING_PARENT,
                                kind->parent != NULL ? follow_kind_find (kind->parent) : NULL, NULL };
}

static void
add_parent_heading (GHashTable *meanings,
                    const FollowImportMeaning *parent,
                    const char *of,
                    const char *field)
{
  g_autofree char *heading = field != NULL ? g_strdup_printf ("%s %s", of, field) : g_strdup (of);

  add_meaning (meanings, heading, parent);
}

/* "Action", "Action number", "Action wording": people name what a row belongs to by either. */
static void
add_parent (GHashTable *meanings, const FollowKind *kind)
{
  const FollowImportMeaning parent = get_parent_meaning (kind);
  g_auto (GStrv) titles = NULL;

  if (parent.kind == NULL)
    return;
  titles = g_strsplit (parent.kind->title, " ", -1);
  add_parent_heading (meanings, &parent, parent.kind->name, NULL);
  add_parent_heading (meanings, &parent, parent.kind->label, NULL);
  add_parent_heading (meanings, &parent, follow_kind_get_label (parent.kind), NULL);
  add_parent_heading (meanings, &parent, parent.kind->label, "No");
  add_parent_heading (meanings, &parent, parent.kind->label, "number");
  add_parent_heading (meanings, &parent, parent.kind->label, "title");
  for (guint i = 0; titles[i] != NULL; i++)
    {
      const FollowField *field = follow_kind_find_field (parent.kind, titles[i]);

      add_parent_heading (meanings, &parent, parent.kind->label, field->label);
      add_parent_heading (meanings, &parent, follow_kind_get_label (parent.kind),
                          follow_field_get_label (field));
    }
}

GHashTable *
follow_meanings_of_kind (const FollowKind *kind)
{
  GHashTable *meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_offered (kind, &kind->fields[i]))
      add_field (meanings, kind, &kind->fields[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].rows, kind->name))
      {
        const FollowKind *other = follow_kind_find (others[i].kind);
        const FollowField *field = follow_kind_find_field (other, others[i].field);

        add_field (meanings, other, field);
        add_heading (meanings, others[i].name, other, field);
        add_headings (meanings, others[i].headings, other, field);
      }
  add_parent (meanings, kind);
  return meanings;
}

gboolean
follow_import_meaning_read (FollowImportMeaning *self, const FollowKind *kind, const char *name)
{
  const FollowField *field;

  *self = (FollowImportMeaning){ FOLLOW_MEANING_LEFT_OUT, NULL, NULL };
  if (*name == '\0')
    return TRUE;
  self->type = g_str_equal (name, "id") ? FOLLOW_MEANING_ID : FOLLOW_MEANING_NOTE;
  if (g_str_equal (name, "id") || g_str_equal (name, "note"))
    return self->type == FOLLOW_MEANING_ID || follow_kind_has_notes (kind);
  self->type = FOLLOW_MEANING_FIELD;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].rows, kind->name) && g_str_equal (others[i].name, name))
      {
        self->kind = follow_kind_find (others[i].kind);
        self->field = follow_kind_find_field (self->kind, others[i].field);
        return TRUE;
      }
  field = follow_kind_find_field (kind, name);
  if (field == NULL && g_strcmp0 (kind->parent, name) == 0)
    {
      *self = get_parent_meaning (kind);
      return TRUE;
    }
  if (field == NULL || !is_offered (kind, field))
    return FALSE;
  self->kind = kind;
  self->field = field;
  return TRUE;
}

char *
follow_import_meaning_get_name (const FollowImportMeaning *self)
{
  if (self->type == FOLLOW_MEANING_NOTE)
    return g_strdup ("note");
  if (self->type == FOLLOW_MEANING_ID)
    return g_strdup ("id");
  if (self->type == FOLLOW_MEANING_LEFT_OUT)
    return g_strdup ("");
  if (self->type == FOLLOW_MEANING_PARENT)
    return g_strdup (self->kind->name);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].kind, self->kind->name) && g_str_equal (others[i].field, self->field->name))
      return g_strdup (others[i].name);
  return g_strdup (self->field->name);
}

GArray *
follow_meanings_list (const FollowKind *kind)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FollowImportMeaning));
  FollowImportMeaning meaning = { FOLLOW_MEANING_FIELD, kind, NULL };

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_offered (kind, &kind->fields[i]))
      {
        meaning.field = &kind->fields[i];
        g_array_append_val (list, meaning);
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (follow_import_meaning_read (&meaning, kind, others[i].name) && meaning.kind != kind)
      g_array_append_val (list, meaning);
  if (kind->parent != NULL && follow_import_meaning_read (&meaning, kind, kind->parent))
    g_array_append_val (list, meaning);
  if (follow_import_meaning_read (&meaning, kind, "note"))
    g_array_append_val (list, meaning);
  follow_import_meaning_read (&meaning, kind, "");
  g_array_append_val (list, meaning);
  return list;
}

const char *
follow_import_meaning_get_label (const FollowImportMeaning *self)
{
  switch (self->type)
    {
    case FOLLOW_MEANING_FIELD:
      return follow_field_get_label (self->field);
    case FOLLOW_MEANING_NOTE:
      return _ ("As a note");
    case FOLLOW_MEANING_ID:
      return _ ("Hidden id");
    case FOLLOW_MEANING_PARENT:
      return follow_kind_get_label (self->kind);
    case FOLLOW_MEANING_LEFT_OUT:
    default:
      return _ ("Left out");
    }
}

gboolean
follow_import_meaning_equal (const FollowImportMeaning *a, const FollowImportMeaning *b)
{
  return a->type == b->type && a->kind == b->kind && a->field == b->field;
}
