/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pill.h"

#include "follow-status.h"
#include "follow-widgets.h"

struct _FollowPill
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *letter;
  GtkWidget *word;
};

G_DEFINE_FINAL_TYPE (FollowPill, follow_pill, GTK_TYPE_BOX)

static GtkWidget *
create_part (const char *css_class)
{
  /* The pill itself carries the name; its parts would only repeat it. */
  return g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes",
                       (const char *[]){ css_class, NULL }, NULL);
}

static void
show (FollowPill *self, const char *letter, const char *word, const char *kind, const char *colour)
{
  const char *classes[] = { "pill", kind, colour, NULL };

  gtk_label_set_text (GTK_LABEL (self->letter), letter != NULL ? letter : "");
  gtk_widget_set_visible (self->letter, letter != NULL);
  gtk_label_set_text (GTK_LABEL (self->word), word);
  gtk_widget_set_visible (self->word, *word != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static void
follow_pill_class_init (FollowPillClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
follow_pill_init (FollowPill *self)
{
  self->letter = create_part ("letter");
  self->word = create_part ("word");
  gtk_label_set_ellipsize (GTK_LABEL (self->word), PANGO_ELLIPSIZE_END);
  follow_label_reveal (GTK_LABEL (self->word));
  gtk_box_append (GTK_BOX (self), self->letter);
  gtk_box_append (GTK_BOX (self), self->word);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pill");
}

GtkWidget *
follow_pill_new (const char *letter, const char *word, const char *colour)
{
  FollowPill *self = g_object_new (FOLLOW_TYPE_PILL, NULL);

  follow_pill_set (self, letter, word, colour);
  return GTK_WIDGET (self);
}

void
follow_pill_set (FollowPill *self, const char *letter, const char *word, const char *colour)
{
  g_return_if_fail (FOLLOW_IS_PILL (self));
  g_return_if_fail (word != NULL && colour != NULL);

  show (self, letter, word, letter != NULL ? "full" : "wordy", colour);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  follow_accessible_name (GTK_WIDGET (self), word);
}

GtkWidget *
follow_pill_new_count (const char *letter, guint count, const char *words, const char *colour)
{
  FollowPill *self = g_object_new (FOLLOW_TYPE_PILL, NULL);

  follow_pill_set_count (self, letter, count, words, colour);
  return GTK_WIDGET (self);
}

void
follow_pill_set_count (
    FollowPill *self, const char *letter, guint count, const char *words, const char *colour)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);

  g_return_if_fail (FOLLOW_IS_PILL (self));
  g_return_if_fail (letter != NULL && words != NULL && colour != NULL);

  show (self, letter, figure, "compact", colour);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  follow_accessible_name (GTK_WIDGET (self), words);
}

GtkWidget *
follow_pill_new_for_choice (const char *field, const char *id, const char *label)
{
  FollowPill *self = g_object_new (FOLLOW_TYPE_PILL, NULL);

  follow_pill_set_choice (self, field, id, label);
  return GTK_WIDGET (self);
}

void
follow_pill_set_choice (FollowPill *self, const char *field, const char *id, const char *label)
{
  const FollowStatusLook *look = follow_status_look (field, id);

  if (look != NULL)
    follow_pill_set (self, look->letter, label, look->colour);
  else
    follow_pill_set (self, NULL, label, id != NULL ? "grey" : "none");
}

const char *
follow_pill_get_word (FollowPill *self)
{
  g_return_val_if_fail (FOLLOW_IS_PILL (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->word));
}

void
follow_pill_set_whole (FollowPill *self, gboolean whole)
{
  g_return_if_fail (FOLLOW_IS_PILL (self));

  gtk_label_set_ellipsize (GTK_LABEL (self->word), whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}
