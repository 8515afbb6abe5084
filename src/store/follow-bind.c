/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

int
follow_bind_text (FollowStatement *statement, int index, const char *text)
{
  return sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/* Returns: (transfer full) (nullable): what a damaged or foreign-made file holds may be no UTF-8 */
char *
follow_column_dup_text (FollowStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* Binds what a field takes of the row: one column, five for a timescale. */
void
follow_bind_value (FollowStatement *statement, int *index, const FollowField *field, const FollowValue *value)
{
  FollowTimescale *timescale = follow_value_get_timescale (value);

  switch (follow_field_get_value_type (field))
    {
    case FOLLOW_VALUE_INTEGER:
    case FOLLOW_VALUE_LINKS:
      if (value != NULL)
        sqlite3_bind_int64 (statement, *index, follow_value_get_integer (value));
      break;
    case FOLLOW_VALUE_NUMBER:
      if (value != NULL)
        sqlite3_bind_double (statement, *index, follow_value_get_number (value));
      break;
    case FOLLOW_VALUE_TIMESCALE:
      if (timescale != NULL)
        {
          follow_bind_text (statement, *index, follow_timescale_get_wording (timescale));
          follow_bind_text (statement, *index + 1, follow_timescale_get_first (timescale));
          follow_bind_text (statement, *index + 2, follow_timescale_get_last (timescale));
          follow_bind_text (statement, *index + 3,
                            follow_precision_to_id (follow_timescale_get_precision (timescale)));
          follow_bind_text (statement, *index + 4,
                            follow_recurs_to_id (follow_timescale_get_recurs (timescale)));
        }
      *index += 4;
      break;
    case FOLLOW_VALUE_TEXT:
    default:
      follow_bind_text (statement, *index, follow_value_get_text (value));
      break;
    }
  (*index)++;
}
