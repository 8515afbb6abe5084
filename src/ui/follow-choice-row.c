/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-choice-row.h"

#include <glib/gi18n-lib.h>

#include "follow-choice-button.h"

struct _FollowChoiceRow
{
  FollowFieldRow parent_instance;

  /* Children */
  FollowChoiceButton *button;
};

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowChoiceRow, follow_choice_row, FOLLOW_TYPE_FIELD_ROW)

static void
button_changed_cb (FollowChoiceRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
follow_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ID)
    g_value_set_string (value, follow_choice_row_get_id (FOLLOW_CHOICE_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_choice_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ID)
    follow_choice_row_set_id (FOLLOW_CHOICE_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
follow_choice_row_class_init (FollowChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = follow_choice_row_get_property;
  object_class->set_property = follow_choice_row_set_property;
  properties[PROP_ID] = g_param_spec_string (
      "id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
follow_choice_row_init (FollowChoiceRow *self)
{
}

GtkWidget *
follow_choice_row_new (const char *caption, const char *field)
{
  FollowChoiceRow *self = g_object_new (FOLLOW_TYPE_CHOICE_ROW, "caption", caption, NULL);
  GtkWidget *button = follow_choice_button_new (caption, field);

  self->button = FOLLOW_CHOICE_BUTTON (button);
  follow_choice_button_append (self->button, NULL, _ ("None"));
  g_signal_connect_swapped (button, "changed", G_CALLBACK (button_changed_cb), self);
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), button, NULL);
  return GTK_WIDGET (self);
}

void
follow_choice_row_append (FollowChoiceRow *self, const char *id, const char *label)
{
  g_return_if_fail (FOLLOW_IS_CHOICE_ROW (self));
  g_return_if_fail (id != NULL);

  follow_choice_button_append (self->button, id, label);
}

void
follow_choice_row_append_all (FollowChoiceRow *self, const FollowChoice *choices)
{
  g_return_if_fail (FOLLOW_IS_CHOICE_ROW (self));

  follow_choice_button_append_all (self->button, choices);
}

const char *
follow_choice_row_get_id (FollowChoiceRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOICE_ROW (self), NULL);

  return follow_choice_button_get_id (self->button);
}

void
follow_choice_row_set_id (FollowChoiceRow *self, const char *id)
{
  g_return_if_fail (FOLLOW_IS_CHOICE_ROW (self));

  if (g_strcmp0 (id, follow_choice_row_get_id (self)) == 0)
    return;
  follow_choice_button_set_id (self->button, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}
