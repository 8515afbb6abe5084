/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-rail.h"

#include <math.h>

#include "follow-text-scale.h"

#define WIDTH 16
#define TOP 12

struct _FollowRail
{
  GtkWidget parent_instance;
  FollowRailMode mode;
  gboolean first;
  gboolean last;
  int top;
};

G_DEFINE_FINAL_TYPE (FollowRail, follow_rail, GTK_TYPE_WIDGET)

static void
set_source (cairo_t *cr, GtkWidget *widget, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  colour.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
fill_disc (cairo_t *cr, double radius)
{
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Draws around the origin, in units of a pixel at normal text size. */
static void
draw_mark (FollowRail *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (self->mode)
    {
    case FOLLOW_RAIL_MARK:
      set_source (cr, widget, "accent_bg_color", 1);
      fill_disc (cr, 5);
      break;
    case FOLLOW_RAIL_DOT:
      set_source (cr, widget, NULL, .5f);
      fill_disc (cr, 4);
      break;
    case FOLLOW_RAIL_DONE:
      set_source (cr, widget, NULL, .62f);
      fill_disc (cr, 7);
      set_source (cr, widget, "window_bg_color", 1);
      cairo_set_line_width (cr, 1.8);
      cairo_move_to (cr, -3, 0);
      cairo_line_to (cr, -.8, 2.4);
      cairo_line_to (cr, 3.2, -2.4);
      cairo_stroke (cr);
      break;
    case FOLLOW_RAIL_CURRENT:
      set_source (cr, widget, "accent_bg_color", 1);
      fill_disc (cr, 7);
      set_source (cr, widget, "accent_fg_color", 1);
      fill_disc (cr, 3);
      break;
    case FOLLOW_RAIL_PAUSE:
      set_source (cr, widget, "follow_hold", 1);
      fill_disc (cr, 7);
      set_source (cr, widget, "accent_fg_color", 1);
      cairo_rectangle (cr, -3, -3, 2, 6);
      cairo_rectangle (cr, 1, -3, 2, 6);
      cairo_fill (cr);
      break;
    case FOLLOW_RAIL_NEXT:
    default:
      set_source (cr, widget, NULL, .5f);
      cairo_set_line_width (cr, 1.6);
      cairo_arc (cr, 0, 0, 6, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    }
}

static void
follow_rail_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  FollowRail *self = FOLLOW_RAIL (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : self->top + WIDTH / 2;

  *minimum = *natural = follow_px (widget, size);
}

static void
follow_rail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FollowRail *self = FOLLOW_RAIL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = follow_px (widget, WIDTH) / (double) WIDTH;
  double x = width / 2.0;
  double y = self->top * scale;
  double clear = (self->mode == FOLLOW_RAIL_DOT || self->mode == FOLLOW_RAIL_MARK ? 6 : 8) * scale;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_set_line_width (cr, 2);
  set_source (cr, widget, NULL, .2f);
  if (!self->first)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, MAX (0, y - clear));
    }
  if (!self->last)
    {
      cairo_move_to (cr, x, MIN (height, y + clear));
      cairo_line_to (cr, x, height);
    }
  cairo_stroke (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  draw_mark (self, cr);
  cairo_destroy (cr);
}

static void
follow_rail_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  if (setting == GTK_SYSTEM_SETTING_DPI)
    gtk_widget_queue_resize (widget);

  GTK_WIDGET_CLASS (follow_rail_parent_class)->system_setting_changed (widget, setting);
}

static void
follow_rail_class_init (FollowRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = follow_rail_measure;
  widget_class->snapshot = follow_rail_snapshot;
  widget_class->system_setting_changed = follow_rail_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "rail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
follow_rail_init (FollowRail *self)
{
  self->top = TOP;
}

GtkWidget *
follow_rail_new (FollowRailMode mode, gboolean first, gboolean last)
{
  FollowRail *self = g_object_new (FOLLOW_TYPE_RAIL, NULL);

  follow_rail_set (self, mode, first, last);
  return GTK_WIDGET (self);
}

void
follow_rail_set (FollowRail *self, FollowRailMode mode, gboolean first, gboolean last)
{
  g_return_if_fail (FOLLOW_IS_RAIL (self));

  self->mode = mode;
  self->first = first;
  self->last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
follow_rail_set_top (FollowRail *self, int top)
{
  g_return_if_fail (FOLLOW_IS_RAIL (self));

  self->top = top;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
