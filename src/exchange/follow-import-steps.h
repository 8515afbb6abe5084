/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-timescale.h"

G_BEGIN_DECLS

/* An action with several timeframes, as plans print it: its steps are the last lines of the wording,
 * their timescales the lines of the timeframe. */

/* Returns: (transfer full) (element-type utf8) (nullable): the timeframe's lines, or parts of its one line,
 * when there are several and each is a timescale by itself, else NULL. */
GPtrArray *follow_import_split_timeframe (const char *timeframe);

/* Returns: (transfer full) (nullable): the one date that stands in a sentence; NULL for none or several */
FollowTimescale *follow_import_find_date (const char *text);

/* Returns: (transfer full) (element-type utf8) (nullable): the last @n_steps lines of the wording, or
 * NULL when it is not certain that they are the steps. */
GPtrArray *follow_import_find_steps (const char *wording, guint n_steps);

G_END_DECLS
