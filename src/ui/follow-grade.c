/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-grade.h"

#include "follow-widgets.h"

struct _FollowGrade
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *figure;
  GtkWidget *word;
  GtkWidget *movement;
  GtkWidget *steps;
};

G_DEFINE_FINAL_TYPE (FollowGrade, follow_grade, GTK_TYPE_BOX)

static void
show_text (GtkWidget *label, const char *text, GString *name)
{
  gboolean visible = text != NULL && *text != '\0';

  gtk_label_set_text (GTK_LABEL (label), visible ? text : "");
  gtk_widget_set_visible (label, visible);
  if (visible)
    g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text);
}

static void
fill_steps (FollowGrade *self, guint value, guint steps)
{
  follow_clear_children (self->steps);
  for (guint i = 0; i < steps; i++)
    {
      GtkWidget *step = g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (step, "grade-step");
      if (i < value)
        gtk_widget_add_css_class (step, "on");
      gtk_box_append (GTK_BOX (self->steps), step);
    }
  gtk_widget_set_visible (self->steps, steps > 0);
}

static void
follow_grade_class_init (FollowGradeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
follow_grade_init (FollowGrade *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->figure = follow_label_new (NULL, "grade-figure", "figures", NULL);
  self->word = follow_wrapped_label_new (NULL, "strong", NULL);
  self->movement = follow_wrapped_label_new (NULL, "second", NULL);
  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_box_set_homogeneous (GTK_BOX (self->steps), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->word);
  gtk_box_append (GTK_BOX (words), self->movement);
  gtk_box_append (GTK_BOX (line), self->figure);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->steps);
}

GtkWidget *
follow_grade_new (void)
{
  return g_object_new (FOLLOW_TYPE_GRADE, NULL);
}

void
follow_grade_set (
    FollowGrade *self, const char *figure, const char *word, const char *movement, guint value, guint steps)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_if_fail (FOLLOW_IS_GRADE (self));

  show_text (self->figure, figure, name);
  show_text (self->word, word, name);
  show_text (self->movement, movement, name);
  fill_steps (self, value, steps);
  follow_accessible_name (GTK_WIDGET (self), name->str);
}
