/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* A field and a value of it: something to filter by, or to set on many records. */
typedef struct
{
  const FollowField *field;
  FollowTest test;
  FollowValue *value; /* owned; NULL for FOLLOW_TEST_EMPTY */
} FollowOffer;

void follow_offer_clear (FollowOffer *offer);
void follow_offer_copy (const FollowOffer *from, FollowOffer *to);

/* What a chip says, which stands alone.
 * Returns: (transfer full): "Not withdrawn", "No lead", "Plan: Improvement Plan 2025–27" */
char *follow_offer_describe (const FollowOffer *offer, FollowRegister *reg);

/* The same among others of its field: "Improvement Plan 2025–27". Returns: (transfer full) */
char *follow_offer_dup_title (const FollowOffer *offer, FollowRegister *reg);

/* Whether it may say something that a record lacks @field. */
gboolean follow_offer_can_miss (const FollowField *field);

G_END_DECLS
