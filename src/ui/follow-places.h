/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-query.h"

G_BEGIN_DECLS

/* The places of the sidebar, and what each counts and shows. */
typedef struct
{
  const char *id;
  const char *label; /* N_() */
  const char *icon;
  const char *heading; /* N_(); the first of a group has it */
  const char *style;   /* of the count: "alert", "warn" or NULL */
  const char *kind;    /* whose records it shows; NULL: a page of its own */
  const char *field;   /* NULL, or shows only records whose field is … */
  const char *value;   /* … this choice, or for a yes/no field "1" */
  const char *also[2]; /* other kinds it counts and shows: people come with groups and organisations */
} FollowPlace;

const FollowPlace *follow_places_get (guint *n_places);
const FollowPlace *follow_place_find (const char *id);
char *follow_place_dup_label (const FollowPlace *place, int due_soon_days);

/* Returns: (transfer full) (nullable): the records the place shows, of its own kind; NULL for a page of its
 * own */
FollowQuery *follow_place_make_query (const FollowPlace *place);

/* The place where records of @kind are at home; NULL for kinds edited elsewhere. */
const FollowPlace *follow_place_for_kind (const FollowKind *kind);

G_END_DECLS
