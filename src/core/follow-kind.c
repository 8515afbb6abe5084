/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kind.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-kinds-private.h"

/* Every kind of the program; a child stands after its parent. */
static const FollowKind *const kinds[] = {
  &follow_kind_organisation,  &follow_kind_person,        &follow_kind_group,
  &follow_kind_membership,    &follow_kind_theme,         &follow_kind_programme,
  &follow_kind_scale,         &follow_kind_grade,         &follow_kind_indicator,
  &follow_kind_inspection,    &follow_kind_evaluation,    &follow_kind_finding,
  &follow_kind_plan,          &follow_kind_section,       &follow_kind_action,
  &follow_kind_milestone,     &follow_kind_progress_note, &follow_kind_timescale_change,
  &follow_kind_evidence,      &follow_kind_update_round,  &follow_kind_update_sheet,
  &follow_kind_update_answer,
};

const FollowKind *const *
follow_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * follow_kind_find:
 * @name: (nullable): a name as scripts use it: "action"
 *
 * Returns: (nullable): the kind
 */
const FollowKind *
follow_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}

guint
follow_kind_get_index (const FollowKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return i;
  g_return_val_if_reached (0);
}

int
follow_kind_find_field_index (const FollowKind *kind, const char *name)
{
  for (guint i = 0; name != NULL && i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return i;
  return -1;
}

const FollowField *
follow_kind_find_field (const FollowKind *kind, const char *name)
{
  int index = follow_kind_find_field_index (kind, name);

  return index >= 0 ? &kind->fields[index] : NULL;
}

/**
 * follow_kind_find_notified:
 * @pspec: what a handler of a record's notify was called with
 *
 * Returns: (nullable): the field it stands for; GObject writes "short-name" for "short_name"
 */
const FollowField *
follow_kind_find_notified (const FollowKind *kind, GParamSpec *pspec)
{
  g_autofree char *name = g_strdelimit (g_strdup (g_param_spec_get_name (pspec)), "-", '_');

  return follow_kind_find_field (kind, name);
}

const char *
follow_kind_get_label (const FollowKind *kind)
{
  return _ (kind->label);
}

const char *
follow_kind_get_plural (const FollowKind *kind)
{
  return _ (kind->plural);
}

const char *
follow_field_get_label (const FollowField *field)
{
  return _ (field->label);
}

FollowValueType
follow_field_get_value_type (const FollowField *field)
{
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
    case FOLLOW_FIELD_BOOLEAN:
      return FOLLOW_VALUE_INTEGER;
    case FOLLOW_FIELD_NUMBER:
      return FOLLOW_VALUE_NUMBER;
    case FOLLOW_FIELD_TIMESCALE:
      return FOLLOW_VALUE_TIMESCALE;
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
      return FOLLOW_VALUE_LINKS;
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_DATE:
    case FOLLOW_FIELD_CHOICE:
    default:
      return FOLLOW_VALUE_TEXT;
    }
}

const FollowChoice *
follow_field_find_choice (const FollowField *field, const char *id)
{
  for (const FollowChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, id) == 0)
      return choice;
  return NULL;
}

/**
 * follow_field_get_choice_label:
 *
 * Returns: (nullable): the words for the choice @id; the id itself when a newer version added it
 */
const char *
follow_field_get_choice_label (const FollowField *field, const char *id)
{
  const FollowChoice *choice = follow_field_find_choice (field, id);

  return choice != NULL ? _ (choice->label) : id;
}

gboolean
follow_field_is_link (const FollowField *field)
{
  return field->type == FOLLOW_FIELD_LINK || field->type == FOLLOW_FIELD_LINKS;
}

gboolean
follow_field_links_to (const FollowField *field, const char *kind)
{
  g_auto (GStrv) names = g_strsplit (field->links_to != NULL ? field->links_to : "", " ", -1);

  return g_strv_contains ((const char *const *) names, kind);
}

/* Whether it has a field that links to several records. */
gboolean
follow_kind_has_links (const FollowKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FOLLOW_FIELD_LINKS)
      return TRUE;
  return FALSE;
}

/* Whether people type free text into it, which the search then finds. */
gboolean
follow_field_is_text (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_COMPUTED) &&
         (field->type == FOLLOW_FIELD_TEXT || field->type == FOLLOW_FIELD_LONG_TEXT ||
          field->type == FOLLOW_FIELD_TIMESCALE);
}

static gboolean
refuse (const FollowField *field, const char *reason, GError **error)
{
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
               /* Translators: the name of a field, then what is wrong with it */
               _ ("“%s” %s."), follow_field_get_label (field), reason);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_missing (const FollowValue *value)
{
  const char *text = follow_value_get_text (value);

  return value == NULL || (text != NULL && is_blank (text));
}

/**
 * follow_field_check:
 * @value: (nullable): a value of the field's type
 *
 * Returns: whether @value may be saved; if not, @error is a sentence for the user
 */
gboolean
follow_field_check (const FollowField *field, const FollowValue *value, GError **error)
{
  gint64 number = follow_value_get_integer (value);
  guint n_links;

  if (field->flags & FOLLOW_FIELD_REQUIRED && is_missing (value))
    return refuse (field, _ ("is missing"), error);
  if (value == NULL)
    return TRUE;
  if (follow_value_get_value_type (value) != follow_field_get_value_type (field))
    return refuse (field, _ ("holds another type of value"), error);

  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      if (field->min != field->max && (number < field->min || number > field->max))
        return refuse (field, _ ("is too small or too large"), error);
      return TRUE;
    case FOLLOW_FIELD_BOOLEAN:
      return number == 0 || number == 1 || refuse (field, _ ("is neither yes nor no"), error);
    case FOLLOW_FIELD_DATE:
      return follow_date_is_valid (follow_value_get_text (value)) ||
             refuse (field, _ ("is not a day"), error);
    case FOLLOW_FIELD_CHOICE:
      return follow_field_find_choice (field, follow_value_get_text (value)) != NULL ||
             refuse (field, _ ("is not one of its choices"), error);
    case FOLLOW_FIELD_LINK:
      follow_value_get_links (value, &n_links);
      return n_links == 1 || refuse (field, _ ("holds more than one record"), error);
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_NUMBER:
    case FOLLOW_FIELD_TIMESCALE:
    case FOLLOW_FIELD_LINKS:
    default:
      return TRUE;
    }
}

/* Case does not matter, nor in which of Unicode's ways an accent is written. @text is valid and has
 * no blanks around it. */
static gboolean
same_words (const char *words, const char *text)
{
  g_autofree char *normal_words = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *normal_text = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded_words = g_utf8_casefold (normal_words, -1);
  g_autofree char *folded_text = g_utf8_casefold (normal_text, -1);

  return g_str_equal (folded_words, folded_text);
}

static FollowValue *
read_choice (const FollowField *field, const char *text)
{
  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    if (same_words (choice->id, text) || same_words (_ (choice->label), text) ||
        same_words (choice->label, text))
      return follow_value_new_text (choice->id);
  return NULL;
}

static FollowValue *
read_integer (const char *text)
{
  char *end = NULL;
  gint64 number;

  errno = 0;
  number = g_ascii_strtoll (text, &end, 10);
  return end == text || *end != '\0' || errno != 0 ? NULL : follow_value_new_integer (number);
}

static FollowValue *
read_number (const char *text)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  return end == text || *end != '\0' || !isfinite (number) ? NULL : follow_value_new_number (number);
}

static FollowValue *
read_boolean (const char *text)
{
  if (same_words (text, "1") || same_words (text, "yes") || same_words (text, _ ("Yes")) ||
      same_words (text, "true"))
    return follow_value_new_integer (1);
  if (same_words (text, "0") || same_words (text, "no") || same_words (text, _ ("No")) ||
      same_words (text, "false"))
    return follow_value_new_integer (0);
  return NULL;
}

static FollowValue *
read_date (const char *text)
{
  g_autofree char *day = follow_date_parse (text);

  return follow_value_new_text (day);
}

static FollowValue *
read_timescale (const char *text)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (text);

  return follow_value_new_timescale (timescale);
}

/* @text: valid, and without blanks around it */
static FollowValue *
read_word (const FollowField *field, const char *text)
{
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      return read_integer (text);
    case FOLLOW_FIELD_NUMBER:
      return read_number (text);
    case FOLLOW_FIELD_BOOLEAN:
      return read_boolean (text);
    case FOLLOW_FIELD_DATE:
      return read_date (text);
    case FOLLOW_FIELD_CHOICE:
      return read_choice (field, text);
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_TIMESCALE:
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * follow_field_read:
 * @field: any field but a link
 * @text: (nullable): a value as a person writes it
 *
 * Reads @text as a value of the field: a choice by its id or its words, a day in any British form.
 * Text and timescales are kept as written; around anything else blanks do not matter.
 *
 * Returns: (transfer full) (nullable): the value; %NULL without @error when @text is empty, %NULL
 *   with %FOLLOW_ERROR_INVALID when it cannot be read
 */
FollowValue *
follow_field_read (const FollowField *field, const char *text, GError **error)
{
  g_autofree char *word = NULL;
  FollowValue *value;

  if (text == NULL || *text == '\0')
    return NULL;
  if (field->type == FOLLOW_FIELD_TEXT || field->type == FOLLOW_FIELD_LONG_TEXT)
    return follow_value_new_text (text);
  if (field->type == FOLLOW_FIELD_TIMESCALE)
    return read_timescale (text);
  word = g_strstrip (g_utf8_make_valid (text, -1));
  if (is_blank (word))
    return NULL;
  if ((value = read_word (field, word)) == NULL)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                 /* Translators: the value a user gave, then the name of a field */
                 _ ("“%s” cannot be read as “%s”."), word, follow_field_get_label (field));
  return value;
}

/**
 * follow_field_format:
 * @field: any field but a link, whose titles only the register knows
 * @value: (nullable): a value
 *
 * Returns: (transfer full) (nullable): @value as it is shown to people, %NULL when empty
 */
char *
follow_field_format (const FollowField *field, const FollowValue *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL)
    return NULL;
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, follow_value_get_integer (value));
    case FOLLOW_FIELD_NUMBER:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%.10g", follow_value_get_number (value)));
    case FOLLOW_FIELD_BOOLEAN:
      return g_strdup (follow_value_get_integer (value) != 0 ? _ ("Yes") : _ ("No"));
    case FOLLOW_FIELD_DATE:
      return follow_date_format_short (follow_value_get_text (value));
    case FOLLOW_FIELD_CHOICE:
      return g_strdup (follow_field_get_choice_label (field, follow_value_get_text (value)));
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_TIMESCALE:
      return g_strdup (follow_value_get_text (value));
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
    default:
      g_return_val_if_reached (NULL);
    }
}
