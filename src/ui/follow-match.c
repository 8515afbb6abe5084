/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-match.h"

#include <string.h>

FollowMatch
follow_match (const char *text, const char *label)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *wanted = g_utf8_casefold (stripped, -1);
  g_autofree char *folded = g_utf8_casefold (label, -1);

  if (g_str_equal (wanted, folded))
    return FOLLOW_MATCH_EXACT;
  if (g_str_has_prefix (folded, wanted))
    return FOLLOW_MATCH_BEGINNING;
  if (g_str_match_string (stripped, label, TRUE))
    return FOLLOW_MATCH_WORDS;
  return strstr (folded, wanted) != NULL ? FOLLOW_MATCH_INSIDE : FOLLOW_MATCH_NONE;
}
