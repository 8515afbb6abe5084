/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-dialog.h"

#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-import.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "follow-register-dialogs.h"
#include "follow-welcome.h"

/* A file on its way into a register. */
typedef struct
{
  FollowWindow *window; /* weak */
  char *path;
  gint64 plan_id;
  char *register_path; /* nullable: somebody is to say where a new one is to be */
  gboolean is_new;
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
import_free (Import *self)
{
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

static gboolean
make_register (Import *self)
{
  g_autoptr (GSettings) settings = g_settings_new (FOLLOW_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_create (self->register_path, &error);

  if (reg == NULL)
    {
      follow_window_show_error (GTK_WINDOW (self->window), _ ("Could Not Make the Register"), error->message);
      return FALSE;
    }
  follow_welcome_remember (settings, self->register_path);
  follow_window_set_register (self->window, reg);
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *answer, gpointer data)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowImport) import = g_task_propagate_pointer (G_TASK (answer), &error);

  if (!is_in_place (self))
    ; /* nobody waits for it any more */
  else if (import == NULL)
    follow_window_show_error (GTK_WINDOW (self->window), _ ("Could Not Import"), error->message);
  else if (!self->is_new || make_register (self))
    follow_navigation_push (GTK_WIDGET (self->window),
                            follow_import_page_new (follow_window_get_register (self->window),
                                                    g_steal_pointer (&import), self->plan_id, self->is_new));
  import_free (self);
}

/* Strangers' files may take a while: they are read on a thread. What the register remembers of such files is read
 * on a connection of its own. */
static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = data;
  g_autoptr (FollowRegister) reg = NULL;
  FollowImport *import = NULL;
  GError *error = NULL;

  if (!self->is_new)
    reg = follow_register_open (self->register_path, TRUE, &error);
  if (error == NULL)
    import = follow_import_open (self->path, reg, cancellable, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) follow_import_free);
  else
    g_task_return_error (task, error);
}

/* @self: (transfer full) */
static void
read_file (Import *self)
{
  FollowRegister *reg = follow_window_get_register (self->window);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, self);
  GError *error = NULL;

  g_task_set_task_data (task, self, NULL);
  if (reg == NULL || follow_editor_flush_all (reg, &error))
    g_task_run_in_thread (task, read_in_thread);
  else
    g_task_return_error (task, error);
}

void
follow_import_dialog_show (FollowWindow *window, const char *path, gint64 plan_id)
{
  read_file (import_new (window, path, plan_id));
}

void
follow_import_dialog_show_new (FollowWindow *window, const char *path, const char *register_path)
{
  Import *self = import_new (window, path, 0);

  self->is_new = TRUE;
  g_free (self->register_path);
  self->register_path = g_strdup (register_path);
  read_file (self);
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
      _ ("Import a File"), GTK_WINDOW (self->window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import…"), NULL);

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
  choose_file (import_new (window, NULL, 0));
}
