/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kind-text.h"

#include <errno.h>
#include <unistd.h>

#include "follow-delimited.h"
#include "follow-safe-file.h"

/**
 * follow_kind_text_get_cell:
 *
 * Returns: (transfer full) (nullable): a value for a cell: as people see it, but days as
 *   YYYY-MM-DD, which sort and are read everywhere
 */
char *
follow_kind_text_get_cell (FollowRegister *reg, const FollowField *field, const FollowValue *value)
{
  if (field->type == FOLLOW_FIELD_DATE)
    return g_strdup (follow_value_get_text (value));
  return follow_register_format (reg, field, value, "; ");
}

static void
append_row (GString *out, GPtrArray *cells, gboolean guard)
{
  follow_delimited_append_row (out, (const char *const *) cells->pdata, cells->len, guard);
}

static void
append_names (GString *out, const FollowKind *kind, GPtrArray *fields)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (kind->parent != NULL)
    g_ptr_array_add (names, (gpointer) kind->parent);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (names, (gpointer) ((const FollowField *) fields->pdata[i])->name);
  append_row (out, names, FALSE);
}

static void
append_record (GString *out, FollowRegister *reg, FollowRecord *record, GPtrArray *fields, gboolean guard)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (kind->parent != NULL)
    g_ptr_array_add (cells, follow_register_name_record (reg, follow_record_get_parent_id (record)));
  for (guint i = 0; i < fields->len; i++)
    {
      const FollowField *field = fields->pdata[i];

      g_ptr_array_add (cells,
                       follow_kind_text_get_cell (reg, field, follow_record_get (record, field->name)));
    }
  append_row (out, cells, guard);
}

/**
 * follow_kind_text_append:
 * @guard: whether text that a spreadsheet would run as a formula gets an apostrophe in front
 */
gboolean
follow_kind_text_append (
    GString *out, FollowRegister *reg, const FollowKindList *list, gboolean guard, GError **error)
{
  const FollowKind *kind = follow_query_get_kind (list->query);
  g_autoptr (GPtrArray) fields = follow_kind_list_get_fields (list);
  g_autoptr (GArray) ids = follow_kind_list_load_ids (list, reg, error);

  if (ids == NULL)
    return FALSE;
  append_names (out, kind, fields);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FollowRecord) record =
          follow_register_get (reg, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      append_record (out, reg, record, fields, guard);
    }
  return TRUE;
}

static gboolean
write_all (FollowSafeFile *file, const GString *text, GError **error)
{
  gsize done = 0;

  while (done < text->len)
    {
      gssize n = write (file->fd, text->str + done, text->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          follow_safe_file_set_errno (file, error, errno);
          return FALSE;
        }
      done += n;
    }
  return TRUE;
}

/**
 * follow_kind_text_write:
 *
 * Writes the records of @list to a file, guarded, which takes its place whole or not at all.
 */
gboolean
follow_kind_text_write (FollowRegister *reg, const FollowKindList *list, const char *path, GError **error)
{
  /* Without the mark Excel takes the file for the encoding of its country. */
  g_autoptr (GString) text = g_string_new ("\357\273\277");
  g_auto (FollowSafeFile) file = { NULL };

  return follow_kind_text_append (text, reg, list, TRUE, error) &&
         follow_safe_file_open (&file, path, error) && write_all (&file, text, error) &&
         follow_safe_file_commit (&file, error);
}
