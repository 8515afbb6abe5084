/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well what was typed fits a label: what is shown first is what Return takes. */
typedef enum
{
  FOLLOW_MATCH_EXACT,
  FOLLOW_MATCH_BEGINNING, /* the label begins with it */
  FOLLOW_MATCH_WORDS,     /* each word of it begins a word of the label */
  FOLLOW_MATCH_INSIDE,
  FOLLOW_MATCH_NONE,
} FollowMatch;

/* Case does not matter, nor do spaces around @text; an empty text fits everything, as a beginning. */
FollowMatch follow_match (const char *text, const char *label);

G_END_DECLS
