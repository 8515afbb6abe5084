/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-import-action.h"
#include "follow-import-steps.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

static FollowImportDoubt *
find_doubt (FollowActionFill *self, FollowDoubtType type, const char *text)
{
  const FollowImportField *column = follow_import_table_find (self->entry->table, "action", "timescale");
  const FollowImportPlace place = { self->entry->table->index, self->entry->row, column->column };

  return follow_import_doubts_find (self->run->doubts, type, "action.timescale", text, &place);
}

/* Returns: whether the wording of a day that does not exist is kept */
static gboolean
ask_impossible (FollowActionFill *self, const char *text)
{
  FollowImportDoubt *doubt = find_doubt (self, FOLLOW_DOUBT_IMPOSSIBLE_DATE, text);
  g_autofree char *shown = follow_words_quote (text);
  const char *answer;

  if (doubt->answers->len == 0)
    {
      follow_import_doubt_add_answer (doubt, "keep", _ ("Keep the wording"));
      follow_import_doubt_add_answer (doubt, "note", _ ("Keep it in a note"));
      follow_import_doubt_add_answer (doubt, "leave_out", _ ("Leave it out"));
    }
  answer = follow_import_doubts_answer (self->run->doubts, doubt,
                                        g_strdup_printf (_ ("“%s” is not a day"), shown));
  if (g_str_equal (answer, "note"))
    follow_import_entry_add_to_note (self->entry, _ ("Timescale"), text);
  else if (g_str_equal (answer, "leave_out"))
    follow_import_run_leave_out (self->run, self->entry, "action", "timescale", doubt->message);
  return g_str_equal (answer, "keep");
}

/* Returns: (transfer full): the timescale that keeps the wording @text, with the date in it where the
 * user wants that */
static FollowTimescale *
ask_sentence (FollowActionFill *self, const char *text, FollowTimescale *date)
{
  FollowImportDoubt *doubt = find_doubt (self, FOLLOW_DOUBT_SENTENCE, text);
  g_autofree char *shown = follow_words_quote (text);
  g_autofree char *due = follow_date_format_long (follow_timescale_get_last (date));

  if (doubt->answers->len == 0)
    {
      /* Translators: %s is a day */
      g_autofree char *label = g_strdup_printf (_ ("Keep the wording, due by %s"), due);

      follow_import_doubt_add_answer (doubt, "keep", _ ("Keep the wording"));
      follow_import_doubt_add_answer (doubt, "date", label);
    }
  if (g_str_equal (follow_import_doubts_answer (self->run->doubts, doubt,
                                                g_strdup_printf (_ ("“%s” has a date in a sentence"), shown)),
                   "keep"))
    return follow_timescale_parse (text);
  return follow_timescale_restore (text, follow_timescale_get_first (date), follow_timescale_get_last (date),
                                   follow_timescale_get_precision (date), follow_timescale_get_recurs (date));
}

static gboolean
is_open (const FollowTimescale *timescale)
{
  return follow_timescale_get_last (timescale) == NULL &&
         follow_timescale_get_recurs (timescale) == FOLLOW_RECURS_NEVER;
}

static void
set_wording (FollowActionFill *self, FollowRecord *record, const char *text)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (text);
  g_autoptr (FollowTimescale) date = NULL;
  g_autoptr (FollowValue) value = NULL;
  g_autofree char *shown = follow_words_quote (text);

  if (follow_timescale_is_impossible (timescale) && !ask_impossible (self, text))
    return;
  if (is_open (timescale) && !follow_timescale_is_impossible (timescale))
    {
      date = follow_import_find_date (text);
      if (date != NULL)
        {
          follow_timescale_unref (timescale);
          timescale = ask_sentence (self, text, date);
        }
      else
        follow_action_fill_remark (self, "timescale", FOLLOW_SEVERITY_NOTE,
                                   g_strdup_printf (_ ("“%s” is not a date: kept as written."), shown));
    }
  value = follow_value_new_timescale (timescale);
  follow_record_set (record, "timescale", value);
}

/* The milestone a step is: the one of its wording, else the one that stands where it stands. */
static FollowRecord *
find_milestone (FollowActionFill *self, GHashTable *claimed, const char *step, guint index)
{
  for (guint i = 0; step != NULL && i < self->milestones->len; i++)
    {
      FollowRecord *milestone = g_ptr_array_index (self->milestones, i);

      if (!g_hash_table_contains (claimed, milestone) &&
          g_strcmp0 (follow_record_get_text (milestone, "wording"), step) == 0)
        return milestone;
    }
  if (index >= self->milestones->len ||
      g_hash_table_contains (claimed, g_ptr_array_index (self->milestones, index)))
    return NULL;
  return g_ptr_array_index (self->milestones, index);
}

gboolean
follow_action_fill_milestones (FollowActionFill *self, GError **error)
{
  GPtrArray *lines = self->steps;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);

  if (lines == NULL)
    return TRUE;
  steps = follow_import_find_steps (follow_action_fill_get (self, "wording"), lines->len);
  if (steps == NULL)
    follow_action_fill_remark (
        self, "timescale", FOLLOW_SEVERITY_NOTE,
        g_strdup_printf (_ ("It is not certain which steps of the wording these %u timescales belong to: "
                            "they are milestones without a wording."),
                         lines->len));
  for (guint i = 0; i < lines->len; i++)
    {
      const char *step = steps != NULL ? g_ptr_array_index (steps, i) : NULL;
      FollowRecord *found = find_milestone (self, claimed, step, i);
      g_autoptr (FollowRecord) milestone = NULL;

      milestone = found != NULL ? follow_record_copy (found)
                                : follow_record_new (follow_kind_find ("milestone"),
                                                     follow_record_get_id (self->action));
      if (found != NULL)
        g_hash_table_add (claimed, found);
      if (step != NULL && follow_record_get_text (milestone, "wording") == NULL)
        follow_record_set_text (milestone, "wording", step);
      set_wording (self, milestone, g_ptr_array_index (lines, i));
      if (!follow_import_run_settle (self->run, milestone, error))
        return FALSE;
    }
  return TRUE;
}

static void
count_unchanged (FollowActionFill *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    follow_import_result_count (self->run->result, follow_record_get_kind (g_ptr_array_index (records, i)),
                                FOLLOW_IMPORT_UNCHANGED);
}

/* A cell that holds a real date has no wording but the day itself. */
static char *
get_timeframe (FollowActionFill *self)
{
  const char *text = follow_action_fill_get (self, "timescale");

  return follow_date_is_valid (text) ? follow_date_format_long (text) : g_strdup (text);
}

static gboolean
ask_milestones (FollowActionFill *self, const char *text, guint n_dates)
{
  FollowImportDoubt *doubt = find_doubt (self, FOLLOW_DOUBT_SEVERAL_DATES, text);
  g_autofree char *label = g_strdup_printf (ngettext ("%u milestone", "%u milestones", n_dates), n_dates);

  if (doubt->answers->len == 0)
    {
      follow_import_doubt_add_answer (doubt, "milestones", label);
      follow_import_doubt_add_answer (doubt, "keep", _ ("Keep the wording"));
    }
  return g_str_equal (
      follow_import_doubts_answer (self->run->doubts, doubt, g_strdup (_ ("Several dates in one cell"))),
      "milestones");
}

void
follow_action_fill_timeframe (FollowActionFill *self)
{
  g_autofree char *text = get_timeframe (self);
  g_autofree char *printed = follow_plan_timeframe (self->action, self->milestones);
  g_autoptr (GPtrArray) lines = follow_import_split_timeframe (text);
  g_autoptr (GPtrArray) all_lines = follow_plan_split_lines (text);

  if (text == NULL)
    return;
  if (follow_words_say_the_same (text, printed))
    {
      if (lines != NULL)
        count_unchanged (self, self->milestones);
      return;
    }
  if (lines != NULL && ask_milestones (self, text, lines->len))
    {
      follow_record_set (self->action, "timescale", NULL);
      self->steps = g_steal_pointer (&lines);
      return;
    }
  if (all_lines->len > 1 && lines == NULL)
    follow_action_fill_remark (self, "timescale", FOLLOW_SEVERITY_NOTE,
                               g_strdup (_ ("Not every line is a timescale: kept together as one.")));
  set_wording (self, self->action, text);
}
