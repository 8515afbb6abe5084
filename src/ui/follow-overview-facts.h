/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-navigation.h"
#include "follow-register.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_OVERVIEW_OVERDUE,
  FOLLOW_OVERVIEW_MISSING,
  FOLLOW_OVERVIEW_DUE_SOON,
  FOLLOW_OVERVIEW_IMPACT,
  FOLLOW_OVERVIEW_UNANSWERED,
  FOLLOW_N_OVERVIEW_LISTS,
} FollowOverviewList;

#define FOLLOW_N_STATUSES 6

/* What the overview says, without the records themselves. */
typedef struct
{
  guint n_actions;
  guint n_plans;
  guint statuses[FOLLOW_N_STATUSES]; /* in the order of follow_status_order */
  guint n_complete;                  /* in the last days, as the two below */
  guint n_new;
  guint n_redated;
  guint n_no_lead;
  guint n_no_timescale;
  guint counts[FOLLOW_N_OVERVIEW_LISTS];
  GArray *ids[FOLLOW_N_OVERVIEW_LISTS]; /* gint64: the first of each list */
} FollowOverviewFacts;

/* So many days back count as recent. */
#define FOLLOW_RECENT_DAYS 30

void follow_overview_facts_free (FollowOverviewFacts *facts);

/* The tests for actions that are complete, but nobody has said with what impact. */
const FollowFilter *follow_overview_get_impact_filters (guint *n_filters);

void follow_overview_facts_load_async (FollowRegister *reg,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
FollowOverviewFacts *follow_overview_facts_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowOverviewFacts, follow_overview_facts_free)

/* The second line of the record @id in a list. A FollowOverviewText is its parts, so that days can stand out. */
typedef struct
{
  const char *icon;  /* nullable */
  const char *style; /* nullable: "late" or "soon", of the head */
  char *head;        /* nullable */
  char *rest;
} FollowOverviewText;

void follow_overview_text_clear (FollowOverviewText *text);
FollowOverviewText follow_overview_describe (FollowRegister *reg,
                                             FollowRecord *record,
                                             FollowOverviewList list);

G_END_DECLS
