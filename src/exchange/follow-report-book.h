/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-sheet-plan.h"

G_BEGIN_DECLS

/* What reports about actions have in common. */

/* Returns: (transfer full): an empty book that says which register it is from, who made it and when.
 * @marking: (nullable): a choice's id */
FollowBook *follow_report_book_new (FollowRegister *reg,
                                    const char *title,
                                    const char *subject,
                                    const char *marking);

/* Returns: (transfer full): a name for the report's file that any disk takes, with the day and the marking:
 * "Action log – Glenmarrow 2026-11-25 OFFICIAL.xlsx" */
char *follow_report_suggest_name (FollowRegister *reg, const char *title, const char *marking);

/* Returns: (transfer full): "21 November 2026 at 07:43" */
char *follow_report_describe_now (FollowRegister *reg);

/* Returns: (transfer full): the first day of what a report tells when nobody said it, ISO: three months ago */
char *follow_report_get_usual_since (FollowRegister *reg);

/* A sheet in whose first columns stands which action a row is about. Widths are in characters. */
FollowSheet *follow_report_add_action_sheet (FollowBook *book, const char *name, double wording_width);
/* How many columns that are: those of the report's own follow. */
#define FOLLOW_REPORT_FIRST_COLUMN 3
/* A row with them filled. Returns: (transfer none) */
FollowSheetRow *follow_report_add_action_row (FollowSheet *sheet, FollowRegister *reg, FollowRecord *action);

/* A column of declared statuses, in their colours. */
void follow_report_add_status_column (FollowSheet *sheet, double width);
void follow_report_set_status (FollowSheetRow *row, guint column, FollowRecord *action);
/* A field of the action as people read it. */
void follow_report_set_field (
    FollowSheetRow *row, guint column, FollowRegister *reg, FollowRecord *action, const char *field);

/* Says under the sub-heading added last that there is nothing, where no row followed it.
 * @n_rows: how many rows the sheet had with the sub-heading */
void follow_report_close_block (FollowSheet *sheet, guint n_rows);

/* The key to the statuses, as the last sheet. */
void follow_report_add_key (FollowBook *book);

G_END_DECLS
