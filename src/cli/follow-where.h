/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-call.h"

G_BEGIN_DECLS

gboolean follow_where_add (FollowRegister *reg, FollowQuery *query, const char *condition, GError **error);
gboolean follow_where_add_all (FollowCall *call, FollowRegister *reg, FollowQuery *query, GError **error);
gboolean follow_where_set_sort (FollowQuery *query, const char *sort, GError **error);
void follow_where_advise (GError *problem, const char *advice, GError **error);
FollowRecord *follow_where_find (FollowCall *call, FollowRegister *reg, guint first_word, GError **error);

#define FOLLOW_WHERE_OPTION                                                                            \
  {                                                                                                    \
    .name = "where", .value = "FIELD=VALUE", .many = TRUE,                                             \
    .about = N_ ("only records of which this is true; also FIELD!=VALUE, FIELD<=VALUE, FIELD>=VALUE, " \
                 "and FIELD= for empty; several of one field are alternatives")                        \
  }

G_END_DECLS
