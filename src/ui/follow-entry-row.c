/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-entry-row.h"

#include "follow-widgets.h"

struct _FollowEntryRow
{
  FollowFieldRow parent_instance;
  gboolean setting; /* the program changes the text, not the person */

  /* Children */
  GtkWidget *entry;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowEntryRow, follow_entry_row, FOLLOW_TYPE_FIELD_ROW)

static void
entry_changed_cb (FollowEntryRow *self)
{
  if (self->setting)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
follow_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FollowEntryRow *self = FOLLOW_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, follow_entry_row_get_text (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (GTK_ENTRY (self->entry)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
follow_entry_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FollowEntryRow *self = FOLLOW_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      follow_entry_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      follow_entry_row_set_placeholder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
follow_entry_row_class_init (FollowEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = follow_entry_row_get_property;
  object_class->set_property = follow_entry_row_set_property;
  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string (
      "placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
follow_entry_row_init (FollowEntryRow *self)
{
  self->entry = follow_plain_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), self->entry, NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

GtkWidget *
follow_entry_row_new (const char *caption)
{
  return g_object_new (FOLLOW_TYPE_ENTRY_ROW, "caption", caption, NULL);
}

const char *
follow_entry_row_get_text (FollowEntryRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_ENTRY_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
follow_entry_row_set_text (FollowEntryRow *self, const char *text)
{
  g_return_if_fail (FOLLOW_IS_ENTRY_ROW (self));

  if (g_strcmp0 (text != NULL ? text : "", follow_entry_row_get_text (self)) == 0)
    return;
  self->setting = TRUE;
  follow_editable_reset (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
follow_entry_row_set_placeholder (FollowEntryRow *self, const char *placeholder)
{
  g_return_if_fail (FOLLOW_IS_ENTRY_ROW (self));

  if (g_strcmp0 (placeholder, gtk_entry_get_placeholder_text (GTK_ENTRY (self->entry))) == 0)
    return;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

GtkEntry *
follow_entry_row_get_entry (FollowEntryRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_ENTRY_ROW (self), NULL);

  return GTK_ENTRY (self->entry);
}
