/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"

G_BEGIN_DECLS

/* Takes what returned update sheets say into the register: a workbook, or a folder of them. What only the lead
 * changed is taken; conflicts, doubts and proposals are told and left. */
FollowImportResult *follow_update_import (FollowRegister *reg,
                                          const char *path,
                                          const FollowImportOptions *options,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
