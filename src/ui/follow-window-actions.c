/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-window-private.h"

#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-import-dialog.h"
#include "follow-pages.h"
#include "follow-update-making-window.h"

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowPage *page = follow_window_get_page (FOLLOW_WINDOW (widget));

  if (page != NULL && !follow_page_back (page))
    follow_window_pop (FOLLOW_WINDOW (widget));
}

static void
show_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  if (adw_flap_get_reveal_flap (self->flap))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);

  if (!self->whole)
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);

  if (self->whole)
    return;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_menu_button_popup (self->search_button);
}

/* Actions that the page answers. */
static void
ask_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    void (*answer) (FollowPage *page);
  } answers[] = {
    { "win.new", follow_page_create },          { "win.new-inside", follow_page_create_inside },
    { "win.export", follow_page_export },       { "win.find", follow_page_find },
    { "win.next-pane", follow_page_next_pane },
  };
  FollowPage *page = follow_window_get_page (FOLLOW_WINDOW (widget));

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].action, action))
      answers[i].answer (page);
}

static void
escape (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);
  FollowPage *page = follow_window_get_page (self);

  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (page != NULL && !follow_page_escape (page))
    follow_window_pop (self);
}

/* What is still being typed is saved first, so that the newest step is what the person sees as newest. */
static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);
  gboolean redo = g_str_equal (action, "win.redo");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (!follow_editor_flush_all (self->reg, &error) ||
      !(redo ? follow_register_redo (self->reg, &label, &error)
             : follow_register_undo (self->reg, &label, &error)))
    {
      follow_window_tell (self, error->message, FALSE);
      return;
    }
  /* Translators: a step that was taken back or done again */
  text = g_strdup_printf (redo ? _ ("Done again: %s") : _ ("Undone: %s"), label);
  follow_window_tell (self, text, FALSE);
  follow_window_update_actions (self);
}

static void
show_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  follow_window_push (FOLLOW_WINDOW (widget), follow_history_page_new (FOLLOW_WINDOW (widget)->reg, 0));
}

static void
show_bin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  follow_window_push (FOLLOW_WINDOW (widget), follow_bin_page_new (FOLLOW_WINDOW (widget)->reg));
}

static void
show_welcome (GtkWidget *widget, const char *action, GVariant *parameter)
{
  follow_window_set_register (FOLLOW_WINDOW (widget), NULL);
}

static void
backup_chosen_cb (GtkNativeDialog *dialog, int response, FollowWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (follow_editor_flush_all (self->reg, &error) && follow_register_backup (self->reg, path, &error))
        follow_window_tell (self, _ ("The register is backed up"), FALSE);
      else
        follow_window_show_error (GTK_WINDOW (self), _ ("Could Not Back Up"), error->message);
    }
  g_object_unref (dialog);
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Back Up the Register"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Back Up"), NULL);
  g_autofree char *name = follow_register_get_name (self->reg);
  g_autofree char *suggestion = g_strdup_printf ("%s %s.follow", name, follow_register_get_today (self->reg));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggestion);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (backup_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  follow_import_dialog_ask (FOLLOW_WINDOW (widget), 0);
}

static void
make_update_sheets (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowWindow *self = FOLLOW_WINDOW (widget);

  gtk_window_present (follow_update_making_window_new (self, NULL));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.back", back },
  { "win.show-sidebar", show_sidebar },
  { "win.toggle-sidebar", toggle_sidebar },
  { "win.search", search },
  { "win.new", ask_page },
  { "win.new-inside", ask_page },
  { "win.export", ask_page },
  { "win.find", ask_page },
  { "win.next-pane", ask_page },
  { "win.escape", escape },
  { "win.undo", step },
  { "win.redo", step },
  { "win.history", show_history },
  { "win.bin", show_bin },
  { "win.welcome", show_welcome },
  { "win.backup", back_up },
  { "win.import", import },
  { "win.make-update-sheets", make_update_sheets },
};

void
follow_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);

  /* Bound here and not as accelerators: popovers, entries and the page's own widgets come first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "win.next-pane", NULL);
}

void
follow_window_update_actions (FollowWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->reg != NULL;
  gboolean writable = open && !follow_register_is_read_only (self->reg);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, open);
  gtk_widget_action_set_enabled (widget, "win.new", writable);
  gtk_widget_action_set_enabled (widget, "win.new-inside", writable);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.make-update-sheets", writable);
  gtk_widget_action_set_enabled (widget, "win.back", g_queue_get_length (&self->pages) > 1);
  gtk_widget_action_set_enabled (widget, "win.show-sidebar",
                                 open && !self->whole && adw_flap_get_folded (self->flap));
  /* What is being typed can be undone too, so undo is open while there is a register. */
  gtk_widget_action_set_enabled (widget, "win.undo", writable);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && follow_register_can_redo (self->reg));
}
