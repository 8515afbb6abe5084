/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-register FILE: writes the register that the command line is tried on. */
#include <stdio.h>

#include "follow-register.h"

/* Adds a record from pairs of a field's name and its text; a link's text is a title. */
static gint64
add (FollowRegister *reg, const char *kind_name, gint64 parent_id, ...)
{
  const FollowKind *kind = follow_kind_find (kind_name);
  g_autoptr (FollowRecord) record = follow_record_new (kind, parent_id);
  g_autoptr (GError) error = NULL;
  va_list arguments;
  const char *name;

  va_start (arguments, parent_id);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      const FollowField *field = follow_kind_find_field (kind, name);
      const char *text = va_arg (arguments, const char *);
      g_autoptr (FollowValue) value = NULL;

      if (follow_field_is_link (field))
        {
          g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
          gint64 id = follow_register_find_by_title (reg, follow_kind_find (kinds[0]), text);

          g_assert_cmpint (id, !=, 0);
          follow_record_set_link (record, name, id);
          continue;
        }
      value = follow_field_read (field, text, &error);
      g_assert_no_error (error);
      follow_record_set (record, name, value);
    }
  va_end (arguments);
  follow_register_save (reg, record, &error);
  g_assert_no_error (error);
  return follow_record_get_id (record);
}

static void
add_people (FollowRegister *reg)
{
  add (reg, "organisation", (gint64) 0, "name", "Ardle Council", "short_name", "Council", "sector", "council",
       NULL);
  add (reg, "organisation", (gint64) 0, "name", "Care Inspectorate", "sector", "inspectorate", NULL);
  add (reg, "person", (gint64) 0, "post", "Lead Officer", "organisation", "Council", "active", "yes", NULL);
  add (reg, "person", (gint64) 0, "post", "Head of “Children’s” Services; South", "active", "no", NULL);
  add (reg, "group", (gint64) 0, "name", "Child Protection Committee", "short_name", "CPC", "kind",
       "committee", NULL);
  add (reg, "programme", (gint64) 0, "name", "Getting it right", NULL);
}

static void
add_inspection (FollowRegister *reg)
{
  gint64 inspection =
      add (reg, "inspection", (gint64) 0, "title", "Joint inspection 2025", "body", "Care Inspectorate",
           "type", "joint_inspection", "published", "2025-03-04", "reference", "JI/25", NULL);

  add (reg, "finding", inspection, "type", "improvement", "number", "1", "wording",
       "Chronologies are of uneven quality", NULL);
  add (reg, "finding", inspection, "type", "improvement", "number", "2", "wording",
       "Children’s views are not always recorded", NULL);
}

static void
add_plan (FollowRegister *reg, const char *title, const char *section)
{
  gint64 plan = add (reg, "plan", (gint64) 0, "title", title, "inspection", "Joint inspection 2025", "state",
                     "live", NULL);

  add (reg, "section", plan, "number", "1", "wording", section, "finding",
       "Chronologies are of uneven quality", NULL);
}

static void
add_actions (FollowRegister *reg)
{
  gint64 first = add (reg, "action", (gint64) 0, "number", "1", "wording", "Agree a protocol", "plan",
                      "Improvement Plan 2025–27", "section", "Chronologies", "leads", "Lead Officer",
                      "timescale", "22 June 2026", "status", "on_track", "priority", "high", NULL);

  add (reg, "milestone", first, "wording", "Draft\nof the protocol", "timescale", "August 2026", NULL);
  add (reg, "progress_note", first, "date", "2026-09-01", "text", "A first draft was shared.", NULL);
  add (reg, "action", (gint64) 0, "number", "2", "wording", "Agree a training plan", "plan",
       "Improvement Plan 2025–27", "section", "Chronologies", "timescale", "Q4 2026/27", "status", "complete",
       NULL);
  add (reg, "action", (gint64) 0, "number", "10", "wording", "=HYPERLINK(\"http://example.org\",\"x\")",
       "plan", "Improvement Plan 2025–27", "timescale", "31/02/2026", NULL);
  add (reg, "action", (gint64) 0, "number", "11", "wording",
       "日本語 \033[31mred\033[0m \"quoted\", \\ back\nsecond line\ttab 😀", "plan",
       "Improvement Plan 2025–27", "timescale", "Dates set", "lead_as_written", "tbc", NULL);
  add (reg, "action", (gint64) 0, "number", "1", "wording", "Review the older protocol", "plan", "Older plan",
       NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = argc == 2 ? follow_register_create (argv[1], &error) : NULL;

  if (reg == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "make-register FILE");
      return 1;
    }
  follow_register_set_user (reg, "Tester");
  add_people (reg);
  add_inspection (reg);
  add_plan (reg, "Improvement Plan 2025–27", "Chronologies");
  add_plan (reg, "Older plan", "Training");
  add_actions (reg);
  return 0;
}
