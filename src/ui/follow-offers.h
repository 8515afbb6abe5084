/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-chooser.h"
#include "follow-offer.h"

G_BEGIN_DECLS

/* What a kind can be filtered by, or what can be set on many records, in two steps: first the fields, then the
 * values of one. Typing finds values in the first step too, by what they are called. */
typedef struct _FollowOffers FollowOffers;

/* @to_set: only what may be set, and not what is worked out; else of the records that a field links to only those
 * that are linked to */
FollowOffers *follow_offers_new (FollowRegister *reg, const FollowKind *kind, gboolean to_set);
void follow_offers_free (FollowOffers *self);

/* Has @chooser offer them; it must not outlive @self. */
void follow_offers_attach (FollowOffers *self, FollowChooser *chooser);

/* Returns: (transfer none): what an item of the last answer stands for */
const FollowOffer *follow_offers_get (FollowOffers *self, FollowChoiceItem *item);

G_END_DECLS
