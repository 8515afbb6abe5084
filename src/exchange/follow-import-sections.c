/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-run.h"
#include "follow-plan-text.h"

/* The areas of a plan. */

/* A section is found by its wording, with or without its number in front, or by its short name.
 * Returns: (transfer full): folded → FollowRecord, the first that is called so */
static GHashTable *
index_sections (GPtrArray *existing)
{
  GHashTable *sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < existing->len; i++)
    {
      FollowRecord *section = g_ptr_array_index (existing, i);
      g_autofree char *shown = follow_plan_section_wording (section);
      const char *names[] = { follow_record_get_text (section, "wording"), shown,
                              follow_record_get_text (section, "short_name") };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *folded = follow_plan_fold (names[j]);

          if (*folded != '\0' && !g_hash_table_contains (sections, folded))
            g_hash_table_insert (sections, g_steal_pointer (&folded), section);
        }
    }
  return sections;
}

static gboolean
take_section (FollowImportRun *self, GHashTable *existing, FollowImportSection *proposed, GError **error)
{
  FollowRecord *found = g_hash_table_lookup (existing, proposed->folded);
  FollowRecord *section =
      found != NULL ? follow_record_copy (found)
                    : follow_record_new (follow_kind_find ("section"), follow_record_get_id (self->plan));

  g_hash_table_insert (self->sections, proposed, section);
  if (found == NULL)
    follow_record_set_text (section, "wording", proposed->wording);
  if (proposed->feedback != NULL)
    follow_record_set_text (section, "feedback", proposed->feedback->str);
  return follow_import_run_settle (self, section, error);
}

gboolean
follow_import_run_take_sections (FollowImportRun *self, GError **error)
{
  g_autoptr (GPtrArray) existing = follow_register_load_children (self->reg, follow_kind_find ("section"),
                                                                  follow_record_get_id (self->plan), error);
  g_autoptr (GHashTable) by_name = NULL;

  if (existing == NULL)
    return FALSE;
  by_name = index_sections (existing);
  for (guint i = 0; i < self->rows->sections->len; i++)
    if (!take_section (self, by_name, g_ptr_array_index (self->rows->sections, i), error))
      return FALSE;
  return TRUE;
}
