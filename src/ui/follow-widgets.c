/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-widgets.h"

#include "follow-wrap-layout.h"

static void
add_classes (GtkWidget *widget, va_list classes)
{
  const char *name;

  while ((name = va_arg (classes, const char *)) != NULL)
    gtk_widget_add_css_class (widget, name);
}

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text != NULL ? text : "", "xalign", 0.0, NULL);
}

static GtkWidget *
create_wrapped_label (const char *text)
{
  GtkWidget *label = create_label (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static gboolean
label_queried_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

GtkWidget *
follow_label_new (const char *text, ...)
{
  GtkWidget *label = create_label (text);
  va_list classes;

  va_start (classes, text);
  add_classes (label, classes);
  va_end (classes);
  return label;
}

GtkWidget *
follow_wrapped_label_new (const char *text, ...)
{
  GtkWidget *label = create_wrapped_label (text);
  va_list classes;

  va_start (classes, text);
  add_classes (label, classes);
  va_end (classes);
  return label;
}

GtkWidget *
follow_dim_label_new (const char *text)
{
  return follow_label_new (text, "dim-label", NULL);
}

GtkWidget *
follow_heading_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text != NULL ? text : "", "xalign", 0.0, "css-classes",
                       (const char *[]){ "heading", NULL }, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                       NULL);
}

GtkWidget *
follow_caption_new (const char *text)
{
  return follow_wrapped_label_new (text, "field-caption", NULL);
}

GtkWidget *
follow_icon_new (const char *icon_name, ...)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  va_list classes;

  va_start (classes, icon_name);
  add_classes (icon, classes);
  va_end (classes);
  return icon;
}

GtkWidget *
follow_icon_button_new (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  follow_accessible_name (button, name);
  return button;
}

GtkWidget *
follow_plain_entry_new (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_widget_add_css_class (entry, "plain");
  return entry;
}

void
follow_editable_reset (GtkEditable *editable, const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (editable));

  /* Turning undo off is what empties its history. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text != NULL ? text : "");
  gtk_editable_set_enable_undo (editable, TRUE);
}

GtkWidget *
follow_wrap_box_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, follow_wrap_layout_new (spacing));
  return box;
}

void
follow_accessible_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
follow_accessible_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

void
follow_label_reveal (GtkLabel *label)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (label_queried_cb), NULL);
}

void
follow_clear_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    {
      if (GTK_IS_LIST_BOX (widget))
        gtk_list_box_remove (GTK_LIST_BOX (widget), child);
      else
        gtk_widget_unparent (child);
    }
}
