/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-read-sheet.h"
#include "follow-import.h"

G_BEGIN_DECLS

FollowImportResult *follow_plan_import (FollowRegister *reg,
                                        GPtrArray *sheets,
                                        const char *name,
                                        const FollowImportOptions *options,
                                        GError **error);

G_END_DECLS
