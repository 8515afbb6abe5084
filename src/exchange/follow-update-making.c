/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-making.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-file-name.h"
#include "follow-marking.h"
#include "follow-safe-folder.h"
#include "follow-update-book.h"
#include "follow-update-groups.h"

/* In bytes, so that date, marking, number and ending fit into the 255 of most disks. */
#define MAX_STEM 160
#define MAX_LABEL 80

struct _FollowUpdateMaking
{
  FollowUpdateOptions options;
  FollowUpdateGroups *groups;
  FollowRecord *round;
  GPtrArray *sheets;  /* of FollowRecord, as the groups stand */
  GPtrArray *answers; /* of FollowRecord */
  GPtrArray *made;    /* of FollowUpdateMade */
  char *list_name;
  const char *marking; /* the highest of all */
  FollowSafeFolder folder;
};

static void
made_free (gpointer data)
{
  FollowUpdateMade *made = data;

  g_free (made->recipient);
  g_free (made->file_name);
  g_free (made);
}

static FollowUpdateMaking *
making_new (const FollowUpdateOptions *options)
{
  FollowUpdateMaking *self = g_new0 (FollowUpdateMaking, 1);

  self->options = *options;
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  self->answers = g_ptr_array_new_with_free_func (g_object_unref);
  self->made = g_ptr_array_new_with_free_func (made_free);
  return self;
}

void
follow_update_making_free (FollowUpdateMaking *self)
{
  follow_safe_folder_clear (&self->folder);
  g_clear_pointer (&self->groups, follow_update_groups_free);
  g_clear_object (&self->round);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->made);
  g_free (self->list_name);
  g_free (self);
}

static void
make_round (FollowUpdateMaking *self, FollowRegister *reg, const char *by)
{
  const char *today = follow_register_get_today (reg);
  g_autofree char *day = follow_date_format_long (today);
  /* Translators: a day */
  g_autofree char *title = g_strdup_printf (_ ("Update sheets, %s"), day);

  self->round = follow_record_new (follow_kind_find ("update_round"), 0);
  follow_record_set_text (self->round, "title", self->options.title != NULL ? self->options.title : title);
  follow_record_set_text (self->round, "made_on", today);
  follow_record_set_text (self->round, "deadline", self->options.deadline);
  follow_record_set_text (self->round, "return_to", self->options.return_to);
  follow_record_set_text (self->round, "grouped_by", by);
  follow_record_set_text (self->round, "note", self->options.note);
}

static const char *
find_marking (FollowRegister *reg, const FollowUpdateGroup *group)
{
  const char *marking = NULL;

  for (guint i = 0; i < group->actions->len; i++)
    {
      FollowRecord *action = group->actions->pdata[i];
      gint64 plan_id = follow_record_get_link (action, "plan");
      g_autoptr (FollowRecord) plan =
          plan_id != 0 ? follow_register_get (reg, follow_kind_find ("plan"), plan_id, NULL) : NULL;

      marking = follow_marking_choose_higher (marking, follow_record_get_text (action, "marking"));
      if (plan != NULL)
        marking = follow_marking_choose_higher (marking, follow_record_get_text (plan, "marking"));
    }
  return marking;
}

/* "Lead Nurse, 2026-11-12 OFFICIAL.xlsx" */
static char *
make_name (FollowRegister *reg, const char *what, const char *marking, GHashTable *taken)
{
  g_autofree char *safe = follow_file_name_make (what, _ ("Update sheet"), MAX_STEM);
  g_autofree char *label = follow_file_name_make (follow_marking_get_label (marking), "", MAX_LABEL);
  g_autofree char *stem =
      g_strdup_printf ("%s, %s%s%s", safe, follow_register_get_today (reg), *label != '\0' ? " " : "", label);

  return follow_file_name_make_unique (stem, ".xlsx", taken);
}

static void
make_answers (FollowUpdateMaking *self, FollowRecord *sheet, const FollowUpdateGroup *group)
{
  for (guint i = 0; i < group->actions->len; i++)
    {
      FollowRecord *action = group->actions->pdata[i];
      FollowRecord *answer =
          follow_record_new (follow_kind_find ("update_answer"), follow_record_get_id (sheet));

      follow_record_set_text (answer, "number", follow_record_get_text (action, "number"));
      follow_record_set_link (answer, "action", follow_record_get_id (action));
      follow_record_set_text (answer, "sent_status", follow_record_get_text (action, "status"));
      follow_record_set (answer, "sent_timescale", follow_record_get (action, "timescale"));
      follow_record_set_number (answer, "position", i + 1);
      g_ptr_array_add (self->answers, answer);
    }
}

static void
make_sheet (FollowUpdateMaking *self, FollowRegister *reg, const FollowUpdateGroup *group, GHashTable *taken)
{
  FollowRecord *sheet =
      follow_record_new (follow_kind_find ("update_sheet"), follow_record_get_id (self->round));
  FollowUpdateMade *made = g_new0 (FollowUpdateMade, 1);
  const char *marking = find_marking (reg, group);

  made->recipient = g_strdup (group->name);
  made->file_name = make_name (reg, group->name, marking, taken);
  made->marking = follow_marking_get_label (marking);
  made->n_actions = group->actions->len;
  made->is_nobody = group->is_nobody;
  g_ptr_array_add (self->made, made);
  self->marking = follow_marking_choose_higher (self->marking, marking);

  follow_record_set_text (sheet, "recipient_as_written", group->name);
  if (group->recipient_id != 0)
    follow_record_set_link (sheet, "recipient", group->recipient_id);
  follow_record_set_text (sheet, "file_name", made->file_name);
  follow_record_set_text (sheet, "sent_on", follow_register_get_today (reg));
  follow_record_set_text (sheet, "marking", marking);
  g_ptr_array_add (self->sheets, sheet);
  make_answers (self, sheet, group);
}

static void
make_records (FollowUpdateMaking *self, FollowRegister *reg, const char *by)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  make_round (self, reg, by);
  for (guint i = 0; i < self->groups->groups->len; i++)
    make_sheet (self, reg, self->groups->groups->pdata[i], taken);
  self->list_name = make_name (reg, _ ("List of update sheets"), self->marking, taken);
}

static gboolean
check_names (FollowUpdateMaking *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->options.replace)
    return TRUE;
  for (guint i = 0; i < self->made->len; i++)
    g_ptr_array_add (names, ((FollowUpdateMade *) self->made->pdata[i])->file_name);
  g_ptr_array_add (names, self->list_name);
  return follow_safe_folder_check (self->options.folder, names, error);
}

static void
report (FollowUpdateMaking *self, guint n_done)
{
  if (self->options.progress != NULL)
    self->options.progress ((double) n_done / (self->sheets->len + 1), self->options.progress_data);
}

static gboolean
write_sheet (FollowUpdateMaking *self, FollowRegister *reg, guint index, GError **error)
{
  const FollowUpdateMade *made = self->made->pdata[index];
  g_autoptr (FollowBook) book = follow_update_book_new (reg, self->round, self->sheets->pdata[index],
                                                        self->groups->groups->pdata[index], error);
  g_autofree char *path = follow_safe_folder_add (&self->folder, made->file_name);

  report (self, index);
  return book != NULL && follow_xlsx_write (book, path, NULL, NULL, self->options.cancellable, error);
}

static char *
find_address (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) recipient = id != 0 ? follow_register_find (reg, id, NULL) : NULL;

  if (recipient == NULL || follow_kind_find_field (follow_record_get_kind (recipient), "email") == NULL)
    return NULL;
  return g_strdup (follow_record_get_text (recipient, "email"));
}

/* The list to send them out by. */
static gboolean
write_list (FollowUpdateMaking *self, FollowRegister *reg, GError **error)
{
  g_autoptr (FollowBook) book = follow_book_new (follow_record_get_text (self->round, "title"),
                                                 follow_marking_get_label (self->marking));
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Update sheets"));
  g_autofree char *path = follow_safe_folder_add (&self->folder, self->list_name);

  follow_sheet_add_title (sheet, follow_record_get_text (self->round, "title"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_column (sheet, _ ("Recipient"), 44);
  follow_sheet_add_column (sheet, _ ("E-mail"), 32);
  follow_sheet_add_column (sheet, _ ("Actions"), 10);
  follow_sheet_add_column (sheet, _ ("Marking"), 22);
  follow_sheet_add_column (sheet, _ ("Return by"), 14);
  follow_sheet_add_column (sheet, _ ("File"), 60);
  for (guint i = 0; i < self->made->len; i++)
    {
      const FollowUpdateMade *made = self->made->pdata[i];
      const FollowUpdateGroup *group = self->groups->groups->pdata[i];
      FollowSheetRow *row = follow_sheet_add_row (sheet);
      g_autofree char *address = find_address (reg, group->recipient_id);

      follow_sheet_row_set_text (row, 0, made->recipient, FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_text (row, 1, address, FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_integer (row, 2, made->n_actions);
      follow_sheet_row_set_text (row, 3, made->marking, FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_date (row, 4, self->options.deadline);
      follow_sheet_row_set_text (row, 5, made->file_name, FOLLOW_CELL_STYLE_NORMAL);
    }
  report (self, self->sheets->len);
  return follow_xlsx_write (book, path, NULL, NULL, self->options.cancellable, error);
}

static gboolean
check_options (const FollowUpdateOptions *options, const char *by, const char *today, GError **error)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("update_round"), "grouped_by");

  if (follow_field_find_choice (field, by) == NULL)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                 _ ("Update sheets cannot be made for each “%s”: only for each “lead” or “agency”."), by);
  else if (options->deadline != NULL && !follow_date_is_valid (options->deadline))
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, _ ("“%s” is no day that could be the deadline."),
                 options->deadline);
  else if (options->deadline != NULL && follow_date_days_between (today, options->deadline) < 0)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                 _ ("The deadline, %s, has passed already. Choose a later day."), options->deadline);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_all (FollowUpdateMaking *self, FollowRegister *reg, GError **error)
{
  if (!follow_safe_folder_open (&self->folder, self->options.folder, error))
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    if (!write_sheet (self, reg, i, error))
      return FALSE;
  return write_list (self, reg, error);
}

/**
 * follow_update_making_write:
 * @options: must stay until follow_update_making_free()
 *
 * Returns: (transfer full) (nullable): what is to be finished; %NULL with a sentence in @error, and
 *   nothing left behind
 */
FollowUpdateMaking *
follow_update_making_write (FollowRegister *reg, const FollowUpdateOptions *options, GError **error)
{
  const char *by = options->by != NULL ? options->by : "lead";
  g_autoptr (FollowUpdateMaking) self = making_new (options);

  if (!check_options (options, by, follow_register_get_today (reg), error) ||
      (self->groups = follow_update_groups_load (reg, by, options->query, error)) == NULL)
    return NULL;
  if (self->groups->n_actions == 0)
    {
      g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                           _ ("There is no live action to ask about: all that fit are complete, withdrawn or "
                              "closed. No sheet was made."));
      return NULL;
    }
  make_records (self, reg, by);
  if (!check_names (self, error) || !write_all (self, reg, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
follow_update_making_finish (FollowUpdateMaking *self, FollowRegister *reg, GError **error)
{
  /* Translators: a step for Undo */
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Making of update sheets"));

  follow_changes_save (changes, self->round);
  for (guint i = 0; i < self->sheets->len; i++)
    follow_changes_save (changes, self->sheets->pdata[i]);
  for (guint i = 0; i < self->answers->len; i++)
    follow_changes_save (changes, self->answers->pdata[i]);
  if (!check_names (self, error) || !follow_safe_folder_move (&self->folder, error) ||
      !follow_register_commit (reg, changes, error))
    return FALSE;
  follow_safe_folder_keep (&self->folder);
  return TRUE;
}

GPtrArray *
follow_update_making_get_made (FollowUpdateMaking *self)
{
  return self->made;
}

const char *
follow_update_making_get_list_name (FollowUpdateMaking *self)
{
  return self->list_name;
}

gint64
follow_update_making_get_round_id (FollowUpdateMaking *self)
{
  return follow_record_get_id (self->round);
}
