/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Finds records by what people call them: a number, a reference, a title. */

GArray *follow_find_records (
    FollowRegister *reg, const FollowQuery *among, const char *ref, guint *fit, GError **error);
gint64 follow_find_record (FollowRegister *reg, const FollowQuery *among, const char *ref, GError **error);
char *follow_find_names (FollowRegister *reg, const GArray *ids);
char *follow_find_name (FollowRegister *reg, gint64 id);

G_END_DECLS
