/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Presses a key as far as our own widgets listen to keys: GTK 4 offers no way to make up an event.
 * Returns: whether one of them took it */
static inline gboolean
press_key_with (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

static inline gboolean
press_key (GtkWidget *widget, guint keyval)
{
  return press_key_with (widget, keyval, 0);
}

/* Runs the main loop until nothing is left to do. */
static inline void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Shows @window and waits until it has its place on the screen, so that the focus can move in it. */
static inline void
present (GtkWidget *window)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (child) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_height (child), >, 0);
  settle ();
}

/* Returns: (nullable): the first widget of @type in @widget, itself included */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
