/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-text-row.h"

#include "follow-widgets.h"

struct _FollowTextRow
{
  FollowFieldRow parent_instance;
  char *text;       /* of the buffer, kept for the getter; NULL when out of date */
  gboolean setting; /* the program changes the text, not the person */

  /* Children */
  GtkWidget *view;
  GtkWidget *placeholder;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowTextRow, follow_text_row, FOLLOW_TYPE_FIELD_ROW)

static gboolean
view_ticked_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 measures the lines of a wrapping view before it knows its width, lays them out anew in an idle
 * moment and then only tells its scrollbar. */
static void
height_changed_cb (GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, view_ticked_cb, NULL, NULL);
}

static void
buffer_changed_cb (FollowTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  g_clear_pointer (&self->text, g_free);
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  if (self->setting)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
follow_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FollowTextRow *self = FOLLOW_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, follow_text_row_get_text (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->placeholder)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
follow_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FollowTextRow *self = FOLLOW_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      follow_text_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      follow_text_row_set_placeholder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
follow_text_row_finalize (GObject *object)
{
  g_free (FOLLOW_TEXT_ROW (object)->text);

  G_OBJECT_CLASS (follow_text_row_parent_class)->finalize (object);
}

static void
follow_text_row_class_init (FollowTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = follow_text_row_get_property;
  object_class->set_property = follow_text_row_set_property;
  object_class->finalize = follow_text_row_finalize;
  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string (
      "placeholder", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
follow_text_row_init (FollowTextRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = follow_text_view_new (NULL);
  /* The view tells its own placeholder to assistive technology. */
  self->placeholder = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "can-target",
                                    FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->placeholder, "text-placeholder");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->placeholder, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), overlay, self->view);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                            G_CALLBACK (buffer_changed_cb), self);
}

GtkWidget *
follow_text_row_new (const char *caption)
{
  return g_object_new (FOLLOW_TYPE_TEXT_ROW, "caption", caption, NULL);
}

const char *
follow_text_row_get_text (FollowTextRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_TEXT_ROW (self), NULL);

  if (self->text == NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

      g_object_get (buffer, "text", &self->text, NULL);
    }
  return self->text;
}

void
follow_text_row_set_text (FollowTextRow *self, const char *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (FOLLOW_IS_TEXT_ROW (self));

  if (g_strcmp0 (text != NULL ? text : "", follow_text_row_get_text (self)) == 0)
    return;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->setting = TRUE;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->setting = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
follow_text_row_set_placeholder (FollowTextRow *self, const char *placeholder)
{
  g_return_if_fail (FOLLOW_IS_TEXT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->placeholder), placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

GtkTextView *
follow_text_row_get_view (FollowTextRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_TEXT_ROW (self), NULL);

  return GTK_TEXT_VIEW (self->view);
}

GtkWidget *
follow_text_view_new (const char *name)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  /* The view clips at its edge, where some fonts still have the tails of their letters. */
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 3);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_add_css_class (view, "plain-text");
  if (name != NULL)
    follow_accessible_name (view, name);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "notify::upper",
                           G_CALLBACK (height_changed_cb), view, G_CONNECT_SWAPPED);
  return view;
}
