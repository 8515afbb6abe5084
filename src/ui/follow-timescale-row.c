/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale-row.h"

struct _FollowTimescaleRow
{
  FollowFieldRow parent_instance;

  /* Children */
  FollowTimescaleEntry *entry;
};

G_DEFINE_FINAL_TYPE (FollowTimescaleRow, follow_timescale_row, FOLLOW_TYPE_FIELD_ROW)

static void
follow_timescale_row_class_init (FollowTimescaleRowClass *klass)
{
}

static void
follow_timescale_row_init (FollowTimescaleRow *self)
{
  GtkWidget *entry = follow_timescale_entry_new ("");

  self->entry = FOLLOW_TIMESCALE_ENTRY (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (follow_field_row_changed), self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), entry,
                              GTK_WIDGET (follow_timescale_entry_get_entry (self->entry)));
}

GtkWidget *
follow_timescale_row_new (const char *caption)
{
  return g_object_new (FOLLOW_TYPE_TIMESCALE_ROW, "caption", caption, NULL);
}

FollowTimescaleEntry *
follow_timescale_row_get_timescale_entry (FollowTimescaleRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_TIMESCALE_ROW (self), NULL);

  return self->entry;
}
