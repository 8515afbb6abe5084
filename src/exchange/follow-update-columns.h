/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The table of an update sheet, as it is written and read back. */

typedef enum
{
  FOLLOW_UPDATE_NUMBER,
  FOLLOW_UPDATE_WORDING,
  FOLLOW_UPDATE_PLACE,
  FOLLOW_UPDATE_MILESTONES,
  FOLLOW_UPDATE_AGREED,
  FOLLOW_UPDATE_LAST,
  FOLLOW_UPDATE_WAS,
  FOLLOW_UPDATE_PROGRESS,
  FOLLOW_UPDATE_STATUS,
  FOLLOW_UPDATE_EXPECTED,
  FOLLOW_UPDATE_REASON,
  FOLLOW_UPDATE_EVIDENCE,
  FOLLOW_UPDATE_REASSIGN,
  FOLLOW_UPDATE_ID,
  FOLLOW_UPDATE_N_COLUMNS,
} FollowUpdateColumn;

/* The columns that are for the lead to write in. */
#define FOLLOW_UPDATE_FIRST_INPUT FOLLOW_UPDATE_PROGRESS
#define FOLLOW_UPDATE_N_INPUTS (FOLLOW_UPDATE_REASSIGN - FOLLOW_UPDATE_PROGRESS + 1)

/* Stands in the hidden column of rows that are no action's: a heading, a row for something new. */
#define FOLLOW_UPDATE_NO_ACTION "-"

/* In the hidden column of the cover, beside what the lead writes there. */
#define FOLLOW_UPDATE_FILLED_BY "filled_by"
#define FOLLOW_UPDATE_FILLED_ON "filled_on"

/* Begins the hidden sheet: the form it has, the sheet's id, who made it for whom; then, under a row of
 * keys, each action as it was when the sheet was sent. */
#define FOLLOW_UPDATE_MAGIC "follow-through-update-sheet"
#define FOLLOW_UPDATE_FORM "1"
#define FOLLOW_UPDATE_SHEET "sheet"
#define FOLLOW_UPDATE_REGISTER "register"
#define FOLLOW_UPDATE_RECIPIENT "recipient"

/* A name that never changes, for the sheet's hidden row. */
const char *follow_update_column_get_key (FollowUpdateColumn column);
/* Returns: (transfer none): what stands above the column, translated */
const char *follow_update_column_get_heading (FollowUpdateColumn column);
double follow_update_column_get_width (FollowUpdateColumn column);
/* Returns: (nullable): what is said beside the column's cells, translated */
const char *follow_update_column_get_help (FollowUpdateColumn column);

G_END_DECLS
