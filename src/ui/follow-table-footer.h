/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The counts below a table: "31 of 45 actions · 7 overdue · 3 without a lead", each after the first a link
 * that sets the filter; and the key to the statuses.
 *
 * Signal count-activated (const char *place): the count of this place of the sidebar was chosen */
#define FOLLOW_TYPE_TABLE_FOOTER (follow_table_footer_get_type ())
G_DECLARE_FINAL_TYPE (FollowTableFooter, follow_table_footer, FOLLOW, TABLE_FOOTER, AdwBin)

GtkWidget *follow_table_footer_new (FollowRegister *reg, const FollowKind *kind);

/* @query: what the table shows, @n_rows: how many that are */
void follow_table_footer_update (FollowTableFooter *self, const FollowQuery *query, guint n_rows);

G_END_DECLS
