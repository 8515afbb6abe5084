/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-action-period.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-history.h"

void
follow_action_period_free (FollowActionPeriod *self)
{
  g_clear_object (&self->action);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->redates, g_ptr_array_unref);
  g_free (self->added_on);
  g_free (self->closed_on);
  g_free (self);
}

static gboolean
is_closed_status (const char *status)
{
  return g_strcmp0 (status, "complete") == 0 || g_strcmp0 (status, "withdrawn") == 0;
}

static gboolean
is_closure_agreed (FollowRecord *action)
{
  return follow_record_get_text (action, "closure_agreed_on") != NULL ||
         follow_record_get_text (action, "closure_agreed_at") != NULL;
}

gboolean
follow_action_is_open (FollowRecord *action)
{
  return !is_closed_status (follow_record_get_text (action, "status")) && !is_closure_agreed (action);
}

gboolean
follow_action_awaits_closure (FollowRecord *action)
{
  return follow_record_get_text (action, "closure_proposed") != NULL && !is_closure_agreed (action);
}

/* Returns: (transfer full) (nullable): the day, where people live, of a moment of the history */
static char *
get_local_day (const char *at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
}

static gboolean
is_since (const char *day, const char *since)
{
  return day != NULL && g_strcmp0 (day, since) >= 0;
}

/* Whether @change closed the action as it stands now: one that was opened again is open. */
static gboolean
closes (const FollowChange *change, FollowRecord *action)
{
  return change->type == FOLLOW_CHANGE_SET && change->field != NULL &&
         g_str_equal (change->field->name, "status") && change->after != NULL &&
         is_closed_status (follow_value_get_text (change->after)) &&
         follow_value_equal (change->after, follow_record_get (action, "status"));
}

/* Goes through what was written, the newest first.
 * @added: (element-type gint64 utf8): takes the days on which records came */
static void
read_changes (FollowActionPeriod *self, GPtrArray *changes, const char *since, GHashTable *added)
{
  gint64 id = follow_record_get_id (self->action);

  for (guint i = 0; i < changes->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (changes, i);
      g_autofree char *day = get_local_day (change->at);

      if (!is_since (day, since))
        return;
      if (change->type == FOLLOW_CHANGE_ADDED)
        {
          if (change->record_id == id && self->added_on == NULL)
            self->added_on = g_strdup (day);
          g_hash_table_insert (added, g_memdup2 (&change->record_id, sizeof (gint64)),
                               g_steal_pointer (&day));
        }
      else if (change->record_id == id && self->closed_on == NULL && closes (change, self->action))
        self->closed_on = g_steal_pointer (&day);
    }
}

const char *
follow_action_get_day (FollowRecord *record)
{
  gboolean is_note = follow_kind_find_field (follow_record_get_kind (record), "date") != NULL;

  return follow_record_get_text (record, is_note ? "date" : "on");
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (follow_action_get_day (*(FollowRecord *const *) a),
                    follow_action_get_day (*(FollowRecord *const *) b));
}

/* What is dated since the day; and what was written down late, but not what came in with the action. */
static GPtrArray *
load_since (FollowActionPeriod *self,
            FollowRegister *reg,
            const char *kind,
            const char *since,
            GHashTable *added,
            GError **error)
{
  g_autoptr (GPtrArray) all = follow_register_load_children (reg, follow_kind_find (kind),
                                                             follow_record_get_id (self->action), error);
  GPtrArray *found = all != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  /* The newest come first. */
  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      FollowRecord *record = g_ptr_array_index (all, i - 1);
      gint64 id = follow_record_get_id (record);

      if (is_since (follow_action_get_day (record), since) ||
          (self->added_on == NULL && g_hash_table_contains (added, &id)))
        g_ptr_array_add (found, g_object_ref (record));
    }
  if (found != NULL)
    g_ptr_array_sort (found, compare_days);
  return found;
}

FollowActionPeriod *
follow_action_period_load (FollowRegister *reg, FollowRecord *action, const char *since, GError **error)
{
  g_autoptr (FollowActionPeriod) self = g_new0 (FollowActionPeriod, 1);
  g_autoptr (GHashTable) added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) changes =
      follow_register_load_history (reg, follow_record_get_id (action), TRUE, G_MAXINT, error);
  const char *agreed = follow_record_get_text (action, "closure_agreed_on");

  self->action = g_object_ref (action);
  if (changes == NULL)
    return NULL;
  read_changes (self, changes, since, added);
  if (is_since (agreed, since))
    {
      g_free (self->closed_on);
      self->closed_on = g_strdup (agreed);
    }
  self->notes = load_since (self, reg, "progress_note", since, added, error);
  if (self->notes == NULL ||
      (self->redates = load_since (self, reg, "timescale_change", since, added, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
follow_action_period_is_changed (const FollowActionPeriod *self)
{
  return self->added_on != NULL || self->closed_on != NULL || self->notes->len > 0 || self->redates->len > 0;
}

char *
follow_action_describe_redate (FollowRecord *change)
{
  const char *from = follow_record_get_text (change, "from");
  const char *to = follow_record_get_text (change, "to");

  /* Translators: two timescales, as they were written */
  return g_strdup_printf (_ ("From %s to %s"), from != NULL ? from : _ ("no timescale"),
                          to != NULL ? to : _ ("no timescale"));
}

static void
append_line (GString *text, const char *day, const char *what)
{
  g_autofree char *shown = follow_date_format_short (day);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (day != NULL)
    g_string_append_printf (text, "%s: ", shown);
  g_string_append (text, what);
}

static void
append_redate (GString *text, FollowRecord *change)
{
  const char *reason = follow_record_get_text (change, "reason");
  g_autofree char *moved = follow_action_describe_redate (change);
  /* Translators: what a timescale was and became; why */
  g_autofree char *why =
      g_strdup_printf (_ ("%s (%s)"), moved, reason != NULL ? reason : _ ("no reason given"));

  append_line (text, follow_action_get_day (change), why);
}

static void
append_closing (GString *text, const FollowActionPeriod *self)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (self->action), "status");
  const char *status = follow_record_get_text (self->action, "status");

  append_line (text, self->closed_on,
               is_closure_agreed (self->action) || status == NULL
                   ? _ ("Closure agreed")
                   : follow_field_get_choice_label (field, status));
}

char *
follow_action_period_describe (const FollowActionPeriod *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->added_on != NULL)
    append_line (text, self->added_on, _ ("New"));
  for (guint i = 0; i < self->redates->len; i++)
    append_redate (text, g_ptr_array_index (self->redates, i));
  for (guint i = 0; i < self->notes->len; i++)
    {
      FollowRecord *note = g_ptr_array_index (self->notes, i);

      append_line (text, follow_action_get_day (note), follow_record_get_text (note, "text"));
    }
  if (self->closed_on != NULL)
    append_closing (text, self);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
