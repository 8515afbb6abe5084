/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-width-bin.h"

#include "follow-text-scale.h"

struct _FollowWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int enough;
  gboolean narrow;
  guint source;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowWidthBin, follow_width_bin, GTK_TYPE_WIDGET)

static gboolean
width_settled_cb (gpointer data)
{
  FollowWidthBin *self = FOLLOW_WIDTH_BIN (data);
  gboolean narrow = gtk_widget_get_width (data) < follow_px (data, self->enough);

  self->source = 0;
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static void
follow_width_bin_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (FOLLOW_WIDTH_BIN (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
follow_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FollowWidthBin *self = FOLLOW_WIDTH_BIN (widget);

  gtk_widget_allocate (self->child, width, height, -1, NULL);
  if (self->source == 0 && self->narrow != (width < follow_px (widget, self->enough)))
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_settled_cb, self, NULL);
}

static void
follow_width_bin_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_NARROW)
    g_value_set_boolean (value, FOLLOW_WIDTH_BIN (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
follow_width_bin_dispose (GObject *object)
{
  FollowWidthBin *self = FOLLOW_WIDTH_BIN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (follow_width_bin_parent_class)->dispose (object);
}

static void
follow_width_bin_class_init (FollowWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = follow_width_bin_get_property;
  object_class->dispose = follow_width_bin_dispose;
  widget_class->measure = follow_width_bin_measure;
  widget_class->size_allocate = follow_width_bin_size_allocate;

  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
follow_width_bin_init (FollowWidthBin *self)
{
}

GtkWidget *
follow_width_bin_new (GtkWidget *child, int enough)
{
  FollowWidthBin *self = g_object_new (FOLLOW_TYPE_WIDTH_BIN, NULL);

  self->enough = enough;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

gboolean
follow_width_bin_is_narrow (FollowWidthBin *self)
{
  return self->narrow;
}
