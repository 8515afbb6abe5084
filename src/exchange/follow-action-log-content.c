/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-action-log-content.h"

#include <glib/gi18n-lib.h>

#include "follow-marking.h"
#include "follow-report-book.h"

static void
part_free (gpointer data)
{
  FollowActionLogPart *part = data;

  g_free (part->heading);
  g_ptr_array_unref (part->periods);
  g_free (part);
}

void
follow_action_log_content_free (FollowActionLogContent *self)
{
  g_free (self->title);
  g_free (self->since);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
belongs (const FollowActionPeriod *period)
{
  return follow_action_is_open (period->action) || follow_action_awaits_closure (period->action) ||
         follow_action_period_is_changed (period);
}

/* Adds those of @query's actions that are in none of @plans; @plans may be NULL. */
static gboolean
add_part (FollowActionLogContent *self,
          const char *heading,
          const FollowQuery *query,
          GHashTable *plans,
          GError **error)
{
  g_autoptr (GPtrArray) actions = follow_register_load_all (self->reg, query, error);
  FollowActionLogPart *part;

  if (actions == NULL)
    return FALSE;
  part = g_new0 (FollowActionLogPart, 1);
  part->heading = g_strdup (heading);
  part->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_action_period_free);
  g_ptr_array_add (self->parts, part);
  for (guint i = 0; i < actions->len; i++)
    {
      FollowRecord *action = g_ptr_array_index (actions, i);
      gint64 plan = follow_record_get_link (action, "plan");
      g_autoptr (FollowActionPeriod) period = NULL;

      if (plans != NULL && g_hash_table_contains (plans, &plan))
        continue;
      if ((period = follow_action_period_load (self->reg, action, self->since, error)) == NULL)
        return FALSE;
      if (!belongs (period))
        continue;
      self->marking =
          follow_marking_choose_higher (self->marking, follow_record_get_text (action, "marking"));
      g_ptr_array_add (part->periods, g_steal_pointer (&period));
    }
  if (part->periods->len == 0)
    g_ptr_array_remove_index (self->parts, self->parts->len - 1);
  return TRUE;
}

static gboolean
add_plan (FollowActionLogContent *self, FollowRecord *plan, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  guint n_parts = self->parts->len;

  follow_query_add_id (query, "plan", FOLLOW_TEST_IS, follow_record_get_id (plan));
  if (!add_part (self, follow_record_get_text (plan, "title"), query, NULL, error))
    return FALSE;
  if (self->parts->len > n_parts)
    self->marking = follow_marking_choose_higher (self->marking, follow_record_get_text (plan, "marking"));
  return TRUE;
}

/* What is in no plan the group oversees, but led by the group; without a group, what is in no plan. */
static gboolean
add_others (FollowActionLogContent *self, gint64 group_id, GHashTable *plans, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autofree char *heading = NULL;

  if (group_id == 0)
    return add_part (self, _ ("In no plan"), query, plans, error);
  follow_query_add_id (query, "leads", FOLLOW_TEST_IS, group_id);
  /* Translators: the name of a group */
  heading = g_strdup_printf (_ ("Led by %s"), follow_register_get_title (self->reg, group_id));
  return add_part (self, heading, query, plans, error);
}

static gboolean
add_parts (FollowActionLogContent *self, gint64 group_id, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("plan"));
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) plans = NULL;

  if (group_id != 0)
    follow_query_add_id (query, "overseeing", FOLLOW_TEST_IS, group_id);
  if ((plans = follow_register_load_all (self->reg, query, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      FollowRecord *plan = g_ptr_array_index (plans, i);
      gint64 id = follow_record_get_id (plan);

      if (!add_plan (self, plan, error))
        return FALSE;
      g_hash_table_add (taken, g_memdup2 (&id, sizeof id));
    }
  return add_others (self, group_id, taken, error);
}

FollowActionLogContent *
follow_action_log_content_load (FollowRegister *reg, gint64 group_id, const char *since, GError **error)
{
  g_autoptr (FollowActionLogContent) self = g_new0 (FollowActionLogContent, 1);
  g_autofree char *name = follow_register_get_name (reg);

  self->reg = reg;
  self->since = since != NULL ? g_strdup (since) : follow_report_get_usual_since (reg);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  /* Translators: the name of a group, or of the register */
  self->title = g_strdup_printf (_ ("Action log – %s"),
                                 group_id != 0 ? follow_register_get_title (reg, group_id) : name);
  if (!add_parts (self, group_id, error))
    return NULL;
  return g_steal_pointer (&self);
}
