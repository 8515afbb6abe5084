/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-tag.h"

#include <glib/gi18n-lib.h>

#include "follow-widgets.h"

struct _FollowTag
{
  GtkBox parent_instance;
  gboolean marked;

  /* Children */
  GtkWidget *label;
};

enum
{
  REMOVED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowTag, follow_tag, GTK_TYPE_BOX)

static void
cross_clicked_cb (FollowTag *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
text_clicked_cb (FollowTag *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
make_text_a_button (FollowTag *self, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: opens the record that a tag stands for; %s is its text */
  g_autofree char *name = g_strdup_printf (_ ("Open %s"), text);

  g_object_ref (self->label);
  gtk_box_remove (GTK_BOX (self), self->label);
  gtk_button_set_child (GTK_BUTTON (button), self->label);
  g_object_unref (self->label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tag-text");
  follow_accessible_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (text_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
add_cross (FollowTag *self, const char *text)
{
  /* Translators: removes one of several values; %s is its text */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), text);
  GtkWidget *cross = follow_icon_button_new ("window-close-symbolic", name);

  gtk_widget_set_valign (cross, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (cross, "clicked", G_CALLBACK (cross_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), cross);
}

static void
follow_tag_class_init (FollowTagClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[REMOVED] =
      g_signal_new ("removed", FOLLOW_TYPE_TAG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] =
      g_signal_new ("opened", FOLLOW_TYPE_TAG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_tag_init (FollowTag *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tag");
  self->label = follow_label_new (NULL, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  follow_label_reveal (GTK_LABEL (self->label));
  gtk_box_append (GTK_BOX (self), self->label);
}

GtkWidget *
follow_tag_new (const char *text, FollowTagStyle style)
{
  FollowTag *self = g_object_new (FOLLOW_TYPE_TAG, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  follow_accessible_name (GTK_WIDGET (self), text);
  if (style == FOLLOW_TAG_CHIP)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  if (style == FOLLOW_TAG_THEME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "theme");
  if (style == FOLLOW_TAG_PLAIN)
    gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  if (style == FOLLOW_TAG_LINK)
    make_text_a_button (self, text);
  if (style == FOLLOW_TAG_VALUE || style == FOLLOW_TAG_LINK || style == FOLLOW_TAG_CHIP)
    add_cross (self, text);
  return GTK_WIDGET (self);
}

const char *
follow_tag_get_text (FollowTag *self)
{
  g_return_val_if_fail (FOLLOW_IS_TAG (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
follow_tag_set_tip (FollowTag *self, const char *tip)
{
  g_return_if_fail (FOLLOW_IS_TAG (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
}

gboolean
follow_tag_get_marked (FollowTag *self)
{
  g_return_val_if_fail (FOLLOW_IS_TAG (self), FALSE);

  return self->marked;
}

void
follow_tag_set_marked (FollowTag *self, gboolean marked)
{
  g_return_if_fail (FOLLOW_IS_TAG (self));

  if (self->marked == marked)
    return;
  self->marked = marked;
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, marked, -1);
}
