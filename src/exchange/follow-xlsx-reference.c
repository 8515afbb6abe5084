/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-reference.h"

#include <string.h>

/* Reads letters, then digits, each perhaps behind a $. 0 stands for those that are absent. */
static gboolean
read_parts (const char **text, guint32 *letters, guint32 *digits)
{
  const char *p = *text;

  *letters = *digits = 0;
  if (*p == '$')
    p++;
  for (; g_ascii_isalpha (*p) && *letters <= FOLLOW_XLSX_MAX_COLUMNS; p++)
    *letters = *letters * 26 + (guint32) (g_ascii_toupper (*p) - 'A') + 1;
  if (*p == '$' && *letters > 0)
    p++;
  for (; g_ascii_isdigit (*p) && *digits <= FOLLOW_XLSX_MAX_ROWS; p++)
    *digits = *digits * 10 + (guint32) (*p - '0');
  *text = p;
  return *letters <= FOLLOW_XLSX_MAX_COLUMNS && *digits <= FOLLOW_XLSX_MAX_ROWS;
}

gboolean
follow_xlsx_read_reference (const char **text, guint32 *row, guint32 *column)
{
  const char *p = *text;
  guint32 letters;
  guint32 digits;

  if (!read_parts (&p, &letters, &digits) || letters == 0 || digits == 0)
    return FALSE;
  *row = digits - 1;
  *column = letters - 1;
  *text = p;
  return TRUE;
}

gboolean
follow_xlsx_read_range (const char **text, FollowReadRange *range)
{
  const char *p = *text;
  guint32 letters[2];
  guint32 digits[2];

  if (!read_parts (&p, &letters[0], &digits[0]))
    return FALSE;
  letters[1] = letters[0];
  digits[1] = digits[0];
  if (*p == ':')
    {
      p++;
      if (!read_parts (&p, &letters[1], &digits[1]))
        return FALSE;
    }
  else if (letters[0] == 0 || digits[0] == 0)
    return FALSE;
  if ((letters[0] == 0) != (letters[1] == 0) || (digits[0] == 0) != (digits[1] == 0) ||
      (letters[0] == 0 && digits[0] == 0) || letters[1] < letters[0] || digits[1] < digits[0])
    return FALSE;
  range->first_row = digits[0] > 0 ? digits[0] - 1 : 0;
  range->last_row = digits[1] > 0 ? digits[1] - 1 : FOLLOW_XLSX_MAX_ROWS - 1;
  range->first_column = letters[0] > 0 ? letters[0] - 1 : 0;
  range->last_column = letters[1] > 0 ? letters[1] - 1 : FOLLOW_XLSX_MAX_COLUMNS - 1;
  *text = p;
  return TRUE;
}

gboolean
follow_xlsx_read_index (const char *text, guint32 max, guint32 *index)
{
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    return FALSE;
  *index = number - 1;
  return TRUE;
}

gboolean
follow_xlsx_read_place (const char *text, char **sheet, FollowReadRange *range)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *p = text;
  const char *mark = strrchr (text, '!');

  *sheet = NULL;
  if (*p == '\'')
    {
      for (p++; *p != '\0' && (*p != '\'' || p[1] == '\''); p++)
        {
          p += *p == '\'';
          g_string_append_c (name, *p);
        }
      if (p[0] != '\'' || p[1] != '!')
        return FALSE;
      p += 2;
    }
  else if (mark != NULL)
    {
      g_string_append_len (name, p, mark - p);
      p = mark + 1;
    }
  if (!follow_xlsx_read_range (&p, range) || *p != '\0')
    return FALSE;
  if (mark != NULL)
    *sheet = g_strdup (name->str);
  return TRUE;
}
