/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-making-window.h"

#include <glib/gi18n.h>

#include "follow-aside.h"
#include "follow-date-row.h"
#include "follow-editor.h"
#include "follow-entry-row.h"
#include "follow-error.h"
#include "follow-form-body.h"
#include "follow-navigation.h"
#include "follow-text-row.h"
#include "follow-update-making.h"
#include "follow-widgets.h"

#define PROGRESS_EVERY_MS 100

/* What is asked for, and how far it is: shared with the thread that writes. */
typedef struct
{
  FollowUpdateOptions options;
  int permille;
} Order;

struct _FollowUpdateMakingWindow
{
  AdwWindow parent_instance;

  FollowWindow *parent; /* weak */
  FollowRegister *reg;
  GSettings *settings;
  FollowQuery *query; /* nullable */
  GCancellable *cancellable;
  guint progress_source;
  char *folder;

  GtkDropDown *by;
  GtkDropDown *which;
  FollowDateRow *deadline;
  FollowEntryRow *return_to;
  FollowTextRow *note;

  /* Template children */
  GtkButton *cancel_button;
  GtkWidget *make_button;
  GtkWidget *folder_button;
  GtkStack *stack;
  GtkBox *form_box;
  GtkProgressBar *progress_bar;
  GtkBox *made_box;
};

G_DEFINE_FINAL_TYPE (FollowUpdateMakingWindow, follow_update_making_window, ADW_TYPE_WINDOW)

static void
order_clear (gpointer data)
{
  Order *order = data;

  g_free ((char *) order->options.deadline);
  g_free ((char *) order->options.return_to);
  g_free ((char *) order->options.note);
  g_free ((char *) order->options.folder);
  g_clear_pointer ((FollowQuery **) &order->options.query, follow_query_free);
}

static void
order_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, order_clear);
}

static char *
dup_filled (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return *copy != '\0' ? g_steal_pointer (&copy) : NULL;
}

static Order *
order_new (FollowUpdateMakingWindow *self, const char *folder)
{
  Order *order = g_atomic_rc_box_new0 (Order);

  order->options.by = gtk_drop_down_get_selected (self->by) == 0 ? "lead" : "agency";
  order->options.deadline = g_strdup (follow_date_row_get_date (self->deadline));
  order->options.return_to = dup_filled (follow_entry_row_get_text (self->return_to));
  order->options.note = dup_filled (follow_text_row_get_text (self->note));
  if (self->query != NULL && gtk_drop_down_get_selected (self->which) == 0)
    order->options.query = follow_query_copy (self->query);
  order->options.folder = g_strdup (folder);
  return order;
}

static void
progress_cb (double fraction, gpointer data)
{
  g_atomic_int_set (&((Order *) data)->permille, (int) (fraction * 1000));
}

/* On the thread, whose register is only read. */
static gpointer
write_sheets (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  FollowUpdateOptions options = ((const Order *) data)->options;

  options.progress = progress_cb;
  options.progress_data = (gpointer) data;
  options.cancellable = cancellable;
  return follow_update_making_write (reg, &options, error);
}

static gboolean
show_progress_cb (gpointer data)
{
  FollowUpdateMakingWindow *self = g_object_get_data (data, "follow-window");
  Order *order = g_object_get_data (data, "follow-order");

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&order->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
show_page (FollowUpdateMakingWindow *self, const char *name)
{
  gboolean is_form = g_str_equal (name, "form");
  gboolean is_made = g_str_equal (name, "made");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->make_button, is_form);
  gtk_widget_set_visible (self->folder_button, is_made);
  gtk_button_set_label (self->cancel_button, is_made ? _ ("_Close") : _ ("_Cancel"));
  if (is_made)
    gtk_widget_grab_focus (self->folder_button);
}

static void
add_made (GtkListBox *list, const FollowUpdateMade *made)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u action", "%u actions", made->n_actions), made->n_actions);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), made->recipient);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), made->file_name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), follow_label_new (count, "dim-label", "figures", NULL));
  gtk_list_box_append (list, row);
}

static void
show_made (FollowUpdateMakingWindow *self, FollowUpdateMaking *making)
{
  GPtrArray *made = follow_update_making_get_made (making);
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u update sheet is made", "%u update sheets are made", made->len), made->len);
  /* Translators: the name of a workbook */
  g_autofree char *list_text = g_strdup_printf (
      _ ("“%s” beside them lists whom to send them to. Who answers is shown under Update sheets."),
      follow_update_making_get_list_name (making));
  GtkWidget *list = follow_form_group_new (_ ("Sheets made"));
  guint n_without = 0;

  gtk_box_append (self->made_box, follow_wrapped_label_new (title, "title-2", NULL));
  gtk_box_append (self->made_box, follow_wrapped_label_new (list_text, "dim-label", NULL));
  for (guint i = 0; i < made->len; i++)
    {
      const FollowUpdateMade *sheet = made->pdata[i];

      add_made (GTK_LIST_BOX (list), sheet);
      n_without += sheet->is_nobody ? sheet->n_actions : 0;
    }
  if (n_without > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("Nobody leads %u of the actions. It has a sheet of its own, the last below, for "
                    "you to give it to somebody.",
                    "Nobody leads %u of the actions. They have a sheet of their own, the last "
                    "below, for you to give them to somebody.",
                    n_without),
          n_without);

      gtk_box_append (self->made_box, follow_wrapped_label_new (text, "soon", NULL));
    }
  gtk_box_append (self->made_box, list);
  show_page (self, "made");
}

static void
tell_failed (FollowUpdateMakingWindow *self, const GError *error)
{
  show_page (self, "form");
  if (!g_error_matches (error, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    follow_window_show_error (GTK_WINDOW (self), _ ("Could Not Make the Sheets"), error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FollowUpdateMakingWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowUpdateMaking) making = follow_aside_run_finish (result, &error);
  FollowRegister *shown = self->parent != NULL ? follow_window_get_register (self->parent) : NULL;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  /* The window is closed, or shows another register: what was written so far leaves nothing behind. */
  if (self->reg == NULL || shown != self->reg)
    return;
  if (making != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &error) &&
      follow_update_making_finish (making, self->reg, &error))
    show_made (self, making);
  else
    tell_failed (self, error);
}

static gboolean
check (FollowUpdateMakingWindow *self, GError **error)
{
  if (!follow_date_row_is_unreadable (self->deadline))
    return follow_editor_flush_all (self->reg, error);
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, _ ("“%s” is no day that could be the deadline."),
               follow_date_row_get_text (self->deadline));
  return FALSE;
}

void
follow_update_making_window_make (FollowUpdateMakingWindow *self, const char *folder)
{
  Order *order = order_new (self, folder);
  g_autoptr (GObject) shown = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;

  if (!check (self, &error))
    {
      order_release (order);
      tell_failed (self, error);
      return;
    }
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_settings_set_string (self->settings, "return-to",
                         order->options.return_to != NULL ? order->options.return_to : "");
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_page (self, "progress");
  g_object_set_data (shown, "follow-window", self);
  g_object_set_data_full (shown, "follow-order", g_atomic_rc_box_acquire (order), order_release);
  self->progress_source = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_EVERY_MS, show_progress_cb,
                                              g_steal_pointer (&shown), g_object_unref);
  follow_aside_run_async (self->reg, write_sheets, order, order_release,
                          (GDestroyNotify) follow_update_making_free, self->cancellable, written_cb,
                          g_object_ref (self));
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, FollowUpdateMakingWindow *self)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (dialog);
  if (path != NULL)
    follow_update_making_window_make (self, path);
}

static void
make_clicked_cb (FollowUpdateMakingWindow *self)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (self->make_button))
    return;
  if (!check (self, &error))
    {
      tell_failed (self, error);
      return;
    }
  dialog = gtk_file_chooser_native_new (_ ("Folder for the Sheets"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Make Sheets Here"), NULL);
  gtk_file_chooser_set_create_folders (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* While sheets are written it stops that, and what was typed stays; else it closes the window. */
static void
cancel_clicked_cb (FollowUpdateMakingWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "progress") == 0)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
folder_clicked_cb (FollowUpdateMakingWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
make_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  make_clicked_cb (FOLLOW_UPDATE_MAKING_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cancel_clicked_cb (FOLLOW_UPDATE_MAKING_WINDOW (widget));
}

static GtkDropDown *
add_choice (GtkWidget *list, const char *title, const char *const *choices)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);

  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  follow_accessible_name (drop_down, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_DROP_DOWN (drop_down);
}

static void
build_form (FollowUpdateMakingWindow *self)
{
  const char *by[] = { _ ("Each lead"), _ ("Each agency"), NULL };
  const char *which[] = { self->query != NULL ? _ ("Those the table shows") : _ ("All live actions"),
                          self->query != NULL ? _ ("All live actions") : NULL, NULL };
  GtkWidget *whom = follow_form_group_new (_ ("Who is asked about what"));
  GtkWidget *back = follow_form_group_new (_ ("What the sheets say"));

  gtk_box_append (
      self->form_box,
      follow_wrapped_label_new (_ ("A workbook for each, with the actions as agreed and cells to say how "
                                   "it goes. Complete, withdrawn and closed actions are left out."),
                                "dim-label", NULL));
  self->by = add_choice (whom, _ ("A sheet for"), by);
  self->which = add_choice (whom, _ ("Actions"), which);
  self->deadline = FOLLOW_DATE_ROW (follow_date_row_new (_ ("Return by")));
  self->return_to = FOLLOW_ENTRY_ROW (follow_entry_row_new (_ ("Return to")));
  follow_entry_row_set_placeholder (self->return_to, _ ("An e-mail address"));
  self->note = FOLLOW_TEXT_ROW (follow_text_row_new (_ ("Note to leads")));
  gtk_list_box_append (GTK_LIST_BOX (back), GTK_WIDGET (self->deadline));
  gtk_list_box_append (GTK_LIST_BOX (back), GTK_WIDGET (self->return_to));
  gtk_list_box_append (GTK_LIST_BOX (back), GTK_WIDGET (self->note));
  gtk_box_append (self->form_box, whom);
  gtk_box_append (self->form_box, back);
}

static void
follow_update_making_window_dispose (GObject *object)
{
  FollowUpdateMakingWindow *self = FOLLOW_UPDATE_MAKING_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->reg);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->query, follow_query_free);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (follow_update_making_window_parent_class)->dispose (object);
}

static void
follow_update_making_window_class_init (FollowUpdateMakingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_update_making_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/followthrough/FollowThrough/follow-update-making-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, make_button);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, form_box);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FollowUpdateMakingWindow, made_box);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_install_action (widget_class, "making.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "making.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "making.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "making.cancel", NULL);
}

static void
follow_update_making_window_init (FollowUpdateMakingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
follow_update_making_window_new (FollowWindow *parent, const FollowQuery *query)
{
  FollowUpdateMakingWindow *self =
      g_object_new (FOLLOW_TYPE_UPDATE_MAKING_WINDOW, "transient-for", parent, NULL);
  g_autofree char *return_to = NULL;

  g_set_weak_pointer (&self->parent, parent);
  self->reg = g_object_ref (follow_window_get_register (parent));
  self->settings = g_settings_new (FOLLOW_APPLICATION_ID);
  self->query = query != NULL ? follow_query_copy (query) : NULL;
  return_to = g_settings_get_string (self->settings, "return-to");
  build_form (self);
  follow_entry_row_set_text (self->return_to, return_to);
  show_page (self, "form");
  return GTK_WINDOW (self);
}
