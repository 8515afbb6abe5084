/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-private.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

/* The lines of one sheet in the register, and which row of the file is which of them. */
typedef struct
{
  FollowUpdateReturn *update; /* (unowned) */
  FollowUpdateFile *file;     /* (unowned) */
  GPtrArray *known;           /* of FollowRecord: the sheet's lines that stand for actions */
  GPtrArray *proposals;       /* of FollowRecord: what it proposed when it was read before */
  GHashTable *rows;           /* FollowRecord of @known → FollowUpdateLine */
  GHashTable *doubled;        /* FollowRecord of @known: rows contradict each other */
} Matching;

static void
matching_clear (Matching *self)
{
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->doubled, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, matching_clear)

static gboolean
reads_the_same (const char *one, const char *other)
{
  g_autofree char *left = follow_plan_fold (one);
  g_autofree char *right = follow_plan_fold (other);

  return g_str_equal (left, right);
}

static const FollowUpdateLine *
find_sent (Matching *self, FollowRecord *known)
{
  gint64 id = follow_record_get_link (known, "action");

  for (guint i = 0; i < self->file->text->sent->len; i++)
    {
      const FollowUpdateLine *line = self->file->text->sent->pdata[i];

      if (line->id == id)
        return line;
    }
  return NULL;
}

/* Whether the row shows the wording that the action had when it was sent, or has now. */
static gboolean
has_wording (Matching *self, const FollowUpdateLine *line, FollowRecord *known)
{
  const FollowUpdateLine *sent = find_sent (self, known);
  const char *wording = line->cells[FOLLOW_UPDATE_WORDING];
  g_autoptr (FollowRecord) action = NULL;

  if (wording == NULL)
    return FALSE;
  if (sent != NULL && reads_the_same (wording, sent->cells[FOLLOW_UPDATE_WORDING]))
    return TRUE;
  action = follow_register_get (self->update->reg, follow_kind_find ("action"),
                                follow_record_get_link (known, "action"), NULL);
  return action != NULL && reads_the_same (wording, follow_record_get_text (action, "wording"));
}

static gboolean
has_number (const FollowUpdateLine *line, FollowRecord *known)
{
  return reads_the_same (line->cells[FOLLOW_UPDATE_NUMBER], follow_record_get_text (known, "number"));
}

static FollowRecord *
find_by_id (Matching *self, gint64 id)
{
  for (guint i = 0; i < self->known->len; i++)
    if (follow_record_get_link (self->known->pdata[i], "action") == id)
      return self->known->pdata[i];
  return NULL;
}

/* Returns: the only line of this wording, and of this number where several have it */
static FollowRecord *
find_by_words (Matching *self, const FollowUpdateLine *line)
{
  FollowRecord *found = NULL;
  FollowRecord *numbered = NULL;
  guint n_found = 0;
  guint n_numbered = 0;

  for (guint i = 0; i < self->known->len; i++)
    {
      FollowRecord *known = self->known->pdata[i];

      if (!has_wording (self, line, known))
        continue;
      found = known;
      n_found++;
      if (!has_number (line, known))
        continue;
      numbered = known;
      n_numbered++;
    }
  return n_found == 1 ? found : n_numbered == 1 ? numbered : NULL;
}

/* The hidden id names the line, and its wording bears it out: rows may have been sorted without their hidden
 * column. */
static FollowRecord *
find_line (Matching *self, const FollowUpdateLine *line)
{
  FollowRecord *named = line->id != 0 ? find_by_id (self, line->id) : NULL;
  FollowRecord *worded;

  if (named != NULL && has_wording (self, line, named))
    return named;
  worded = find_by_words (self, line);
  if (worded != NULL)
    {
      if (line->id != 0)
        follow_update_remark (
            self->update, self->file, line->row, self->file->text->columns[FOLLOW_UPDATE_ID],
            FOLLOW_SEVERITY_NOTE,
            g_strdup (
                _ ("The hidden id of this row is another action’s: the row was known by its wording.")));
      return worded;
    }
  return named != NULL && has_number (line, named) ? named : NULL;
}

/* Whether anything was written into the row. */
static gboolean
is_answered (Matching *self, const FollowUpdateLine *line, FollowRecord *known)
{
  const FollowUpdateLine *sent = find_sent (self, known);

  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    {
      guint column = FOLLOW_UPDATE_FIRST_INPUT + i;

      if (line->cells[column] != NULL &&
          (sent == NULL || !reads_the_same (line->cells[column], sent->cells[column])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_the_same (const FollowUpdateLine *one, const FollowUpdateLine *other)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    if (g_strcmp0 (one->cells[FOLLOW_UPDATE_FIRST_INPUT + i], other->cells[FOLLOW_UPDATE_FIRST_INPUT + i]) !=
        0)
      return FALSE;
  return TRUE;
}

static void
claim (Matching *self, FollowRecord *known, const FollowUpdateLine *line)
{
  const FollowUpdateLine *before = g_hash_table_lookup (self->rows, known);
  g_autofree char *name = NULL;

  if (before == NULL || !is_answered (self, before, known))
    {
      g_hash_table_insert (self->rows, known, (gpointer) line);
      return;
    }
  if (!is_answered (self, line, known) || says_the_same (before, line))
    return;
  name = follow_update_name_action (known);
  g_hash_table_add (self->doubled, known);
  follow_update_remark (
      self->update, self->file, line->row, -1, FOLLOW_SEVERITY_ERROR,
      /* Translators: "action 12", then the number of a row */
      g_strdup_printf (_ ("There are two rows of %s that say different things, the other is "
                          "row %u: neither was taken."),
                       name, before->row + 1));
}

/* Cells that are locked say what was agreed; what a lead made of them is told, not taken. */
static void
report_locked (Matching *self, const FollowUpdateLine *line, FollowRecord *known)
{
  const FollowUpdateLine *sent = find_sent (self, known);

  for (guint i = 0; sent != NULL && i < FOLLOW_UPDATE_FIRST_INPUT; i++)
    if (self->file->text->columns[i] >= 0 && !reads_the_same (line->cells[i], sent->cells[i]))
      follow_update_remark (
          self->update, self->file, line->row, self->file->text->columns[i], FOLLOW_SEVERITY_WARNING,
          g_strdup_printf (_ ("This cell shows what was agreed and was changed to “%s”: not taken."),
                           line->cells[i] != NULL ? line->cells[i] : ""));
}

static FollowUpdateAnswer *
add_answer (Matching *self, FollowRecord *record, const FollowUpdateLine *line)
{
  FollowUpdateAnswer *answer = g_new0 (FollowUpdateAnswer, 1);
  gint64 action = follow_record_get_link (record, "action");

  answer->answer = g_object_ref (record);
  answer->row = line->row;
  if (action != 0)
    answer->action = follow_register_get (self->update->reg, follow_kind_find ("action"), action, NULL);
  follow_update_answer_fill (self->update, answer, line);
  g_ptr_array_add (self->file->answers, answer);
  return answer;
}

/* What was proposed before and still is stays the same line. */
static FollowRecord *
find_proposal (Matching *self, const char *wording)
{
  for (guint i = 0; i < self->proposals->len; i++)
    if (reads_the_same (follow_record_get_text (self->proposals->pdata[i], "proposal"), wording))
      return g_object_ref (self->proposals->pdata[i]);
  return follow_record_new (follow_kind_find ("update_answer"), follow_record_get_id (self->file->sheet));
}

static void
take_row_without_action (Matching *self, const FollowUpdateLine *line)
{
  const char *wording = line->cells[FOLLOW_UPDATE_WORDING];
  g_autoptr (FollowRecord) record = NULL;

  if (line->id != 0)
    follow_update_remark (
        self->update, self->file, line->row, -1, FOLLOW_SEVERITY_ERROR,
        g_strdup (_ ("This row’s hidden id is none that the sheet was sent with, and its wording is "
                     "none of its actions’: it was not taken.")));
  else if (wording == NULL)
    follow_update_remark (self->update, self->file, line->row, -1, FOLLOW_SEVERITY_WARNING,
                          g_strdup (_ ("This row says nothing about any action: it was not taken.")));
  else
    {
      FollowUpdateAnswer *answer;

      record = find_proposal (self, wording);
      answer = add_answer (self, record, line);
      answer->proposal = g_strdup (wording);
    }
}

static void
take_rows (Matching *self)
{
  for (guint i = 0; i < self->file->text->lines->len; i++)
    {
      const FollowUpdateLine *line = self->file->text->lines->pdata[i];
      FollowRecord *known = find_line (self, line);

      if (known != NULL)
        claim (self, known, line);
      else
        take_row_without_action (self, line);
    }
}

static void
take_answers (Matching *self)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      FollowRecord *known = self->known->pdata[i];
      const FollowUpdateLine *line = g_hash_table_lookup (self->rows, known);
      g_autofree char *name = follow_update_name_action (known);

      if (line == NULL)
        follow_update_remark_on_file (
            self->update, self->file, FOLLOW_SEVERITY_WARNING,
            /* Translators: "action 12" */
            g_strdup_printf (_ ("The row of %s is gone: nothing was taken for it."), name));
      if (line == NULL || g_hash_table_contains (self->doubled, known))
        continue;
      report_locked (self, line, known);
      add_answer (self, known, line);
    }
}

static gboolean
is_column_known (Matching *self, guint column)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    if (self->file->text->columns[i] == (int) column)
      return TRUE;
  return FALSE;
}

/* Columns that the sheet did not have, with something in them. */
static void
report_columns (Matching *self)
{
  const FollowReadSheet *table = self->file->text->table;
  g_autofree FollowImportArea *areas = g_new0 (FollowImportArea, table->n_columns + 1);
  g_autofree gboolean *found = g_new0 (gboolean, table->n_columns + 1);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (table->cells, FollowReadCell, i);
      FollowImportArea *area = &areas[cell->column];

      if (cell->row + 1 < self->file->text->first_row || *cell->text == '\0' ||
          is_column_known (self, cell->column))
        continue;
      if (!found[cell->column])
        *area = (FollowImportArea){ cell->row, cell->column, cell->row, cell->column };
      area->last_row = cell->row;
      found[cell->column] = TRUE;
    }
  for (guint column = 0; column < table->n_columns; column++)
    if (found[column])
      follow_import_result_add_not_taken (
          self->update->result, follow_update_file_get_index (self->update, self->file),
          follow_update_file_get_place (self->update, self->file), &areas[column],
          _ ("The sheet had no such column when it was sent."));
}

static void
report_comments (Matching *self)
{
  const FollowReadSheet *table = self->file->text->table;

  for (guint i = 0; i < table->comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (table->comments, FollowReadComment, i);

      follow_update_remark (self->update, self->file, comment->row, comment->column, FOLLOW_SEVERITY_WARNING,
                            g_strdup_printf (_ ("A comment was not taken: “%s”"), comment->text));
    }
}

static gboolean
load_lines (Matching *self, GError **error)
{
  g_autoptr (GPtrArray) all = follow_register_load_children (
      self->update->reg, follow_kind_find ("update_answer"), follow_record_get_id (self->file->sheet), error);

  if (all == NULL)
    return FALSE;
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->proposals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (follow_record_get_link (all->pdata[i], "action") != 0 ? self->known : self->proposals,
                     g_object_ref (all->pdata[i]));
  return TRUE;
}

gboolean
follow_update_compare (FollowUpdateReturn *update, FollowUpdateFile *file, GError **error)
{
  g_auto (Matching) self = { .update = update, .file = file };

  if (!load_lines (&self, error))
    return FALSE;
  self.rows = g_hash_table_new (NULL, NULL);
  self.doubled = g_hash_table_new (NULL, NULL);
  take_rows (&self);
  take_answers (&self);
  report_columns (&self);
  report_comments (&self);
  return TRUE;
}
