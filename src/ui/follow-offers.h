/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-choice-item.h"
#include "follow-register.h"

G_BEGIN_DECLS

/* A field and a value of it: something to filter by, or to set on many records. */
typedef struct
{
  const FollowField *field;
  FollowTest test;
  FollowValue *value; /* owned; NULL for FOLLOW_TEST_EMPTY */
} FollowOffer;

/* Every choice of a kind and every record it may link to, found by typing. */
typedef struct _FollowOffers FollowOffers;

/* @to_set: only what may be set, and not what is worked out */
FollowOffers *follow_offers_new (FollowRegister *reg, const FollowKind *kind, gboolean to_set);
void follow_offers_free (FollowOffers *self);

/* Returns: (transfer full) (element-type FollowChoiceItem): what fits @text, for a FollowChooser */
GListModel *follow_offers_find (const char *text, gpointer offers);

/* Returns: (transfer none): what an item of the last answer stands for */
const FollowOffer *follow_offers_get (FollowOffers *self, FollowChoiceItem *item);

void follow_offer_clear (FollowOffer *offer);
void follow_offer_copy (const FollowOffer *from, FollowOffer *to);

/* Returns: (transfer full): "Not withdrawn", "Overdue", "Plan: Improvement Plan 2025–27" */
char *follow_offer_describe (const FollowOffer *offer, FollowRegister *reg);

G_END_DECLS
