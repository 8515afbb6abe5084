/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-chooser-row.h"

#include <glib/gi18n-lib.h>

#include "follow-widgets.h"

GtkWidget *
follow_chooser_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (NULL, "second", NULL));
  gtk_box_append (GTK_BOX (row), follow_icon_new ("list-add-symbolic", NULL));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), follow_icon_new ("object-select-symbolic", NULL));
  return row;
}

void
follow_chooser_row_show (GtkWidget *row, FollowChoiceItem *item, gboolean is_new, gboolean is_chosen)
{
  const char *subtitle = follow_choice_item_get_subtitle (item);
  gboolean is_group = follow_choice_item_is_group (item);
  GtkWidget *plus = gtk_widget_get_first_child (row);
  GtkWidget *texts = gtk_widget_get_next_sibling (plus);
  GtkWidget *sign = gtk_widget_get_next_sibling (texts);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *second = gtk_widget_get_next_sibling (title);

  gtk_widget_set_visible (plus, is_new);
  gtk_image_set_from_icon_name (GTK_IMAGE (sign), is_group ? "go-next-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (sign, is_group || is_chosen);
  gtk_label_set_text (GTK_LABEL (title), follow_choice_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (second), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (second, subtitle != NULL && *subtitle != '\0');
}

GtkWidget *
follow_chooser_back_new (void)
{
  GtkWidget *back = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), follow_icon_new ("go-previous-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), follow_label_new (NULL, NULL));
  gtk_button_set_child (GTK_BUTTON (back), content);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_can_focus (back, FALSE);
  gtk_widget_set_tooltip_text (back, _ ("Back (Escape)"));
  gtk_widget_set_visible (back, FALSE);
  return back;
}

void
follow_chooser_back_show (GtkWidget *back, FollowChoiceItem *group)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (back)));

  gtk_label_set_label (GTK_LABEL (label), group != NULL ? follow_choice_item_get_title (group) : "");
  gtk_widget_set_visible (back, group != NULL);
}
