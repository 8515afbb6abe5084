/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-changes.h"

typedef enum
{
  FOLLOW_CHANGES_SAVE,
  FOLLOW_CHANGES_REMOVE,
  FOLLOW_CHANGES_RESTORE,
} FollowChangeDo;

typedef struct
{
  FollowChangeDo what;
  FollowRecord *record; /* owned */
} FollowChangeItem;

struct _FollowChanges
{
  char *label;
  GArray *items; /* FollowChangeItem, in the order they are written */
};
