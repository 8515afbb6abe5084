/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-import-names.h"
#include "follow-plan-text.h"

/* The writing of what was decided. */
typedef struct
{
  FollowUpdateReturn *update; /* (unowned) */
  FollowChanges *changes;
  GHashTable *actions; /* gint64 → FollowRecord: copies, as two sheets may speak of one */
  GPtrArray *order;    /* of FollowRecord: those copies, as they came */
  FollowImportNames *names;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->changes, follow_changes_free);
  g_clear_pointer (&self->actions, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->names, follow_import_names_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* What came of one sheet. */
typedef struct
{
  gboolean was_said; /* anything */
  gboolean has_news; /* that was not known from an earlier reading */
  gboolean has_left; /* something to decide */
} Outcome;

static void
save (Writing *self, FollowRecord *record)
{
  gboolean is_stored = follow_record_is_stored (record);
  gboolean is_changed = !is_stored || follow_record_is_changed (record);

  /* The lines of a sheet are its own business: what counts for people is what became of them. */
  if (!g_str_equal (follow_record_get_kind (record)->name, "update_answer"))
    follow_import_result_count (self->update->result, follow_record_get_kind (record),
                                !is_stored   ? FOLLOW_IMPORT_NEW
                                : is_changed ? FOLLOW_IMPORT_CHANGED
                                             : FOLLOW_IMPORT_UNCHANGED);
  if (is_changed)
    follow_changes_save (self->changes, record);
}

static FollowRecord *
get_action (Writing *self, FollowRecord *action)
{
  gint64 id = follow_record_get_id (action);
  FollowRecord *copy = g_hash_table_lookup (self->actions, &id);

  if (copy == NULL)
    {
      copy = follow_record_copy (action);
      g_hash_table_insert (self->actions, g_memdup2 (&id, sizeof id), copy);
      g_ptr_array_add (self->order, copy);
    }
  return copy;
}

static const char *
get_accepted (FollowUpdateAnswer *answer, FollowUpdateColumn column)
{
  const FollowUpdateItem *item = follow_update_answer_get_item (answer, column);

  return item->accepted ? item->text : NULL;
}

/* Noted before the action itself, so that the store finds the reason and adds no change of its own. */
static void
take_expected (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, FollowRecord *action)
{
  const char *wording = get_accepted (answer, FOLLOW_UPDATE_EXPECTED);
  const char *reason = get_accepted (answer, FOLLOW_UPDATE_REASON);
  g_autofree char *day = follow_date_format_long (file->date);
  g_autofree char *none = NULL;
  g_autoptr (FollowRecord) change = NULL;
  FollowValue *before;

  if (wording == NULL)
    return;
  before = follow_record_get (action, "timescale");
  if (before != NULL)
    {
      /* Translators: a day, then a person or post */
      none = g_strdup_printf (_ ("Given in the update sheet of %s by %s, without a reason"), day, file->by);
      change = follow_record_new (follow_kind_find ("timescale_change"), follow_record_get_id (action));
      follow_record_set (change, "from", before);
      follow_record_set_timescale (change, "to", wording);
      follow_record_set_text (change, "reason", reason != NULL ? reason : none);
      follow_record_set_text (change, "on", file->date);
      save (self, change);
    }
  follow_record_set_timescale (action, "timescale", wording);
}

static gboolean
is_there (GPtrArray *evidence, const char *title)
{
  g_autofree char *folded = follow_plan_fold (title);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *other = follow_plan_fold (follow_record_get_text (evidence->pdata[i], "title"));

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_evidence (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, GError **error)
{
  const FollowKind *kind = follow_kind_find ("evidence");
  const char *text = get_accepted (answer, FOLLOW_UPDATE_EVIDENCE);
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (text);
  g_autoptr (GPtrArray) there = NULL;

  if (text == NULL)
    return TRUE;
  there =
      follow_register_load_children (self->update->reg, kind, follow_record_get_id (answer->action), error);
  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (FollowRecord) evidence = NULL;

      if (is_there (there, lines->pdata[i]))
        continue;
      evidence = follow_record_new (kind, follow_record_get_id (answer->action));
      follow_record_set_text (evidence, "title", lines->pdata[i]);
      if (strstr (lines->pdata[i], "://") != NULL && strpbrk (lines->pdata[i], " \t") == NULL)
        follow_record_set_text (evidence, "location", lines->pdata[i]);
      follow_record_set_text (evidence, "added_on", file->date);
      save (self, evidence);
      g_ptr_array_add (there, g_object_ref (evidence));
    }
  return TRUE;
}

static gboolean
take_leads (Writing *self, FollowUpdateAnswer *answer, FollowRecord *action, GError **error)
{
  const char *text = get_accepted (answer, FOLLOW_UPDATE_REASSIGN);
  g_autoptr (FollowImportPeople) people = NULL;
  g_autoptr (FollowValue) leads = NULL;

  if (text == NULL)
    return TRUE;
  if (self->names == NULL && (self->names = follow_import_names_load (self->update->reg, error)) == NULL)
    return FALSE;
  people = follow_import_names_read (self->names, text);
  if (people->leads->len > 0)
    leads = follow_value_new_links ((const gint64 *) (gpointer) people->leads->data, people->leads->len);
  follow_record_set (action, "leads", leads);
  follow_record_set_text (action, "lead_as_written", text);
  return TRUE;
}

static void
add_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

/* What the sheet said, for the history of the action. Returns: (transfer full): "" for nothing */
static char *
word_note (FollowUpdateAnswer *answer)
{
  GString *text = g_string_new (get_accepted (answer, FOLLOW_UPDATE_PROGRESS));
  const FollowUpdateItem *reassign = follow_update_answer_get_item (answer, FOLLOW_UPDATE_REASSIGN);
  const char *status = get_accepted (answer, FOLLOW_UPDATE_STATUS);
  const char *expected = get_accepted (answer, FOLLOW_UPDATE_EXPECTED);
  const char *reason = get_accepted (answer, FOLLOW_UPDATE_REASON);

  if (text->len == 0 && status != NULL)
    add_line (text, g_strdup_printf (_ ("Declared “%s”, without a word on progress."), status));
  if (text->len == 0 && expected != NULL)
    add_line (text, g_strdup_printf (_ ("Expected %s, without a word on progress."), expected));
  if (reason != NULL && expected == NULL)
    add_line (text, g_strdup_printf (_ ("Why the date moves: %s"), reason));
  /* The request stands on record whether it is agreed to or not. */
  if (reassign->said != NULL && !reassign->is_known)
    add_line (text, g_strdup_printf (_ ("Asks for the action to be given to: %s"), reassign->said));
  return g_string_free (text, FALSE);
}

static void
take_note (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, FollowRecord *action)
{
  g_autofree char *text = word_note (answer);
  g_autoptr (FollowRecord) note = NULL;

  if (*text == '\0')
    return;
  note = follow_record_new (follow_kind_find ("progress_note"), follow_record_get_id (action));
  follow_record_set_text (note, "date", file->date);
  follow_record_set_text (note, "by", file->by);
  follow_record_set_text (note, "text", text);
  follow_record_set_text (note, "status", follow_record_get_text (action, "status"));
  save (self, note);
}

/* What was left, for whoever decides. */
static void
report_left (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, const FollowUpdateItem *item)
{
  g_autofree char *name = follow_update_name_action (answer->answer);
  int column = file->text->columns[item->column];

  if (item->said == NULL || item->accepted || item->change == FOLLOW_UPDATE_UNCHANGED ||
      item->change == FOLLOW_UPDATE_IN_REGISTER)
    return;
  if (item->doubt != NULL)
    follow_update_remark (self->update, file, answer->row, column, FOLLOW_SEVERITY_WARNING,
                          /* Translators: a sentence on a doubt, then "action 12" */
                          g_strdup_printf (_ ("%s It was left as it is for %s."), item->doubt, name));
  else if (item->change == FOLLOW_UPDATE_BOTH)
    follow_update_remark (
        self->update, file, answer->row, column, FOLLOW_SEVERITY_WARNING,
        /* Translators: a heading of the sheet, "action 12", what was sent, what the sheet says, what is now */
        g_strdup_printf (
            _ ("%s of %s: it was “%s” when the sheet was sent, the sheet says “%s”, and the register "
               "“%s” since. It was left as it is."),
            follow_update_column_get_heading (item->column), name, item->sent != NULL ? item->sent : "",
            item->said, item->now != NULL ? item->now : ""));
  else
    follow_update_remark (self->update, file, answer->row, column, FOLLOW_SEVERITY_NOTE,
                          g_strdup_printf (_ ("“%s” was left for %s."), item->said, name));
}

/* Keeps what the sheet said, in its own words, and what became of it. */
static void
note_answer (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, Outcome *outcome)
{
  g_autoptr (FollowRecord) record = follow_record_is_stored (answer->answer)
                                        ? follow_record_copy (answer->answer)
                                        : g_object_ref (answer->answer);
  g_autoptr (GString) taken = g_string_new (NULL);
  gboolean left = FALSE;
  gboolean said = answer->proposal != NULL;

  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    {
      const FollowUpdateItem *item = &answer->items[i];
      const char *key = follow_update_column_get_key (item->column);
      gboolean is_news = item->said != NULL &&
                         (item->column != FOLLOW_UPDATE_STATUS || g_strcmp0 (item->said, item->sent) != 0);

      if (item->said != NULL)
        follow_record_set_text (record, key, item->said);
      said |= is_news;
      if (item->accepted || (is_news && item->change == FOLLOW_UPDATE_UNCHANGED))
        g_string_append_printf (taken, "%s%s", taken->len > 0 ? " " : "", key);
      else if (is_news && item->change != FOLLOW_UPDATE_IN_REGISTER && answer->proposal == NULL)
        left = TRUE;
    }
  left |= answer->proposal != NULL && !answer->accepted &&
          g_strcmp0 (follow_record_get_text (record, "outcome"), "taken") != 0;
  if (said)
    {
      follow_record_set_text (record, "proposal", answer->proposal);
      if (follow_record_get_text (record, "answered_on") == NULL || follow_record_is_changed (record))
        follow_record_set_text (record, "answered_on", file->date);
      follow_record_set_text (record, "taken", taken->len > 0 ? taken->str : NULL);
      follow_record_set_text (record, "outcome", !left ? "taken" : taken->len > 0 ? "partly" : "left");
      outcome->has_news |= !follow_record_is_stored (record) || follow_record_is_changed (record);
      save (self, record);
    }
  outcome->has_left |= left;
  outcome->was_said |= said;
}

static void
take_proposal (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer)
{
  const FollowUpdateItem *expected = follow_update_answer_get_item (answer, FOLLOW_UPDATE_EXPECTED);
  g_autoptr (FollowRecord) action = NULL;

  if (!answer->accepted)
    {
      if (follow_record_get_text (answer->answer, "outcome") == NULL)
        follow_update_remark (
            self->update, file, answer->row, file->text->columns[FOLLOW_UPDATE_WORDING], FOLLOW_SEVERITY_NOTE,
            g_strdup_printf (_ ("A new action is proposed, “%s”: it was kept with the sheet, and "
                                "is for you to agree."),
                             answer->proposal));
      return;
    }
  action = follow_record_new (follow_kind_find ("action"), 0);
  follow_record_set_text (action, "wording", answer->proposal);
  if (answer->plan_id != 0)
    follow_record_set_link (action, "plan", answer->plan_id);
  follow_record_set_timescale (action, "timescale", expected->text);
  follow_record_set_text (action, "lead_as_written",
                          follow_update_answer_get_item (answer, FOLLOW_UPDATE_REASSIGN)->text);
  follow_record_set_text (action, "status", "not_started");
  save (self, action);
}

static gboolean
take_answer (Writing *self, FollowUpdateFile *file, FollowUpdateAnswer *answer, GError **error)
{
  const char *status = get_accepted (answer, FOLLOW_UPDATE_STATUS);
  FollowRecord *action = get_action (self, answer->action);

  if (status != NULL)
    follow_record_set_text (action, "status", follow_plan_read_status (status));
  take_expected (self, file, answer, action);
  if (!take_evidence (self, file, answer, error) || !take_leads (self, answer, action, error))
    return FALSE;
  take_note (self, file, answer, action);
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    report_left (self, file, answer, &answer->items[i]);
  return TRUE;
}

static void
note_sheet (Writing *self, FollowUpdateFile *file, const Outcome *outcome)
{
  g_autoptr (FollowRecord) sheet = follow_record_copy (file->sheet);
  gboolean is_filled = outcome->was_said || file->text->filled_by != NULL || file->text->filled_on != NULL;

  if (!is_filled)
    follow_update_remark_on_file (
        self->update, file, FOLLOW_SEVERITY_NOTE,
        g_strdup_printf (_ ("Nothing has been filled in: the sheet of %s counts as not answered."),
                         file->recipient));
  else if (outcome->has_news || follow_record_get_text (sheet, "answered_on") == NULL)
    {
      follow_record_set_text (sheet, "answered_on", file->date);
      follow_record_set_text (sheet, "answered_by", file->text->filled_by);
      follow_record_set_text (sheet, "saved_at", file->saved_at);
      follow_record_set_text (sheet, "outcome",
                              !outcome->was_said  ? "nothing"
                              : outcome->has_left ? "partly"
                                                  : "taken");
    }
  save (self, sheet);
}

static gboolean
take_file (Writing *self, FollowUpdateFile *file, GError **error)
{
  Outcome outcome = { FALSE };

  for (guint i = 0; i < file->answers->len; i++)
    {
      FollowUpdateAnswer *answer = file->answers->pdata[i];

      if (answer->proposal != NULL)
        take_proposal (self, file, answer);
      else if (answer->action == NULL)
        continue;
      else if (!take_answer (self, file, answer, error))
        return FALSE;
      note_answer (self, file, answer, &outcome);
    }
  note_sheet (self, file, &outcome);
  return TRUE;
}

gboolean
follow_update_return_commit (FollowUpdateReturn *update, gboolean dry_run, GError **error)
{
  g_auto (Writing) self = { .update = update };

  /* Translators: a step for Undo */
  self.changes = follow_changes_new (_ ("Reading of update sheets"));
  self.actions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.order = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < update->files->len; i++)
    {
      FollowUpdateFile *file = update->files->pdata[i];

      if (file->refusal == NULL && !take_file (&self, file, error))
        return FALSE;
    }
  for (guint i = 0; i < self.order->len; i++)
    save (&self, self.order->pdata[i]);
  return dry_run || follow_changes_get_size (self.changes) == 0 ||
         follow_register_commit (update->reg, self.changes, error);
}
