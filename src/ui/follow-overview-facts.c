/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-overview-facts.h"

#include "follow-aside.h"
#include "follow-date.h"
#include "follow-history.h"
#include "follow-status.h"

/* So many rows of a list are shown. */
#define N_SHOWN 4

static const FollowFilter impact_filters[] = {
  { "status", FOLLOW_TEST_IS, "complete" },
  { "impact", FOLLOW_TEST_IS_NOT, "achieved" },
  { "impact", FOLLOW_TEST_IS_NOT, "partly" },
  { "impact", FOLLOW_TEST_IS_NOT, "not_yet" },
};

void
follow_overview_facts_free (FollowOverviewFacts *facts)
{
  for (guint i = 0; i < FOLLOW_N_OVERVIEW_LISTS; i++)
    g_clear_pointer (&facts->ids[i], g_array_unref);
  g_free (facts);
}

const FollowFilter *
follow_overview_get_impact_filters (guint *n_filters)
{
  *n_filters = G_N_ELEMENTS (impact_filters);
  return impact_filters;
}

static FollowQuery *
make_query (const char *kind, const char *field, const char *value)
{
  FollowQuery *query = follow_query_new (follow_kind_find (kind));

  if (field != NULL)
    follow_query_add_text (query, field, FOLLOW_TEST_IS, value);
  follow_query_set_limit (query, N_SHOWN);
  return query;
}

static FollowQuery *
make_no_lead_query (void)
{
  FollowQuery *query = make_query ("action", NULL, NULL);
  g_autoptr (FollowValue) yes = follow_value_new_integer (1);

  follow_query_add (query, "no_lead", FOLLOW_TEST_IS, yes);
  return query;
}

static FollowQuery *
make_impact_query (void)
{
  FollowQuery *query = make_query ("action", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (impact_filters); i++)
    follow_query_add_text (query, impact_filters[i].field, impact_filters[i].test, impact_filters[i].value);
  return query;
}

static FollowQuery *
make_unanswered_query (void)
{
  FollowQuery *query = make_query ("finding", "type", "improvement");
  g_autoptr (FollowValue) none = follow_value_new_integer (0);

  follow_query_add_text (query, "type", FOLLOW_TEST_IS, "main_point");
  follow_query_add_text (query, "type", FOLLOW_TEST_IS, "other");
  follow_query_add (query, "actions", FOLLOW_TEST_IS, none);
  return query;
}

/* Counting stops as soon as nobody wants the answer any more. */
static guint
count (FollowRegister *reg, const FollowQuery *query, GError **error)
{
  if (*error == NULL)
    g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error);
  return *error == NULL ? follow_register_count (reg, query, error) : 0;
}

static guint
count_kind (FollowRegister *reg, const char *kind, const char *field, const char *value, GError **error)
{
  g_autoptr (FollowQuery) query = make_query (kind, field, value);

  return count (reg, query, error);
}

/* @query: (transfer full) */
static void
load_list (FollowOverviewFacts *facts,
           FollowOverviewList list,
           FollowRegister *reg,
           FollowQuery *query,
           GError **error)
{
  g_autoptr (FollowQuery) owned = query;

  facts->counts[list] = count (reg, owned, error);
  if (*error == NULL)
    facts->ids[list] = follow_register_list (reg, owned, error);
}

static double
get_position (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) action = follow_register_get (reg, follow_kind_find ("action"), id, NULL);

  return action != NULL ? follow_value_get_number (follow_record_get (action, "position")) : 0;
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer data)
{
  double first = get_position (data, *(const gint64 *) a);
  double second = get_position (data, *(const gint64 *) b);

  return first < second ? -1 : first > second;
}

/* What lacks a lead and what lacks a timescale, as one list in which nothing stands twice. */
static void
load_missing (FollowOverviewFacts *facts, FollowRegister *reg, GError **error)
{
  g_autoptr (FollowQuery) no_lead = make_no_lead_query ();
  g_autoptr (FollowQuery) no_timescale = make_query ("action", "due_state", "no_date");
  g_autoptr (FollowQuery) neither = make_no_lead_query ();
  g_autoptr (GArray) second = NULL;
  GArray *ids;

  follow_query_add_text (neither, "due_state", FOLLOW_TEST_IS, "no_date");
  facts->n_no_lead = count (reg, no_lead, error);
  facts->n_no_timescale = count (reg, no_timescale, error);
  facts->counts[FOLLOW_OVERVIEW_MISSING] =
      facts->n_no_lead + facts->n_no_timescale - count (reg, neither, error);
  if (*error != NULL || (ids = follow_register_list (reg, no_lead, error)) == NULL)
    return;
  facts->ids[FOLLOW_OVERVIEW_MISSING] = ids;
  if ((second = follow_register_list (reg, no_timescale, error)) == NULL)
    return;
  for (guint i = 0; i < second->len; i++)
    {
      gint64 id = g_array_index (second, gint64, i);
      gboolean known = FALSE;

      for (guint j = 0; j < ids->len; j++)
        known |= g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  g_array_sort_with_data (ids, compare_positions, reg);
  if (ids->len > N_SHOWN)
    g_array_set_size (ids, N_SHOWN);
}

static void
load_recent (FollowOverviewFacts *facts, FollowRegister *reg)
{
  const FollowKind *kind = follow_kind_find ("action");
  g_autofree char *since = follow_date_add_days (follow_register_get_today (reg), -FOLLOW_RECENT_DAYS);

  facts->n_complete = follow_register_count_recent (reg, kind, "status", "complete", since);
  facts->n_new = follow_register_count_recent (reg, kind, NULL, NULL, since);
  facts->n_redated = follow_register_count_recent (reg, kind, "timescale", NULL, since);
}

static gpointer
load (FollowRegister *reg, gconstpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FollowOverviewFacts) facts = g_new0 (FollowOverviewFacts, 1);
  g_autoptr (GError) failure = NULL;
  FollowQuery *overdue = make_query ("action", "due_state", "overdue");
  FollowQuery *due_soon = make_query ("action", "due_state", "due_soon");

  g_cancellable_push_current (cancellable);
  follow_query_set_sort (overdue, "due", FALSE);
  follow_query_set_sort (due_soon, "due", FALSE);
  facts->n_actions = count_kind (reg, "action", NULL, NULL, &failure);
  facts->n_plans = count_kind (reg, "plan", NULL, NULL, &failure);
  for (guint i = 0; i < FOLLOW_N_STATUSES; i++)
    facts->statuses[i] = count_kind (reg, "action", "status", follow_status_order[i], &failure);
  load_list (facts, FOLLOW_OVERVIEW_OVERDUE, reg, overdue, &failure);
  load_list (facts, FOLLOW_OVERVIEW_DUE_SOON, reg, due_soon, &failure);
  load_list (facts, FOLLOW_OVERVIEW_IMPACT, reg, make_impact_query (), &failure);
  load_list (facts, FOLLOW_OVERVIEW_UNANSWERED, reg, make_unanswered_query (), &failure);
  load_missing (facts, reg, &failure);
  if (failure == NULL)
    load_recent (facts, reg);
  g_cancellable_pop_current (cancellable);
  if (failure == NULL)
    return g_steal_pointer (&facts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

void
follow_overview_facts_load_async (FollowRegister *reg,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  follow_aside_run_async (reg, load, NULL, NULL, (GDestroyNotify) follow_overview_facts_free, cancellable,
                          callback, data);
}

FollowOverviewFacts *
follow_overview_facts_load_finish (GAsyncResult *result, GError **error)
{
  return follow_aside_run_finish (result, error);
}
