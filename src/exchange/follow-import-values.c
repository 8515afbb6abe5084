/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-values.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-import-colour.h"
#include "follow-import-meaning.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

/* Words that people put where a status belongs. */
static const struct
{
  const char *status;
  const char *words; /* folded beginnings, separated by | */
} sayings[] = {
  { "not_started", "not begun|not yet|planned|to start|to be|pending|outstanding|tbc" },
  { "complete", "compl|done|finish|closed|achieved|delivered|implemented|signed off|signed-off|discharged" },
  { "withdrawn", "cancel|supersed|no longer|removed|deleted|dropped|n/a" },
  { "off_track", "overdue|stalled|at risk|off target|not achieved|missed|blocked" },
  { "slippage", "delay|behind|slip|some slip|partial|partly|orange|yellow|paused|on hold" },
  { "on_track", "ongoing|on-going|in progress|underway|under way|started|commenced|on target|on "
                "schedule|begun|live|open|continu" },
};

static gboolean
is_status (const FollowField *field)
{
  return follow_field_find_choice (field, "off_track") != NULL;
}

/* Returns: (nullable): the status that @text most likely names */
static const char *
guess_status (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_auto (GStrv) words = g_strsplit (sayings[i].words, "|", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (g_str_has_prefix (folded, words[j]))
          return sayings[i].status;
    }
  return NULL;
}

/* Returns: (nullable): the choice that @text abbreviates */
static const char *
guess_choice (const FollowField *field, const char *text)
{
  g_autofree char *folded = follow_plan_fold (text);
  const char *found = is_status (field) ? guess_status (folded) : NULL;

  for (const FollowChoice *choice = field->choices; found == NULL && choice->id != NULL; choice++)
    {
      g_autofree char *label = follow_plan_fold (_ (choice->label));

      if (g_utf8_strlen (folded, -1) >= 3 &&
          (g_str_has_prefix (label, folded) || g_str_has_prefix (folded, label)))
        found = choice->id;
    }
  return found;
}

static void
add_choices (FollowImportDoubt *doubt, const FollowField *field, const char *first)
{
  if (first != NULL)
    follow_import_doubt_add_answer (doubt, first, follow_field_get_choice_label (field, first));
  for (const FollowChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, first) != 0)
      follow_import_doubt_add_answer (doubt, choice->id, _ (choice->label));
}

static void
add_note_and_none (FollowImportDoubt *doubt, const FollowKind *kind)
{
  if (follow_kind_has_notes (kind))
    follow_import_doubt_add_answer (doubt, "note", _ ("Keep it in a note"));
  follow_import_doubt_add_answer (doubt, "leave_out", _ ("Leave it out"));
}

static char *
get_scope (const FollowImportField *column)
{
  return g_strdup_printf ("%s.%s", column->kind->name, column->field->name);
}

/* Whether a cell that was taken for a status, or another choice, says more than that: “Done, subject to …”. One word
 * is but another word for it. */
static gboolean
says_more (const FollowField *field, const char *text)
{
  g_autofree char *folded = follow_plan_fold (text);

  if (strpbrk (folded, " \n") == NULL)
    return FALSE;
  for (guint i = 0; is_status (field) && i < G_N_ELEMENTS (sayings); i++)
    {
      g_auto (GStrv) words = g_strsplit (sayings[i].words, "|", -1);

      if (g_strv_contains ((const char *const *) words, folded))
        return FALSE;
    }
  return TRUE;
}

static void
keep_words (FollowImportRun *self,
            FollowImportEntry *entry,
            const FollowImportField *column,
            const char *text)
{
  if (follow_kind_has_notes (column->kind))
    follow_import_entry_add_to_note (entry, follow_field_get_label (column->field), text);
  else
    follow_import_run_leave_out (self, entry, column->kind->name, column->field->name,
                                 _ ("The cell says more than its field can hold."));
}

/* The cell is not what its field can hold. */
static void
ask (FollowImportRun *self,
     FollowImportEntry *entry,
     FollowRecord *record,
     const FollowImportField *column,
     const char *text)
{
  const FollowImportPlace place = { entry->table->index, entry->row, column->column };
  const gboolean chooses = column->field->type == FOLLOW_FIELD_CHOICE;
  g_autofree char *scope = get_scope (column);
  FollowImportDoubt *doubt = follow_import_doubts_find (
      self->doubts, chooses ? FOLLOW_DOUBT_CHOICE : FOLLOW_DOUBT_UNREADABLE, scope, text, &place);
  const char *guess = chooses ? guess_choice (column->field, text) : NULL;
  g_autofree char *shown = follow_words_quote (text);
  const char *answer;

  if (doubt->answers->len == 0)
    {
      if (guess != NULL)
        add_choices (doubt, column->field, guess);
      add_note_and_none (doubt, column->kind);
      if (guess == NULL)
        add_choices (doubt, column->field, NULL);
    }
  answer = follow_import_doubts_answer (self->doubts, doubt,
                                        is_status (column->field)
                                            ? g_strdup_printf (_ ("“%s” is not a status"), shown)
                                            /* Translators: a cell's text, then the name of a field */
                                            : g_strdup_printf (_ ("“%s” cannot be read as “%s”"), shown,
                                                               follow_field_get_label (column->field)));
  if (follow_field_find_choice (column->field, answer) != NULL)
    {
      follow_record_set_text (record, column->field->name, answer);
      if (says_more (column->field, text))
        keep_words (self, entry, column, text);
    }
  else if (g_str_equal (answer, "note"))
    follow_import_entry_add_to_note (entry, follow_field_get_label (column->field), text);
  else
    follow_import_run_leave_out (self, entry, column->kind->name, column->field->name, doubt->message);
}

/* A cell that holds a real date may have a time of day, which no field of ours keeps. */
static char *
read_day (const char *text)
{
  g_autofree char *day = g_strndup (text, strcspn (text, "T"));

  return follow_date_is_valid (day) ? g_steal_pointer (&day) : g_strdup (text);
}

/* A whole number may be shown with a point and noughts behind it. Returns: (transfer full) */
static char *
read_integer (const char *text)
{
  const char *point = strchr (text, '.');

  if (point != NULL && point != text && point[1] != '\0' && strspn (point + 1, "0") == strlen (point + 1))
    return g_strndup (text, point - text);
  return g_strdup (text);
}

/* Returns: (transfer full): what the cell says, as the field's own type writes it */
static char *
tidy (const FollowField *field, const char *text)
{
  if (field->type == FOLLOW_FIELD_DATE)
    return read_day (text);
  return field->type == FOLLOW_FIELD_INTEGER ? read_integer (text) : g_strdup (text);
}

void
follow_import_take_value (FollowImportRun *self,
                          FollowImportEntry *entry,
                          FollowRecord *record,
                          const FollowImportField *column,
                          const char *text)
{
  g_autofree char *tidied = tidy (column->field, text);
  g_autoptr (FollowValue) value = NULL;

  if (column->field->type == FOLLOW_FIELD_CHOICE && is_status (column->field))
    value = follow_value_new_text (follow_plan_read_status (text));
  else
    value = follow_field_read (column->field, tidied, NULL);
  if (value != NULL)
    follow_record_set (record, column->field->name, value);
  else
    ask (self, entry, record, column, text);
}

/* Returns: the status that the user takes the colour or the stroke for, NULL for none */
static const char *
ask_status (FollowImportRun *self, FollowImportDoubt *doubt, const char *guess, char *message)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "status");
  const char *answer;

  if (doubt->answers->len == 0)
    {
      if (guess == NULL)
        follow_import_doubt_add_answer (doubt, "ignore", _ ("It says nothing"));
      add_choices (doubt, field, guess);
      if (guess != NULL)
        follow_import_doubt_add_answer (doubt, "ignore", _ ("It says nothing"));
    }
  answer = follow_import_doubts_answer (self->doubts, doubt, message);
  return follow_field_find_choice (field, answer) != NULL ? answer : NULL;
}

static const char *
take_fill (FollowImportRun *self, FollowImportEntry *entry, guint column, FollowReadColour fill)
{
  const FollowImportPlace place = { entry->table->index, entry->row, column };
  const guint32 colour = fill & 0xffffff;
  g_autofree char *text = g_strdup_printf ("#%06x", colour);
  FollowImportDoubt *doubt =
      follow_import_doubts_find (self->doubts, FOLLOW_DOUBT_COLOUR, "action.status", text, &place);

  doubt->colour = colour;
  return ask_status (self, doubt, follow_colour_guess_status (colour),
                     /* Translators: %s is a colour’s name */
                     g_strdup_printf (_ ("A colour without a word (%s)"), follow_colour_get_name (colour)));
}

static const char *
take_stroke (FollowImportRun *self, FollowImportEntry *entry, guint column)
{
  const FollowImportPlace place = { entry->table->index, entry->row, column };
  FollowImportDoubt *doubt =
      follow_import_doubts_find (self->doubts, FOLLOW_DOUBT_STRUCK, "action.status", "", &place);

  return ask_status (self, doubt, "complete", g_strdup (_ ("The row is struck through")));
}

void
follow_import_take_colour (FollowImportRun *self, FollowImportEntry *entry, FollowRecord *action)
{
  const FollowReadSheet *cells = entry->table->view.cells;
  const FollowImportField *column = follow_import_table_find (entry->table, "action", "status");
  const FollowImportField *wording = follow_import_table_find (entry->table, "action", "wording");
  const FollowReadCell *cell = follow_read_sheet_cell (cells, entry->row, wording->column);
  FollowReadColour fill =
      column != NULL ? follow_read_sheet_fill (cells, entry->row, column->column) : FOLLOW_READ_NO_FILL;
  const char *status = NULL;

  if (column != NULL && follow_import_entry_get (entry, "action", "status") != NULL)
    return;
  if (fill != FOLLOW_READ_NO_FILL && (fill & 0xffffff) != 0xffffff)
    status = take_fill (self, entry, column->column, fill);
  if (status == NULL && cell != NULL && cell->struck == FOLLOW_READ_STRUCK)
    status = take_stroke (self, entry, wording->column);
  if (status != NULL)
    follow_record_set_text (action, "status", status);
}
