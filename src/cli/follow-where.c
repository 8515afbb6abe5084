/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-where.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-find.h"
#include "follow-words.h"

/* What a condition means, taken apart. */
typedef struct
{
  char *name;
  FollowTest test;
  const char *value; /* not owned; "" asks for what is empty */
} Condition;

static gboolean
take_apart (const char *text, Condition *condition, GError **error)
{
  gsize length = strcspn (text, "=!<>");
  const char *sign = text + length;

  condition->test = *sign == '!'   ? FOLLOW_TEST_IS_NOT
                    : *sign == '<' ? FOLLOW_TEST_UP_TO
                    : *sign == '>' ? FOLLOW_TEST_FROM
                                   : FOLLOW_TEST_IS;
  if (condition->test != FOLLOW_TEST_IS && *sign != '\0')
    sign++;
  if (*sign != '=' || length == 0)
    {
      g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                   _ ("“%s” is no condition; write --where FIELD=VALUE, as in --where status=complete."),
                   text);
      return FALSE;
    }
  condition->name = g_strstrip (g_strndup (text, length));
  condition->value = sign + 1;
  return TRUE;
}

static gboolean
refuse_choice (const FollowField *field, const char *value, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *problem = NULL;

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    g_ptr_array_add (ids, (gpointer) choice->id);
  g_ptr_array_add (ids, NULL);
  /* Translators: follows a word that is wrong; the name of a field */
  problem = g_strdup_printf (_ ("is not a value of %s"), field->name);
  return follow_words_refuse (problem, value, (const char *const *) ids->pdata, error);
}

static gboolean
refuse_value (const FollowField *field, const char *value, GError **error)
{
  static const struct
  {
    FollowFieldType type;
    const char *wanted;
  } forms[] = {
    { FOLLOW_FIELD_DATE, N_ ("a day as YYYY-MM-DD") },
    { FOLLOW_FIELD_BOOLEAN, N_ ("yes or no") },
    { FOLLOW_FIELD_INTEGER, N_ ("a whole number") },
    { FOLLOW_FIELD_NUMBER, N_ ("a number") },
  };

  if (field->type == FOLLOW_FIELD_CHOICE)
    return refuse_choice (field, value, error);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].type == field->type)
      g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                   /* Translators: a wrong value, a field's name, what it takes ("a whole number") */
                   _ ("“%s” cannot be the value of %s, which takes %s."), value, field->name,
                   _ (forms[i].wanted));
  return FALSE;
}

/* Adds every record the words may mean; several of them are alternatives. */
static gboolean
add_link (FollowRegister *reg,
          FollowQuery *query,
          const FollowField *field,
          const Condition *condition,
          GError **error)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  g_autoptr (GArray) best = NULL;
  guint best_fit = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (FollowQuery) among = follow_query_new (follow_kind_find (kinds[i]));
      guint fit = 0;
      g_autoptr (GArray) ids = follow_find_records (reg, among, condition->value, &fit, error);

      if (ids == NULL)
        return FALSE;
      if (fit > best_fit)
        g_clear_pointer (&best, g_array_unref);
      if (fit == 0 || fit < best_fit)
        continue;
      best_fit = fit;
      if (best == NULL)
        best = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (best, ids->data, ids->len);
    }
  for (guint i = 0; best != NULL && i < best->len; i++)
    follow_query_add_id (query, field->name, condition->test, g_array_index (best, gint64, i));
  if (best == NULL)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                 /* Translators: the name of a field, then a title */
                 _ ("No record that %s can link to is called “%s”; look at its list for the title."),
                 field->name, condition->value);
  return best != NULL;
}

static gboolean
add_parent (FollowRegister *reg, FollowQuery *query, const Condition *condition, GError **error)
{
  const FollowKind *parent = follow_kind_find (follow_query_get_kind (query)->parent);
  g_autoptr (FollowQuery) among = follow_query_new (parent);
  gint64 id = 0;

  if (condition->test != FOLLOW_TEST_IS || *condition->value == '\0')
    {
      g_set_error (error, FOLLOW_USAGE_ERROR, 0, _ ("--where %s wants the title of a record: %s=TITLE."),
                   parent->name, parent->name);
      return FALSE;
    }
  if ((id = follow_find_record (reg, among, condition->value, error)) == 0)
    return FALSE;
  follow_query_set_parent (query, id);
  return TRUE;
}

static gboolean
check_test (const FollowField *field, const Condition *condition, GError **error)
{
  gboolean compares = condition->test == FOLLOW_TEST_UP_TO || condition->test == FOLLOW_TEST_FROM;
  gboolean has_order = field->type == FOLLOW_FIELD_DATE || field->type == FOLLOW_FIELD_INTEGER ||
                       field->type == FOLLOW_FIELD_NUMBER;

  if (!compares || (has_order && *condition->value != '\0'))
    return TRUE;
  g_set_error (error, FOLLOW_USAGE_ERROR, 0,
               _ ("%s cannot be compared with <= or >=, only days and numbers can; write %s=VALUE."),
               field->name, field->name);
  return FALSE;
}

static gboolean
add_field (FollowRegister *reg,
           FollowQuery *query,
           const FollowField *field,
           const Condition *condition,
           GError **error)
{
  g_autoptr (FollowValue) value = NULL;

  if (!check_test (field, condition, error))
    return FALSE;
  if (*condition->value == '\0')
    {
      follow_query_add (query, field->name,
                        condition->test == FOLLOW_TEST_IS ? FOLLOW_TEST_EMPTY : FOLLOW_TEST_NOT_EMPTY, NULL);
      return TRUE;
    }
  if (follow_field_is_link (field))
    return add_link (reg, query, field, condition, error);
  if ((value = follow_field_read (field, condition->value, NULL)) == NULL)
    return refuse_value (field, condition->value, error);
  follow_query_add (query, field->name, condition->test, value);
  return TRUE;
}

/**
 * follow_where_add:
 * @condition: FIELD=VALUE, as the command line has it
 *
 * Adds a condition: a choice by its id or its words, a link by a number or title, FIELD= for what
 * is empty, FIELD!=VALUE for what is not so. Records inside of others know the name of the kind they
 * belong to as a field too.
 */
gboolean
follow_where_add (FollowRegister *reg, FollowQuery *query, const char *condition, GError **error)
{
  const FollowKind *kind = follow_query_get_kind (query);
  const FollowField *field;
  Condition parts = { NULL };
  g_autofree char *name = NULL;

  if (!take_apart (condition, &parts, error))
    return FALSE;
  name = parts.name;
  if (g_strcmp0 (kind->parent, name) == 0)
    return add_parent (reg, query, &parts, error);
  if ((field = follow_words_find_field (kind, name, error)) == NULL)
    return FALSE;
  return add_field (reg, query, field, &parts, error);
}

gboolean
follow_where_add_all (FollowCall *call, FollowRegister *reg, FollowQuery *query, GError **error)
{
  const char *const *conditions = follow_call_get_values (call, "where");

  for (guint i = 0; conditions[i] != NULL; i++)
    if (!follow_where_add (reg, query, conditions[i], error))
      return FALSE;
  return TRUE;
}

/**
 * follow_where_set_sort:
 * @sort: (nullable): a field, with "-" in front for the other way round
 */
gboolean
follow_where_set_sort (FollowQuery *query, const char *sort, GError **error)
{
  gboolean descending = sort != NULL && *sort == '-';
  const FollowField *field;

  if (sort == NULL)
    return TRUE;
  field = follow_words_find_field (follow_query_get_kind (query), sort + descending, error);
  if (field == NULL)
    return FALSE;
  follow_query_set_sort (query, field->name, descending);
  return TRUE;
}

/**
 * follow_where_advise:
 * @problem: (transfer full): is passed on, with @advice added when several records fit
 * @advice: a sentence
 */
void
follow_where_advise (GError *problem, const char *advice, GError **error)
{
  if (g_error_matches (problem, FOLLOW_ERROR, FOLLOW_ERROR_AMBIGUOUS))
    {
      g_autofree char *message = g_steal_pointer (&problem->message);

      problem->message = g_strdup_printf ("%s %s", message, advice);
    }
  g_propagate_error (error, problem);
}

/**
 * follow_where_find:
 * @first_word: where KIND stands in the call; REF follows it
 *
 * Returns: (transfer full) (nullable): the record that KIND and REF name
 */
FollowRecord *
follow_where_find (FollowCall *call, FollowRegister *reg, guint first_word, GError **error)
{
  const FollowKind *kind = follow_words_find_kind (follow_call_get_word (call, first_word), error);
  g_autoptr (FollowQuery) among = NULL;
  g_autoptr (GError) problem = NULL;
  gint64 id;

  if (kind == NULL)
    return NULL;
  among = follow_query_new (kind);
  if (!follow_where_add_all (call, reg, among, error))
    return NULL;
  id = follow_find_record (reg, among, follow_call_get_word (call, first_word + 1), &problem);
  if (id != 0)
    return follow_register_get (reg, kind, id, error);
  follow_where_advise (g_steal_pointer (&problem),
                       _ ("Give more of the title, or say which with --where FIELD=VALUE."), error);
  return NULL;
}
