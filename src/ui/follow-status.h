/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a choice looks where it is shown as a pill. Its word is the choice's own label. */
typedef struct
{
  const char *field; /* name of the choice field */
  const char *id;    /* of the choice */
  const char *letter;
  const char *colour; /* style class of a pill; @follow_COLOUR in style.css is its solid ground */
} FollowStatusLook;

/* The declared statuses in the order in which bars and counts show them: B G A R N W; ends with NULL. */
extern const char *const follow_status_order[];

/* Returns: (nullable): NULL for a choice that has no look of its own, or no @id */
const FollowStatusLook *follow_status_look (const char *field, const char *id);

G_END_DECLS
