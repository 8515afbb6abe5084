/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-outline.h"

#include <glib/gi18n.h>

/* Of a wording that has to do as a name. */
#define NAME_WORDS 5

static void
group_free (gpointer data)
{
  FollowOutlineGroup *group = data;

  g_ptr_array_unref (group->actions);
  g_free (group);
}

static void
area_free (gpointer data)
{
  FollowOutlineArea *area = data;

  g_clear_object (&area->section);
  g_ptr_array_unref (area->groups);
  g_free (area);
}

static FollowOutlineGroup *
add_group (FollowOutlineArea *area, const char *origin)
{
  FollowOutlineGroup *group = g_new0 (FollowOutlineGroup, 1);

  group->origin = origin;
  group->actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (area->groups, group);
  return group;
}

static FollowOutlineArea *
area_new (FollowRecord *section)
{
  FollowOutlineArea *area = g_new0 (FollowOutlineArea, 1);

  area->section = section != NULL ? g_object_ref (section) : NULL;
  area->groups = g_ptr_array_new_with_free_func (group_free);
  return area;
}

static FollowOutlineArea *
find_area (FollowPlanOutline *self, gint64 section_id)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (follow_outline_area_get_id (self->areas->pdata[i]) == section_id)
      return self->areas->pdata[i];
  return NULL;
}

static FollowOutlineGroup *
find_group (FollowOutlineArea *area, const char *origin)
{
  for (guint i = 0; i < area->groups->len; i++)
    {
      FollowOutlineGroup *group = area->groups->pdata[i];

      if (g_strcmp0 (group->origin, origin) == 0)
        return group;
    }
  return NULL;
}

/* The area of an action; one whose section is gone stands with those that have none. */
static FollowOutlineArea *
get_area_of (FollowPlanOutline *self, FollowRecord *action)
{
  gint64 section_id = follow_record_get_link (action, "section");
  FollowOutlineArea *area = section_id != 0 ? find_area (self, section_id) : NULL;

  return area != NULL ? area : find_area (self, 0);
}

/* Whether the plan tells apart what was planned already from what is new. */
static gboolean
tells_origins (GPtrArray *sections, GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    if (follow_record_get (actions->pdata[i], "origin") != NULL)
      return TRUE;
  for (guint i = 0; i < sections->len; i++)
    if (follow_record_get_integer (sections->pdata[i], "formal") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_without_area (FollowPlanOutline *self, GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    if (get_area_of (self, actions->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

/* The origins there are to choose from stand as sub-headings, full or empty; actions without one are put
 * above them, so that no sub-heading claims them. */
static void
add_groups (FollowPlanOutline *self, FollowOutlineArea *area, GPtrArray *actions)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "origin");
  gboolean without = !self->by_origin;

  for (guint i = 0; i < actions->len && !without; i++)
    without = get_area_of (self, actions->pdata[i]) == area &&
              follow_record_get (actions->pdata[i], "origin") == NULL;
  if (without)
    add_group (area, NULL);
  for (const FollowChoice *choice = field->choices; self->by_origin && choice->id != NULL; choice++)
    add_group (area, choice->id);
}

static void
fill (FollowPlanOutline *self, GPtrArray *sections, GPtrArray *actions)
{
  self->by_origin = tells_origins (sections, actions);
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (self->areas, area_new (sections->pdata[i]));
  if (is_without_area (self, actions))
    g_ptr_array_insert (self->areas, 0, area_new (NULL));
  for (guint i = 0; i < self->areas->len; i++)
    add_groups (self, self->areas->pdata[i], actions);
  for (guint i = 0; i < actions->len; i++)
    {
      FollowRecord *action = actions->pdata[i];
      FollowOutlineArea *area = get_area_of (self, action);
      FollowOutlineGroup *group = find_group (area, follow_record_get_text (action, "origin"));

      if (group == NULL) /* a choice this version does not know */
        group = add_group (area, g_intern_string (follow_record_get_text (action, "origin")));
      g_ptr_array_add (group->actions, g_object_ref (action));
    }
  for (guint i = 0; i < self->areas->len; i++)
    for (guint j = 0; j < follow_plan_outline_get_area (self, i)->groups->len; j++)
      {
        FollowOutlineGroup *group = follow_plan_outline_get_group (self, i, j);

        g_ptr_array_extend (self->actions, group->actions, (GCopyFunc) g_object_ref, NULL);
      }
}

/**
 * follow_plan_outline_load:
 *
 * Returns: (transfer full) (nullable): the plan as it stands in the register
 */
FollowPlanOutline *
follow_plan_outline_load (FollowRegister *reg, FollowRecord *plan, GError **error)
{
  g_autoptr (FollowPlanOutline) self = g_new0 (FollowPlanOutline, 1);
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  self->reg = reg;
  self->plan = g_object_ref (plan);
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->actions = g_ptr_array_new_with_free_func (g_object_unref);
  follow_query_add_id (query, "plan", FOLLOW_TEST_IS, follow_record_get_id (plan));
  sections =
      follow_register_load_children (reg, follow_kind_find ("section"), follow_record_get_id (plan), error);
  if (sections == NULL || (actions = follow_register_load_all (reg, query, error)) == NULL)
    return NULL;
  fill (self, sections, actions);
  return g_steal_pointer (&self);
}

void
follow_plan_outline_free (FollowPlanOutline *self)
{
  g_object_unref (self->plan);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

FollowOutlineArea *
follow_plan_outline_get_area (FollowPlanOutline *self, guint area)
{
  return g_ptr_array_index (self->areas, area);
}

FollowOutlineGroup *
follow_plan_outline_get_group (FollowPlanOutline *self, guint area, guint group)
{
  return g_ptr_array_index (follow_plan_outline_get_area (self, area)->groups, group);
}

/* Whether @action_id is in the plan; its @place then. */
gboolean
follow_plan_outline_find (FollowPlanOutline *self, gint64 action_id, FollowOutlinePlace *place)
{
  for (guint i = 0; i < self->areas->len; i++)
    for (guint j = 0; j < follow_plan_outline_get_area (self, i)->groups->len; j++)
      {
        GPtrArray *actions = follow_plan_outline_get_group (self, i, j)->actions;

        for (guint k = 0; k < actions->len; k++)
          if (follow_record_get_id (actions->pdata[k]) == action_id)
            {
              *place = (FollowOutlinePlace){ i, j, k };
              return TRUE;
            }
      }
  return FALSE;
}

/* As above, for the end of a group. An @origin the plan does not tell is the last group of the area. */
gboolean
follow_plan_outline_find_group (FollowPlanOutline *self,
                                gint64 section_id,
                                const char *origin,
                                FollowOutlinePlace *place)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      FollowOutlineArea *area = self->areas->pdata[i];
      FollowOutlineGroup *group = find_group (area, origin);

      if (follow_outline_area_get_id (area) != section_id)
        continue;
      if (group == NULL)
        group = area->groups->pdata[area->groups->len - 1];
      place->area = i;
      g_ptr_array_find (area->groups, group, &place->group);
      place->index = group->actions->len;
      return TRUE;
    }
  return FALSE;
}

gint64
follow_outline_area_get_id (FollowOutlineArea *area)
{
  return area->section != NULL ? follow_record_get_id (area->section) : 0;
}

guint
follow_outline_area_count (FollowOutlineArea *area, const char *status)
{
  guint count = 0;

  for (guint i = 0; i < area->groups->len; i++)
    {
      FollowOutlineGroup *group = area->groups->pdata[i];

      for (guint j = 0; j < group->actions->len; j++)
        if (status == NULL ||
            g_strcmp0 (follow_record_get_text (group->actions->pdata[j], "status"), status) == 0)
          count++;
    }
  return count;
}

static char *
take_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (n_words++ == NAME_WORDS)
        {
          g_string_append (name, "…");
          break;
        }
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
follow_outline_area_dup_name (FollowOutlineArea *area)
{
  const char *name;

  if (area->section == NULL)
    return g_strdup (_ ("In no area"));
  if ((name = follow_record_get_text (area->section, "short_name")) != NULL)
    return g_strdup (name);
  name = follow_record_get_text (area->section, "wording");
  return name != NULL ? take_words (name) : g_strdup (_ ("New area"));
}

char *
follow_plan_outline_dup_caption (FollowPlanOutline *self, FollowOutlineArea *area)
{
  const char *number = area->section != NULL ? follow_record_get_text (area->section, "number") : NULL;

  if (area->section == NULL)
    return g_strdup (_ ("Actions in no area"));
  if (number == NULL)
    return g_strdup (self->by_origin ? _ ("Area for improvement") : _ ("Outcome required"));
  /* Translators: %s is a number */
  return g_strdup_printf (self->by_origin ? _ ("Area for improvement %s") : _ ("Outcome required %s"),
                          number);
}

char *
follow_outline_area_dup_progress (FollowOutlineArea *area)
{
  guint total = follow_outline_area_count (area, NULL);

  if (total == 0)
    return g_strdup (_ ("No actions yet"));
  return g_strdup_printf (_ ("%u of %u complete"), follow_outline_area_count (area, "complete"), total);
}

/* The choices stand in rising order. */
static int
rank_marking (const FollowField *field, const char *id)
{
  for (int i = 0; field->choices[i].id != NULL; i++)
    if (g_strcmp0 (field->choices[i].id, id) == 0)
      return i;
  return -1;
}

const char *
follow_plan_outline_get_marking (FollowPlanOutline *self)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (self->plan), "marking");
  int rank = rank_marking (field, follow_record_get_text (self->plan, "marking"));

  for (guint i = 0; i < self->actions->len; i++)
    rank = MAX (rank, rank_marking (field, follow_record_get_text (self->actions->pdata[i], "marking")));
  return rank >= 0 ? follow_field_get_choice_label (field, field->choices[rank].id) : NULL;
}
