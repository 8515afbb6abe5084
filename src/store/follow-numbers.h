/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

char *follow_register_next_number (
    FollowRegister *self, const FollowKind *kind, gint64 owner_id, const char *like, GError **error);

G_END_DECLS
