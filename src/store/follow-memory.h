/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* What people answered once and need not be asked again. It is of the register, since the next secretary
 * has the same files; it is no record, has no history, and Undo does not touch it. */

/* Returns: (transfer full): what → answer; empty when it cannot be read */
GHashTable *follow_register_recall (FollowRegister *self);
/* @answers: what → answer, all kept or none. A NULL answer is forgotten. */
gboolean follow_register_remember (FollowRegister *self, GHashTable *answers, GError **error);

G_END_DECLS
