/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-child-list.h"

G_BEGIN_DECLS

/* What the timescale of an action was before, each change with its reason. The register notes the changes; here
 * somebody says why. */
#define FOLLOW_TYPE_TIMESCALE_CHANGES (follow_timescale_changes_get_type ())
G_DECLARE_FINAL_TYPE (
    FollowTimescaleChanges, follow_timescale_changes, FOLLOW, TIMESCALE_CHANGES, FollowChildList)

GtkWidget *follow_timescale_changes_new (FollowRegister *reg);

G_END_DECLS
