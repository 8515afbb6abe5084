/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-page-private.h"

#include <glib/gi18n.h>

#include "follow-export.h"
#include "follow-kind-list.h"

/* The list as it is shown: its filter, its order, its columns; of several selected rows only those. */
void
follow_table_page_ask_export (FollowTablePage *self)
{
  g_autoptr (FollowQuery) query = follow_table_dup_query (self->table);
  g_autoptr (GArray) ids = follow_table_get_selected (self->table);
  g_auto (GStrv) fields = follow_table_dup_columns (self->table);
  FollowReportOptions options = {
    .query = query,
    .ids = ids->len > 1 ? ids : NULL,
    .fields = (const char *const *) fields,
  };
  FollowKindList list = { query, options.ids, NULL };
  g_autofree char *name =
      follow_kind_list_suggest_name (&list, follow_page_get_register (FOLLOW_PAGE (self)));

  follow_export_ask (GTK_WIDGET (self), _ ("Export the List"), name, follow_report_find ("list"), &options);
}
