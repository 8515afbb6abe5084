/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind-list.h"

G_BEGIN_DECLS

/* Records as delimited text (RFC 4180): a column a field, under the fields' names. */

char *follow_kind_text_get_cell (FollowRegister *reg, const FollowField *field, const FollowValue *value);
gboolean follow_kind_text_append (
    GString *out, FollowRegister *reg, const FollowKindList *list, gboolean guard, GError **error);
gboolean follow_kind_text_write (FollowRegister *reg,
                                 const FollowKindList *list,
                                 const char *path,
                                 GError **error);

G_END_DECLS
