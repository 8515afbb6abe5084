/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Excel's bound for one cell, in UTF-16 units. */
#define FOLLOW_XLSX_MAX_TEXT 32767

/* Text as it may stand in a cell: valid UTF-8, control characters and a literal _xHHHH_ escaped,
 * noncharacters replaced. Returns: (transfer none): @text itself when nothing is to be done, else
 * @scratch's text, good until @scratch is used again. */
const char *follow_xlsx_text_escape (const char *text, GString *scratch);

/* Text of one line for places that know no escapes: headers, properties, names. Control characters
 * become blanks. Returns: (transfer full): at most @max_chars characters, the last then an ellipsis. */
char *follow_xlsx_text_one_line (const char *text, gsize max_chars);

/* The marks of a text's parts, to be translated where they are written. */
extern const char *const follow_xlsx_from_above;
extern const char *const follow_xlsx_goes_on;

/* Cuts escaped text that is too long for a cell at a blank or line end where there is one near, and
 * says at each end that it goes on. Returns: (transfer full): the parts in order. */
GPtrArray *follow_xlsx_text_split (const char *escaped);

/* How many lines a text, valid or not, takes in a column of @width characters; at least 1. */
guint follow_xlsx_text_lines (const char *text, double width);

/* A name Excel takes for a sheet (31 units, none of []:*?/\, no quote at the ends) that is not yet
 * in @taken, where it is then put, case folded. */
char *follow_xlsx_sheet_name (const char *wanted, GHashTable *taken);

/* Returns: the serial day of an ISO date or date and time, or -1 when it is none or Excel would
 * misread it (before 1 March 1900). @has_time tells which of the two it was. */
double follow_xlsx_serial_day (const char *iso, gboolean *has_time);

G_END_DECLS
