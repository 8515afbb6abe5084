/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-import-run.h"
#include "follow-import-values.h"
#include "follow-import-words.h"
#include "follow-kind-text.h"
#include "follow-plan-text.h"

/* Records of any kind, field by field, as their headings or the names in a hidden row say. */

static gint64
find_link (FollowImportRun *self, const FollowField *field, const char *name)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  gint64 found = 0;

  for (guint i = 0; kinds[i] != NULL && found == 0; i++)
    found = follow_import_links_find (self->links, follow_kind_find (kinds[i]), name);
  return found;
}

/* What is to be said of the names that a cell does not bring in. */
typedef struct
{
  GArray *ids;        /* of gint64 */
  GPtrArray *reasons; /* translated */
} Links;

static void
links_clear (Links *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Links, links_clear)

static gboolean
has_id (const Links *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* A field that links to one record takes the first that the cell names; the others are told. */
static void
add_name (FollowImportRun *self, Links *links, const FollowField *field, const char *name)
{
  gint64 id = find_link (self, field, name);
  g_autofree char *shown = follow_words_quote (name);

  if (id == 0 && follow_words_are_open (name))
    return;
  if (id == 0)
    g_ptr_array_add (links->reasons,
                     g_strdup_printf (_ ("The register knows no record “%s” for this column."), shown));
  else if (has_id (links, id))
    return;
  else if (field->type == FOLLOW_FIELD_LINK && links->ids->len > 0)
    g_ptr_array_add (links->reasons,
                     g_strdup_printf (_ ("There is room for one name only, so “%s” was left out."), shown));
  else
    g_array_append_val (links->ids, id);
}

/* What the cell names as a whole, or else line by line. */
static void
find_links (FollowImportRun *self, Links *links, const FollowField *field, const char *text)
{
  gint64 id = find_link (self, field, text);
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (text);

  if (id != 0)
    g_array_append_val (links->ids, id);
  for (guint i = 0; id == 0 && i < lines->len; i++)
    add_name (self, links, field, g_ptr_array_index (lines, i));
}

static void
take_links (FollowImportRun *self,
            FollowImportEntry *entry,
            FollowRecord *record,
            const FollowImportField *column,
            const char *text)
{
  g_auto (Links)
      links = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (FollowValue) value = NULL;

  find_links (self, &links, column->field, text);
  value = follow_value_new_links ((const gint64 *) (const void *) links.ids->data, links.ids->len);
  if (value != NULL)
    follow_record_set (record, column->field->name, value);
  for (guint i = 0; i < links.reasons->len; i++)
    {
      const char *reason = g_ptr_array_index (links.reasons, i);

      follow_import_run_remark (self, entry, column->kind->name, column->field->name, FOLLOW_SEVERITY_WARNING,
                                g_strdup (reason));
      follow_import_run_leave_out (self, entry, column->kind->name, column->field->name, reason);
    }
}

/* Whether the cell says what the register would write there, in a workbook or as delimited text. */
static gboolean
is_as_printed (FollowImportRun *self, FollowRecord *record, const FollowField *field, const char *text)
{
  const FollowValue *value = follow_record_get (record, field->name);
  g_autofree char *lines = follow_register_format (self->reg, field, value, "\n");
  g_autofree char *cell = NULL;

  if (value == NULL)
    return FALSE;
  if (lines != NULL && follow_words_say_the_same (text, lines))
    return TRUE;
  cell = follow_kind_text_get_cell (self->reg, field, value);
  return cell != NULL && follow_words_say_the_same (text, cell);
}

static void
take_field (FollowImportRun *self,
            FollowImportEntry *entry,
            FollowRecord *record,
            const FollowImportField *column)
{
  const char *text = follow_import_entry_get (entry, column->kind->name, column->field->name);
  g_autofree char *wording = NULL;

  /* What is worked out follows from the rest. */
  if (text == NULL || column->kind != follow_record_get_kind (record) ||
      (column->field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL)) ||
      is_as_printed (self, record, column->field, text))
    return;
  if (follow_field_is_link (column->field))
    take_links (self, entry, record, column, text);
  else if (column->field->type == FOLLOW_FIELD_TIMESCALE)
    {
      wording = follow_date_is_valid (text) ? follow_date_format_long (text) : g_strdup (text);
      follow_record_set_timescale (record, column->field->name, wording);
    }
  else
    follow_import_take_value (self, entry, record, column, text);
}

/* What nothing can hold is left, and said. */
static void
leave_rest (FollowImportRun *self, FollowImportEntry *entry)
{
  g_autofree char *rest = follow_import_run_describe_rest (self, entry);
  FollowImportArea area = follow_import_table_row (entry->table, entry->row);
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (rest == NULL)
    return;
  shown = follow_words_quote (rest);
  message = g_strdup_printf (_ ("There is no field for this: %s"), shown);
  area.last_column = area.column;
  follow_import_result_add_not_taken (self->result, entry->table->index, entry->table->view.name, &area,
                                      message);
}

/**
 * follow_import_run_fill_record:
 * @record: a new record, or a copy of the one that the row is
 *
 * Takes over what the row says.
 */
gboolean
follow_import_run_fill_record (FollowImportRun *self,
                               FollowRecord *record,
                               FollowImportEntry *entry,
                               GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_new = !follow_record_is_stored (record);

  for (guint i = 0; i < entry->table->fields->len; i++)
    take_field (self, entry, record, &g_array_index (entry->table->fields, FollowImportField, i));
  if (!follow_record_check (record, &failure))
    {
      FollowImportArea area = follow_import_table_row (entry->table, entry->row);
      const FollowImportPlace place = { entry->table->index, entry->row, area.column };

      follow_import_doubts_remark (self->doubts, &place, FOLLOW_SEVERITY_WARNING,
                                   g_strdup_printf (_ ("The row was left out. %s"), failure->message));
      follow_import_result_add_not_taken (self->result, entry->table->index, entry->table->view.name, &area,
                                          failure->message);
      return TRUE;
    }
  leave_rest (self, entry);
  if (!follow_import_run_settle (self, record, error))
    return FALSE;
  if (is_new)
    follow_import_links_add (self->links, record);
  return TRUE;
}
