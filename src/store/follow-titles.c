/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <string.h>

/* What a record is called by the records that link to it, remembered for as long as nothing is
 * written: tables ask for it again and again. */
typedef struct
{
  const FollowKind *kind;
  char *number;
  char *title;
} RecordLabel;

static void
record_label_free (gpointer data)
{
  RecordLabel *label = data;

  g_free (label->number);
  g_free (label->title);
  g_free (label);
}

static const RecordLabel *
look_up (FollowRegister *self, gint64 id)
{
  RecordLabel *label = g_hash_table_lookup (self->labels, &id);
  g_autoptr (FollowStatement) statement = NULL;

  if (label != NULL)
    return label;
  statement = follow_register_prepare (self, "SELECT kind, number, title FROM record WHERE id = ?1", NULL);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;

  label = g_new0 (RecordLabel, 1);
  label->kind = follow_kind_find ((const char *) sqlite3_column_text (statement, 0));
  label->number = follow_column_dup_text (statement, 1);
  label->title = follow_column_dup_text (statement, 2);
  g_hash_table_insert (self->labels, g_memdup2 (&id, sizeof id), label);
  return label;
}

/* @touched: (nullable): ids of the records that were written; NULL for all */
void
follow_register_forget_labels (FollowRegister *self, GHashTable *touched)
{
  GHashTableIter iter;
  gpointer id;

  if (self->labels == NULL || touched == NULL)
    {
      g_clear_pointer (&self->labels, g_hash_table_unref);
      self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, record_label_free);
      return;
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->labels, id);
}

/**
 * follow_register_get_title:
 *
 * Returns: (transfer none): what the record @id is called, "" when it has no name or is not there;
 *   valid until something is written
 */
const char *
follow_register_get_title (FollowRegister *self, gint64 id)
{
  const RecordLabel *label = look_up (self, id);

  return label != NULL && label->title != NULL ? label->title : "";
}

/**
 * follow_register_get_number:
 *
 * Returns: (transfer none) (nullable): the number of the record @id
 */
const char *
follow_register_get_number (FollowRegister *self, gint64 id)
{
  const RecordLabel *label = look_up (self, id);

  return label != NULL ? label->number : NULL;
}

/**
 * follow_register_name_record:
 *
 * Returns: (transfer full): number and title of the record @id, as those that link to it show it
 */
char *
follow_register_name_record (FollowRegister *self, gint64 id)
{
  const RecordLabel *label = look_up (self, id);

  if (label == NULL || label->number == NULL || *label->number == '\0')
    return g_strdup (label != NULL ? label->title : "");
  return g_strdup_printf ("%s %s", label->number, label->title);
}

/**
 * follow_register_get_kind:
 *
 * Returns: (nullable): the kind of the record @id
 */
const FollowKind *
follow_register_get_kind (FollowRegister *self, gint64 id)
{
  const RecordLabel *label = look_up (self, id);

  return label != NULL ? label->kind : NULL;
}

gboolean
follow_register_is_removed (FollowRegister *self, gint64 id)
{
  const FollowKind *kind = follow_register_get_kind (self, id);
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;

  if (kind == NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT removed IS NOT NULL FROM \"%s\" WHERE id = ?1", kind->name);
  if ((statement = follow_register_prepare (self, sql, NULL)) == NULL)
    return TRUE;
  sqlite3_bind_int64 (statement, 1, id);
  return sqlite3_step (statement) != SQLITE_ROW || sqlite3_column_int (statement, 0) != 0;
}

/**
 * follow_register_format:
 * @separator: what stands between several links
 *
 * Returns: (transfer full) (nullable): @value as people see it, links by the titles of the records,
 *   %NULL when empty
 */
char *
follow_register_format (FollowRegister *self,
                        const FollowField *field,
                        const FollowValue *value,
                        const char *separator)
{
  GString *text;
  guint n_ids;
  const gint64 *ids = follow_value_get_links (value, &n_ids);

  if (!follow_field_is_link (field))
    return follow_field_format (field, value);
  if (n_ids == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *name = follow_register_name_record (self, ids[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? separator : "", name);
    }
  return g_string_free (text, FALSE);
}

/**
 * follow_register_find_by_title:
 *
 * Looks for a record of @kind by what it is called or, where it has one, by its short name; case
 * and spaces around do not matter.
 *
 * Returns: its id, 0 when none or several fit
 */
gint64
follow_register_find_by_title (FollowRegister *self, const FollowKind *kind, const char *title)
{
  g_auto (GStrv) names = g_strsplit (kind->title, " ", -1);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (FollowStatement) statement = NULL;
  g_autofree char *wanted = g_strstrip (g_strdup (title));
  gint64 id = 0;

  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE removed IS NULL AND (", kind->name);
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (sql, "%sfollow_fold (\"%s\") = follow_fold (?1)", i > 0 ? " OR " : "", names[i]);
  g_string_append (sql, ") LIMIT 2");
  if (*wanted == '\0' || (statement = follow_register_prepare (self, sql->str, NULL)) == NULL)
    return 0;
  follow_bind_text (statement, 1, wanted);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = sqlite3_column_int64 (statement, 0);
  return sqlite3_step (statement) == SQLITE_DONE ? id : 0;
}
