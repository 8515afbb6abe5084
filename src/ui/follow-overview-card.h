/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-overview-facts.h"

G_BEGIN_DECLS

/* One list of the overview: its title, how many there are, the first of them, and the way to all.
 *
 * Signal show-all () */
#define FOLLOW_TYPE_OVERVIEW_CARD (follow_overview_card_get_type ())
G_DECLARE_FINAL_TYPE (FollowOverviewCard, follow_overview_card, FOLLOW, OVERVIEW_CARD, GtkBox)

/* @style: of the count, "alert" or "warn" */
GtkWidget *follow_overview_card_new (FollowRegister *reg,
                                     FollowOverviewList list,
                                     const char *title,
                                     const char *style);

/* @ids: (nullable) (element-type gint64): the first of @count records */
void follow_overview_card_set (FollowOverviewCard *self, guint count, GArray *ids);

/* A link at the right of the title, in place of the one to all. Returns: (transfer none): a GtkButton */
GtkWidget *follow_overview_card_add_link (FollowOverviewCard *self);

G_END_DECLS
