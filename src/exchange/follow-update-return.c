/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-return.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-plan-text.h"
#include "follow-update-private.h"
#include "follow-xlsx-saved.h"

static void
file_free (gpointer data)
{
  FollowUpdateFile *file = data;

  g_clear_pointer (&file->text, follow_update_text_free);
  g_clear_object (&file->round);
  g_clear_object (&file->sheet);
  g_ptr_array_unref (file->answers);
  g_free (file->name);
  g_free (file->refusal);
  g_free (file->recipient);
  g_free (file->by);
  g_free (file->date);
  g_free (file->saved_at);
  g_free (file);
}

void
follow_update_return_free (FollowUpdateReturn *self)
{
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->result, follow_import_result_free);
  g_free (self);
}

const char *
follow_update_file_get_place (FollowUpdateReturn *self, FollowUpdateFile *file)
{
  return self->files->len > 1 || file->text == NULL ? file->name : file->text->table->name;
}

/* What stands for a sheet of a file in an import is a file here. */
guint
follow_update_file_get_index (FollowUpdateReturn *self, FollowUpdateFile *file)
{
  guint index = 0;

  g_ptr_array_find (self->files, file, &index);
  return index;
}

void
follow_update_remark (FollowUpdateReturn *self,
                      FollowUpdateFile *file,
                      guint row,
                      int column,
                      FollowSeverity severity,
                      char *message)
{
  FollowImportArea area = { row, MAX (column, 0), row, MAX (column, 0) };

  follow_import_result_add_problem (self->result, follow_update_file_get_index (self, file),
                                    follow_update_file_get_place (self, file), &area, severity, message);
}

void
follow_update_remark_on_file (FollowUpdateReturn *self,
                              FollowUpdateFile *file,
                              FollowSeverity severity,
                              char *message)
{
  follow_import_result_add_problem (self->result, follow_update_file_get_index (self, file),
                                    follow_update_file_get_place (self, file), NULL, severity, message);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      /* Excel and LibreOffice leave hidden files beside one that is open. */
      if (name[0] != '.' && name[0] != '~' &&
          (g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".xlsm")))
        g_ptr_array_add (names, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (paths, g_strdup (names->pdata[i]));
}

/* Returns: (transfer full): the files that @given names, folders opened */
static GPtrArray *
list_paths (const char *const *given)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; given[i] != NULL; i++)
    if (g_file_test (given[i], G_FILE_TEST_IS_DIR))
      add_folder (paths, given[i]);
    else
      g_ptr_array_add (paths, g_strdup (given[i]));
  return paths;
}

static void
refuse (FollowUpdateFile *file, char *sentence)
{
  if (file->refusal == NULL)
    file->refusal = sentence;
  else
    g_free (sentence);
}

/* The day it was filled in, as the lead says, else as it was saved; never before it was sent. */
static char *
find_date (FollowRegister *reg, FollowUpdateFile *file)
{
  const char *today = follow_register_get_today (reg);
  const char *sent = follow_record_get_text (file->sheet, "sent_on");
  g_autofree char *saved = g_strndup (file->saved_at, strlen ("YYYY-MM-DD"));
  g_autofree char *said = file->text->filled_on != NULL ? follow_date_parse (file->text->filled_on) : NULL;
  const char *days[] = { said, saved };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (follow_date_is_valid (days[i]) && g_strcmp0 (days[i], today) <= 0 &&
        (sent == NULL || g_strcmp0 (days[i], sent) >= 0))
      return g_strdup (days[i]);
  return g_strdup (today);
}

static char *
find_signature (FollowUpdateFile *file)
{
  g_autofree char *recipient = follow_plan_fold (file->recipient);
  g_autofree char *writer = follow_plan_fold (file->text->filled_by);

  if (*writer == '\0' || g_str_equal (writer, recipient))
    return g_strdup (file->recipient);
  /* Translators: a person who filled in a sheet, then the lead it was sent to */
  return g_strdup_printf (_ ("%s, for %s"), file->text->filled_by, file->recipient);
}

static gboolean
is_older (FollowUpdateFile *file)
{
  const char *read = follow_record_get_text (file->sheet, "saved_at");

  return read != NULL && *file->saved_at != '\0' && strcmp (file->saved_at, read) < 0;
}

/* Which sheet of the register it is. */
static void
identify (FollowUpdateReturn *self, FollowUpdateFile *file)
{
  const FollowKind *kind = follow_kind_find ("update_sheet");
  gint64 id = file->text->sheet_id;

  if (follow_register_get_kind (self->reg, id) != kind)
    {
      refuse (file, g_strdup_printf (
                        _ ("“%s” was not taken: this register knows no such update sheet. It says that "
                           "it was made from “%s”. Nothing was changed."),
                        file->name, file->text->register_name != NULL ? file->text->register_name : ""));
      return;
    }
  if (follow_register_is_removed (self->reg, id))
    {
      refuse (file, g_strdup_printf (_ ("“%s” was not taken: its update sheet is in the recycle bin. Restore "
                                        "it there first. Nothing was changed."),
                                     file->name));
      return;
    }
  file->sheet = follow_register_get (self->reg, kind, id, NULL);
  file->round = file->sheet != NULL ? follow_register_get (self->reg, follow_kind_find ("update_round"),
                                                           follow_record_get_parent_id (file->sheet), NULL)
                                    : NULL;
  if (file->round == NULL)
    {
      refuse (file,
              g_strdup_printf (_ ("“%s” was not taken: its update sheet cannot be read from the register. "
                                  "Nothing was changed."),
                               file->name));
      return;
    }
  file->recipient = g_strdup (follow_record_get_text (file->sheet, "recipient_as_written"));
  file->date = find_date (self->reg, file);
  file->by = find_signature (file);
  if (is_older (file))
    refuse (file, g_strdup_printf (
                      _ ("“%s” was not taken: it is an older copy of a sheet that has been read already. "
                         "Nothing of it was changed."),
                      file->name));
}

/* Of several copies of one sheet the one that was saved last is read. */
static void
drop_copies (FollowUpdateReturn *self)
{
  for (guint i = 0; i < self->files->len; i++)
    for (guint j = 0; j < self->files->len; j++)
      {
        FollowUpdateFile *file = self->files->pdata[i];
        FollowUpdateFile *other = self->files->pdata[j];

        if (i == j || file->refusal != NULL || other->refusal != NULL ||
            file->text->sheet_id != other->text->sheet_id)
          continue;
        if (strcmp (file->saved_at, other->saved_at) < 0 ||
            (j < i && g_str_equal (file->saved_at, other->saved_at)))
          refuse (file, g_strdup_printf (
                            _ ("“%s” was not taken: it is a copy of the same sheet as “%s”, which was saved "
                               "no earlier and was read."),
                            file->name, other->name));
      }
}

static gboolean
read_file (FollowUpdateReturn *self, const char *path, GCancellable *cancellable, GError **error)
{
  FollowUpdateFile *file = g_new0 (FollowUpdateFile, 1);
  g_autoptr (GError) problem = NULL;

  g_ptr_array_add (self->files, file);
  file->name = g_filename_display_basename (path);
  file->answers = g_ptr_array_new_with_free_func (follow_update_answer_free);
  file->saved_at = follow_xlsx_find_saved (path);
  file->text = follow_update_text_read (path, cancellable, &problem);
  if (g_error_matches (problem, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (problem != NULL)
    refuse (file, g_strdup (problem->message));
  else if (file->text->is_list)
    refuse (file, g_strdup_printf (_ ("“%s” was passed over: it is the list of the update sheets that were "
                                      "made, and nobody answers in it."),
                                   file->name));
  else
    identify (self, file);
  return TRUE;
}

static gboolean
check_any (FollowUpdateReturn *self, GError **error)
{
  if (self->files->len == 0)
    g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                         _ ("There is no workbook (.xlsx) to read there. Nothing was changed."));
  else if (self->files->len == 1 && ((FollowUpdateFile *) self->files->pdata[0])->refusal != NULL)
    g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_REFUSED,
                         ((FollowUpdateFile *) self->files->pdata[0])->refusal);
  else
    return TRUE;
  return FALSE;
}

FollowUpdateReturn *
follow_update_return_read (FollowRegister *reg,
                           const char *const *given,
                           FollowXlsxProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (FollowUpdateReturn) self = g_new0 (FollowUpdateReturn, 1);
  g_autoptr (GPtrArray) paths = list_paths (given);

  self->reg = reg;
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->result = follow_import_result_new ();
  for (guint i = 0; i < paths->len; i++)
    {
      if (progress != NULL)
        progress ((double) i / paths->len, progress_data);
      if (!read_file (self, paths->pdata[i], cancellable, error))
        return NULL;
    }
  if (!check_any (self, error))
    return NULL;
  drop_copies (self);
  for (guint i = 0; i < self->files->len; i++)
    {
      FollowUpdateFile *file = self->files->pdata[i];

      if (file->refusal != NULL)
        follow_update_remark_on_file (self, file,
                                      file->text != NULL && file->text->is_list ? FOLLOW_SEVERITY_NOTE
                                                                                : FOLLOW_SEVERITY_ERROR,
                                      g_strdup (file->refusal));
      else if (!follow_update_compare (self, file, error))
        return NULL;
    }
  follow_update_find_rivals (self);
  return g_steal_pointer (&self);
}
