/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-query.h"

#include <string.h>

#include "follow-register-private.h"

typedef struct
{
  const FollowField *field;
  FollowTest test;
  FollowValue *value; /* owned, may be NULL */
  gboolean alone;     /* must hold beside others of the same field */
} Condition;

struct _FollowQuery
{
  const FollowKind *kind;
  gint64 parent_id;
  gboolean removed;
  char *text;
  GArray *conditions;
  const FollowField *sort; /* NULL: the kind's own order */
  gboolean descending;
  guint limit; /* 0: all */
};

static void
clear_condition (gpointer data)
{
  Condition *condition = data;

  g_clear_pointer (&condition->value, follow_value_unref);
}

FollowQuery *
follow_query_new (const FollowKind *kind)
{
  FollowQuery *self = g_new0 (FollowQuery, 1);

  self->kind = kind;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, clear_condition);
  return self;
}

FollowQuery *
follow_query_copy (const FollowQuery *self)
{
  FollowQuery *copy = follow_query_new (self->kind);

  copy->parent_id = self->parent_id;
  copy->removed = self->removed;
  copy->text = g_strdup (self->text);
  copy->sort = self->sort;
  copy->descending = self->descending;
  copy->limit = self->limit;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      follow_query_add (copy, condition->field->name, condition->test, condition->value);
      g_array_index (copy->conditions, Condition, i).alone = condition->alone;
    }
  return copy;
}

void
follow_query_free (FollowQuery *self)
{
  g_array_unref (self->conditions);
  g_free (self->text);
  g_free (self);
}

const FollowKind *
follow_query_get_kind (const FollowQuery *self)
{
  return self->kind;
}

/**
 * follow_query_set_parent:
 * @parent_id: only records edited inside of this one; 0 for all
 */
void
follow_query_set_parent (FollowQuery *self, gint64 parent_id)
{
  self->parent_id = parent_id;
}

/**
 * follow_query_set_removed:
 * @removed: %TRUE to list the recycle bin in place of the register
 */
void
follow_query_set_removed (FollowQuery *self, gboolean removed)
{
  self->removed = removed;
}

/**
 * follow_query_set_text:
 * @text: (nullable): words, each of which must begin a word of the record, of a record inside it or
 *   of one it links to
 */
void
follow_query_set_text (FollowQuery *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  g_free (self->text);
  self->text = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

const char *
follow_query_get_text (const FollowQuery *self)
{
  return self->text;
}

/**
 * follow_query_add:
 * @field: the name of a field of the kind, computed ones too
 * @value: (nullable): what it is compared with; %NULL for the tests for emptiness
 *
 * Asks for records that pass the test too. Several tests of one field for being something are
 * alternatives; all others must hold together.
 */
void
follow_query_add (FollowQuery *self, const char *field, FollowTest test, FollowValue *value)
{
  Condition condition = { follow_kind_find_field (self->kind, field), test, NULL };

  g_return_if_fail (condition.field != NULL);

  if (value != NULL)
    condition.value = follow_value_ref (value);
  g_array_append_val (self->conditions, condition);
}

/**
 * follow_query_narrow:
 *
 * As follow_query_add() for being something, but never an alternative to another test of @field.
 */
void
follow_query_narrow (FollowQuery *self, const char *field, FollowValue *value)
{
  follow_query_add (self, field, FOLLOW_TEST_IS, value);
  g_array_index (self->conditions, Condition, self->conditions->len - 1).alone = TRUE;
}

void
follow_query_add_text (FollowQuery *self, const char *field, FollowTest test, const char *text)
{
  g_autoptr (FollowValue) value = follow_value_new_text (text);

  follow_query_add (self, field, test, value);
}

void
follow_query_add_id (FollowQuery *self, const char *field, FollowTest test, gint64 id)
{
  g_autoptr (FollowValue) value = follow_value_new_links (&id, 1);

  follow_query_add (self, field, test, value);
}

void
follow_query_clear_tests (FollowQuery *self)
{
  g_array_set_size (self->conditions, 0);
}

/**
 * follow_query_set_sort:
 * @field: (nullable): the name of a field; %NULL for the kind's own order
 */
void
follow_query_set_sort (FollowQuery *self, const char *field, gboolean descending)
{
  self->sort = field != NULL ? follow_kind_find_field (self->kind, field) : NULL;
  self->descending = descending;
}

/**
 * follow_query_set_limit:
 * @limit: how many records a list holds at most, its first; 0 for all. Counts are of all.
 */
void
follow_query_set_limit (FollowQuery *self, guint limit)
{
  self->limit = limit;
}

guint
follow_query_get_limit (const FollowQuery *self)
{
  return self->limit;
}

static char *
field_sql (const FollowKind *kind, const FollowField *field)
{
  if (field->flags & FOLLOW_FIELD_COMPUTED)
    return g_strdup_printf ("(%s)", follow_computed_sql (kind, field));
  return g_strdup_printf ("t.\"%s\"", field->name);
}

#define LABEL "coalesce (r.number || ' ', '') || r.title"

/* What a list is ordered by: as people expect it of the field's type, never the raw ids. */
static char *
sort_sql (const FollowKind *kind, const FollowField *field)
{
  g_autofree char *sql = field_sql (kind, field);
  g_autoptr (GString) order = NULL;

  switch (field->type)
    {
    case FOLLOW_FIELD_CHOICE:
      order = g_string_new (NULL);
      g_string_append_printf (order, "CASE %s", sql);
      for (guint i = 0; field->choices[i].id != NULL; i++)
        g_string_append_printf (order, " WHEN '%s' THEN %u", field->choices[i].id, i);
      g_string_append (order, " END");
      return g_string_free (g_steal_pointer (&order), FALSE);
    case FOLLOW_FIELD_LINK:
      return g_strdup_printf ("follow_sort_key ((SELECT " LABEL " FROM record r WHERE r.id = %s))", sql);
    case FOLLOW_FIELD_LINKS:
      return g_strdup_printf ("follow_sort_key ((SELECT " LABEL
                              " FROM link l JOIN record r ON r.id = l.to_id "
                              "WHERE l.from_id = t.id AND l.field = '%s' ORDER BY l.position LIMIT 1))",
                              field->name);
    case FOLLOW_FIELD_TIMESCALE:
      return g_strdup_printf ("t.\"%s_last\"", field->name);
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
      return g_strdup_printf ("follow_sort_key (%s)", sql);
    case FOLLOW_FIELD_INTEGER:
    case FOLLOW_FIELD_NUMBER:
    case FOLLOW_FIELD_BOOLEAN:
    case FOLLOW_FIELD_DATE:
    default:
      return g_steal_pointer (&sql);
    }
}

static void
append_order (const FollowQuery *self, GString *sql)
{
  g_auto (GStrv) names = g_strsplit (self->kind->order, " ", -1);

  g_string_append (sql, " ORDER BY ");
  if (self->sort != NULL)
    {
      g_autofree char *key = sort_sql (self->kind, self->sort);

      /* What is empty stands last either way. */
      g_string_append_printf (sql, "%s %s NULLS LAST, ", key, self->descending ? "DESC" : "ASC");
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean down = names[i][0] == '-';
      const FollowField *field = follow_kind_find_field (self->kind, names[i] + down);
      g_autofree char *key = sort_sql (self->kind, field);

      g_string_append_printf (sql, "%s %s, ", key, down ? "DESC" : "ASC");
    }
  g_string_append (sql, "t.id");
}

/* Text is the same whatever its case. */
static const char *
get_fold (const FollowField *field)
{
  gboolean folds = field->type == FOLLOW_FIELD_TEXT || field->type == FOLLOW_FIELD_LONG_TEXT ||
                   field->type == FOLLOW_FIELD_TIMESCALE;

  return folds ? "follow_fold" : "";
}

/* Earlier and later of a timescale are told by the last day it was read as, equal by its wording. */
static char *
compared_sql (const FollowKind *kind, const Condition *condition)
{
  if (condition->field->type == FOLLOW_FIELD_TIMESCALE &&
      (condition->test == FOLLOW_TEST_UP_TO || condition->test == FOLLOW_TEST_FROM))
    return g_strdup_printf ("t.\"%s_last\"", condition->field->name);
  return field_sql (kind, condition->field);
}

static void
append_condition (const FollowQuery *self, GString *sql, const Condition *condition, int index)
{
  g_autofree char *expression = NULL;
  const char *name = condition->field->name;
  const char *fold = get_fold (condition->field);
  gboolean negated = condition->test == FOLLOW_TEST_IS_NOT || condition->test == FOLLOW_TEST_EMPTY;

  /* Asked from the other end, an index has the answer. */
  if (condition->field->type == FOLLOW_FIELD_LINKS && condition->test == FOLLOW_TEST_IS)
    {
      g_string_append_printf (
          sql, "t.id IN (SELECT l.from_id FROM link l WHERE l.to_id = ?%d AND l.field = '%s')", index, name);
      return;
    }
  if (condition->field->type == FOLLOW_FIELD_LINKS)
    {
      g_string_append_printf (sql, "%sEXISTS (SELECT 1 FROM link l WHERE l.from_id = t.id AND l.field = '%s'",
                              negated ? "NOT " : "", name);
      if (condition->test == FOLLOW_TEST_IS_NOT)
        g_string_append_printf (sql, " AND l.to_id = ?%d", index);
      g_string_append (sql, ")");
      return;
    }
  expression = compared_sql (self->kind, condition);
  switch (condition->test)
    {
    case FOLLOW_TEST_IS_NOT:
      g_string_append_printf (sql, "%s(%s) IS NOT %s(?%d)", fold, expression, fold, index);
      break;
    case FOLLOW_TEST_EMPTY:
      g_string_append_printf (sql, "%s IS NULL", expression);
      break;
    case FOLLOW_TEST_NOT_EMPTY:
      g_string_append_printf (sql, "%s IS NOT NULL", expression);
      break;
    case FOLLOW_TEST_UP_TO:
      g_string_append_printf (sql, "%s <= ?%d", expression, index);
      break;
    case FOLLOW_TEST_FROM:
      g_string_append_printf (sql, "%s >= ?%d", expression, index);
      break;
    case FOLLOW_TEST_IS:
    default:
      g_string_append_printf (sql, "%s(%s) = %s(?%d)", fold, expression, fold, index);
      break;
    }
}

static gboolean
is_same_question (const Condition *a, const Condition *b)
{
  return a->field == b->field && a->test == FOLLOW_TEST_IS && b->test == FOLLOW_TEST_IS && !a->alone &&
         !b->alone;
}

static gboolean
was_asked_before (const FollowQuery *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_same_question (&g_array_index (self->conditions, Condition, i),
                          &g_array_index (self->conditions, Condition, index)))
      return TRUE;
  return FALSE;
}

/* Parameters: ?1 parent, ?2 … the conditions' values, then one for each word. */
static void
append_conditions (const FollowQuery *self, GString *sql)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *first = &g_array_index (self->conditions, Condition, i);

      if (was_asked_before (self, i))
        continue;
      g_string_append (sql, " AND (");
      append_condition (self, sql, first, i + 2);
      for (guint j = i + 1; j < self->conditions->len; j++)
        if (is_same_question (first, &g_array_index (self->conditions, Condition, j)))
          {
            g_string_append (sql, " OR ");
            append_condition (self, sql, &g_array_index (self->conditions, Condition, j), j + 2);
          }
      g_string_append (sql, ")");
    }
}

/* A record that is edited inside another is found by its own words; those count for the other one too. */
static void
append_words (const FollowQuery *self, GString *sql)
{
  const char *found = self->kind->parent != NULL ? "rowid" : "owner";
  g_auto (GStrv) matches = follow_words_to_matches (self->text);
  int index = self->conditions->len + 2;

  for (guint i = 0; matches[i] != NULL; i++)
    {
      g_string_append_printf (sql, " AND t.id IN (SELECT %s FROM search WHERE search MATCH ?%d", found,
                              index);
      if (follow_kind_has_links (self->kind))
        g_string_append_printf (sql,
                                " UNION ALL SELECT l.from_id FROM search s JOIN link l ON l.to_id = s.rowid "
                                "WHERE s.search MATCH ?%d",
                                index);
      g_string_append (sql, ")");
      index++;
    }
}

/**
 * follow_query_make_sql:
 * @columns: what is asked of the rows, "t" being the record's own
 *
 * Returns: (transfer full): the SQL; what users typed is bound by follow_query_bind() and never
 *   stands in it
 */
char *
follow_query_make_sql (const FollowQuery *self, const char *columns, gboolean ordered)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM \"%s\" t WHERE t.removed IS %sNULL", columns, self->kind->name,
                          self->removed ? "NOT " : "");
  if (self->parent_id != 0 && self->kind->parent != NULL)
    g_string_append (sql, " AND t.parent_id = ?1");
  append_conditions (self, sql);
  append_words (self, sql);
  if (ordered)
    append_order (self, sql);
  if (ordered && self->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", self->limit);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind_condition (const Condition *condition, FollowStatement *statement, int index)
{
  /* Of a timescale only the one column is compared. */
  if (condition->field->type == FOLLOW_FIELD_TIMESCALE)
    follow_bind_text (statement, index, follow_value_get_text (condition->value));
  else
    follow_bind_value (statement, &index, condition->field, condition->value);
}

void
follow_query_bind (const FollowQuery *self, FollowStatement *statement)
{
  g_auto (GStrv) matches = follow_words_to_matches (self->text);
  int index = 2;

  if (self->parent_id != 0)
    sqlite3_bind_int64 (statement, 1, self->parent_id);
  for (guint i = 0; i < self->conditions->len; i++)
    bind_condition (&g_array_index (self->conditions, Condition, i), statement, index++);
  for (guint i = 0; matches[i] != NULL; i++)
    follow_bind_text (statement, index++, matches[i]);
}
