/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-import.h"

#include "follow-update-return.h"

FollowImportResult *
follow_update_import (FollowRegister *reg,
                      const char *path,
                      const FollowImportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *paths[] = { path, NULL };
  g_autoptr (FollowUpdateReturn) update =
      follow_update_return_read (reg, paths, NULL, NULL, cancellable, error);

  if (update == NULL || !follow_update_return_commit (update, options->dry_run, error))
    return NULL;
  return g_steal_pointer (&update->result);
}
