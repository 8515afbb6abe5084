/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-import-run.h"
#include "follow-import-words.h"

/* Returns: (transfer full): "Comment on “Timescale” by Anna: text" */
static char *
describe_comment (const FollowImportTable *table, const FollowReadComment *comment)
{
  const char *heading = comment->column < table->view.columns->len
                            ? g_array_index (table->view.columns, FollowImportColumn, comment->column).heading
                            : "";

  if (*comment->author == '\0')
    /* Translators: a column's heading, then what somebody remarked there */
    return g_strdup_printf (_ ("Comment on “%s”: %s"), heading, comment->text);
  /* Translators: a column's heading, who remarked something there, and what */
  return g_strdup_printf (_ ("Comment on “%s” by %s: %s"), heading, comment->author, comment->text);
}

/* Where the comments of a row begin. */
static guint
find_comments (const GArray *comments, guint row)
{
  guint low = 0;
  guint high = comments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (comments, FollowReadComment, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_comments (FollowImportEntry *entry, guint row)
{
  const GArray *comments = entry->table->view.cells->comments;

  for (guint i = find_comments (comments, row); i < comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (comments, FollowReadComment, i);
      g_autofree char *text = NULL;

      if (comment->row != row)
        break;
      text = describe_comment (entry->table, comment);
      follow_import_entry_add_to_note (entry, "", text);
    }
}

static void
add_column (FollowImportRun *self, FollowImportEntry *entry, guint row, guint column)
{
  const FollowImportTable *table = entry->table;
  const char *text = follow_import_table_text (table, row, column);

  if (text == NULL)
    return;
  follow_import_entry_add_to_note (
      entry, g_array_index (table->view.columns, FollowImportColumn, column).heading, text);
  follow_import_result_mark (self->result, table->index, row, column, FOLLOW_FATE_NOTE);
}

/* Where a link goes says more than its words. */
static void
add_links (FollowImportEntry *entry, guint row)
{
  const FollowReadSheet *cells = entry->table->view.cells;

  for (guint i = 0; cells->links->len > 0 && i < entry->table->view.columns->len; i++)
    {
      const FollowReadLink *link = follow_read_sheet_link_at (cells, row, i);
      const char *text = follow_read_sheet_text (cells, row, i);

      if (link == NULL || *link->target == '\0' || strstr (text, link->target) != NULL ||
          (g_str_has_prefix (link->target, "mailto:") &&
           strstr (text, link->target + strlen ("mailto:")) != NULL))
        continue;
      follow_import_entry_add_to_note (entry, _ ("Link"), link->target);
    }
}

char *
follow_import_run_describe_rest (FollowImportRun *self, FollowImportEntry *entry)
{
  const GArray *notes = entry->table->notes;

  if (entry->meeting != NULL)
    follow_import_entry_add_to_note (entry, _ ("From the meeting"), entry->meeting);
  if (entry->section != NULL && self->plan == NULL)
    follow_import_entry_add_to_note (entry, _ ("Area"), entry->section->wording);
  for (guint row = entry->row; row <= entry->last_row; row++)
    {
      for (guint i = 0; i < notes->len; i++)
        add_column (self, entry, row, g_array_index (notes, guint, i));
      add_comments (entry, row);
      add_links (entry, row);
    }
  return entry->note->len > 0 ? g_strdup (entry->note->str) : NULL;
}

void
follow_import_run_report_comments (FollowImportRun *self, const FollowImportTable *table)
{
  const GArray *comments = table->view.cells->comments;

  for (guint i = 0; i < comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (comments, FollowReadComment, i);
      const FollowImportArea cell = { comment->row, comment->column, comment->row, comment->column };
      FollowImportRole role = comment->row < table->view.rows->len
                                  ? follow_import_table_role (table, comment->row)
                                  : FOLLOW_ROLE_BLANK;
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;

      if (role == FOLLOW_ROLE_RECORD || role == FOLLOW_ROLE_CONTINUED)
        continue;
      text = describe_comment (table, comment);
      shown = follow_words_quote (text);
      follow_import_result_add_not_taken (self->result, table->index, table->view.name, &cell, shown);
    }
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
  const FollowImportPlace place = { entry->table->index, entry->row, column };
  g_autoptr (FollowRecord) note = NULL;

  if (find_note (notes, text) != NULL)
    {
      follow_import_result_count (self->result, follow_kind_find ("progress_note"), FOLLOW_IMPORT_UNCHANGED);
      return TRUE;
    }
  note = follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));
  follow_record_set_text (note, "date", follow_register_get_today (self->reg));
  follow_record_set_text (note, "text", text);
  follow_import_doubts_remark (
      self->doubts, &place, FOLLOW_SEVERITY_NOTE,
      g_strdup (_ ("The file does not say when this was reported: the progress note is dated today.")));
  return follow_import_run_settle (self, note, error);
}
