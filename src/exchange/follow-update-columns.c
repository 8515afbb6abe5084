/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-columns.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *key;
  const char *heading;
  double width; /* in characters */
  const char *help;
} columns[FOLLOW_UPDATE_N_COLUMNS] = {
  [FOLLOW_UPDATE_NUMBER] = { "number", N_ ("No."), 6, NULL },
  [FOLLOW_UPDATE_WORDING] = { "wording", N_ ("Action"), 36, NULL },
  [FOLLOW_UPDATE_PLACE] = { "place", N_ ("Plan and area"), 20, NULL },
  [FOLLOW_UPDATE_MILESTONES] = { "milestones", N_ ("Milestones"), 24, NULL },
  [FOLLOW_UPDATE_AGREED] = { "agreed", N_ ("Timescale as agreed"), 15, NULL },
  [FOLLOW_UPDATE_LAST] = { "last", N_ ("Last progress"), 30, NULL },
  [FOLLOW_UPDATE_WAS] = { "was", N_ ("Status as last declared"), 14, NULL },
  [FOLLOW_UPDATE_PROGRESS] = { "progress", N_ ("Progress this period"), 42,
                               N_ ("What has been done since the last progress, and what difference it has "
                                   "made. A sentence is enough.") },
  [FOLLOW_UPDATE_STATUS] = { "status", N_ ("Status now"), 17,
                             N_ ("Choose from the list. Leave it as it is if it still holds.") },
  [FOLLOW_UPDATE_EXPECTED] = { "expected", N_ ("Expected date, if it moves"), 16,
                               N_ ("Only if the timescale as agreed will not be met: a day, or words such as "
                                   "“end of March 2027”.") },
  [FOLLOW_UPDATE_REASON] = { "reason", N_ ("Why it moves"), 24, N_ ("A new date needs a reason.") },
  [FOLLOW_UPDATE_EVIDENCE] = { "evidence", N_ ("Evidence"), 26,
                               N_ ("What shows it, and where it is kept: a title or an address, one a "
                                   "line.") },
  [FOLLOW_UPDATE_REASSIGN] = { "reassign", N_ ("Please reassign to"), 18,
                               N_ ("Only if the action is not yours: who should lead it.") },
  [FOLLOW_UPDATE_ID] = { "id", N_ ("Do not change"), 4, NULL },
};

const char *
follow_update_column_get_key (FollowUpdateColumn column)
{
  return columns[column].key;
}

const char *
follow_update_column_get_heading (FollowUpdateColumn column)
{
  return _ (columns[column].heading);
}

double
follow_update_column_get_width (FollowUpdateColumn column)
{
  return columns[column].width;
}

const char *
follow_update_column_get_help (FollowUpdateColumn column)
{
  return columns[column].help != NULL ? _ (columns[column].help) : NULL;
}
