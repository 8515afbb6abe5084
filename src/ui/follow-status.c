/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-status.h"

const char *const follow_status_order[] = { "complete",    "on_track",  "slippage", "off_track",
                                            "not_started", "withdrawn", NULL };

/* The letters are the ones the field prints in its own reports, whatever the words around them are. */
static const FollowStatusLook looks[] = {
  { "status", "complete", "B", "blue" },    { "status", "on_track", "G", "green" },
  { "status", "slippage", "A", "amber" },   { "status", "off_track", "R", "red" },
  { "status", "not_started", "N", "grey" }, { "status", "withdrawn", "W", "outline" },
  { "impact", "achieved", "A", "green" },   { "impact", "partly", "P", "amber" },
  { "impact", "not_yet", "N", "grey" },     { "impact", "not_known", "?", "outline" },
  { "type", "strength", "S", "green" },     { "type", "improvement", "I", "amber" },
  { "type", "good_practice", "P", "blue" },
};

const FollowStatusLook *
follow_status_look (const char *field, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (looks[i].field, field) == 0 && g_strcmp0 (looks[i].id, id) == 0)
      return &looks[i];
  return NULL;
}
