/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

/* The rows that hold a record: its own, what it links to, what it is called, and its words for the
 * search. */

gboolean
follow_row_step (FollowRegister *self, FollowStatement *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || follow_register_fail (self, _ ("Could not save"), error);
}

static void
append_columns (GString *columns, GString *marks, const FollowField *field, int *index)
{
  static const char *const parts[] = { "", "_first", "_last", "_precision", "_recurs" };
  guint n_parts = field->type == FOLLOW_FIELD_TIMESCALE ? G_N_ELEMENTS (parts) : 1;

  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append_printf (columns, ", \"%s%s\"", field->name, parts[i]);
      g_string_append_printf (marks, ", ?%d", (*index)++);
    }
}

static gboolean
is_column (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_COMPUTED) && field->type != FOLLOW_FIELD_LINKS;
}

static gboolean
insert_columns (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;
  int index = 2;

  if (kind->parent != NULL)
    {
      g_string_append (columns, ", parent_id");
      g_string_append (marks, ", ?2");
      index = 3;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (&kind->fields[i]))
      append_columns (columns, marks, &kind->fields[i], &index);
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, columns->str, marks->str);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  index = 2;
  if (kind->parent != NULL)
    sqlite3_bind_int64 (statement, index++, follow_record_get_parent_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (&kind->fields[i]))
      follow_bind_value (statement, &index, &kind->fields[i], follow_record_get_value (record, i));
  return follow_row_step (self, statement, error);
}

static gboolean
update_columns (FollowRegister *self, FollowRecord *record, guint field_index, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;
  int index = 2;

  append_columns (columns, marks, &kind->fields[field_index], &index);
  sql = g_strdup_printf ("UPDATE \"%s\" SET (%s) = (%s) WHERE id = ?1", kind->name, columns->str, marks->str);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  index = 2;
  follow_bind_value (statement, &index, &kind->fields[field_index],
                     follow_record_get_value (record, field_index));
  return follow_row_step (self, statement, error);
}

static gboolean
write_links (FollowRegister *self, FollowRecord *record, guint field_index, GError **error)
{
  const char *field = follow_record_get_kind (record)->fields[field_index].name;
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get_value (record, field_index), &n_ids);
  g_autoptr (FollowStatement) remove =
      follow_register_prepare (self, "DELETE FROM link WHERE from_id = ?1 AND field = ?2", error);
  g_autoptr (FollowStatement) insert = follow_register_prepare (
      self, "INSERT INTO link (from_id, field, position, to_id) VALUES (?1, ?2, ?3, ?4)", error);

  if (remove == NULL || insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (remove, 1, follow_record_get_id (record));
  follow_bind_text (remove, 2, field);
  if (!follow_row_step (self, remove, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      sqlite3_reset (insert);
      sqlite3_bind_int64 (insert, 1, follow_record_get_id (record));
      follow_bind_text (insert, 2, field);
      sqlite3_bind_int (insert, 3, i);
      sqlite3_bind_int64 (insert, 4, ids[i]);
      if (!follow_row_step (self, insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
follow_row_insert (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);

  if (!insert_columns (self, record, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FOLLOW_FIELD_LINKS && follow_record_get_value (record, i) != NULL &&
        !write_links (self, record, i, error))
      return FALSE;
  return TRUE;
}

/* Writes one field of @record, in whatever table it lies. */
gboolean
follow_row_update (FollowRegister *self, FollowRecord *record, guint field, GError **error)
{
  return follow_record_get_kind (record)->fields[field].type == FOLLOW_FIELD_LINKS
             ? write_links (self, record, field, error)
             : update_columns (self, record, field, error);
}

static gboolean
write_label (FollowRegister *self, FollowRecord *record, const char *sql, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autofree char *title = follow_record_get_title (record);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  if (kind->number != NULL)
    follow_bind_text (statement, 2, follow_record_get_text (record, kind->number));
  follow_bind_text (statement, 3, title);
  follow_bind_text (statement, 4, kind->name);
  return follow_row_step (self, statement, error);
}

/* What others call the record: kept beside it, so that lists sort and show links with one look. */
gboolean
follow_row_insert_label (FollowRegister *self, FollowRecord *record, GError **error)
{
  return write_label (self, record, "INSERT INTO record (id, number, title, kind) VALUES (?1, ?2, ?3, ?4)",
                      error);
}

gboolean
follow_row_update_label (FollowRegister *self, FollowRecord *record, GError **error)
{
  return write_label (self, record,
                      "UPDATE record SET number = ?2, title = ?3 "
                      "WHERE id = ?1 AND kind = ?4 AND (number IS NOT ?2 OR title IS NOT ?3)",
                      error);
}

static char *
make_search_text (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]) && follow_record_get_value (record, i) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              follow_value_get_text (follow_record_get_value (record, i)));
  return g_string_free (text, FALSE);
}

gboolean
follow_row_insert_search (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autofree char *text = make_search_text (record);
  gint64 parent = follow_record_get_parent_id (record);
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "INSERT INTO search (rowid, text, owner) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  follow_bind_text (statement, 2, text);
  sqlite3_bind_int64 (statement, 3, parent != 0 ? parent : follow_record_get_id (record));
  return follow_row_step (self, statement, error);
}

/* A record in the recycle bin has no words in the search: nothing is updated then. */
gboolean
follow_row_update_search (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autofree char *text = make_search_text (record);
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "UPDATE search SET text = ?2 WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  follow_bind_text (statement, 2, text);
  return follow_row_step (self, statement, error);
}

gboolean
follow_row_delete_search (FollowRegister *self, gint64 id, GError **error)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "DELETE FROM search WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return follow_row_step (self, statement, error);
}
