/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-application.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "follow-import-dialog.h"
#include "follow-preferences.h"
#include "follow-register-dialogs.h"
#include "follow-widgets.h"
#include "follow-window.h"

#define FOLLOW_TYPE_APPLICATION (follow_application_get_type ())
G_DECLARE_FINAL_TYPE (FollowApplication, follow_application, FOLLOW, APPLICATION, AdwApplication)

struct _FollowApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FollowApplication, follow_application, ADW_TYPE_APPLICATION)

static FollowWindow *
get_window (FollowApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !FOLLOW_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? FOLLOW_WINDOW (window) : follow_window_new (ADW_APPLICATION (self));
}

static void
new_register (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  follow_register_dialog_new (get_window (data));
}

static void
open_register (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  follow_register_dialog_open (get_window (data));
}

static void
open_path (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  follow_window_open (get_window (data), g_variant_get_string (parameter, NULL));
}

static void
open_example (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  follow_register_dialog_example (get_window (data));
}

static void
import_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  follow_import_dialog_ask_new (get_window (data));
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (get_window (data));

  gtk_window_present (follow_preferences_new (window));
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (GTK_WINDOW (get_window (data)), "application-name", _ ("Follow-through"),
                         "application-icon", FOLLOW_APPLICATION_ID, "version", FOLLOW_VERSION,
                         "developer-name", _ ("The Follow-through developers"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("From what inspectors and reviews found to what changed for people."), NULL);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new-register", new_register }, { "open", open_register },
  { "open-path", open_path, "s" },  { "example", open_example },
  { "import-new", import_new },     { "preferences", show_preferences },
  { "about", show_about },          { "quit", quit },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.search", { "<Control>k" } },
  { "win.new", { "<Control>n" } },
  { "win.new-inside", { "<Control><Shift>n" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

/* Kept for when a person has nothing open yet: the register of the day before, else the welcome page. */
static void
open_last (FollowWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (FOLLOW_APPLICATION_ID);
  g_autofree char *path = g_settings_get_string (settings, "last-register");

  if (g_settings_get_boolean (settings, "restore-last") && *path != '\0' &&
      g_file_test (path, G_FILE_TEST_IS_REGULAR))
    follow_window_open (window, path);
}

static void
follow_application_activate (GApplication *application)
{
  gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  FollowWindow *window = get_window (FOLLOW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  if (is_first)
    open_last (window);
}

static void
follow_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      FollowWindow *window = i == 0 ? get_window (FOLLOW_APPLICATION (application))
                                    : follow_window_new (ADW_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      if (path != NULL)
        follow_window_open (window, path);
    }
}

static void
follow_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (follow_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}

static void
follow_application_class_init (FollowApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = follow_application_startup;
  application_class->activate = follow_application_activate;
  application_class->open = follow_application_open;
}

static void
follow_application_init (FollowApplication *self)
{
}

int
follow_application_run (int argc, char **argv)
{
  g_autoptr (GApplication) application =
      g_object_new (FOLLOW_TYPE_APPLICATION, "application-id", FOLLOW_APPLICATION_ID, "resource-base-path",
                    "/org/followthrough/FollowThrough", "flags", G_APPLICATION_HANDLES_OPEN, NULL);

  if (!gtk_init_check ())
    {
      g_autofree char *line = g_strdup_printf ("follow-through: %s\n",
                                               _ ("There is no display to open a window on. The command line "
                                                  "works without one: follow-through --help tells what "
                                                  "it can do."));

      fputs (line, stderr);
      return 1;
    }
  g_set_application_name (_ ("Follow-through"));
  return g_application_run (application, argc, argv);
}
