/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* A record in words, for headings, rows and the clipboard. All of them are user text: never markup.
 * Returns: (transfer full) */

/* What stands above its form: "Action 12", its title, or "New Action". */
char *follow_record_dup_heading (FollowRecord *record);

/* The two lines of its row in a list inside another record's form. */
char *follow_record_dup_row_title (FollowRegister *reg, FollowRecord *record);
char *follow_record_dup_row_summary (FollowRegister *reg, FollowRecord *record);

/* As other records show it where they link to it: "5.4 Involving individual children". */
char *follow_record_dup_link_text (FollowRegister *reg, gint64 id);

/* The record and what is edited inside it, a field a line, to paste into a message. */
char *follow_record_dup_text (FollowRegister *reg, FollowRecord *record);

G_END_DECLS
