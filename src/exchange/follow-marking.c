/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-marking.h"

static const FollowField *
get_field (void)
{
  return follow_kind_find_field (follow_kind_find ("plan"), "marking");
}

const char *
follow_marking_choose_higher (const char *one, const char *other)
{
  const char *highest = NULL;

  /* The choices stand in rising order. */
  for (const FollowChoice *choice = get_field ()->choices; choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, one) == 0 || g_strcmp0 (choice->id, other) == 0)
      highest = choice->id;
  return highest;
}

const char *
follow_marking_get_label (const char *marking)
{
  return marking != NULL ? follow_field_get_choice_label (get_field (), marking) : NULL;
}
