/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-preferences.h"

#include <glib/gi18n.h>

#include "follow-kind.h"
#include "follow-widgets.h"

static void
bind (GSettings *settings, const char *key, gpointer object, const char *property)
{
  g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

static GtkWidget *
make_name_row (GSettings *settings)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Your name or post, for the history"));
  bind (settings, "user-name", row, "text");
  return row;
}

static const FollowField *
get_marking_field (void)
{
  return follow_kind_find_field (follow_kind_find ("plan"), "marking");
}

static GtkWidget *
make_marking_row (GSettings *settings)
{
  const FollowField *field = get_marking_field ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down;
  g_autofree char *now = g_settings_get_string (settings, "marking");
  guint selected = 0;

  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      gtk_string_list_append (labels, follow_field_get_choice_label (field, field->choices[i].id));
      if (g_str_equal (field->choices[i].id, now))
        selected = i;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Marking of new plans and actions"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Exports carry the highest marking of what they hold"));
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  follow_accessible_name (drop_down, _ ("Marking of new plans and actions"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  return row;
}

static void
marking_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_string (settings, "marking",
                         get_marking_field ()->choices[gtk_drop_down_get_selected (drop_down)].id);
}

static GtkWidget *
make_due_soon_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 366, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Days that count as due soon"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  follow_accessible_name (spin, _ ("Days that count as due soon"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  bind (settings, "due-soon-days", spin, "value");
  return row;
}

static GtkWidget *
make_restore_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Open the last register at start"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  follow_accessible_name (toggle, _ ("Open the last register at start"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  bind (settings, "restore-last", toggle, "active");
  return row;
}

static AdwPreferencesGroup *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

GtkWindow *
follow_preferences_new (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *marking;
  GSettings *settings = g_settings_new (FOLLOW_APPLICATION_ID);
  AdwPreferencesGroup *group;

  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));

  group = add_group (page, _ ("You"));
  adw_preferences_group_add (group, make_name_row (settings));
  adw_preferences_group_add (group, make_restore_row (settings));
  group = add_group (page, _ ("Actions"));
  adw_preferences_group_add (group, make_due_soon_row (settings));
  group = add_group (page, _ ("Marking"));
  marking = make_marking_row (settings);
  adw_preferences_group_add (group, marking);
  g_signal_connect_object (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (marking)),
                           "notify::selected", G_CALLBACK (marking_selected_cb), settings, 0);
  g_object_set_data_full (G_OBJECT (window), "settings", settings, g_object_unref);
  return GTK_WINDOW (window);
}
