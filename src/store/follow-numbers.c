/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-numbers.h"

#include <glib/gi18n-lib.h>

#include "follow-number.h"
#include "follow-register-private.h"

/* The actions of a plan are numbered through, and a number that was given once means that action for ever: papers
 * and minutes name it. So:
 * - who comes into a plan without a number gets the plan's next;
 * - a number that somebody types in the same step stands;
 * - who moves to another plan keeps its number there, unless it is taken; who comes back has its old one again;
 * - no number is given twice: those in the bin and those that have moved on keep theirs. */

/* Numbers of what has left ?1, as they were then: what the first change of the number since says it was, or what
 * it is. ?2: of this record only; 0: of all */
#define LEFT_SQL                                                                                   \
  "SELECT (SELECT was FROM (SELECT n.before AS was, n.id AS at FROM change n WHERE n.record_id = " \
  "c.record_id "                                                                                   \
  "AND n.field = '%s' AND n.set_id >= c.set_id UNION ALL SELECT r.\"%s\", 9223372036854775807) "   \
  "ORDER BY at LIMIT 1) FROM change c JOIN \"%s\" r ON r.id = c.record_id "                        \
  "WHERE c.field = '%s' AND c.before = CAST (?1 AS TEXT) AND %s ORDER BY c.id"

static char *
make_left_sql (const FollowKind *kind, gboolean of_one)
{
  return g_strdup_printf (LEFT_SQL, kind->number, kind->number, kind->name, kind->numbered_in,
                          of_one ? "c.record_id = ?2" : "?2 = 0");
}

static char *
make_given_sql (const FollowKind *kind)
{
  return g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" = ?1 AND id <> ?2 ORDER BY \"%s\"",
                          kind->number, kind->name,
                          kind->numbered_in != NULL ? kind->numbered_in : "parent_id", kind->order);
}

/* Returns: (transfer full) (nullable): the numbers that @sql finds for @owner_id */
static GPtrArray *
load (FollowRegister *self, const char *sql, gint64 owner_id, gint64 record_id, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, owner_id);
  sqlite3_bind_int64 (statement, 2, record_id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    if (sqlite3_column_type (statement, 0) != SQLITE_NULL)
      g_ptr_array_add (numbers, follow_column_dup_text (statement, 0));
  if (result != SQLITE_DONE)
    {
      follow_register_fail (self, _ ("Could not read the numbers"), error);
      return NULL;
    }
  return g_steal_pointer (&numbers);
}

static GPtrArray *
load_given (FollowRegister *self, const FollowKind *kind, gint64 owner_id, gint64 but, GError **error)
{
  g_autofree char *sql = make_given_sql (kind);

  return load (self, sql, owner_id, but, error);
}

/* Returns: (transfer full) (nullable) */
static GPtrArray *
load_left (FollowRegister *self, const FollowKind *kind, gint64 owner_id, gint64 of, GError **error)
{
  g_autofree char *sql = NULL;

  if (kind->numbered_in == NULL) /* what is inside of its parent stays there */
    return g_ptr_array_new_with_free_func (g_free);
  sql = make_left_sql (kind, of != 0);
  return load (self, sql, owner_id, of, error);
}

/* As above, of all; read once for all that is written together, which an import does many times. */
static GPtrArray *
get_left (FollowRegister *self,
          FollowTransaction *transaction,
          const FollowKind *kind,
          gint64 owner_id,
          GError **error)
{
  GPtrArray *left = g_hash_table_lookup (transaction->left, &owner_id);

  if (left == NULL && (left = load_left (self, kind, owner_id, 0, error)) != NULL)
    g_hash_table_insert (transaction->left, g_memdup2 (&owner_id, sizeof owner_id), left);
  return left;
}

static char *
get_next (GPtrArray *given, GPtrArray *left, const char *like)
{
  g_autoptr (GPtrArray) ever = g_ptr_array_new ();

  g_ptr_array_extend (ever, given, NULL, NULL);
  g_ptr_array_extend (ever, left, NULL, NULL);
  return follow_number_next (ever, like);
}

/**
 * follow_register_next_number:
 * @owner_id: the record within which records of @kind are numbered
 * @like: (nullable): the number after which the new record is to stand, whose manner it takes
 *
 * Returns: (transfer full) (nullable): a number that none had yet; NULL with @error set when the register could
 *   not be read
 */
char *
follow_register_next_number (
    FollowRegister *self, const FollowKind *kind, gint64 owner_id, const char *like, GError **error)
{
  g_autoptr (GPtrArray) given = load_given (self, kind, owner_id, 0, error);
  g_autoptr (GPtrArray) left = given != NULL ? load_left (self, kind, owner_id, 0, error) : NULL;

  return left != NULL ? get_next (given, left, like) : NULL;
}

static gboolean
contains (GPtrArray *numbers, const char *number)
{
  return number != NULL && g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL);
}

/* Whether @record comes into another record's numbering, and nobody has said with which number. */
static gboolean
needs_number (FollowRecord *before, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const char *number;

  if (kind->numbered_in == NULL || follow_record_get_link (record, kind->numbered_in) == 0)
    return FALSE;
  number = follow_record_get_text (record, kind->number);
  if (before == NULL)
    return number == NULL;
  return follow_record_get_link (before, kind->numbered_in) !=
             follow_record_get_link (record, kind->numbered_in) &&
         (number == NULL || g_strcmp0 (number, follow_record_get_text (before, kind->number)) == 0);
}

/* @before: (nullable): as the register has it; NULL: @record is new */
gboolean
follow_transaction_give_number (FollowRegister *self,
                                FollowTransaction *transaction,
                                FollowRecord *before,
                                FollowRecord *record,
                                GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GPtrArray) given = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *next = NULL;
  GPtrArray *left;
  const char *number;
  gint64 owner_id;

  /* A step that is taken back gives nothing new. */
  if (transaction->undoes != 0 || !needs_number (before, record))
    return TRUE;
  owner_id = follow_record_get_link (record, kind->numbered_in);
  given = load_given (self, kind, owner_id, follow_record_get_id (record), error);
  if (given == NULL || (left = get_left (self, transaction, kind, owner_id, error)) == NULL ||
      (own = load_left (self, kind, owner_id, follow_record_get_id (record), error)) == NULL)
    return FALSE;
  number = own->len > 0 ? own->pdata[own->len - 1] : follow_record_get_text (record, kind->number);
  if (number == NULL || contains (given, number) || (own->len == 0 && contains (left, number)))
    number = next = get_next (given, left, given->len > 0 ? given->pdata[given->len - 1] : NULL);
  follow_record_set_text (record, kind->number, number);
  if (before == NULL)
    g_ptr_array_add (transaction->numbered, g_object_ref (record));
  return TRUE;
}
