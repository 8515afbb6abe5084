/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-edits.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-numbers.h"

/* @before: (nullable): behind which the new one stands
 * Returns: (transfer full) (nullable): NULL when it cannot be told; the register gives one with the save */
static char *
get_next_number (FollowPlanOutline *outline, const char *kind, FollowRecord *before)
{
  return follow_register_next_number (
      outline->reg, follow_kind_find (kind), follow_record_get_id (outline->plan),
      before != NULL ? follow_record_get_text (before, "number") : NULL, NULL);
}

static double
get_position (FollowRecord *record)
{
  return follow_value_get_number (follow_record_get (record, "position"));
}

/* The nearest position above (@by 1) or below (-1) @position that an action of the plan has, else one off. */
static double
get_beyond (FollowPlanOutline *outline, FollowRecord *moved, double position, int by)
{
  double nearest = position + by;
  gboolean found = FALSE;

  for (guint i = 0; i < outline->actions->len; i++)
    {
      double other = get_position (outline->actions->pdata[i]);

      if (outline->actions->pdata[i] == moved || (other - position) * by <= 0)
        continue;
      if (!found || (nearest - other) * by > 0)
        nearest = other;
      found = TRUE;
    }
  return nearest;
}

/* The actions before and behind @place, without @moved; in an empty group those of the groups around it. */
static void
get_neighbours (FollowPlanOutline *outline,
                FollowRecord *moved,
                const FollowOutlinePlace *place,
                FollowRecord **before,
                FollowRecord **behind)
{
  gboolean passed = FALSE;

  *before = *behind = NULL;
  for (guint i = 0; i <= place->area; i++)
    for (guint j = 0; j < follow_plan_outline_get_area (outline, i)->groups->len; j++)
      {
        GPtrArray *actions = follow_plan_outline_get_group (outline, i, j)->actions;
        gboolean here = i == place->area && j == place->group;
        guint index = 0;

        for (guint k = 0; k < actions->len && !passed; k++)
          {
            if (actions->pdata[k] == moved)
              continue;
            if (here && index++ == place->index)
              {
                *behind = actions->pdata[k];
                passed = TRUE;
                break;
              }
            *before = actions->pdata[k];
          }
        passed |= here;
        if (here && place->index == 0 && *behind != NULL)
          *before = NULL; /* of another group: its position says nothing about this one's */
      }
  for (guint k = 0; *before == NULL && *behind == NULL && k < outline->actions->len; k++)
    if (outline->actions->pdata[k] != moved)
      *behind = outline->actions->pdata[k];
}

/* Returns: whether there is room between the neighbours of @place; @position then lies halfway */
static gboolean
find_position (FollowPlanOutline *outline,
               FollowRecord *moved,
               const FollowOutlinePlace *place,
               double *position)
{
  FollowRecord *before, *behind;
  double low, high;

  get_neighbours (outline, moved, place, &before, &behind);
  if (before == NULL && behind == NULL)
    {
      *position = 1.0;
      return TRUE;
    }
  low = before != NULL ? get_position (before) : get_beyond (outline, moved, get_position (behind), -1);
  high = before != NULL ? get_beyond (outline, moved, low, 1) : get_position (behind);
  *position = low + (high - low) / 2;
  return *position > low && *position < high && (behind == NULL || *position < get_position (behind));
}

/* The actions as they are read from top to bottom once @moved stands at @place. */
static GPtrArray *
list_after_move (FollowPlanOutline *outline, FollowRecord *moved, const FollowOutlinePlace *place)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < outline->areas->len; i++)
    for (guint j = 0; j < follow_plan_outline_get_area (outline, i)->groups->len; j++)
      {
        GPtrArray *actions = follow_plan_outline_get_group (outline, i, j)->actions;
        guint start = list->len;

        for (guint k = 0; k < actions->len; k++)
          if (actions->pdata[k] != moved)
            g_ptr_array_add (list, actions->pdata[k]);
        if (i == place->area && j == place->group)
          g_ptr_array_insert (list, MIN (start + place->index, list->len), moved);
      }
  return list;
}

/* Halving again and again, and two laptops that gave the same position, leave no room at last: then the whole
 * plan is spread evenly over the range it has. */
static void
spread (FollowPlanOutline *outline,
        FollowChanges *changes,
        FollowRecord *moved,
        FollowRecord *copy,
        const FollowOutlinePlace *place)
{
  g_autoptr (GPtrArray) list = list_after_move (outline, moved, place);
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  double step;

  for (guint i = 0; i < outline->actions->len; i++)
    {
      low = MIN (low, get_position (outline->actions->pdata[i]));
      high = MAX (high, get_position (outline->actions->pdata[i]));
    }
  step = high - low >= list->len * 1e-6 ? (high - low) / MAX (list->len - 1, 1) : 1.0;
  for (guint i = 0; i < list->len; i++)
    {
      gboolean is_moved = list->pdata[i] == moved;
      g_autoptr (FollowRecord) other = is_moved ? g_object_ref (copy) : follow_record_copy (list->pdata[i]);

      follow_record_set_number (other, "position", low + i * step);
      if (!is_moved)
        follow_changes_save (changes, other);
    }
}

FollowRecord *
follow_plan_make_action (FollowPlanOutline *outline, const FollowOutlinePlace *place)
{
  FollowOutlineArea *area = follow_plan_outline_get_area (outline, place->area);
  FollowOutlineGroup *group = follow_plan_outline_get_group (outline, place->area, place->group);
  FollowRecord *action = follow_record_new (follow_kind_find ("action"), 0);
  g_autofree char *number = NULL;
  FollowRecord *before, *behind;
  double position;

  get_neighbours (outline, NULL, place, &before, &behind);
  before = before != NULL ? before : behind;
  number = get_next_number (outline, "action", before);
  follow_record_set_text (action, "number", number);
  follow_record_set_link (action, "plan", follow_record_get_id (outline->plan));
  follow_record_set_link (action, "section", follow_outline_area_get_id (area));
  follow_record_set_text (action, "origin", group->origin);
  /* In a plan without actions the register gives a position behind all there are. */
  if (outline->actions->len > 0 && find_position (outline, NULL, place, &position))
    follow_record_set_number (action, "position", position);
  return action;
}

FollowRecord *
follow_plan_make_section (FollowPlanOutline *outline)
{
  FollowRecord *section =
      follow_record_new (follow_kind_find ("section"), follow_record_get_id (outline->plan));
  FollowOutlineArea *last = outline->areas->len > 0 ? outline->areas->pdata[outline->areas->len - 1] : NULL;
  FollowRecord *before = last != NULL ? last->section : NULL;
  g_autofree char *number = get_next_number (outline, "section", before);

  follow_record_set_text (section, "number", number);
  /* The areas of a plan that answers an inspection are those that inspectors named, until one says other. */
  if (before != NULL ? follow_record_get_integer (before, "formal") != 0
                     : follow_record_get (outline->plan, "inspection") != NULL)
    follow_record_set_integer (section, "formal", 1);
  return section;
}

gboolean
follow_plan_find_step (FollowPlanOutline *outline, gint64 action_id, int by, FollowOutlinePlace *place)
{
  GPtrArray *actions;

  if (!follow_plan_outline_find (outline, action_id, place))
    return FALSE;
  actions = follow_plan_outline_get_group (outline, place->area, place->group)->actions;
  if (by < 0 ? place->index > 0 : place->index + 1 < actions->len)
    {
      place->index += by;
      return TRUE;
    }
  if (by < 0 ? place->group > 0
             : place->group + 1 < follow_plan_outline_get_area (outline, place->area)->groups->len)
    place->group += by;
  else if (by < 0 ? place->area > 0 : place->area + 1 < outline->areas->len)
    {
      place->area += by;
      place->group = by < 0 ? follow_plan_outline_get_area (outline, place->area)->groups->len - 1 : 0;
    }
  else
    return FALSE;
  place->index =
      by < 0 ? follow_plan_outline_get_group (outline, place->area, place->group)->actions->len : 0;
  return TRUE;
}

static char *
describe_move (FollowRecord *action)
{
  const char *number = follow_record_get_text (action, "number");

  /* Translators: %s is a number */
  return number != NULL ? g_strdup_printf (_ ("Action %s moved"), number) : g_strdup (_ ("Action moved"));
}

gboolean
follow_plan_move_action (FollowPlanOutline *outline,
                         gint64 action_id,
                         const FollowOutlinePlace *place,
                         GError **error)
{
  FollowOutlineArea *area = follow_plan_outline_get_area (outline, place->area);
  FollowOutlineGroup *group = follow_plan_outline_get_group (outline, place->area, place->group);
  g_autoptr (FollowChanges) changes = NULL;
  g_autoptr (FollowRecord) copy = NULL;
  g_autofree char *label = NULL;
  FollowOutlinePlace from;
  FollowRecord *moved;
  double position;

  if (!follow_plan_outline_find (outline, action_id, &from) || memcmp (&from, place, sizeof from) == 0)
    return TRUE;
  moved = follow_plan_outline_get_group (outline, from.area, from.group)->actions->pdata[from.index];
  label = describe_move (moved);
  changes = follow_changes_new (label);
  copy = follow_record_copy (moved);
  follow_record_set_link (copy, "section", follow_outline_area_get_id (area));
  follow_record_set_text (copy, "origin", group->origin);
  if (find_position (outline, moved, place, &position))
    follow_record_set_number (copy, "position", position);
  else
    spread (outline, changes, moved, copy, place);
  follow_changes_save (changes, copy);
  return follow_register_commit (outline->reg, changes, error);
}

gboolean
follow_plan_move_section (FollowPlanOutline *outline, guint area, int by, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Area moved"));
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  FollowRecord *moved = follow_plan_outline_get_area (outline, area)->section;
  guint index;

  for (guint i = 0; i < outline->areas->len; i++)
    if (follow_plan_outline_get_area (outline, i)->section != NULL)
      g_ptr_array_add (sections, follow_plan_outline_get_area (outline, i)->section);
  if (!g_ptr_array_find (sections, moved, &index) || (by < 0 ? index == 0 : index + 1 >= sections->len))
    return TRUE;
  g_ptr_array_remove_index (sections, index);
  g_ptr_array_insert (sections, index + by, moved);
  /* There are few areas, so whole numbers can be given anew; only those that differ are written. */
  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (FollowRecord) copy = follow_record_copy (sections->pdata[i]);

      follow_record_set_number (copy, "position", i + 1);
      follow_changes_save (changes, copy);
    }
  return follow_register_commit (outline->reg, changes, error);
}

/* @title: what the owner is called */
static gboolean
remove_with (FollowPlanOutline *outline,
             FollowRecord *owner,
             const char *title,
             GPtrArray *actions,
             char **text,
             GError **error)
{
  g_autoptr (FollowChanges) changes = NULL;
  g_autofree char *label =
      actions->len == 0 ? g_strdup_printf (_ ("“%s” moved to the bin"), title)
                        /* Translators: a plan or an area of it, then how many actions belong to it */
                        : g_strdup_printf (ngettext ("“%s” moved to the bin, with %u action",
                                                     "“%s” moved to the bin, with %u actions", actions->len),
                                           title, actions->len);

  changes = follow_changes_new (label);
  for (guint i = 0; i < actions->len; i++)
    follow_changes_remove (changes, actions->pdata[i]);
  follow_changes_remove (changes, owner);
  if (!follow_register_commit (outline->reg, changes, error))
    return FALSE;
  *text = g_steal_pointer (&label);
  return TRUE;
}

gboolean
follow_plan_remove_area (FollowPlanOutline *outline, guint area, char **text, GError **error)
{
  FollowOutlineArea *removed = follow_plan_outline_get_area (outline, area);
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autofree char *name = follow_outline_area_dup_name (removed);

  g_return_val_if_fail (removed->section != NULL, FALSE);

  for (guint i = 0; i < removed->groups->len; i++)
    {
      FollowOutlineGroup *group = removed->groups->pdata[i];

      g_ptr_array_extend (actions, group->actions, NULL, NULL);
    }
  return remove_with (outline, removed->section, name, actions, text, error);
}

gboolean
follow_plan_remove (FollowPlanOutline *outline, char **text, GError **error)
{
  return remove_with (outline, outline->plan, follow_record_get_text (outline->plan, "title"),
                      outline->actions, text, error);
}
