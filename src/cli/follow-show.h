/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-json.h"
#include "follow-register.h"

G_BEGIN_DECLS

/* Records and their values in the forms of the command line. */

gboolean follow_show_is_public (const FollowField *field);
void follow_show_add_value (FollowJson *json,
                            FollowRegister *reg,
                            const FollowField *field,
                            const FollowValue *value);
gboolean follow_show_add_record (FollowJson *json,
                                 FollowRegister *reg,
                                 FollowRecord *record,
                                 gboolean parent,
                                 gboolean children,
                                 GError **error);
gboolean follow_show_append_children (
    GString *out, FollowRegister *reg, FollowRecord *record, guint indent, GError **error);
gboolean follow_show_append_record (GString *out, FollowRegister *reg, FollowRecord *record, GError **error);

G_END_DECLS
