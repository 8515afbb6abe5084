/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* The words of a published plan's table, as the import compares and the export writes them. */

/* Returns: (transfer full): @text so that what people hold for the same is the same: case, spaces,
 * dashes and a full stop at the end do not matter. "" for NULL. */
char *follow_plan_fold (const char *text);
/* Returns: (transfer full) (element-type utf8): the lines with something on them, without the spaces
 * around. */
GPtrArray *follow_plan_split_lines (const char *text);

/* What the table says about an action: its cells, NULL when empty. All are (transfer full). */
char *follow_plan_timeframe (FollowRecord *action, GPtrArray *milestones);
char *follow_plan_responsibility (FollowRegister *reg, FollowRecord *action);
/* Who leads, without the agencies: as written while that names everybody who was chosen. */
char *follow_plan_leads (FollowRegister *reg, FollowRecord *action);
/* @note is the newest, or NULL. */
char *follow_plan_progress (FollowRecord *action, FollowRecord *note);
/* @section may be NULL. */
char *follow_plan_section_wording (FollowRecord *section);

/* Returns: (transfer full) (nullable): the newest of an action's notes, of several of one day the one
 * that was written last. */
FollowRecord *follow_plan_find_newest_note (FollowRegister *reg, GPtrArray *notes);

/* The letter that stands for a declared status: 'B', 'G', 'A', 'R', 'N' or 'W'. */
char follow_plan_status_letter (const char *status);
/* Returns: (transfer full) (nullable): letter and word, "B – Complete"; NULL for no status. */
char *follow_plan_status_words (const char *status);
/* Returns: (nullable): the status that @text names by its word, its letter, both, or a colour. */
const char *follow_plan_read_status (const char *text);

G_END_DECLS
