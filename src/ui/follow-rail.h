/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_RAIL_MARK,    /* the newest of a list of notes */
  FOLLOW_RAIL_DOT,     /* one of the older ones */
  FOLLOW_RAIL_DONE,    /* a stage that is over: a tick */
  FOLLOW_RAIL_CURRENT, /* under way: a ring */
  FOLLOW_RAIL_NEXT,    /* to come: empty */
  FOLLOW_RAIL_PAUSE,   /* on hold */
} FollowRailMode;

/* The dot and the line at the left of a note, a stage or a link of a chain. It is decoration: what it says
 * must stand in the name or the text of its row. */
#define FOLLOW_TYPE_RAIL (follow_rail_get_type ())
G_DECLARE_FINAL_TYPE (FollowRail, follow_rail, FOLLOW, RAIL, GtkWidget)

/* @first, @last: whether the line ends at the dot */
GtkWidget *follow_rail_new (FollowRailMode mode, gboolean first, gboolean last);
void follow_rail_set (FollowRail *self, FollowRailMode mode, gboolean first, gboolean last);

/* @top: from the top to the middle of the dot, at normal text size; 12 unless set */
void follow_rail_set_top (FollowRail *self, int top);

G_END_DECLS
