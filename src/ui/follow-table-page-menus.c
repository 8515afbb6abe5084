/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-page-private.h"

#include <glib/gi18n.h>

#include "follow-columns.h"
#include "follow-widgets.h"

/* The columns of the table, chosen and ordered: those shown on top, in their order. */

static GtkWidget *make_columns_list (FollowTablePage *self);

static void
set_columns (FollowTablePage *self, GPtrArray *fields)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns_button)));

  g_ptr_array_add (fields, NULL);
  follow_table_set_columns (self->table, (const char *const *) fields->pdata);
  gtk_popover_set_child (GTK_POPOVER (popover), make_columns_list (self));
}

static GPtrArray *
get_columns (FollowTablePage *self)
{
  g_auto (GStrv) names = follow_table_dup_columns (self->table);
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (fields, g_strdup (names[i]));
  return fields;
}

static void
column_toggled_cb (FollowTablePage *self, GtkCheckButton *check)
{
  const char *field = g_object_get_data (G_OBJECT (check), "follow-field");
  g_autoptr (GPtrArray) fields = get_columns (self);
  guint index;

  if (g_ptr_array_find_with_equal_func (fields, field, g_str_equal, &index))
    {
      if (fields->len > 1) /* a table without columns would be no table */
        g_ptr_array_remove_index (fields, index);
    }
  else
    g_ptr_array_add (fields, g_strdup (field));
  set_columns (self, fields);
}

static void
column_raised_cb (FollowTablePage *self, GtkWidget *button)
{
  const char *field = g_object_get_data (G_OBJECT (button), "follow-field");
  g_autoptr (GPtrArray) fields = get_columns (self);
  guint index;

  if (g_ptr_array_find_with_equal_func (fields, field, g_str_equal, &index) && index > 0)
    {
      char *moved = g_ptr_array_steal_index (fields, index);

      g_ptr_array_insert (fields, index - 1, moved);
    }
  set_columns (self, fields);
}

static void
usual_clicked_cb (FollowTablePage *self)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->columns_button)));

  follow_table_set_columns (self->table, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), make_columns_list (self));
}

static GtkWidget *
make_column_row (FollowTablePage *self, const FollowField *field, gboolean shown)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (follow_field_get_label (field));
  g_autofree char *raise_name = g_strdup_printf (_ ("Move %s to the left"), follow_field_get_label (field));
  GtkWidget *raise = follow_icon_button_new ("go-up-symbolic", raise_name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_hexpand (check, TRUE);
  g_object_set_data (G_OBJECT (check), "follow-field", (gpointer) field->name);
  g_object_set_data (G_OBJECT (raise), "follow-field", (gpointer) field->name);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (column_toggled_cb), self);
  g_signal_connect_swapped (raise, "clicked", G_CALLBACK (column_raised_cb), self);
  gtk_widget_set_opacity (raise, shown ? 1 : 0);
  gtk_widget_set_sensitive (raise, shown);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), raise);
  return row;
}

static GtkWidget *
make_columns_list (FollowTablePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *usual = gtk_button_new_with_label (_ ("Usual Columns"));
  g_auto (GStrv) names = follow_table_dup_columns (self->table);

  gtk_box_append (GTK_BOX (list), follow_heading_new (_ ("Columns")));
  for (guint i = 0; names[i] != NULL; i++)
    if (follow_kind_find_field (self->kind, names[i]) != NULL)
      gtk_box_append (GTK_BOX (list),
                      make_column_row (self, follow_kind_find_field (self->kind, names[i]), TRUE));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (follow_columns_can_show (&self->kind->fields[i]) &&
        !g_strv_contains ((const char *const *) names, self->kind->fields[i].name))
      gtk_box_append (GTK_BOX (list), make_column_row (self, &self->kind->fields[i], FALSE));
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (usual_clicked_cb), self);
  gtk_widget_add_css_class (usual, "flat");
  gtk_box_append (GTK_BOX (list), usual);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
columns_opened_cb (GtkMenuButton *button, gpointer data)
{
  FollowTablePage *self = data;

  gtk_popover_set_child (GTK_POPOVER (gtk_menu_button_get_popover (button)), make_columns_list (self));
}

GtkWidget *
follow_table_page_make_columns_button (FollowTablePage *self)
{
  self->columns_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->columns_button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->columns_button), gtk_popover_new ());
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->columns_button), columns_opened_cb, self,
                                         NULL);
  gtk_widget_set_tooltip_text (self->columns_button, _ ("Columns"));
  follow_accessible_name (self->columns_button, _ ("Columns"));
  return self->columns_button;
}

static void
kind_toggled_cb (FollowTablePage *self, GtkToggleButton *button)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "follow-kind");

  if (gtk_toggle_button_get_active (button) && g_strcmp0 (self->kind->name, kind) != 0)
    follow_table_page_show_kind (self, follow_kind_find (kind));
}

/* People, groups and organisations share a place; the title says which are shown. */
GtkWidget *
follow_table_page_make_kind_switch (FollowTablePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *kinds[] = { self->place->kind, self->place->also[0], self->place->also[1] };
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && kinds[i] != NULL; i++)
    {
      const FollowKind *kind = follow_kind_find (kinds[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (follow_kind_get_plural (kind));

      g_object_set_data (G_OBJECT (button), "follow-kind", (gpointer) kind->name);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      first = first != NULL ? first : button;
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (kind_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}
