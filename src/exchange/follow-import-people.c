/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-import-action.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

/* So many names are offered as what a doubtful one may mean. */
#define MOST_OFFERED 5

/* What a name was taken for. */
typedef struct
{
  gint64 id; /* 0: kept as written */
  gboolean is_agency;
} Person;

/* What a new record is called in, by its kind. */
static const struct
{
  const char *kind;
  const char *field;
  const char *label;
} new_kinds[] = {
  { "organisation", "name", N_ ("New organisation") },
  { "group", "name", N_ ("New group") },
  { "person", "post", N_ ("New person") },
};

static void
add_named (FollowImportDoubt *doubt, const char *prefix, const char *name, char *label)
{
  g_autofree char *id = g_strconcat (prefix, name, NULL);
  g_autofree char *owned = label;

  follow_import_doubt_add_answer (doubt, id, owned);
}

static void
add_answers (FollowImportDoubt *doubt, GPtrArray *known, GPtrArray *written)
{
  for (guint i = 0; i < MIN (known->len, MOST_OFFERED); i++)
    /* Translators: %s is a name that the register knows */
    add_named (doubt, "known:", known->pdata[i],
               g_strdup_printf (_ ("“%s”"), (const char *) known->pdata[i]));
  for (guint i = 0; i < MIN (written->len, MOST_OFFERED); i++)
    /* Translators: %s is a name that the file writes otherwise elsewhere */
    add_named (doubt, "as:", written->pdata[i],
               g_strdup_printf (_ ("As “%s”"), (const char *) written->pdata[i]));
  follow_import_doubt_add_answer (doubt, "keep", _ ("Keep as written"));
  for (guint i = 0; i < G_N_ELEMENTS (new_kinds); i++)
    add_named (doubt, "new:", new_kinds[i].kind, g_strdup (_ (new_kinds[i].label)));
}

static const char *
ask (FollowActionFill *self, const FollowImportField *column, const char *name)
{
  FollowImportRun *run = self->run;
  const FollowImportPlace place = { self->entry->table->index, self->entry->row, column->column };
  g_autoptr (GPtrArray) known = follow_import_names_find_similar (run->names, name);
  g_autoptr (GPtrArray) written = follow_resembling_find (run->written, name);
  g_autofree char *shown = follow_words_quote (name);
  gboolean resembles = known->len + written->len > 0;
  FollowImportDoubt *doubt = follow_import_doubts_find (
      run->doubts, resembles ? FOLLOW_DOUBT_RESEMBLES : FOLLOW_DOUBT_UNKNOWN_NAME, "people", name, &place);

  if (doubt->answers->len == 0)
    add_answers (doubt, known, written);
  if (!resembles)
    follow_resembling_add (run->written, name);
  return follow_import_doubts_answer (
      run->doubts, doubt,
      resembles ? g_strdup_printf (_ ("“%s” is nearly “%s”"), shown,
                                   (const char *) (known->len > 0 ? known : written)->pdata[0])
                : g_strdup_printf (_ ("The register knows no organisation, group or person “%s”"), shown));
}

static gboolean
make_new (FollowImportRun *run, const char *kind, const char *name, Person *person, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (new_kinds); i++)
    if (g_str_equal (new_kinds[i].kind, kind))
      {
        g_autoptr (FollowRecord) record = follow_record_new (follow_kind_find (kind), 0);

        follow_record_set_text (record, new_kinds[i].field, name);
        person->id = follow_record_get_id (record);
        person->is_agency = i == 0;
        return follow_import_run_settle (run, record, error);
      }
  return TRUE;
}

static gboolean
take_answer (FollowImportRun *run, const char *answer, const char *name, Person *person, GError **error)
{
  if (g_str_has_prefix (answer, "known:"))
    person->id = follow_import_names_find (run->names, answer + strlen ("known:"), &person->is_agency);
  else if (g_str_has_prefix (answer, "as:"))
    {
      g_autofree char *folded = follow_plan_fold (answer + strlen ("as:"));
      const Person *other = g_hash_table_lookup (run->people, folded);

      if (other != NULL)
        *person = *other;
    }
  else if (g_str_has_prefix (answer, "new:"))
    return make_new (run, answer + strlen ("new:"), name, person, error);
  return TRUE;
}

/* A name is taken for the same wherever it stands. */
static gboolean
resolve (
    FollowActionFill *self, const FollowImportField *column, const char *name, Person *person, GError **error)
{
  g_autofree char *folded = follow_plan_fold (name);
  const char *answer = ask (self, column, name);
  const Person *known = g_hash_table_lookup (self->run->people, folded);

  if (known == NULL)
    {
      Person found = { 0, FALSE };

      if (!take_answer (self->run, answer, name, &found, error))
        return FALSE;
      known = g_memdup2 (&found, sizeof found);
      g_hash_table_insert (self->run->people, g_steal_pointer (&folded), (gpointer) known);
    }
  *person = *known;
  return TRUE;
}

static gboolean
holds (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* @keep: whether the cell's text is kept elsewhere, so that an unknown name is not lost */
static gboolean
resolve_all (
    FollowActionFill *self, const char *field, FollowImportPeople *people, gboolean keep, GError **error)
{
  const FollowImportField *column = follow_import_table_find (self->entry->table, "action", field);

  for (guint i = 0; i < people->several->len; i++)
    {
      const char *name = g_ptr_array_index (people->several, i);
      g_autofree char *shown = follow_words_quote (name);

      follow_action_fill_remark (
          self, field, FOLLOW_SEVERITY_WARNING,
          g_strdup_printf (_ ("“%s” is the name of several records: kept as written, linked to none."),
                           shown));
      if (!keep)
        follow_import_entry_add_to_note (self->entry, follow_field_get_label (column->field), name);
    }
  for (guint i = 0; i < people->unknown->len; i++)
    {
      const char *name = g_ptr_array_index (people->unknown, i);
      Person person;

      if (!resolve (self, column, name, &person, error))
        return FALSE;
      if (person.id == 0 && !keep)
        follow_import_entry_add_to_note (self->entry, follow_field_get_label (column->field), name);
      if (person.id != 0 && !holds (person.is_agency ? people->agencies : people->leads, person.id))
        g_array_append_val (person.is_agency ? people->agencies : people->leads, person.id);
    }
  return TRUE;
}

static void
set_links (FollowRecord *action, const char *field, const GArray *ids)
{
  g_autoptr (FollowValue) value =
      follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);

  if (value != NULL)
    follow_record_set (action, field, value);
}

static gboolean
fill_responsibility (FollowActionFill *self, GError **error)
{
  const char *text = follow_action_fill_get (self, "leads");
  g_autofree char *printed = follow_plan_responsibility (self->run->reg, self->action);
  g_autoptr (FollowImportPeople) people = NULL;

  if (text == NULL || follow_words_say_the_same (text, printed))
    return TRUE;
  people = follow_import_names_read (self->run->names, text);
  if (!resolve_all (self, "leads", people, TRUE, error))
    return FALSE;
  follow_record_set_text (self->action, "lead_as_written", text);
  set_links (self->action, "leads", people->leads);
  set_links (self->action, "agencies", people->agencies);
  return TRUE;
}

/* A column of agencies has nothing to keep a name in that is not known: it goes into a note. */
static gboolean
fill_agencies (FollowActionFill *self, GError **error)
{
  const char *text = follow_action_fill_get (self, "agencies");
  g_autoptr (FollowImportPeople) people = NULL;

  if (text == NULL)
    return TRUE;
  people = follow_import_names_read (self->run->names, text);
  if (!resolve_all (self, "agencies", people, FALSE, error))
    return FALSE;
  set_links (self->action, "agencies", people->agencies);
  if (people->leads->len > 0 && follow_action_fill_get (self, "leads") == NULL)
    set_links (self->action, "leads", people->leads);
  return TRUE;
}

gboolean
follow_action_fill_people (FollowActionFill *self, GError **error)
{
  return fill_responsibility (self, error) && fill_agencies (self, error);
}

gboolean
follow_action_fill_programme (FollowActionFill *self, GError **error)
{
  FollowImportRun *run = self->run;
  const char *text = follow_action_fill_get (self, "programme");
  g_autofree char *folded = follow_plan_fold (text);
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (text);
  g_autoptr (FollowRecord) programme = NULL;
  const gint64 *known;

  if (text == NULL)
    return TRUE;
  if (follow_words_are_open (text))
    {
      follow_import_run_leave_out (run, self->entry, "action", "programme",
                                   _ ("The cell names no programme yet."));
      return TRUE;
    }
  if ((known = g_hash_table_lookup (run->programmes, folded)) == NULL)
    {
      g_autofree char *name = NULL;
      gint64 id;

      g_ptr_array_add (lines, NULL);
      name = g_strjoinv (" ", (char **) lines->pdata);
      programme = follow_record_new (follow_kind_find ("programme"), 0);
      follow_record_set_text (programme, "name", name);
      if (!follow_import_run_settle (run, programme, error))
        return FALSE;
      id = follow_record_get_id (programme);
      known = g_memdup2 (&id, sizeof id);
      g_hash_table_insert (run->programmes, g_steal_pointer (&folded), (gpointer) known);
    }
  follow_record_set_link (self->action, "programme", *known);
  return TRUE;
}
