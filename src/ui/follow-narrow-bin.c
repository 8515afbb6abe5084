/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-narrow-bin.h"

struct _FollowNarrowBin
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *child;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowNarrowBin, follow_narrow_bin, GTK_TYPE_WIDGET)

static void
follow_narrow_bin_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  FollowNarrowBin *self = FOLLOW_NARROW_BIN (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
follow_narrow_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FollowNarrowBin *self = FOLLOW_NARROW_BIN (widget);

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
follow_narrow_bin_get_request_mode (GtkWidget *widget)
{
  FollowNarrowBin *self = FOLLOW_NARROW_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
follow_narrow_bin_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHILD)
    g_value_set_object (value, FOLLOW_NARROW_BIN (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
follow_narrow_bin_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHILD)
    follow_narrow_bin_set_child (FOLLOW_NARROW_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
follow_narrow_bin_dispose (GObject *object)
{
  g_clear_pointer (&FOLLOW_NARROW_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (follow_narrow_bin_parent_class)->dispose (object);
}

static void
follow_narrow_bin_class_init (FollowNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = follow_narrow_bin_get_property;
  object_class->set_property = follow_narrow_bin_set_property;
  object_class->dispose = follow_narrow_bin_dispose;
  widget_class->measure = follow_narrow_bin_measure;
  widget_class->size_allocate = follow_narrow_bin_size_allocate;
  widget_class->get_request_mode = follow_narrow_bin_get_request_mode;
  props[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
follow_narrow_bin_init (FollowNarrowBin *self)
{
}

GtkWidget *
follow_narrow_bin_new (void)
{
  return g_object_new (FOLLOW_TYPE_NARROW_BIN, NULL);
}

void
follow_narrow_bin_set_child (FollowNarrowBin *self, GtkWidget *child)
{
  g_return_if_fail (FOLLOW_IS_NARROW_BIN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}
