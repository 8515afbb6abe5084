/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Which records of a kind are listed, and what of them. */
typedef struct
{
  const FollowQuery *query;
  const GArray *ids;         /* of gint64: of the query's records only these; NULL: all */
  const char *const *fields; /* names, in their order, ends with NULL; NULL: every field for people */
} FollowKindList;

GArray *follow_kind_list_load_ids (const FollowKindList *self, FollowRegister *reg, GError **error);
char *follow_kind_list_suggest_name (const FollowKindList *self, FollowRegister *reg);
GPtrArray *follow_kind_list_get_fields (const FollowKindList *self);

G_END_DECLS
