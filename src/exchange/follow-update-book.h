/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-sheet-plan.h"
#include "follow-update-groups.h"

G_BEGIN_DECLS

/* The workbook that one lead or agency gets. @round and @sheet are its records; @sheet may be new. */
FollowBook *follow_update_book_new (FollowRegister *reg,
                                    FollowRecord *round,
                                    FollowRecord *sheet,
                                    const FollowUpdateGroup *group,
                                    GError **error);

G_END_DECLS
