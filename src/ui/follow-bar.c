/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-bar.h"

#include <glib/gi18n-lib.h>

#include "follow-status.h"
#include "follow-widgets.h"

#define N_PARTS 6
#define GAP 1.5f
#define LEAST 3.0f /* so that one of a hundred is still seen */

struct _FollowBar
{
  GtkWidget parent_instance;
  guint counts[N_PARTS];
  char *words[N_PARTS];
  guint rest; /* for which nothing is declared */
  int height;
};

G_DEFINE_FINAL_TYPE (FollowBar, follow_bar, GTK_TYPE_WIDGET)

static void
update_name (FollowBar *self)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *word = NULL;

      if (self->counts[i] == 0)
        continue;
      word = g_utf8_strdown (self->words[i], -1);
      g_string_append_printf (name, "%s%u %s", name->len > 0 ? ", " : "", self->counts[i], word);
    }
  if (self->rest > 0)
    g_string_append_printf (name, "%s%u %s", name->len > 0 ? ", " : "", self->rest, _ ("without a status"));
  follow_accessible_name (GTK_WIDGET (self), name->len > 0 ? name->str : _ ("None"));
}

static void
get_part_colour (GtkWidget *widget, guint part, GdkRGBA *colour)
{
  const FollowStatusLook *look = follow_status_look ("status", follow_status_order[part]);
  g_autofree char *name = g_strconcat ("follow_", look->colour, NULL);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (gtk_style_context_lookup_color (context, name, colour))
    return;
  gtk_style_context_get_color (context, colour);
  colour->alpha *= 0.3f;
}

static float
measure_parts (FollowBar *self, float width, float widths[N_PARTS])
{
  guint total = self->rest;
  float sum = 0;

  for (guint i = 0; i < N_PARTS; i++)
    total += self->counts[i];
  for (guint i = 0; i < N_PARTS; i++)
    {
      widths[i] = self->counts[i] == 0 ? 0 : MAX (LEAST, width * self->counts[i] / total);
      sum += widths[i];
    }
  if (self->rest > 0)
    sum += MAX (LEAST, width * self->rest / total);
  return sum > 0 ? width / sum : 1;
}

static void
follow_bar_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  FollowBar *self = FOLLOW_BAR (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 24;
}

static void
follow_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FollowBar *self = FOLLOW_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float widths[N_PARTS];
  float factor = measure_parts (self, width, widths);
  float x = 0;
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), MIN (height / 2, 6));
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  if (self->rest > 0)
    {
      GdkRGBA trough;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &trough);
      trough.alpha *= 0.1f;
      gtk_snapshot_append_color (snapshot, &trough, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  for (guint i = 0; i < N_PARTS; i++)
    {
      float part = widths[i] * factor;
      float drawn = x + part >= width - 0.5f ? part : part - GAP;
      GdkRGBA colour;

      if (widths[i] <= 0)
        continue;
      get_part_colour (widget, i, &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (from_right ? width - x - drawn : x, 0, drawn, height));
      x += part;
    }
  gtk_snapshot_pop (snapshot);
}

static void
follow_bar_finalize (GObject *object)
{
  FollowBar *self = FOLLOW_BAR (object);

  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->words[i]);

  G_OBJECT_CLASS (follow_bar_parent_class)->finalize (object);
}

static void
follow_bar_class_init (FollowBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = follow_bar_finalize;
  widget_class->measure = follow_bar_measure;
  widget_class->snapshot = follow_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "followbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
follow_bar_init (FollowBar *self)
{
  self->height = 8;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
follow_bar_new (void)
{
  return g_object_new (FOLLOW_TYPE_BAR, NULL);
}

void
follow_bar_set_count (FollowBar *self, const char *status, guint count, const char *word)
{
  g_return_if_fail (FOLLOW_IS_BAR (self));
  g_return_if_fail (status != NULL && word != NULL);

  for (guint i = 0; i < N_PARTS; i++)
    if (g_str_equal (follow_status_order[i], status))
      {
        self->counts[i] = count;
        g_free (self->words[i]);
        self->words[i] = g_strdup (word);
      }
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
follow_bar_set_rest (FollowBar *self, guint count)
{
  g_return_if_fail (FOLLOW_IS_BAR (self));

  self->rest = count;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
follow_bar_clear (FollowBar *self)
{
  g_return_if_fail (FOLLOW_IS_BAR (self));

  memset (self->counts, 0, sizeof self->counts);
  self->rest = 0;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
follow_bar_set_height (FollowBar *self, int height)
{
  g_return_if_fail (FOLLOW_IS_BAR (self));

  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
