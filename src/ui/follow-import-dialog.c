/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "follow-editor.h"
#include "follow-import-summary.h"
#include "follow-navigation.h"
#include "follow-register-dialogs.h"
#include "follow-welcome.h"

/* A file on its way into a register. */
typedef struct
{
  FollowWindow *window; /* weak */
  char *path;
  gint64 plan_id;
  char *register_path;
  gboolean is_new; /* there is no register yet: it is made when the import is agreed to, not before */
} Import;

static Import *
import_new (FollowWindow *window, const char *path, gint64 plan_id)
{
  Import *self = g_new0 (Import, 1);
  FollowRegister *reg = follow_window_get_register (window);

  g_set_weak_pointer (&self->window, window);
  self->path = g_strdup (path);
  self->plan_id = plan_id;
  self->register_path = reg != NULL ? g_strdup (follow_register_get_path (reg)) : NULL;
  return self;
}

static void
import_free (gpointer data)
{
  Import *self = data;

  g_clear_weak_pointer (&self->window);
  g_free (self->path);
  g_free (self->register_path);
  g_free (self);
}

/* The window may show another register by now, or none. */
static gboolean
is_in_place (Import *self)
{
  FollowRegister *reg = self->window != NULL ? follow_window_get_register (self->window) : NULL;

  if (self->is_new)
    return self->window != NULL && reg == NULL;
  return reg != NULL && g_strcmp0 (follow_register_get_path (reg), self->register_path) == 0;
}

static void
answered_cb (Import *self, const char *response)
{
  if (g_strcmp0 (response, "import") != 0 || !is_in_place (self))
    return;
  if (self->is_new)
    follow_import_dialog_commit_new (self->window, self->path, self->register_path);
  else
    follow_import_dialog_commit (self->window, self->path, self->plan_id);
}

static void
dialog_gone_cb (gpointer data, GObject *where_the_dialog_was)
{
  import_free (data);
}

/* @self: (transfer full) */
static void
ask (Import *self, const FollowImportResult *result)
{
  gboolean news = follow_import_summary_has_news (result);
  g_autofree char *name = g_filename_display_basename (self->path);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self->window), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Import “%s”?"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               news ? _ ("This is what would happen. Nothing is written yet.")
                                    : _ ("Everything in the file is in the register already."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), follow_import_summary_new (result));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    news ? _ ("_Cancel") : _ ("_Close"), NULL);
  if (news)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "import", _ ("_Import"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), news ? "import" : "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  g_object_weak_ref (G_OBJECT (dialog), dialog_gone_cb, self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tried_cb (GObject *source, GAsyncResult *async_result, gpointer data)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowImportResult) result = g_task_propagate_pointer (G_TASK (async_result), &error);

  if (!is_in_place (self))
    import_free (self);
  else if (result != NULL)
    ask (self, result);
  else
    {
      follow_window_show_error (GTK_WINDOW (self->window), _ ("Could Not Import"), error->message);
      import_free (self);
    }
}

/* Strangers' files may take a while: they are read on a thread, with a connection of its own. A register that is
 * new is only there for the trial, so that giving up leaves nothing behind; making it says at once whether it can
 * be made where it is to be. */
static void
try_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = data;
  FollowImportOptions options = { .plan_id = self->plan_id, .dry_run = TRUE };
  FollowImportResult *result = NULL;
  FollowRegister *reg;
  GError *error = NULL;

  reg = self->is_new ? follow_register_create (self->register_path, &error)
                     : follow_register_open (self->register_path, TRUE, &error);
  if (reg != NULL)
    {
      result = follow_import_file (reg, self->path, &options, cancellable, &error);
      g_clear_object (&reg);
      if (self->is_new)
        g_unlink (self->register_path);
    }
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) follow_import_result_free);
  else
    g_task_return_error (task, error);
}

void
follow_import_dialog_show (FollowWindow *window, const char *path, gint64 plan_id)
{
  Import *self = import_new (window, path, plan_id);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, tried_cb, self);
  GError *error = NULL;

  g_task_set_task_data (task, self, NULL);
  if (follow_editor_flush_all (follow_window_get_register (window), &error))
    g_task_run_in_thread (task, try_in_thread);
  else
    g_task_return_error (task, error);
}

void
follow_import_dialog_show_new (FollowWindow *window, const char *path, const char *register_path)
{
  Import *self = import_new (window, path, 0);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, tried_cb, self);

  self->is_new = TRUE;
  g_free (self->register_path);
  self->register_path = g_strdup (register_path);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, try_in_thread);
}

gboolean
follow_import_dialog_commit (FollowWindow *window, const char *path, gint64 plan_id)
{
  FollowImportOptions options = { .plan_id = plan_id };
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("“%s” imported"), name);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowImportResult) result =
      follow_import_file (follow_window_get_register (window), path, &options, NULL, &error);

  if (result == NULL)
    {
      follow_window_show_error (GTK_WINDOW (window), _ ("Could Not Import"), error->message);
      return FALSE;
    }
  follow_navigation_open_record (GTK_WIDGET (window), result->record_id);
  follow_navigation_tell (GTK_WIDGET (window), text, TRUE);
  return TRUE;
}

gboolean
follow_import_dialog_commit_new (FollowWindow *window, const char *path, const char *register_path)
{
  g_autoptr (GSettings) settings = g_settings_new (FOLLOW_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_create (register_path, &error);

  if (reg == NULL)
    {
      follow_window_show_error (GTK_WINDOW (window), _ ("Could Not Make the Register"), error->message);
      return FALSE;
    }
  follow_window_set_register (window, reg);
  if (!follow_import_dialog_commit (window, path, 0))
    {
      follow_window_set_register (window, NULL);
      g_clear_object (&reg);
      g_unlink (register_path);
      return FALSE;
    }
  follow_welcome_remember (settings, register_path);
  return TRUE;
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, Import *self)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (dialog);
  if (path != NULL && self->window != NULL)
    {
      if (self->register_path == NULL)
        follow_register_dialog_new_for_import (self->window, path);
      else if (is_in_place (self))
        follow_import_dialog_show (self->window, path, self->plan_id);
    }
  import_free (self);
}

static GtkFileFilter *
make_filter (void)
{
  static const char *const endings[] = { "csv", "tsv", "txt", "xlsx", "xlsm" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (.csv, .tsv, .txt, .xlsx)"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  return filter;
}

static void
choose_file (Import *self)
{
  g_autoptr (GtkFileFilter) filter = make_filter ();
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import a Plan"), GTK_WINDOW (self->window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import…"), NULL);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
follow_import_dialog_ask (FollowWindow *window, gint64 plan_id)
{
  choose_file (import_new (window, NULL, plan_id));
}

void
follow_import_dialog_ask_new (FollowWindow *window)
{
  Import *self = import_new (window, NULL, 0);

  g_clear_pointer (&self->register_path, g_free);
  choose_file (self);
}
