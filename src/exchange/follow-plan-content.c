/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-content.h"

#include "follow-marking.h"
#include "follow-plan-text.h"

static void
entry_free (gpointer data)
{
  FollowPlanEntry *entry = data;

  g_clear_object (&entry->action);
  g_clear_pointer (&entry->milestones, g_ptr_array_unref);
  g_clear_object (&entry->note);
  g_free (entry);
}

static void
part_free (gpointer data)
{
  FollowPlanPart *part = data;

  g_clear_object (&part->section);
  g_ptr_array_unref (part->entries);
  g_free (part);
}

static FollowPlanPart *
add_part (FollowPlanContent *self, FollowRecord *section)
{
  FollowPlanPart *part = g_new0 (FollowPlanPart, 1);

  part->section = section != NULL ? g_object_ref (section) : NULL;
  part->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->parts, part);
  return part;
}

/* An action whose section is gone, or another plan's, stands in none. */
static FollowPlanPart *
find_part (FollowPlanContent *self, gint64 section_id)
{
  for (guint i = 1; i < self->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (self->parts, i);

      if (follow_record_get_id (part->section) == section_id)
        return part;
    }
  return g_ptr_array_index (self->parts, 0);
}

static gboolean
add_entry (FollowPlanContent *self, FollowRecord *action, GError **error)
{
  FollowPlanPart *part = find_part (self, follow_record_get_link (action, "section"));
  FollowPlanEntry *entry = g_new0 (FollowPlanEntry, 1);
  gint64 id = follow_record_get_id (action);
  g_autoptr (GPtrArray) notes = NULL;

  entry->action = g_object_ref (action);
  g_ptr_array_add (part->entries, entry);
  entry->milestones = follow_register_load_children (self->reg, follow_kind_find ("milestone"), id, error);
  if (entry->milestones == NULL)
    return FALSE;
  notes = follow_register_load_children (self->reg, follow_kind_find ("progress_note"), id, error);
  if (notes == NULL)
    return FALSE;
  entry->note = follow_plan_find_newest_note (self->reg, notes);
  self->n_actions++;
  return TRUE;
}

static gboolean
load_parts (FollowPlanContent *self, GError **error)
{
  gint64 id = follow_record_get_id (self->plan);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) sections =
      follow_register_load_children (self->reg, follow_kind_find ("section"), id, error);
  g_autoptr (GPtrArray) actions = NULL;

  follow_query_add_id (query, "plan", FOLLOW_TEST_IS, id);
  if (sections == NULL || (actions = follow_register_load_all (self->reg, query, error)) == NULL)
    return FALSE;
  add_part (self, NULL);
  for (guint i = 0; i < sections->len; i++)
    add_part (self, g_ptr_array_index (sections, i));
  for (guint i = 0; i < actions->len; i++)
    if (!add_entry (self, g_ptr_array_index (actions, i), error))
      return FALSE;
  if (((FollowPlanPart *) g_ptr_array_index (self->parts, 0))->entries->len == 0)
    g_ptr_array_remove_index (self->parts, 0);
  return TRUE;
}

/**
 * follow_plan_content_load:
 *
 * Returns: (transfer full) (nullable): the plan @plan_id with all that is printed of it
 */
FollowPlanContent *
follow_plan_content_load (FollowRegister *reg, gint64 plan_id, GError **error)
{
  g_autoptr (FollowPlanContent) self = g_new0 (FollowPlanContent, 1);

  self->reg = reg;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->plan = follow_register_get (reg, follow_kind_find ("plan"), plan_id, error);
  if (self->plan == NULL || !load_parts (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
follow_plan_content_get_marking (FollowPlanContent *self)
{
  const char *marking = follow_record_get_text (self->plan, "marking");

  for (guint i = 0; i < self->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        {
          FollowPlanEntry *entry = g_ptr_array_index (part->entries, j);

          marking = follow_marking_choose_higher (marking, follow_record_get_text (entry->action, "marking"));
        }
    }
  return marking;
}

void
follow_plan_content_free (FollowPlanContent *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}
