/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-number.h"

#include <string.h>

/* A number in three pieces: "L", 12 and "a" of "L12a". */
typedef struct
{
  char *prefix; /* up to the last figures */
  gint64 figures;
} SplitNumber;

static gboolean
split_number (const char *number, SplitNumber *split)
{
  const char *end = number != NULL ? number + strlen (number) : NULL;
  const char *start;

  while (end != NULL && end > number && !g_ascii_isdigit (end[-1]))
    end--;
  if (end == number)
    return FALSE;
  for (start = end; start > number && g_ascii_isdigit (start[-1]);)
    start--;
  split->prefix = g_strndup (number, start - number);
  split->figures = g_ascii_strtoll (start, NULL, 10);
  return TRUE;
}

/* "C" after "B", where letters are given and not numbers. */
static char *
get_next_letter (GPtrArray *numbers)
{
  char highest = '\0';

  for (guint i = 0; i < numbers->len; i++)
    {
      const char *number = numbers->pdata[i];

      if (strlen (number) == 1 && g_ascii_isupper (*number))
        highest = MAX (highest, *number);
    }
  return highest != '\0' && highest < 'Z' ? g_strdup_printf ("%c", highest + 1) : NULL;
}

/**
 * follow_number_next:
 * @numbers: (element-type utf8): all that were ever given, in any order
 * @like: (nullable): the one after which the new one is to stand, whose manner it takes
 *
 * Returns: (transfer full): the highest number in the manner of @like, and one
 */
char *
follow_number_next (GPtrArray *numbers, const char *like)
{
  SplitNumber model = { NULL, 0 };
  gint64 highest = 0;
  char *letter;
  char *number;

  if (!split_number (like, &model) && (letter = get_next_letter (numbers)) != NULL)
    return letter;
  if (model.prefix == NULL)
    model.prefix = g_strdup ("");
  for (guint i = 0; i < numbers->len; i++)
    {
      SplitNumber other = { NULL, 0 };

      if (split_number (numbers->pdata[i], &other) && g_str_equal (other.prefix, model.prefix) &&
          other.figures < G_MAXINT)
        highest = MAX (highest, other.figures);
      g_free (other.prefix);
    }
  number = g_strdup_printf ("%s%" G_GINT64_FORMAT, model.prefix, highest + 1);
  g_free (model.prefix);
  return number;
}
