/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-read-fills.h"

G_BEGIN_DECLS

/* One area of a validation. */
typedef struct
{
  FollowReadRange area;
  guint validation;
} FollowReadValidated;

/* Puts what a file says about areas of a sheet in order, for finding. */
void follow_read_areas_finish (FollowReadSheet *self);

G_END_DECLS
