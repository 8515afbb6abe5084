/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-text.h"

#include "follow-widgets.h"

struct _FollowText
{
  GtkWidget parent_instance;

  char *text;
  PangoLayout *layout; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (FollowText, follow_text, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (FollowText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  return self->layout;
}

static GtkSizeRequestMode
follow_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
follow_text_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  FollowText *self = FOLLOW_TEXT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 0;
      return;
    }
  if (for_size >= 0)
    pango_layout_set_width (get_layout (self), for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (get_layout (self), NULL, minimum);
  *natural = *minimum;
}

static void
follow_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  pango_layout_set_width (get_layout (FOLLOW_TEXT (widget)), width * PANGO_SCALE);
}

/* Where the text is to begin at the side one reads from, as that of a label does. */
static double
get_offset (FollowText *self)
{
  PangoRectangle extents;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  pango_layout_get_pixel_extents (get_layout (self), NULL, &extents);
  return (mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - extents.width : 0) - extents.x;
}

static void
follow_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FollowText *self = FOLLOW_TEXT (widget);

  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), get_offset (self), 0,
                              get_layout (self));
}

static void
follow_text_dispose (GObject *object)
{
  g_clear_object (&FOLLOW_TEXT (object)->layout);

  G_OBJECT_CLASS (follow_text_parent_class)->dispose (object);
}

static void
follow_text_finalize (GObject *object)
{
  g_free (FOLLOW_TEXT (object)->text);

  G_OBJECT_CLASS (follow_text_parent_class)->finalize (object);
}

static void
follow_text_class_init (FollowTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = follow_text_dispose;
  object_class->finalize = follow_text_finalize;
  widget_class->get_request_mode = follow_text_get_request_mode;
  widget_class->measure = follow_text_measure;
  widget_class->size_allocate = follow_text_size_allocate;
  widget_class->snapshot = follow_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
follow_text_init (FollowText *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
follow_text_new (const char *text, ...)
{
  GtkWidget *self = g_object_new (FOLLOW_TYPE_TEXT, NULL);
  const char *style;
  va_list styles;

  va_start (styles, text);
  while ((style = va_arg (styles, const char *)) != NULL)
    gtk_widget_add_css_class (self, style);
  va_end (styles);
  follow_text_set_text (FOLLOW_TEXT (self), text);
  return self;
}

void
follow_text_set_text (FollowText *self, const char *text)
{
  text = text != NULL ? text : "";
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  follow_accessible_name (GTK_WIDGET (self), text);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
follow_text_get_text (FollowText *self)
{
  return self->text;
}
