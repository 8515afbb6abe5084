/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-dialogs.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "follow-example.h"
#include "follow-import-dialog.h"

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Registers"));
  gtk_file_filter_add_pattern (filter, "*.follow");
  return filter;
}

static char *
take_path (GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
show_dialog (FollowWindow *window, GtkFileChooserNative *dialog, GCallback response_cb)
{
  g_autoptr (GtkFileFilter) filter = make_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", response_cb, window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
create_register (FollowWindow *window,
                 const char *path,
                 FollowRegister *(*create) (const char *path, GError **error))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = create (path, &error);

  if (reg == NULL)
    {
      follow_window_show_error (GTK_WINDOW (window), _ ("Could Not Make the Register"), error->message);
      return;
    }
  g_clear_object (&reg);
  follow_window_open (window, path);
}

static void
new_chosen_cb (GtkNativeDialog *dialog, int response, FollowWindow *window)
{
  const char *import = g_object_get_data (G_OBJECT (dialog), "follow-import");
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? take_path (dialog) : NULL;

  if (path != NULL && !g_str_has_suffix (path, ".follow"))
    {
      char *with_ending = g_strconcat (path, ".follow", NULL);

      g_free (path);
      path = with_ending;
    }
  if (path != NULL && import != NULL)
    follow_import_dialog_show_new (window, import, path);
  else if (path != NULL)
    create_register (window, path, follow_register_create);
  g_object_unref (dialog);
}

void
follow_register_dialog_new (FollowWindow *window)
{
  follow_register_dialog_new_for_import (window, NULL);
}

void
follow_register_dialog_new_for_import (FollowWindow *window, const char *path)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("New Register"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"), NULL);

  g_object_set_data_full (G_OBJECT (dialog), "follow-import", g_strdup (path), g_free);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("Child Protection Committee.follow"));
  show_dialog (window, dialog, G_CALLBACK (new_chosen_cb));
}

static void
open_chosen_cb (GtkNativeDialog *dialog, int response, FollowWindow *window)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? take_path (dialog) : NULL;

  if (path != NULL)
    follow_window_open (window, path);
  g_object_unref (dialog);
}

void
follow_register_dialog_open (FollowWindow *window)
{
  show_dialog (window,
               gtk_file_chooser_native_new (_ ("Open Register"), GTK_WINDOW (window),
                                            GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL),
               G_CALLBACK (open_chosen_cb));
}

/* The example is made once, in the user's data folder; what is changed in it stays until it is deleted. */
void
follow_register_dialog_example (FollowWindow *window)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "follow-through", NULL);
  g_autofree char *path = g_build_filename (folder, "Example.follow", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_mkdir_with_parents (folder, 0700) != 0)
    {
      follow_window_show_error (GTK_WINDOW (window), _ ("Could Not Make the Example"), g_strerror (errno));
      return;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    create_register (window, path, follow_example_create);
  else
    follow_window_open (window, path);
}
