/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-changes-private.h"

/**
 * follow_changes_new:
 * @label: (nullable): what the user is doing, for the history and for Undo: "Import of plan.csv"
 *
 * Returns: (transfer full): an empty set of changes
 */
FollowChanges *
follow_changes_new (const char *label)
{
  FollowChanges *self = g_new0 (FollowChanges, 1);

  self->label = g_strdup (label);
  self->items = g_array_new (FALSE, FALSE, sizeof (FollowChangeItem));
  return self;
}

void
follow_changes_free (FollowChanges *self)
{
  for (guint i = 0; i < self->items->len; i++)
    g_object_unref (g_array_index (self->items, FollowChangeItem, i).record);
  g_array_unref (self->items);
  g_free (self->label);
  g_free (self);
}

static void
add (FollowChanges *self, FollowChangeDo what, FollowRecord *record)
{
  FollowChangeItem item = { what, g_object_ref (record) };

  g_array_append_val (self->items, item);
}

/**
 * follow_changes_save:
 * @record: (transfer none): a new record, or one with changed fields; only the fields that were
 *   changed since it was read are written, so that what others wrote meanwhile stays
 */
void
follow_changes_save (FollowChanges *self, FollowRecord *record)
{
  add (self, FOLLOW_CHANGES_SAVE, record);
}

/**
 * follow_changes_remove:
 * @record: (transfer none): goes to the recycle bin, with the records edited inside of it
 */
void
follow_changes_remove (FollowChanges *self, FollowRecord *record)
{
  add (self, FOLLOW_CHANGES_REMOVE, record);
}

/**
 * follow_changes_restore:
 * @record: (transfer none): comes back from the recycle bin, with the records edited inside of it
 */
void
follow_changes_restore (FollowChanges *self, FollowRecord *record)
{
  add (self, FOLLOW_CHANGES_RESTORE, record);
}

guint
follow_changes_get_size (FollowChanges *self)
{
  return self->items->len;
}
