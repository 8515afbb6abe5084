/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-import-run.h"
#include "follow-import-words.h"

static void
append_line (GString *text, const char *heading, const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (*heading != '\0')
    g_string_append_printf (text, "%s: ", heading);
  g_string_append (text, words);
}

char *
follow_import_entry_describe_rest (const FollowImportEntry *self, FollowImportResult *result)
{
  const FollowImportTable *table = self->table;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->meeting != NULL)
    /* Translators: heads a note; %s is a heading such as “12 May 2026” */
    g_string_append_printf (text, _ ("From the meeting: %s"), self->meeting);
  for (guint i = 0; i < table->notes->len; i++)
    {
      guint column = g_array_index (table->notes, guint, i);
      const char *words = follow_import_table_text (table, self->row, column);

      if (words == NULL)
        continue;
      append_line (text, g_array_index (table->view.columns, FollowImportColumn, column).heading, words);
      follow_import_result_mark (result, table->index, self->row, column, FOLLOW_FATE_NOTE);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static FollowRecord *
find_note (GPtrArray *notes, const char *text)
{
  for (guint i = 0; i < notes->len; i++)
    if (follow_words_say_the_same (text, follow_record_get_text (g_ptr_array_index (notes, i), "text")))
      return g_ptr_array_index (notes, i);
  return NULL;
}

gboolean
follow_import_run_take_note (FollowImportRun *self,
                             const FollowImportEntry *entry,
                             FollowRecord *action,
                             GPtrArray *notes,
                             const char *text,
                             guint column,
                             GError **error)
{
  const FollowImportArea cell = { entry->row, column, entry->row, column };
  g_autoptr (FollowRecord) note = NULL;

  if (find_note (notes, text) != NULL)
    {
      follow_import_result_count (self->result, follow_kind_find ("progress_note"), FOLLOW_IMPORT_UNCHANGED);
      return TRUE;
    }
  note = follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));
  follow_record_set_text (note, "date", follow_register_get_today (self->reg));
  follow_record_set_text (note, "text", text);
  follow_import_result_add_problem (
      self->result, entry->table->index, entry->table->view.name, &cell, FOLLOW_SEVERITY_NOTE,
      g_strdup (_ ("The file does not say when this was reported: the progress note is dated today.")));
  return follow_import_run_settle (self, note, error);
}
