/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

FollowRegister *follow_example_create (const char *path, GError **error);
gboolean follow_example_fill (FollowRegister *reg, GError **error);

G_END_DECLS
