/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-private.h"

/* What a sheet may change of an action, apart from what it adds. */
static const char *const fields[] = { "status", "timescale", "leads", "lead_as_written" };

static gboolean
has_moved (FollowUpdateReturn *self, FollowRecord *before, FollowRecord *now)
{
  if (follow_register_is_removed (self->reg, follow_record_get_id (before)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!follow_value_equal (follow_record_get (before, fields[i]), follow_record_get (now, fields[i])))
      return TRUE;
  return FALSE;
}

static guint
refresh_answer (FollowUpdateReturn *self, FollowUpdateAnswer *answer)
{
  g_autoptr (FollowRecord) now = NULL;

  if (answer->action == NULL)
    return 0;
  now = follow_register_get (self->reg, follow_kind_find ("action"), follow_record_get_id (answer->action),
                             NULL);
  if (now == NULL || !has_moved (self, answer->action, now))
    return 0;
  g_set_object (&answer->action, now);
  return follow_update_answer_compare_again (self, answer);
}

guint
follow_update_return_refresh (FollowUpdateReturn *self)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      FollowUpdateFile *file = self->files->pdata[i];

      for (guint j = 0; file->refusal == NULL && j < file->answers->len; j++)
        n += refresh_answer (self, file->answers->pdata[j]);
    }
  return n;
}
