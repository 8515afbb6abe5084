/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-example-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"

/* How far inside of others a record can be. */
#define DEEPEST 2

/* Reads one file of the example. data/example/README.md says how they are written. */
typedef struct
{
  const char *name;
  guint line;
  FollowExampleSource *source;
  FollowExampleStep made;                  /* the step of the records that follow */
  FollowExampleEntry *owners[DEEPEST + 1]; /* the record that is being read, and those it is inside of */
  FollowExampleEntry *entry;               /* the innermost of them */
  guint n_children;                        /* that have no key of their own */
} Reader;

static void
clear_step (FollowExampleStep *step)
{
  g_clear_pointer (&step->at, g_free);
  g_clear_pointer (&step->who, g_free);
  g_clear_pointer (&step->what, g_free);
}

static void
set_free (gpointer data)
{
  FollowExampleSet *set = data;

  g_free (set->text);
  g_free (set);
}

static void
entry_free (gpointer data)
{
  FollowExampleEntry *entry = data;

  clear_step (&entry->step);
  g_free (entry->key);
  g_free (entry->parent);
  g_free (entry->place);
  g_ptr_array_unref (entry->set);
  g_free (entry);
}

static gboolean
refuse (Reader *reader, const char *why, GError **error)
{
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, "%s:%u: %s", reader->name, reader->line, why);
  return FALSE;
}

static FollowExampleEntry *
add_entry (Reader *reader, const FollowExampleStep *step, const FollowKind *kind, char *key)
{
  FollowExampleEntry *entry = g_new0 (FollowExampleEntry, 1);

  entry->step = (FollowExampleStep){ g_strdup (step->at), g_strdup (step->who), g_strdup (step->what) };
  entry->kind = kind;
  entry->key = key;
  entry->set = g_ptr_array_new_with_free_func (set_free);
  entry->place = g_strdup_printf ("%s:%u", reader->name, reader->line);
  g_ptr_array_add (reader->source->entries, entry);
  return entry;
}

/* "2026-06-11 11:18 Lead Officer: what they were doing" */
static gboolean
read_step (Reader *reader, const char *text, FollowExampleStep *step, GError **error)
{
  const gsize length = strlen ("YYYY-MM-DD HH:MM");
  g_autofree char *day = g_strndup (text, strlen ("YYYY-MM-DD"));
  g_auto (GStrv) rest = NULL;

  clear_step (step);
  if (!follow_date_is_valid (day) || strlen (text) < length + 2 || text[length] != ' ')
    return refuse (reader, _ ("A day, a time and a person are expected here."), error);
  rest = g_strsplit (text + length + 1, ": ", 2);
  step->at = g_strndup (text, length);
  step->who = g_strdup (rest[0]);
  step->what = g_strdup (rest[1]);
  return TRUE;
}

/* @depth: 0 for a record that is inside of none */
static const FollowKind *
read_kind (Reader *reader, const char *name, guint depth, GError **error)
{
  const FollowKind *kind = follow_kind_find (name);
  const FollowExampleEntry *owner = depth > 0 ? reader->owners[depth - 1] : NULL;

  if (kind != NULL && g_strcmp0 (kind->parent, owner != NULL ? owner->kind->name : NULL) == 0)
    return kind;
  refuse (reader, _ ("No such kind of record stands here."), error);
  return NULL;
}

static void
set_entry (Reader *reader, guint depth, FollowExampleEntry *entry)
{
  reader->owners[depth] = reader->entry = entry;
  for (guint i = depth + 1; i <= DEEPEST; i++)
    reader->owners[i] = NULL;
}

/* "[action 12]" */
static gboolean
read_record (Reader *reader, const char *line, GError **error)
{
  g_autofree char *inside = g_strndup (line + 1, strlen (line) - 2);
  g_auto (GStrv) words = g_strsplit (inside, " ", 2);
  const FollowKind *kind;

  if (!g_str_has_suffix (line, "]") || words[0] == NULL || words[1] == NULL || reader->made.at == NULL)
    return refuse (reader, _ ("A kind and a key in brackets are expected, after a line “made”."), error);
  if ((kind = read_kind (reader, words[0], 0, error)) == NULL)
    return FALSE;
  set_entry (reader, 0, add_entry (reader, &reader->made, kind, g_strdup (words[1])));
  reader->n_children = 0;
  return TRUE;
}

/* "+ milestone agree"; the key may be missing when nothing else speaks of it. "++" is inside of that. */
static gboolean
read_child (Reader *reader, const char *line, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  guint depth = strlen (words[0]);
  g_autofree char *number = NULL;
  const FollowKind *kind = NULL;
  FollowExampleEntry *owner;

  if (depth <= DEEPEST && (owner = reader->owners[depth - 1]) != NULL)
    kind = read_kind (reader, words[1] != NULL ? words[1] : "", depth, error);
  else
    refuse (reader, _ ("There is no record that this one could be inside of."), error);
  if (kind == NULL)
    return FALSE;
  number = g_strdup_printf ("#%u", ++reader->n_children);
  set_entry (reader, depth,
             add_entry (reader, &reader->owners[0]->step, kind,
                        g_strconcat (owner->key, "/", words[2] != NULL ? words[2] : number, NULL)));
  reader->entry->parent = g_strdup (owner->key);
  return TRUE;
}

/* "at …": what happened to the record later */
static gboolean
read_later (Reader *reader, const char *text, GError **error)
{
  FollowExampleStep step = { 0 };
  const FollowExampleEntry *top = reader->owners[0];
  gboolean ok = top != NULL ? read_step (reader, text, &step, error)
                            : refuse (reader, _ ("There is no record yet."), error);

  if (ok)
    set_entry (reader, 0, add_entry (reader, &step, top->kind, g_strdup (top->key)));
  clear_step (&step);
  return ok;
}

/* "field: text" */
static gboolean
read_field (Reader *reader, const char *line, GError **error)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = colon != NULL ? g_strndup (line, colon - line) : NULL;
  const FollowField *field =
      name != NULL && reader->entry != NULL ? follow_kind_find_field (reader->entry->kind, name) : NULL;
  FollowExampleSet *set;

  if (field == NULL || field->flags & FOLLOW_FIELD_COMPUTED)
    return refuse (reader, _ ("The record has no such field."), error);
  set = g_new0 (FollowExampleSet, 1);
  set->field = field;
  set->text = g_strdup (colon[1] == ' ' ? colon + 2 : "");
  g_ptr_array_add (reader->entry->set, set);
  return TRUE;
}

/* An indented line runs on; with a bar it is a line of its own. */
static gboolean
read_more (Reader *reader, const char *line, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  FollowExampleSet *set = NULL;
  gboolean own = *text == '|';
  char *joined;

  if (reader->entry != NULL && reader->entry->set->len > 0)
    set = g_ptr_array_index (reader->entry->set, reader->entry->set->len - 1);
  if (set == NULL)
    return refuse (reader, _ ("There is no text to go on with."), error);
  joined = g_strconcat (set->text,
                        *set->text == '\0' ? ""
                        : own              ? "\n"
                                           : " ",
                        own ? g_strchug (text + 1) : text, NULL);
  g_free (set->text);
  set->text = joined;
  return TRUE;
}

static gboolean
read_line (Reader *reader, const char *line, GError **error)
{
  if (*line == '\0' || *line == '#')
    return TRUE;
  if (*line == ' ')
    return read_more (reader, line, error);
  if (*line == '[')
    return read_record (reader, line, error);
  if (*line == '+')
    return read_child (reader, line, error);
  if (g_str_has_prefix (line, "at "))
    return read_later (reader, line + strlen ("at "), error);
  if (g_str_has_prefix (line, "made "))
    {
      set_entry (reader, 0, NULL);
      return read_step (reader, line + strlen ("made "), &reader->made, error);
    }
  if (g_str_has_prefix (line, "told on "))
    {
      g_free (reader->source->told_on);
      reader->source->told_on = g_strdup (line + strlen ("told on "));
      return follow_date_is_valid (reader->source->told_on) ||
             refuse (reader, _ ("A day is expected here."), error);
    }
  if (g_str_equal (line, "bin") && reader->entry != NULL)
    return reader->entry->bin = TRUE;
  return read_field (reader, line, error);
}

/**
 * follow_example_source_read:
 * @name: the file's name, for messages
 * @text: what it holds
 *
 * Returns: (transfer full) (nullable): what the file says; %NULL with %FOLLOW_ERROR_INVALID, naming
 *   the line, when it cannot be read
 */
FollowExampleSource *
follow_example_source_read (const char *name, const char *text, GError **error)
{
  g_autoptr (FollowExampleSource) source = g_new0 (FollowExampleSource, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = { .name = name, .source = source };
  gboolean ok = TRUE;

  source->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; ok && lines[i] != NULL; i++)
    {
      reader.line = i + 1;
      ok = read_line (&reader, g_strchomp (lines[i]), error);
    }
  clear_step (&reader.made);
  if (ok && source->told_on == NULL)
    ok = refuse (&reader, _ ("The file does not say which day it is told on."), error);
  return ok ? g_steal_pointer (&source) : NULL;
}

void
follow_example_source_free (FollowExampleSource *source)
{
  g_clear_pointer (&source->entries, g_ptr_array_unref);
  g_free (source->told_on);
  g_free (source);
}
