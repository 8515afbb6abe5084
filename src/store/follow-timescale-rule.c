/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

/* The change that was noted last today and still waits for its reason: one that is typed in
 * several pauses is one change, not several. */
static FollowRecord *
find_open_change (FollowRegister *self, FollowRecord *action, GError **error)
{
  const FollowKind *kind = follow_kind_find ("timescale_change");
  g_autoptr (GPtrArray) changes =
      follow_register_load_children (self, kind, follow_record_get_id (action), error);
  FollowRecord *found = NULL;

  for (guint i = 0; changes != NULL && i < changes->len && found == NULL; i++)
    {
      FollowRecord *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (follow_record_get_text (change, "on"), self->today) == 0 &&
          follow_record_get_text (change, "reason") == NULL &&
          follow_value_equal (follow_record_get (change, "to"), follow_record_get (action, "timescale")))
        found = follow_record_copy (change);
    }
  return found;
}

/* Whether whoever wrote the new timescale has noted the change as well, with its reason. */
static gboolean
is_noted (FollowRegister *self,
          FollowTransaction *transaction,
          FollowRecord *before,
          FollowRecord *after,
          GError **error)
{
  g_autoptr (GPtrArray) changes = follow_register_load_children (self, follow_kind_find ("timescale_change"),
                                                                 follow_record_get_id (before), error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      FollowRecord *change = g_ptr_array_index (changes, i);
      gint64 id = follow_record_get_id (change);

      if (g_hash_table_contains (transaction->touched, &id) &&
          follow_value_equal (follow_record_get (change, "from"), follow_record_get (before, "timescale")) &&
          follow_value_equal (follow_record_get (change, "to"), follow_record_get (after, "timescale")))
        return TRUE;
    }
  return FALSE;
}

/* The first timescale is never lost: when a timescale that was given is given anew, the action gets
 * a timescale change with what it was and what it became (domain.md, Timescale change). */
gboolean
follow_transaction_note_timescale (FollowRegister *self,
                                   FollowTransaction *transaction,
                                   FollowRecord *before,
                                   FollowRecord *after,
                                   GError **error)
{
  const FollowKind *kind = follow_kind_find ("timescale_change");
  g_autoptr (FollowRecord) change = NULL;
  g_autoptr (GError) failure = NULL;
  FollowValue *was, *is;

  if (g_strcmp0 (follow_record_get_kind (before)->name, kind->parent) != 0)
    return TRUE;
  was = follow_record_get (before, "timescale");
  is = follow_record_get (after, "timescale");
  if (was == NULL || follow_value_equal (was, is) || is_noted (self, transaction, before, after, &failure))
    return TRUE;

  change = failure == NULL ? find_open_change (self, before, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (change != NULL && follow_value_equal (follow_record_get (change, "from"), is))
    return follow_transaction_set_removed (self, transaction, change, TRUE, error);
  if (change == NULL)
    {
      change = follow_record_new (kind, follow_record_get_id (before));
      follow_record_set (change, "from", was);
      follow_record_set_text (change, "on", self->today);
    }
  follow_record_set (change, "to", is);
  return follow_transaction_save (self, transaction, change, error);
}
