/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-wrap-layout.h"

struct _FollowWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
};

typedef struct
{
  GtkWidget *widget; /* not owned */
  int width;
} Place;

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowWrapLayout, follow_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
share_rest (GArray *line, int rest)
{
  int growing = 0;

  for (guint i = 0; i < line->len; i++)
    if (gtk_widget_get_hexpand (g_array_index (line, Place, i).widget))
      growing++;
  for (guint i = 0; i < line->len && growing > 0; i++)
    {
      Place *place = &g_array_index (line, Place, i);

      if (!gtk_widget_get_hexpand (place->widget))
        continue;
      place->width += rest / growing;
      rest -= rest / growing;
      growing--;
    }
}

/* Puts children from @child on into @line (of Place) until @width is used up; at least one.
 * Returns: (nullable) (transfer none): the first child of the next line */
static GtkWidget *
fill_line (FollowWrapLayout *self, GtkWidget *child, int width, GArray *line)
{
  int used = 0;

  g_array_set_size (line, 0);
  for (child = skip_hidden (child); child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      Place place = { .widget = child };
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      place.width = MAX (minimum, MIN (natural, width));
      if (line->len > 0 && place.width > width - used - self->spacing)
        break;
      used += place.width + (line->len > 0 ? self->spacing : 0);
      g_array_append_val (line, place);
    }
  if (width != G_MAXINT && used < width)
    share_rest (line, width - used);
  return child;
}

static int
measure_line (GArray *line)
{
  int height = 0;

  for (guint i = 0; i < line->len; i++)
    {
      Place *place = &g_array_index (line, Place, i);
      int natural;

      gtk_widget_measure (place->widget, GTK_ORIENTATION_VERTICAL, place->width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static void
measure_width (FollowWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child;

  *minimum = 0;
  *natural = 0;
  for (child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static int
measure_height (FollowWrapLayout *self, GtkWidget *widget, int width)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Place));
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      child = fill_line (self, child, width, line);
      height += measure_line (line) + (child != NULL ? self->spacing : 0);
    }
  return height;
}

static GtkSizeRequestMode
follow_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
follow_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FollowWrapLayout *self = FOLLOW_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? G_MAXINT : for_size);
}

static void
follow_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FollowWrapLayout *self = FOLLOW_WRAP_LAYOUT (manager);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Place));
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int line_height;
      int x = 0;

      child = fill_line (self, child, width, line);
      line_height = measure_line (line);
      for (guint i = 0; i < line->len; i++)
        {
          Place *place = &g_array_index (line, Place, i);
          int left = from_right ? width - x - place->width : x;

          gtk_widget_size_allocate (place->widget, &(GtkAllocation){ left, y, place->width, line_height },
                                    -1);
          x += place->width + self->spacing;
        }
      y += line_height + self->spacing;
    }
}

static void
follow_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FollowWrapLayout *self = FOLLOW_WRAP_LAYOUT (object);

  if (prop_id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    follow_wrap_layout_set_spacing (FOLLOW_WRAP_LAYOUT (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_wrap_layout_class_init (FollowWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = follow_wrap_layout_get_property;
  object_class->set_property = follow_wrap_layout_set_property;
  layout_class->get_request_mode = follow_wrap_layout_get_request_mode;
  layout_class->measure = follow_wrap_layout_measure;
  layout_class->allocate = follow_wrap_layout_allocate;
  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT / 2, 6,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
follow_wrap_layout_init (FollowWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
follow_wrap_layout_new (int spacing)
{
  return g_object_new (FOLLOW_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}

int
follow_wrap_layout_get_spacing (FollowWrapLayout *self)
{
  g_return_val_if_fail (FOLLOW_IS_WRAP_LAYOUT (self), 0);

  return self->spacing;
}

void
follow_wrap_layout_set_spacing (FollowWrapLayout *self, int spacing)
{
  g_return_if_fail (FOLLOW_IS_WRAP_LAYOUT (self));
  g_return_if_fail (spacing >= 0);

  if (self->spacing == spacing)
    return;
  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}
