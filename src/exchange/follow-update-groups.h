/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Who is asked about which actions. */

typedef struct
{
  gint64 recipient_id; /* 0: nobody the register knows */
  char *name;          /* as people read it; each is another */
  gboolean is_nobody;  /* actions that nobody leads */
  GPtrArray *actions;  /* of FollowRecord */
} FollowUpdateGroup;

typedef struct
{
  GPtrArray *groups; /* of FollowUpdateGroup, by name; nobody's come last */
  guint n_actions;   /* each once, whoever shares it */
  guint n_done;      /* left out as complete, withdrawn or closed */
} FollowUpdateGroups;

/* @by: "lead" or "agency"
 * @query: (nullable): the actions that are asked about, of those that are live; NULL: all
 *
 * Returns: (transfer full) (nullable) */
FollowUpdateGroups *follow_update_groups_load (FollowRegister *reg,
                                               const char *by,
                                               const FollowQuery *query,
                                               GError **error);
void follow_update_groups_free (FollowUpdateGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowUpdateGroups, follow_update_groups_free)

G_END_DECLS
