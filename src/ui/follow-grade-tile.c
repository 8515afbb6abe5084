/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-grade-tile.h"

#include <glib/gi18n.h>

#include "follow-grade-editor.h"
#include "follow-grade.h"
#include "follow-inspection-facts.h"
#include "follow-widgets.h"

struct _FollowGradeTile
{
  AdwBin parent_instance;

  FollowRegister *reg;
  FollowRecord *evaluation;
  gboolean narrow;
  GtkWidget *button;
  GtkWidget *popover; /* made when it is first asked for */

  /* Children of the button */
  GtkWidget *box;
  GtkWidget *indicator;
  GtkWidget *grade;
  GtkWidget *line; /* grade and movement, as text */
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (FollowGradeTile, follow_grade_tile, ADW_TYPE_BIN)

/* Not a GtkMenuButton, whose child does not wrap. */
static void
button_clicked_cb (FollowGradeTile *self)
{
  if (self->popover == NULL)
    {
      self->popover = follow_grade_editor_new (self->reg, self->evaluation);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
follow_grade_tile_dispose (GObject *object)
{
  FollowGradeTile *self = FOLLOW_GRADE_TILE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->reg);
  g_clear_object (&self->evaluation);

  G_OBJECT_CLASS (follow_grade_tile_parent_class)->dispose (object);
}

static void
follow_grade_tile_class_init (FollowGradeTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_grade_tile_dispose;
}

static void
follow_grade_tile_init (FollowGradeTile *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->indicator = follow_wrapped_label_new (NULL, "small", NULL);
  self->grade = follow_grade_new ();
  self->line = follow_wrapped_label_new (NULL, "second", NULL);
  self->note = follow_wrapped_label_new (NULL, "second", NULL);
  gtk_widget_set_visible (self->line, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->indicator);
  gtk_box_append (GTK_BOX (self->box), self->grade);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_box_append (GTK_BOX (self->box), self->note);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->box);
  gtk_widget_add_css_class (self->button, "tile");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
follow_grade_tile_new (FollowRegister *reg, FollowRecord *evaluation)
{
  FollowGradeTile *self = g_object_new (FOLLOW_TYPE_GRADE_TILE, NULL);

  self->reg = g_object_ref (reg);
  self->evaluation = g_object_ref (evaluation);
  if (follow_register_is_read_only (reg))
    gtk_widget_set_can_target (self->button, FALSE);
  else
    g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  follow_grade_tile_update (self);
  return GTK_WIDGET (self);
}

FollowRecord *
follow_grade_tile_get_evaluation (FollowGradeTile *self)
{
  return self->evaluation;
}

void
follow_grade_tile_set_narrow (FollowGradeTile *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->box), narrow ? 12 : 6);
  gtk_widget_set_hexpand (self->indicator, narrow);
  gtk_widget_set_visible (self->grade, !narrow);
  gtk_widget_set_visible (self->line, narrow);
  self->narrow = narrow;
  follow_grade_tile_update (self);
}

/* "5.4  Involving …" */
static char *
describe_indicator (FollowGradeTile *self, const char *space)
{
  gint64 id = follow_record_get_link (self->evaluation, "indicator");
  const char *number = id != 0 ? follow_register_get_number (self->reg, id) : NULL;

  if (id == 0)
    return g_strdup (_ ("No indicator"));
  return g_strconcat (number != NULL ? number : "", number != NULL ? space : "",
                      follow_register_get_title (self->reg, id), NULL);
}

void
follow_grade_tile_update (FollowGradeTile *self)
{
  gint64 id = follow_record_get_link (self->evaluation, "grade");
  g_autoptr (FollowRecord) grade = id != 0 ? follow_register_find (self->reg, id, NULL) : NULL;
  g_autofree char *movement = follow_evaluation_describe_movement (self->reg, self->evaluation);
  g_autofree char *indicator = describe_indicator (self, "  ");
  g_autofree char *plain = describe_indicator (self, " ");
  g_autofree char *figure =
      grade != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, follow_record_get_integer (grade, "value"))
                    : NULL;
  const char *word = grade != NULL ? follow_record_get_text (grade, "name") : _ ("Not graded");
  const char *note = follow_record_get_text (self->evaluation, "note");
  g_autofree char *line =
      g_strdup_printf ("%s%s%s%s%s", figure != NULL ? figure : "", figure != NULL ? " " : "", word,
                       movement != NULL ? ", " : "", movement != NULL ? movement : "");
  g_autofree char *name =
      g_strdup_printf ("%s: %s%s%s%s%s", plain, figure != NULL ? figure : "", figure != NULL ? ", " : "",
                       word, movement != NULL ? ", " : "", movement != NULL ? movement : "");
  guint value = 0;
  guint steps = 0;

  if (grade != NULL)
    follow_grade_count_steps (self->reg, grade, &value, &steps);
  gtk_label_set_text (GTK_LABEL (self->indicator), indicator);
  follow_grade_set (FOLLOW_GRADE (self->grade), figure, word, movement, value, steps);
  gtk_label_set_text (GTK_LABEL (self->line), line);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL && !self->narrow);
  follow_accessible_name (self->button, name);
  follow_accessible_description (self->button, note != NULL ? note : "");
}
