/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-book.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-marking.h"
#include "follow-plan-text.h"
#include "follow-update-columns.h"

/* Rows for what should become an action and is none yet. */
#define N_NEW_ROWS 5
/* Room to write in without making a row higher first. */
#define N_LINES 5

typedef struct
{
  FollowRegister *reg; /* (unowned) */
  FollowRecord *round; /* (unowned) */
  FollowRecord *sheet; /* (unowned) */
  FollowBook *book;    /* (unowned) */
  FollowSheet *actions;
  FollowSheet *hidden;
} Making;

/* What an action's row holds: the text of each column when it is sent. */
typedef struct
{
  char *texts[FOLLOW_UPDATE_N_COLUMNS];
} Line;

static void
line_clear (Line *self)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static char *
describe_place (Making *self, FollowRecord *action)
{
  gint64 plan = follow_record_get_link (action, "plan");
  gint64 section = follow_record_get_link (action, "section");
  g_autofree char *area = section != 0 ? follow_register_name_record (self->reg, section) : NULL;
  const char *title = plan != 0 ? follow_register_get_title (self->reg, plan) : NULL;

  if (title == NULL || area == NULL)
    return g_strdup (title != NULL ? title : area);
  return g_strdup_printf ("%s\n%s", title, area);
}

/* "Agree the protocol – Sept 2026 (done)", a line each */
static char *
describe_milestones (GPtrArray *milestones)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < milestones->len; i++)
    {
      const char *wording = follow_record_get_text (milestones->pdata[i], "wording");
      const char *timescale = follow_record_get_text (milestones->pdata[i], "timescale");
      gboolean done = follow_record_get_integer (milestones->pdata[i], "done") != 0;

      g_string_append_printf (text, "%s%s%s%s%s%s", text->len > 0 ? "\n" : "", wording != NULL ? wording : "",
                              wording != NULL && timescale != NULL ? " – " : "",
                              timescale != NULL ? timescale : "", done ? " " : "", done ? _ ("(done)") : "");
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* "30 Sept 2026, Lead Nurse: Consultation closed." */
static char *
describe_note (FollowRecord *note)
{
  g_autofree char *day = NULL;
  const char *by;

  if (note == NULL)
    return NULL;
  day = follow_date_format_short (follow_record_get_text (note, "date"));
  by = follow_record_get_text (note, "by");
  return g_strdup_printf ("%s%s%s: %s", day, by != NULL ? ", " : "", by != NULL ? by : "",
                          follow_record_get_text (note, "text"));
}

static gboolean
fill_line (Making *self, FollowRecord *action, Line *line, GError **error)
{
  gint64 id = follow_record_get_id (action);
  g_autoptr (GPtrArray) milestones =
      follow_register_load_children (self->reg, follow_kind_find ("milestone"), id, error);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (FollowRecord) note = NULL;

  if (milestones == NULL)
    return FALSE;
  notes = follow_register_load_children (self->reg, follow_kind_find ("progress_note"), id, error);
  if (notes == NULL)
    return FALSE;
  note = follow_plan_find_newest_note (self->reg, notes);
  line->texts[FOLLOW_UPDATE_NUMBER] = g_strdup (follow_record_get_text (action, "number"));
  line->texts[FOLLOW_UPDATE_WORDING] = g_strdup (follow_record_get_text (action, "wording"));
  line->texts[FOLLOW_UPDATE_PLACE] = describe_place (self, action);
  line->texts[FOLLOW_UPDATE_MILESTONES] = describe_milestones (milestones);
  line->texts[FOLLOW_UPDATE_AGREED] = g_strdup (follow_record_get_text (action, "timescale"));
  line->texts[FOLLOW_UPDATE_LAST] = describe_note (note);
  line->texts[FOLLOW_UPDATE_WAS] = follow_plan_status_words (follow_record_get_text (action, "status"));
  line->texts[FOLLOW_UPDATE_STATUS] = g_strdup (line->texts[FOLLOW_UPDATE_WAS]);
  line->texts[FOLLOW_UPDATE_ID] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return TRUE;
}

static FollowCellInput
get_input (FollowUpdateColumn column)
{
  if (column < FOLLOW_UPDATE_FIRST_INPUT ||
      column >= (guint) FOLLOW_UPDATE_FIRST_INPUT + FOLLOW_UPDATE_N_INPUTS)
    return FOLLOW_CELL_LOCKED;
  return column == FOLLOW_UPDATE_PROGRESS || column == FOLLOW_UPDATE_REASON ||
                 column == FOLLOW_UPDATE_EVIDENCE
             ? FOLLOW_CELL_INPUT_LONG
             : FOLLOW_CELL_INPUT;
}

static void
put_line (Making *self, const Line *line)
{
  FollowSheetRow *row = follow_sheet_add_row (self->actions);
  FollowSheetRow *copy = follow_sheet_add_row (self->hidden);

  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    {
      gboolean is_status = i == FOLLOW_UPDATE_STATUS || i == FOLLOW_UPDATE_WAS;

      follow_sheet_row_set_text (row, i, line->texts[i],
                                 is_status ? FOLLOW_CELL_STYLE_STATUS : FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_input (row, i, get_input (i));
      follow_sheet_row_set_text (copy, i, line->texts[i], FOLLOW_CELL_STYLE_NORMAL);
    }
}

static void
add_choices (FollowSheetColumn *column, gboolean is_input)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "status");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *text = follow_plan_status_words (choice->id);

      follow_sheet_column_add_colour (column, text, follow_plan_status_letter (choice->id));
      /* Whether an action is given up is for those who agreed it. */
      if (!g_str_equal (choice->id, "withdrawn"))
        g_ptr_array_add (words, g_steal_pointer (&text));
    }
  g_ptr_array_add (words, NULL);
  if (is_input)
    follow_sheet_column_set_choices (column, (const char *const *) words->pdata, FALSE);
}

static void
add_columns (FollowSheet *sheet, gboolean is_hidden)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    {
      FollowSheetColumn *column = follow_sheet_add_column (
          sheet, is_hidden ? NULL : follow_update_column_get_heading (i), follow_update_column_get_width (i));

      if (is_hidden)
        continue;
      follow_sheet_column_set_key (column, follow_update_column_get_key (i));
      follow_sheet_column_set_hidden (column, i == FOLLOW_UPDATE_ID);
      if (i == FOLLOW_UPDATE_STATUS || i == FOLLOW_UPDATE_WAS)
        add_choices (column, i == FOLLOW_UPDATE_STATUS);
      if (follow_update_column_get_help (i) != NULL)
        follow_sheet_column_set_help (follow_sheet_column (sheet, i), follow_update_column_get_heading (i),
                                      follow_update_column_get_help (i));
    }
}

static void
add_new_rows (Making *self)
{
  static const FollowUpdateColumn inputs[] = { FOLLOW_UPDATE_WORDING, FOLLOW_UPDATE_EXPECTED,
                                               FOLLOW_UPDATE_REASON, FOLLOW_UPDATE_REASSIGN };
  FollowSheetRow *row = follow_sheet_add_row (self->actions);

  follow_sheet_row_set_text (row, 0,
                             _ ("Something that should be an action and is none yet: write it below, with a "
                                "date, why it is needed and who could lead it."),
                             FOLLOW_CELL_STYLE_SUB_HEADING);
  follow_sheet_row_set_span (row, 0, 1, FOLLOW_UPDATE_ID);
  follow_sheet_row_set_text (row, FOLLOW_UPDATE_ID, FOLLOW_UPDATE_NO_ACTION, FOLLOW_CELL_STYLE_NORMAL);
  for (guint i = 0; i < N_NEW_ROWS; i++)
    {
      row = follow_sheet_add_row (self->actions);
      for (guint j = 0; j < G_N_ELEMENTS (inputs); j++)
        follow_sheet_row_set_input (row, inputs[j],
                                    inputs[j] == FOLLOW_UPDATE_WORDING ? FOLLOW_CELL_INPUT_LONG
                                                                       : get_input (inputs[j]));
      follow_sheet_row_set_text (row, FOLLOW_UPDATE_ID, FOLLOW_UPDATE_NO_ACTION, FOLLOW_CELL_STYLE_NORMAL);
    }
}

static void
begin_actions (Making *self, const FollowUpdateGroup *group)
{
  self->actions = follow_book_add_sheet (self->book, _ ("Actions"));
  follow_sheet_add_title (self->actions, group->name, FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (
      self->actions,
      _ ("The yellow cells are yours to fill in. The others show what was agreed, and are "
         "locked."),
      FOLLOW_CELL_STYLE_DIM);
  add_columns (self->actions, FALSE);
  follow_sheet_set_key_row (self->actions, TRUE);
  follow_sheet_set_frozen_columns (self->actions, FOLLOW_UPDATE_WORDING + 1);
  follow_sheet_set_protected (self->actions, TRUE);
  follow_sheet_set_min_lines (self->actions, N_LINES);
}

static void
add_hidden_pair (FollowSheet *sheet, const char *key, const char *text)
{
  FollowSheetRow *row = follow_sheet_add_row (sheet);

  follow_sheet_row_set_text (row, 0, key, FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_text (row, 1, text, FOLLOW_CELL_STYLE_NORMAL);
}

/* What each cell held when it was sent stands here for whoever reads the file on its own; the register
 * keeps what an answer is compared with, since this can be changed. */
static void
begin_hidden (Making *self, const FollowUpdateGroup *group)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, follow_record_get_id (self->sheet));
  g_autofree char *name = follow_register_get_name (self->reg);
  FollowSheetRow *row;

  self->hidden = follow_book_add_sheet (self->book, "Follow-through");
  add_columns (self->hidden, TRUE);
  follow_sheet_set_hidden (self->hidden, TRUE);
  follow_sheet_set_protected (self->hidden, TRUE);
  add_hidden_pair (self->hidden, FOLLOW_UPDATE_MAGIC, FOLLOW_UPDATE_FORM);
  add_hidden_pair (self->hidden, FOLLOW_UPDATE_SHEET, id);
  add_hidden_pair (self->hidden, FOLLOW_UPDATE_REGISTER, name);
  add_hidden_pair (self->hidden, FOLLOW_UPDATE_RECIPIENT, group->name);
  row = follow_sheet_add_row (self->hidden);
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    follow_sheet_row_set_text (row, i, follow_update_column_get_key (i), FOLLOW_CELL_STYLE_NORMAL);
}

static void
add_fact (FollowSheet *cover, const char *what, const char *text)
{
  FollowSheetRow *row;

  if (text == NULL || *text == '\0')
    return;
  row = follow_sheet_add_row (cover);
  follow_sheet_row_set_text (row, 0, what, FOLLOW_CELL_STYLE_BOLD);
  follow_sheet_row_set_text (row, 1, text, FOLLOW_CELL_STYLE_NORMAL);
}

static void
add_input (FollowSheet *cover, const char *what, const char *key)
{
  FollowSheetRow *row = follow_sheet_add_row (cover);

  follow_sheet_row_set_text (row, 0, what, FOLLOW_CELL_STYLE_BOLD);
  follow_sheet_row_set_input (row, 1, FOLLOW_CELL_INPUT);
  follow_sheet_row_set_text (row, 2, key, FOLLOW_CELL_STYLE_NORMAL);
}

static void
add_steps (FollowSheet *cover)
{
  const char *const steps[] = {
    _ ("Go to the sheet “Actions”. Write in the yellow cells only."),
    _ ("Say for each action what has been done this period, and choose its status from the list. Leave the "
       "status as it is if it still holds."),
    _ ("If the timescale as agreed will not be met, give the date you expect, and why."),
    _ ("Name the evidence there is, and where it is kept."),
    _ ("If an action is not yours, say who should lead it. Do not delete its row."),
    _ ("Write below the table what should be an action and is none yet."),
    _ ("Save the file as an Excel workbook (.xlsx) and send it back. Any spreadsheet program will do."),
  };

  follow_sheet_add_sub_heading (cover, _ ("How to fill it in"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_fact (cover, number, steps[i]);
    }
}

static void
add_cover (Making *self, const FollowUpdateGroup *group)
{
  FollowSheet *cover = follow_book_add_sheet (self->book, _ ("Start here"));
  const char *marking = follow_marking_get_label (follow_record_get_text (self->sheet, "marking"));
  const char *deadline = follow_record_get_text (self->round, "deadline");
  g_autofree char *day = follow_date_format_long (deadline);
  g_autofree char *count = g_strdup_printf ("%u", group->actions->len);
  g_autofree char *name = follow_register_get_name (self->reg);

  follow_sheet_add_title (cover, _ ("Update sheet"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (cover, follow_record_get_text (self->round, "title"), FOLLOW_CELL_STYLE_BOLD);
  follow_sheet_add_column (cover, NULL, 22);
  follow_sheet_add_column (cover, NULL, 84);
  follow_sheet_column_set_hidden (follow_sheet_add_column (cover, NULL, 4), TRUE);
  follow_sheet_set_protected (cover, TRUE);
  add_fact (cover, _ ("For"), group->name);
  add_fact (cover, _ ("From"), name);
  add_fact (cover, _ ("Actions"), count);
  add_fact (cover, _ ("Return by"), day);
  add_fact (cover, _ ("Return to"), follow_record_get_text (self->round, "return_to"));
  add_fact (cover, _ ("Marking"), marking);
  add_fact (cover, _ ("Note"), follow_record_get_text (self->round, "note"));
  add_steps (cover);
  follow_sheet_add_sub_heading (cover, _ ("Your answer"));
  add_input (cover, _ ("Filled in by"), FOLLOW_UPDATE_FILLED_BY);
  add_input (cover, _ ("Filled in on"), FOLLOW_UPDATE_FILLED_ON);
}

FollowBook *
follow_update_book_new (FollowRegister *reg,
                        FollowRecord *round,
                        FollowRecord *sheet,
                        const FollowUpdateGroup *group,
                        GError **error)
{
  const char *marking = follow_marking_get_label (follow_record_get_text (sheet, "marking"));
  g_autoptr (FollowBook) book = follow_book_new (follow_record_get_text (round, "title"), marking);
  g_autofree char *name = follow_register_get_name (reg);
  g_autofree char *today = follow_date_format_long (follow_register_get_today (reg));
  g_autofree char *made = g_strdup_printf (_ ("%s, %s"), name, today);
  Making self = { .reg = reg, .round = round, .sheet = sheet, .book = book };

  follow_book_set_subject (book, _ ("Update sheet"));
  follow_book_set_created_at (book, made);
  add_cover (&self, group);
  begin_actions (&self, group);
  begin_hidden (&self, group);
  for (guint i = 0; i < group->actions->len; i++)
    {
      g_auto (Line) line = { { NULL } };

      if (!fill_line (&self, group->actions->pdata[i], &line, error))
        return NULL;
      put_line (&self, &line);
    }
  add_new_rows (&self);
  return g_steal_pointer (&book);
}
