/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_TAG_VALUE, /* one of several values, with a cross */
  FOLLOW_TAG_LINK,  /* the same, and its text opens what it stands for */
  FOLLOW_TAG_CHIP,  /* a filter, with a cross */
  FOLLOW_TAG_PLAIN, /* without a cross */
  FOLLOW_TAG_THEME, /* square-cornered, without a cross */
} FollowTagStyle;

/* A few words in a frame that may be taken away.
 *
 * Signals
 * removed (): the cross was pressed. Whoever made the tag takes it out
 * opened (): the text was pressed */
#define FOLLOW_TYPE_TAG (follow_tag_get_type ())
G_DECLARE_FINAL_TYPE (FollowTag, follow_tag, FOLLOW, TAG, GtkBox)

GtkWidget *follow_tag_new (const char *text, FollowTagStyle style);
const char *follow_tag_get_text (FollowTag *self);

/* @tip: (nullable): a tooltip that says more than the text */
void follow_tag_set_tip (FollowTag *self, const char *tip);

/* A marked tag is the one Backspace is about to take away. */
gboolean follow_tag_get_marked (FollowTag *self);
void follow_tag_set_marked (FollowTag *self, gboolean marked);

G_END_DECLS
