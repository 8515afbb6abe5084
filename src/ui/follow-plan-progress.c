/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-progress.h"

#include "follow-pill.h"
#include "follow-status.h"
#include "follow-widgets.h"

struct _FollowPlanProgress
{
  GtkBox parent_instance;

  /* Children */
  FollowBar *bar;
  GtkLabel *complete;
  GtkWidget *pills;
};

G_DEFINE_FINAL_TYPE (FollowPlanProgress, follow_plan_progress, GTK_TYPE_BOX)

static const FollowField *
get_field (void)
{
  return follow_kind_find_field (follow_kind_find ("action"), "status");
}

static void
follow_plan_progress_class_init (FollowPlanProgressClass *klass)
{
}

static void
follow_plan_progress_init (FollowPlanProgress *self)
{
  GtkWidget *line = follow_wrap_box_new (6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->bar = FOLLOW_BAR (follow_bar_new ());
  self->complete = GTK_LABEL (follow_label_new (NULL, "small", "figures", NULL));
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_hexpand (GTK_WIDGET (self->complete), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->complete));
  gtk_box_append (GTK_BOX (line), self->pills);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self), line);
}

GtkWidget *
follow_plan_progress_new (void)
{
  return g_object_new (FOLLOW_TYPE_PLAN_PROGRESS, NULL);
}

void
follow_plan_progress_fill (FollowBar *bar, FollowOutlineArea *area)
{
  guint rest = follow_outline_area_count (area, NULL);

  for (guint i = 0; follow_status_order[i] != NULL; i++)
    {
      guint count = follow_outline_area_count (area, follow_status_order[i]);

      follow_bar_set_count (bar, follow_status_order[i], count,
                            follow_field_get_choice_label (get_field (), follow_status_order[i]));
      rest -= count;
    }
  follow_bar_set_rest (bar, rest);
}

void
follow_plan_progress_update (FollowPlanProgress *self, FollowOutlineArea *area)
{
  g_autofree char *complete = follow_outline_area_dup_progress (area);

  gtk_label_set_label (self->complete, complete);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), follow_outline_area_count (area, NULL) > 0);
  follow_plan_progress_fill (self->bar, area);
  follow_clear_children (self->pills);
  for (guint i = 0; follow_status_order[i] != NULL; i++)
    {
      const char *id = follow_status_order[i];
      const FollowStatusLook *look = follow_status_look ("status", id);
      guint count = follow_outline_area_count (area, id);
      g_autofree char *label = g_utf8_strdown (follow_field_get_choice_label (get_field (), id), -1);
      g_autofree char *words = g_strdup_printf ("%u %s", count, label);

      if (count > 0)
        gtk_box_append (GTK_BOX (self->pills),
                        follow_pill_new_count (look->letter, count, words, look->colour));
    }
}
