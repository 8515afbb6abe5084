/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* All that was read of a sheet, a line each:
 *
 *   A1 T text           a cell: T text, N number, D date, B boolean, E error, . none; f of a formula,
 *                       ~ partly struck through, ~~ wholly, then #rrggbb if filled
 *   B2 #rrggbb          a fill with nothing written
 *   merged A1:B2, row 3 hidden, column C hidden, sheet hidden, sheet very hidden
 *   A1 note …, A1 link …, A1:A9 list …, table …
 *
 * (transfer full) */
char *show_sheet (const FollowReadBook *book, guint index);
/* Says where they differ. */
#define assert_sheet(book, index, expected)                  \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *shown_sheet = show_sheet (book, index); \
    g_assert_cmpstr (shown_sheet, ==, expected);             \
  }                                                          \
  G_STMT_END

G_END_DECLS
