/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind-list.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* Workbooks made from the kinds' descriptions alone: a column a field, with the fields' names in a
 * hidden row above the headings. */

gboolean follow_kind_book_write_list (FollowRegister *reg,
                                      const FollowKindList *list,
                                      const char *path,
                                      FollowXlsxProgressFunc progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean follow_kind_book_write_register (FollowRegister *reg,
                                          const char *path,
                                          FollowXlsxProgressFunc progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
