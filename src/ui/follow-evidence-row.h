/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-child-row.h"

G_BEGIN_DECLS

/* What makes a FollowChildRow the row of a piece of evidence: its icon, the button that opens the file or link,
 * and in its second line whether the file is still the one that was added. */
void follow_evidence_row_set_up (FollowChildRow *row, FollowRegister *reg);

/* Says in two lines what @record is; looks at the file once the row is seen. */
void follow_evidence_row_show (FollowChildRow *row, FollowRecord *record);

/* Where the file lies, NULL for a link or nothing. Relative paths start at the register's folder.
 * Returns: (transfer full) (nullable) */
GFile *follow_evidence_find_file (FollowRegister *reg, const char *location);

/* The path to store for @file: relative where it lies beside or below the register, so that both can move.
 * Returns: (transfer full) */
char *follow_evidence_make_location (FollowRegister *reg, GFile *file);

G_END_DECLS
