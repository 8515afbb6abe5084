/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-kind.h"

G_BEGIN_DECLS

/* What is remembered of each kind's table: columns, widths, order. */

/* Returns: (transfer full) (nullable): names of fields; NULL for the usual ones */
char **follow_table_settings_get_columns (GSettings *settings, const FollowKind *kind);
/* @fields: (nullable) */
void follow_table_settings_set_columns (GSettings *settings,
                                        const FollowKind *kind,
                                        const char *const *fields);

/* Widths at text scale 1. Returns: 0 when the column never was resized */
int follow_table_settings_get_width (GSettings *settings, const FollowKind *kind, const char *field);
void follow_table_settings_set_width (GSettings *settings,
                                      const FollowKind *kind,
                                      const char *field,
                                      int width);

/* Returns: (nullable): the field, NULL for the kind's own order */
const FollowField *follow_table_settings_get_sort (GSettings *settings,
                                                   const FollowKind *kind,
                                                   gboolean *descending);
/* @field: (nullable) */
void follow_table_settings_set_sort (GSettings *settings,
                                     const FollowKind *kind,
                                     const FollowField *field,
                                     gboolean descending);

G_END_DECLS
