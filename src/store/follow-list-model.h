/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

#define FOLLOW_TYPE_LIST_MODEL (follow_list_model_get_type ())
G_DECLARE_FINAL_TYPE (FollowListModel, follow_list_model, FOLLOW, LIST_MODEL, GObject)

FollowListModel *follow_list_model_new (FollowRegister *reg, const FollowQuery *query);
FollowRegister *follow_list_model_get_register (FollowListModel *self);
const FollowQuery *follow_list_model_get_query (FollowListModel *self);
gboolean follow_list_model_set_query (FollowListModel *self, const FollowQuery *query, GError **error);
gint64 follow_list_model_get_id (FollowListModel *self, guint position);
gboolean follow_list_model_find (FollowListModel *self, gint64 id, guint *position);

G_END_DECLS
