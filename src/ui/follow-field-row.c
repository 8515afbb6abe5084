/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-field-row.h"

#include "follow-widgets.h"

typedef struct
{
  GtkWidget *editor; /* not owned, inside the child */
  GtkWidget *child;  /* not owned, inside the box */

  /* Children */
  GtkWidget *box;
  GtkWidget *caption;
  GtkWidget *hint;
} FollowFieldRowPrivate;

enum
{
  PROP_0,
  PROP_CAPTION,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (FollowFieldRow, follow_field_row, GTK_TYPE_LIST_BOX_ROW)

static FollowFieldRowPrivate *
get_private (FollowFieldRow *self)
{
  return follow_field_row_get_instance_private (self);
}

static void
name_editor (FollowFieldRow *self)
{
  FollowFieldRowPrivate *priv = get_private (self);

  if (priv->editor != NULL)
    follow_accessible_name (priv->editor, gtk_label_get_text (GTK_LABEL (priv->caption)));
}

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FollowFieldRow *self)
{
  FollowFieldRowPrivate *priv = get_private (self);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (priv->child == NULL || (picked != NULL && gtk_widget_is_ancestor (picked, priv->child)))
    return;
  if (gtk_widget_get_focus_child (priv->child) == NULL)
    gtk_widget_child_focus (priv->child, GTK_DIR_TAB_FORWARD);
}

/* The row would otherwise be a stop of its own on the way to the editor. */
static gboolean
follow_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FollowFieldRowPrivate *priv = get_private (FOLLOW_FIELD_ROW (widget));

  return priv->child != NULL && gtk_widget_child_focus (priv->child, direction);
}

static gboolean
follow_field_row_grab_focus (GtkWidget *widget)
{
  FollowFieldRowPrivate *priv = get_private (FOLLOW_FIELD_ROW (widget));

  return priv->editor != NULL &&
         (gtk_widget_grab_focus (priv->editor) || gtk_widget_child_focus (priv->editor, GTK_DIR_TAB_FORWARD));
}

static void
follow_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CAPTION)
    g_value_set_string (value, follow_field_row_get_caption (FOLLOW_FIELD_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CAPTION)
    follow_field_row_set_caption (FOLLOW_FIELD_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_field_row_class_init (FollowFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = follow_field_row_get_property;
  object_class->set_property = follow_field_row_set_property;
  widget_class->focus = follow_field_row_focus;
  widget_class->grab_focus = follow_field_row_grab_focus;
  properties[PROP_CAPTION] = g_param_spec_string (
      "caption", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] =
      g_signal_new ("changed", FOLLOW_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_field_row_init (FollowFieldRow *self)
{
  FollowFieldRowPrivate *priv = get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (priv->box, "field");
  priv->caption = follow_caption_new (NULL);
  gtk_widget_set_visible (priv->caption, FALSE);
  priv->hint = follow_wrapped_label_new (NULL, "field-hint", NULL);
  gtk_widget_set_visible (priv->hint, FALSE);
  gtk_box_append (GTK_BOX (priv->box), priv->caption);
  gtk_box_append (GTK_BOX (priv->box), priv->hint);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);
  g_signal_connect (click, "pressed", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
follow_field_row_new (const char *caption, GtkWidget *child, GtkWidget *editor)
{
  FollowFieldRow *self = g_object_new (FOLLOW_TYPE_FIELD_ROW, "caption", caption, NULL);

  follow_field_row_set_child (self, child, editor);
  return GTK_WIDGET (self);
}

const char *
follow_field_row_get_caption (FollowFieldRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_FIELD_ROW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (get_private (self)->caption));
}

void
follow_field_row_set_caption (FollowFieldRow *self, const char *caption)
{
  FollowFieldRowPrivate *priv = get_private (self);

  g_return_if_fail (FOLLOW_IS_FIELD_ROW (self));

  if (g_strcmp0 (caption, follow_field_row_get_caption (self)) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (priv->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (priv->caption, caption != NULL && *caption != '\0');
  name_editor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

GtkWidget *
follow_field_row_get_child (FollowFieldRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_FIELD_ROW (self), NULL);

  return get_private (self)->child;
}

void
follow_field_row_set_child (FollowFieldRow *self, GtkWidget *child, GtkWidget *editor)
{
  FollowFieldRowPrivate *priv = get_private (self);

  g_return_if_fail (FOLLOW_IS_FIELD_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (priv->child != NULL)
    gtk_box_remove (GTK_BOX (priv->box), priv->child);
  priv->child = child;
  priv->editor = editor != NULL ? editor : child;
  gtk_box_insert_child_after (GTK_BOX (priv->box), child, priv->caption);
  name_editor (self);
}

GtkWidget *
follow_field_row_get_editor (FollowFieldRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_FIELD_ROW (self), NULL);

  return get_private (self)->editor;
}

const char *
follow_field_row_get_hint (FollowFieldRow *self)
{
  FollowFieldRowPrivate *priv = get_private (self);

  g_return_val_if_fail (FOLLOW_IS_FIELD_ROW (self), NULL);

  return gtk_widget_get_visible (priv->hint) ? gtk_label_get_text (GTK_LABEL (priv->hint)) : NULL;
}

void
follow_field_row_set_hint (FollowFieldRow *self, const char *hint)
{
  FollowFieldRowPrivate *priv = get_private (self);

  g_return_if_fail (FOLLOW_IS_FIELD_ROW (self));

  gtk_label_set_text (GTK_LABEL (priv->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (priv->hint, hint != NULL);
  if (priv->editor != NULL)
    follow_accessible_description (priv->editor, hint != NULL ? hint : "");
}

void
follow_field_row_changed (FollowFieldRow *self)
{
  g_return_if_fail (FOLLOW_IS_FIELD_ROW (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
