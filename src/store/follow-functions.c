/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <string.h>

/* How much of a text decides where it stands in a list. */
#define SORTED_BYTES 200

/* Returns: (transfer full) (nullable): the text, valid whatever the file holds; NULL for none */
static char *
get_text (sqlite3_value *value, gssize most)
{
  const char *text = (const char *) sqlite3_value_text (value);
  gssize length = sqlite3_value_bytes (value);

  if (text == NULL)
    return NULL;
  if (most < 0 || length <= most)
    return g_utf8_make_valid (text, length);
  while (most > 0 && ((guchar) text[most] & 0xc0) == 0x80) /* not in the midst of a letter */
    most--;
  return g_utf8_make_valid (text, most);
}

/* A key that sorts as people of the user's language sort, digits as numbers ("4.9" before "4.10").
 * A function and not a collation, so that it is worked out once a row and not at every comparison;
 * used in ORDER BY only, since its answer changes with the language. */
static void
sort_key (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  g_autofree char *text = get_text (arguments[0], SORTED_BYTES);
  g_autofree char *folded = NULL;

  if (text == NULL)
    return;
  folded = g_utf8_casefold (text, -1);
  sqlite3_result_text (context, g_utf8_collate_key_for_filename (folded, -1), -1, g_free);
}

/* Text for comparing, whatever its case. */
static void
fold (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  g_autofree char *text = get_text (arguments[0], -1);

  if (text != NULL)
    sqlite3_result_text (context, follow_fold_text (text), -1, g_free);
}

static void
today (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  FollowRegister *self = sqlite3_user_data (context);

  sqlite3_result_text (context, self->today, -1, SQLITE_TRANSIENT);
}

static void
soon (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  FollowRegister *self = sqlite3_user_data (context);

  sqlite3_result_text (context, self->soon, -1, SQLITE_TRANSIENT);
}

/* When a timescale that comes round is due next: its first and last day and its recurrence as they
 * stand in the file, and the day of the newest progress note. Each may be NULL. */
static void
next_due (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  g_autofree char *first = get_text (arguments[0], -1);
  g_autofree char *last = get_text (arguments[1], -1);
  g_autofree char *recurs = get_text (arguments[2], -1);
  g_autofree char *reported = get_text (arguments[3], -1);

  sqlite3_result_text (
      context, follow_timescale_next_due (first, last, follow_recurs_from_id (recurs), reported), -1, g_free);
}

/* The functions that queries call: none stands in the schema, so any SQLite tool reads the file. */
void
follow_register_add_functions (FollowRegister *self)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  sqlite3_create_function_v2 (self->db, "follow_sort_key", 1, flags, self, sort_key, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "follow_fold", 1, flags, self, fold, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "follow_next_due", 4, flags, self, next_due, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "follow_today", 0, flags, self, today, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "follow_soon", 0, flags, self, soon, NULL, NULL, NULL);
}
