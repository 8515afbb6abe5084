/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-record.h"

G_BEGIN_DECLS

/* What papers hold is marked as the highest of it. Markings are ids of choices, NULL for none. */

/* Returns: (nullable): the higher of the two; it stays when the records go that they are of */
const char *follow_marking_choose_higher (const char *one, const char *other);
/* Returns: (nullable): in words, as it stands on a paper; NULL for none */
const char *follow_marking_get_label (const char *marking);

G_END_DECLS
