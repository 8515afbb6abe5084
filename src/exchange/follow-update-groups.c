/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-groups.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

typedef struct
{
  FollowRegister *reg; /* (unowned) */
  FollowUpdateGroups *groups;
  GHashTable *by_id;    /* gint64 → FollowUpdateGroup, unowned */
  GHashTable *by_words; /* folded → FollowUpdateGroup, unowned */
  FollowUpdateGroup *nobody;
} Sorting;

static void
sorting_clear (Sorting *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_words, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

static void
group_free (gpointer data)
{
  FollowUpdateGroup *group = data;

  g_ptr_array_unref (group->actions);
  g_free (group->name);
  g_free (group);
}

static FollowUpdateGroup *
add_group (Sorting *self, gint64 recipient_id, const char *name)
{
  FollowUpdateGroup *group = g_new0 (FollowUpdateGroup, 1);

  group->recipient_id = recipient_id;
  group->name = g_strdup (name);
  group->actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->groups->groups, group);
  return group;
}

static void
add_action (FollowUpdateGroup *group, FollowRecord *action)
{
  /* A lead may stand on an action twice, two leads may be of one agency. */
  if (group->actions->len == 0 || group->actions->pdata[group->actions->len - 1] != action)
    g_ptr_array_add (group->actions, g_object_ref (action));
}

static void
give_to_record (Sorting *self, gint64 id, FollowRecord *action)
{
  FollowUpdateGroup *group = g_hash_table_lookup (self->by_id, &id);

  if (group == NULL)
    {
      group = add_group (self, id, follow_register_get_title (self->reg, id));
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), group);
    }
  add_action (group, action);
}

/* @field: "leads" or "agencies". Returns: how many there are */
static guint
give_to_links (Sorting *self, const char *field, FollowRecord *action)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (action, field), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    give_to_record (self, ids[i], action);
  return n_ids;
}

/* Names that only stand in words are compared as the import compares them. */
static void
give_to_words (Sorting *self, const char *words, FollowRecord *action)
{
  g_autofree char *folded = follow_plan_fold (words);
  FollowUpdateGroup *group = g_hash_table_lookup (self->by_words, folded);

  if (group == NULL)
    {
      g_autoptr (GPtrArray) lines = follow_plan_split_lines (words);
      g_autofree char *name = NULL;

      g_ptr_array_add (lines, NULL);
      name = g_strjoinv (", ", (char **) lines->pdata);
      group = add_group (self, 0, name);
      g_hash_table_insert (self->by_words, g_steal_pointer (&folded), group);
    }
  add_action (group, action);
}

static void
give_to_nobody (Sorting *self, const char *name, FollowRecord *action)
{
  if (self->nobody == NULL)
    {
      self->nobody = add_group (self, 0, name);
      self->nobody->is_nobody = TRUE;
    }
  add_action (self->nobody, action);
}

static void
give_to_leads (Sorting *self, FollowRecord *action)
{
  const char *words = follow_record_get_text (action, "lead_as_written");

  if (give_to_links (self, "leads", action) > 0)
    return;
  /* Without a lead: nothing, or “tbc” and its like. */
  if (words == NULL || follow_record_get_integer (action, "no_lead") != 0)
    give_to_nobody (self, _ ("No lead"), action);
  else
    give_to_words (self, words, action);
}

/* Returns: the organisation of a person, 0 for none and for what is no person */
static gint64
find_organisation (Sorting *self, gint64 id)
{
  g_autoptr (FollowRecord) record = id != 0 ? follow_register_find (self->reg, id, NULL) : NULL;

  if (record == NULL || follow_kind_find_field (follow_record_get_kind (record), "organisation") == NULL)
    return 0;
  return follow_record_get_link (record, "organisation");
}

/* The agencies that stand on the action; without any, those of its leads. */
static void
give_to_agencies (Sorting *self, FollowRecord *action)
{
  guint n_leads;
  const gint64 *leads = follow_value_get_links (follow_record_get (action, "leads"), &n_leads);
  guint n_given = give_to_links (self, "agencies", action);

  if (n_given > 0)
    return;
  for (guint i = 0; i < n_leads; i++)
    {
      gint64 id = find_organisation (self, leads[i]);

      if (id == 0)
        continue;
      give_to_record (self, id, action);
      n_given++;
    }
  if (n_given == 0)
    give_to_nobody (self, _ ("No agency"), action);
}

/* What is done is not asked about, nor what a closed plan holds. */
static gboolean
is_live (Sorting *self, FollowRecord *action)
{
  gint64 plan_id = follow_record_get_link (action, "plan");
  const char *status = follow_record_get_text (action, "status");
  g_autoptr (FollowRecord) plan = NULL;

  if (g_strcmp0 (status, "complete") == 0 || g_strcmp0 (status, "withdrawn") == 0 ||
      follow_record_get_text (action, "closure_agreed_on") != NULL)
    return FALSE;
  if (plan_id != 0)
    plan = follow_register_get (self->reg, follow_kind_find ("plan"), plan_id, NULL);
  return plan == NULL || g_strcmp0 (follow_record_get_text (plan, "state"), "closed") != 0;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const FollowUpdateGroup *one = *(FollowUpdateGroup *const *) a;
  const FollowUpdateGroup *other = *(FollowUpdateGroup *const *) b;

  if (one->is_nobody != other->is_nobody)
    return one->is_nobody ? 1 : -1;
  return g_utf8_collate (one->name, other->name);
}

/* Two posts of one name are told apart by their organisations, else by a number. */
static void
tell_apart (Sorting *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *groups = self->groups->groups;

  for (guint i = 0; i < groups->len; i++)
    {
      char *folded = follow_plan_fold (((FollowUpdateGroup *) groups->pdata[i])->name);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded));

      g_hash_table_replace (counts, folded, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      FollowUpdateGroup *group = groups->pdata[i];
      g_autofree char *folded = follow_plan_fold (group->name);
      gint64 organisation = find_organisation (self, group->recipient_id);
      g_autofree char *base = NULL;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded)) > 1 && organisation != 0)
        base = g_strdup_printf ("%s, %s", group->name, follow_register_get_title (self->reg, organisation));
      else
        base = g_strdup (group->name);
      g_free (group->name);
      group->name = g_strdup (base);
      for (guint n = 2; !g_hash_table_add (taken, follow_plan_fold (group->name)); n++)
        {
          g_free (group->name);
          group->name = g_strdup_printf ("%s (%u)", base, n);
        }
    }
}

FollowUpdateGroups *
follow_update_groups_load (FollowRegister *reg, const char *by, const FollowQuery *query, GError **error)
{
  g_autoptr (FollowQuery) all = query == NULL ? follow_query_new (follow_kind_find ("action")) : NULL;
  g_autoptr (GPtrArray) actions = follow_register_load_all (reg, query != NULL ? query : all, error);
  g_autoptr (FollowUpdateGroups) groups = g_new0 (FollowUpdateGroups, 1);
  g_auto (Sorting) self = { .reg = reg, .groups = groups };

  groups->groups = g_ptr_array_new_with_free_func (group_free);
  if (actions == NULL)
    return NULL;
  self.by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < actions->len; i++)
    {
      FollowRecord *action = actions->pdata[i];

      if (!is_live (&self, action))
        {
          groups->n_done++;
          continue;
        }
      groups->n_actions++;
      if (g_str_equal (by, "agency"))
        give_to_agencies (&self, action);
      else
        give_to_leads (&self, action);
    }
  tell_apart (&self);
  g_ptr_array_sort (groups->groups, compare_groups);
  return g_steal_pointer (&groups);
}

void
follow_update_groups_free (FollowUpdateGroups *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}
