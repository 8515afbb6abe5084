/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* How a plan stands, for chief officers: counts with charts, the exceptions, then each section with its
 * actions.
 * @since: (nullable): ISO; what was re-dated and told since is in it */
gboolean follow_progress_report_export (FollowRegister *reg,
                                        gint64 plan_id,
                                        const char *since,
                                        const char *path,
                                        FollowXlsxProgressFunc progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

/* Returns: (transfer full) (nullable): a name for the file, with the marking */
char *follow_progress_report_suggest_name (FollowRegister *reg, gint64 plan_id, GError **error);

G_END_DECLS
