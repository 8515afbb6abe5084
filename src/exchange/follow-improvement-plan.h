/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

gboolean follow_improvement_plan_export (FollowRegister *reg,
                                         gint64 plan_id,
                                         const char *layout,
                                         const char *path,
                                         FollowXlsxProgressFunc progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable,
                                         GError **error);
char *follow_improvement_plan_suggest_name (FollowRegister *reg, gint64 plan_id, GError **error);

G_END_DECLS
