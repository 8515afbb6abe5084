/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"

/* A record somebody holds: everybody who asks for it gets this object, and a save brings it up to
 * date. */
typedef struct
{
  FollowRegister *reg;
  gint64 id;
  FollowRecord *record; /* not owned */
} LiveRecord;

static void
record_gone_cb (gpointer data, GObject *where_the_record_was)
{
  LiveRecord *live = data;

  g_hash_table_remove (live->reg->live, &live->id);
}

static void
track (FollowRegister *self, FollowRecord *record)
{
  LiveRecord *live = g_new (LiveRecord, 1);

  *live = (LiveRecord){ self, follow_record_get_id (record), record };
  g_hash_table_insert (self->live, &live->id, live);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, live);
}

void
follow_register_drop_live (FollowRegister *self)
{
  GHashTableIter iter;
  LiveRecord *live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &live))
    g_object_weak_unref (G_OBJECT (live->record), record_gone_cb, live);
  g_hash_table_remove_all (self->live);
}

static char *
make_select (const FollowKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  g_string_append (sql, kind->parent != NULL ? "t.parent_id" : "NULL");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];

      if (field->type == FOLLOW_FIELD_LINKS)
        continue;
      if (field->flags & FOLLOW_FIELD_COMPUTED)
        g_string_append_printf (sql, ", %s", follow_computed_sql (kind, field));
      else
        g_string_append_printf (sql, ", t.\"%s\"", field->name);
      if (field->type == FOLLOW_FIELD_TIMESCALE)
        g_string_append_printf (sql, ", t.\"%s_first\", t.\"%s_last\", t.\"%s_precision\", t.\"%s_recurs\"",
                                field->name, field->name, field->name, field->name);
    }
  g_string_append_printf (sql, " FROM \"%s\" t WHERE t.id = ?1", kind->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static FollowValue *
read_timescale (FollowStatement *statement, int *column)
{
  const char *wording = (const char *) sqlite3_column_text (statement, *column);
  const char *first = (const char *) sqlite3_column_text (statement, *column + 1);
  const char *last = (const char *) sqlite3_column_text (statement, *column + 2);
  const char *precision = (const char *) sqlite3_column_text (statement, *column + 3);
  const char *recurs = (const char *) sqlite3_column_text (statement, *column + 4);
  g_autoptr (FollowTimescale) timescale = NULL;

  *column += 4;
  if (wording == NULL)
    return NULL;
  timescale = follow_timescale_restore (wording, first, last, follow_precision_from_id (precision),
                                        follow_recurs_from_id (recurs));
  return follow_value_new_timescale (timescale);
}

static FollowValue *
read_value (FollowStatement *statement, int *column, const FollowField *field)
{
  gint64 id;

  if (field->type == FOLLOW_FIELD_TIMESCALE)
    return read_timescale (statement, column);
  if (sqlite3_column_type (statement, *column) == SQLITE_NULL)
    return NULL;
  switch (follow_field_get_value_type (field))
    {
    case FOLLOW_VALUE_INTEGER:
      return follow_value_new_integer (sqlite3_column_int64 (statement, *column));
    case FOLLOW_VALUE_NUMBER:
      return follow_value_new_number (sqlite3_column_double (statement, *column));
    case FOLLOW_VALUE_LINKS:
      id = sqlite3_column_int64 (statement, *column);
      return follow_value_new_links (&id, 1);
    case FOLLOW_VALUE_TEXT:
    case FOLLOW_VALUE_TIMESCALE:
    default:
      return follow_value_new_text ((const char *) sqlite3_column_text (statement, *column));
    }
}

static void
set_links (FollowRecord *record, const char *name, GArray *ids)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const FollowField *field = name != NULL ? follow_kind_find_field (kind, name) : NULL;

  if (field != NULL && field->type == FOLLOW_FIELD_LINKS)
    {
      g_autoptr (FollowValue) value =
          follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);

      follow_record_set_value (record, field - kind->fields, value);
    }
  g_array_set_size (ids, 0);
}

/* The links of all fields in one question: most fields have none, and each question takes its time. */
static gboolean
read_links (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self, "SELECT field, to_id FROM link WHERE from_id = ?1 ORDER BY field, position", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = NULL;
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *field = (const char *) sqlite3_column_text (statement, 0);
      gint64 id = sqlite3_column_int64 (statement, 1);

      if (g_strcmp0 (field, name) != 0)
        {
          set_links (record, name, ids);
          g_free (name);
          name = g_strdup (field);
        }
      g_array_append_val (ids, id);
    }
  if (code != SQLITE_DONE)
    return follow_register_fail (self, _ ("Could not read the register"), error);
  set_links (record, name, ids);
  return TRUE;
}

static const char *
get_select (const FollowKind *kind)
{
  static GHashTable *selects; /* made from the kinds, which never change */
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  const char *sql;

  if (selects == NULL)
    selects = g_hash_table_new (NULL, NULL);
  if ((sql = g_hash_table_lookup (selects, kind)) == NULL)
    {
      sql = make_select (kind);
      g_hash_table_insert (selects, (gpointer) kind, (gpointer) sql);
    }
  return sql;
}

static gboolean
read_columns (FollowRegister *self, FollowRecord *record, FollowStatement *statement, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  int column = 1;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != FOLLOW_FIELD_LINKS)
      {
        g_autoptr (FollowValue) value = read_value (statement, &column, &kind->fields[i]);

        follow_record_set_value (record, i, value);
        column++;
      }
  return !follow_kind_has_links (kind) || read_links (self, record, error);
}

/* Reads the record @id as the file has it now, into an object of its own. */
FollowRecord *
follow_register_load (FollowRegister *self, const FollowKind *kind, gint64 id, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, get_select (kind), error);
  g_autoptr (FollowRecord) record = NULL;
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if ((code = sqlite3_step (statement)) != SQLITE_ROW)
    {
      if (code == SQLITE_DONE)
        g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                     /* Translators: a kind of record */
                     _ ("This “%s” is no longer in the register."), follow_kind_get_label (kind));
      else
        follow_register_fail (self, _ ("Could not read the register"), error);
      return NULL;
    }
  record = follow_record_new_with_id (kind, id, sqlite3_column_int64 (statement, 0));
  if (!read_columns (self, record, statement, error))
    return NULL;
  follow_record_set_stored (record, TRUE);
  return g_steal_pointer (&record);
}

/**
 * follow_register_get:
 *
 * The same object is given to everybody for as long as anybody holds it, and follows what is saved.
 * To edit, take a copy (follow_record_copy()) and save that.
 *
 * Returns: (transfer full) (nullable): the record, also one in the recycle bin; %NULL with
 *   %FOLLOW_ERROR_NOT_FOUND when there is none
 */
FollowRecord *
follow_register_get (FollowRegister *self, const FollowKind *kind, gint64 id, GError **error)
{
  LiveRecord *live = g_hash_table_lookup (self->live, &id);
  FollowRecord *record;

  if (live != NULL)
    return g_object_ref (live->record);
  if ((record = follow_register_load (self, kind, id, error)) != NULL)
    track (self, record);
  return record;
}

/**
 * follow_register_find:
 *
 * As follow_register_get(), of whatever kind @id is.
 *
 * Returns: (transfer full) (nullable): the record
 */
FollowRecord *
follow_register_find (FollowRegister *self, gint64 id, GError **error)
{
  const FollowKind *kind = follow_register_get_kind (self, id);

  if (kind == NULL)
    {
      g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                           _ ("This record is not in the register."));
      return NULL;
    }
  return follow_register_get (self, kind, id, error);
}

/**
 * follow_register_load_all:
 *
 * Returns: (transfer full) (element-type FollowRecord) (nullable): every record that fits @query
 */
GPtrArray *
follow_register_load_all (FollowRegister *self, const FollowQuery *query, GError **error)
{
  g_autoptr (GArray) ids = follow_register_list (self, query, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      FollowRecord *record =
          follow_register_get (self, follow_query_get_kind (query), g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/**
 * follow_register_load_children:
 *
 * Returns: (transfer full) (element-type FollowRecord) (nullable): the records of @kind that are
 *   edited inside of @parent_id, in the kind's order
 */
GPtrArray *
follow_register_load_children (FollowRegister *self, const FollowKind *kind, gint64 parent_id, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (kind);

  follow_query_set_parent (query, parent_id);
  return follow_register_load_all (self, query, error);
}

static gboolean
reads_any_of (const FollowKind *kind, GHashTable *touched_kinds)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, touched_kinds);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (follow_computed_reads (kind, other))
      return TRUE;
  return FALSE;
}

static GHashTable *
list_kinds (GHashTable *touched)
{
  GHashTable *kinds = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer kind;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, NULL, &kind))
    g_hash_table_add (kinds, kind);
  return kinds;
}

/* Returns: (transfer full) (element-type FollowRecord): the records somebody holds that may be
 * different now: those written, those that one written is edited inside of, and those with fields
 * worked out from them; all when @written is NULL */
static GPtrArray *
list_outdated (FollowRegister *self, FollowTransaction *written)
{
  g_autoptr (GHashTable) kinds = written != NULL ? list_kinds (written->touched) : NULL;
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id;
  LiveRecord *live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &id, (gpointer *) &live))
    if (written == NULL || g_hash_table_contains (written->touched, id) ||
        g_hash_table_contains (written->owners, id) ||
        reads_any_of (follow_record_get_kind (live->record), kinds))
      g_ptr_array_add (records, g_object_ref (live->record));
  return records;
}

/* Brings the objects that somebody holds up to date with what was @written; NULL: by whomever. */
void
follow_register_update_live (FollowRegister *self, FollowTransaction *written)
{
  g_autoptr (GPtrArray) records = list_outdated (self, written);

  follow_register_forget_labels (self, written != NULL ? written->touched : NULL);
  for (guint i = 0; i < records->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (records, i);
      g_autoptr (FollowRecord) now =
          follow_register_load (self, follow_record_get_kind (record), follow_record_get_id (record), NULL);

      if (now != NULL)
        follow_record_refresh (record, now);
    }
}
