/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-window.h"

#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-history.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"
#include "follow-window-private.h"

/* How often to look whether another program wrote to the register. */
#define POLL_SECONDS 3

#define SIDEBAR_WIDTH 218

G_DEFINE_FINAL_TYPE (FollowWindow, follow_window, ADW_TYPE_APPLICATION_WINDOW)

/* "10:42" for today, else the day. */
static char *
format_time (const char *utc)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (local == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (local) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    return g_date_time_format (local, "%H:%M");
  return g_date_time_format (local, _ ("%-d %B"));
}

/* The quiet line at the foot of the sidebar; loud only when something could not be saved. */
void
follow_window_show_saved (FollowWindow *self, const GError *failure)
{
  g_autoptr (GPtrArray) newest = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (failure != NULL)
    text = g_strdup (failure->message);
  else if (follow_register_is_read_only (self->reg))
    text = g_strdup (_ ("Read only"));
  else if ((newest = follow_register_load_history (self->reg, 0, FALSE, 1, NULL)) != NULL && newest->len > 0)
    {
      time = format_time (((FollowChange *) newest->pdata[0])->at);
      /* Translators: a time of day or a day */
      text = g_strdup_printf (_ ("Saved %s"), time);
    }
  gtk_label_set_label (self->saved, text != NULL ? text : "");
  if (failure != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->saved), "late");
      gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "dim-label");
      gtk_image_set_from_icon_name (self->saved_icon, "dialog-error-symbolic");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "late");
      gtk_widget_add_css_class (GTK_WIDGET (self->saved), "dim-label");
      gtk_image_set_from_icon_name (self->saved_icon, "emblem-ok-symbolic");
    }
}

static void
register_changed_cb (FollowWindow *self, GHashTable *touched)
{
  follow_window_withdraw_offer (self);
  follow_window_show_saved (self, NULL);
  follow_window_update_actions (self);
}

static void
place_chosen_cb (FollowWindow *self, const char *place)
{
  follow_window_show_place (self, place);
}

static void
place_entered_cb (FollowWindow *self, const char *place)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  /* What is shown may be a record opened from the place: the way back to the place itself is its row. */
  if (g_queue_get_length (&self->pages) > 1)
    follow_window_show_place (self, place);
  if (follow_window_get_page (self) != NULL)
    follow_page_shown (follow_window_get_page (self));
}

static void
flap_folded_cb (FollowWindow *self)
{
  follow_window_update_actions (self);
}

static gboolean
poll_cb (gpointer data)
{
  FollowWindow *self = FOLLOW_WINDOW (data);

  if (self->reg != NULL)
    follow_register_poll (self->reg);
  return G_SOURCE_CONTINUE;
}

static void
close_answered_cb (FollowWindow *self, const char *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_before_closing (FollowWindow *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Not Everything Is Saved"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s", error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep Open"), "discard",
                                    _ ("_Close Without Saving"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_size (FollowWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 320));
      g_settings_set_int (self->settings, "window-height", MAX (height, 240));
    }
}

static gboolean
follow_window_close_request (GtkWindow *window)
{
  FollowWindow *self = FOLLOW_WINDOW (window);
  g_autoptr (GError) error = NULL;

  save_size (self);
  if (self->reg != NULL && !follow_editor_flush_all (self->reg, &error))
    {
      ask_before_closing (self, error);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (follow_window_parent_class)->close_request (window);
}

static void
follow_window_dispose (GObject *object)
{
  FollowWindow *self = FOLLOW_WINDOW (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  self->toast = NULL;
  if (self->content != NULL)
    follow_window_drop_pages (self);
  if (self->sidebar != NULL)
    follow_sidebar_set_register (self->sidebar, NULL);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (follow_window_parent_class)->dispose (object);
}

static void
follow_window_class_init (FollowWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = follow_window_close_request;

  g_type_ensure (FOLLOW_TYPE_SIDEBAR);
  g_type_ensure (FOLLOW_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, register_name);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, content);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, FollowWindow, saved_icon);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_folded_cb);
  follow_window_install_actions (widget_class);
}

static void
follow_window_init (FollowWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->pages);
  self->settings = g_settings_new (FOLLOW_APPLICATION_ID);
  follow_keep_width (self->sidebar_pane, SIDEBAR_WIDTH);
  follow_accessible_name (GTK_WIDGET (self->search_button), _ ("Search the register"));
  follow_accessible_name (GTK_WIDGET (self->menu_button), _ ("Main menu"));
  follow_window_set_up_search (self);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  follow_welcome_refresh (self->welcome);
  follow_window_update_actions (self);
}

FollowWindow *
follow_window_new (AdwApplication *application)
{
  return g_object_new (FOLLOW_TYPE_WINDOW, "application", application, NULL);
}

FollowRegister *
follow_window_get_register (FollowWindow *self)
{
  return self->reg;
}

static void
apply_settings (FollowWindow *self)
{
  g_autofree char *user = g_settings_get_string (self->settings, "user-name");
  g_autofree char *marking = g_settings_get_string (self->settings, "marking");

  follow_register_set_user (self->reg, *user != '\0' ? user : g_get_real_name ());
  follow_register_set_marking (self->reg, marking);
  follow_register_set_due_soon_days (self->reg, g_settings_get_int (self->settings, "due-soon-days"));
}

static void
settings_changed_cb (FollowWindow *self)
{
  if (self->reg != NULL)
    apply_settings (self);
}

/**
 * follow_window_set_register:
 * @reg: (nullable): the register to show; %NULL for the welcome page
 */
void
follow_window_set_register (FollowWindow *self, FollowRegister *reg)
{
  g_autofree char *name = NULL;

  if (self->reg != NULL)
    {
      follow_editor_flush_all (self->reg, NULL);
      g_signal_handlers_disconnect_by_data (self->reg, self);
    }
  follow_window_drop_pages (self);
  follow_sidebar_set_register (self->sidebar, NULL);
  g_set_object (&self->reg, reg);
  gtk_stack_set_visible_child_name (self->stack, reg != NULL ? "register" : "welcome");
  follow_window_update_actions (self);
  if (reg == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Follow-through"));
      follow_welcome_refresh (self->welcome);
      return;
    }

  name = follow_register_get_name (reg);
  gtk_label_set_label (self->register_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->register_name), follow_register_get_path (reg));
  gtk_window_set_title (GTK_WINDOW (self), name);
  apply_settings (self);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::user-name", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::marking", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::due-soon-days", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  follow_window_show_saved (self, NULL);
  follow_sidebar_set_register (self->sidebar, reg);
  follow_window_show_place (self, "actions");
  if (self->poll_source == 0)
    self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
}

gboolean
follow_window_open (FollowWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = follow_register_open (path, FALSE, &error);

  if (reg == NULL)
    {
      follow_window_show_error (GTK_WINDOW (self), _ ("Could Not Open the Register"), error->message);
      return FALSE;
    }
  follow_welcome_remember (self->settings, path);
  follow_window_set_register (self, reg);
  return TRUE;
}

void
follow_window_show_error (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
