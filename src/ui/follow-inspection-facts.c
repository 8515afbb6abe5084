/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-inspection-facts.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "follow-date.h"

static FollowQuery *
make_link_query (const char *kind, const char *field, gint64 id)
{
  FollowQuery *query = follow_query_new (follow_kind_find (kind));

  follow_query_add_id (query, field, FOLLOW_TEST_IS, id);
  return query;
}

static GArray *
list_ids (FollowRegister *reg, const FollowQuery *query)
{
  GArray *ids = follow_register_list (reg, query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GArray *
list_linked (FollowRegister *reg, const char *kind, const char *field, gint64 id)
{
  g_autoptr (FollowQuery) query = make_link_query (kind, field, id);

  return list_ids (reg, query);
}

static FollowRecord *
get_record (FollowRegister *reg, const char *kind, gint64 id)
{
  return id != 0 ? follow_register_get (reg, follow_kind_find (kind), id, NULL) : NULL;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gint64
find_inspection_before (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) inspection = get_record (reg, "inspection", id);
  gint64 before = inspection != NULL ? follow_record_get_link (inspection, "follows") : 0;

  return before != 0 && !follow_register_is_removed (reg, before) ? before : 0;
}

GArray *
follow_inspection_list_chain (FollowRegister *reg, gint64 id)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint here;

  for (gint64 before = id; before != 0 && !holds (chain, before);
       before = find_inspection_before (reg, before))
    g_array_prepend_val (chain, before);
  /* Those after it may themselves be followed by others. */
  for (here = chain->len - 1; here < chain->len; here++)
    {
      g_autoptr (GArray) after =
          list_linked (reg, "inspection", "follows", g_array_index (chain, gint64, here));

      for (guint i = after->len; i > 0; i--)
        if (!holds (chain, g_array_index (after, gint64, i - 1)))
          g_array_append_val (chain, g_array_index (after, gint64, i - 1));
    }
  return chain;
}

/* "March 2025" */
static char *
format_month (const char *iso)
{
  g_autofree char *date = follow_date_format_long (iso);
  const char *space = strchr (date, ' ');

  return g_strdup (space != NULL ? space + 1 : date);
}

char *
follow_inspection_describe_when (FollowRecord *inspection)
{
  const char *published = follow_record_get_text (inspection, "published");
  const char *fieldwork = follow_record_get_text (inspection, "fieldwork_from");
  const char *notified = follow_record_get_text (inspection, "notified");
  g_autofree char *month = format_month (published != NULL   ? published
                                         : fieldwork != NULL ? fieldwork
                                                             : notified);

  if (published != NULL)
    return g_steal_pointer (&month);
  if (fieldwork != NULL)
    return g_strdup_printf (_ ("fieldwork %s"), month);
  if (notified != NULL)
    return g_strdup_printf (_ ("notified %s"), month);
  return g_strdup (_ ("not published yet"));
}

char *
follow_inspection_dup_year (FollowRecord *inspection)
{
  const char *published = follow_record_get_text (inspection, "published");

  return published != NULL && strlen (published) >= 4 ? g_strndup (published, 4) : NULL;
}

GArray *
follow_inspection_list_plans (FollowRegister *reg, gint64 id)
{
  return list_linked (reg, "plan", "inspection", id);
}

gboolean
follow_finding_wants_action (const char *type)
{
  static const char *const types[] = { "improvement", "main_point", "other", NULL };

  return type != NULL && g_strv_contains (types, type);
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *first = follow_register_get_number (data, *(const gint64 *) a);
  const char *second = follow_register_get_number (data, *(const gint64 *) b);
  g_autofree char *first_key = g_utf8_collate_key_for_filename (first != NULL ? first : "", -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second != NULL ? second : "", -1);

  return strcmp (first_key, second_key);
}

GArray *
follow_finding_list_actions (FollowRegister *reg, gint64 id)
{
  GArray *actions = list_linked (reg, "action", "sources", id);
  g_autoptr (GArray) sections = list_linked (reg, "section", "finding", id);

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GArray) inside = list_linked (reg, "action", "section", g_array_index (sections, gint64, i));

      for (guint j = 0; j < inside->len; j++)
        if (!holds (actions, g_array_index (inside, gint64, j)))
          g_array_append_val (actions, g_array_index (inside, gint64, j));
    }
  g_array_sort_with_data (actions, compare_numbers, reg);
  return actions;
}

gint64
follow_finding_find_section (FollowRegister *reg, gint64 id)
{
  g_autoptr (GArray) sections = list_linked (reg, "section", "finding", id);

  return sections->len > 0 ? g_array_index (sections, gint64, 0) : 0;
}

char *
follow_finding_name (FollowRecord *finding)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (finding), "type");
  const char *type = follow_field_get_choice_label (field, follow_record_get_text (finding, "type"));
  const char *number = follow_record_get_text (finding, "number");

  return g_strdup_printf ("%s%s%s", type != NULL ? type : "", number != NULL ? " " : "",
                          number != NULL ? number : "");
}

/* The first letter small, as within a sentence. */
static char *
begin_small (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strdown (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* "Judged before: area for improvement 5, 2021" */
static char *
describe_before (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) finding = get_record (reg, "finding", id);
  g_autoptr (FollowRecord) inspection = NULL;
  g_autofree char *name = NULL;
  g_autofree char *small = NULL;
  g_autofree char *year = NULL;

  if (finding == NULL)
    return NULL;
  name = follow_finding_name (finding);
  small = begin_small (name);
  inspection = get_record (reg, "inspection", follow_record_get_parent_id (finding));
  year = inspection != NULL ? follow_inspection_dup_year (inspection) : NULL;
  return g_strdup_printf (_ ("Judged before: %s%s%s"), small, year != NULL ? ", " : "",
                          year != NULL ? year : "");
}

/* @part: (transfer full) (nullable); begins with a capital where it is the first */
static void
append_part (GString *line, char *part)
{
  g_autofree char *owned = part;
  g_autofree char *small = NULL;

  if (owned == NULL)
    return;
  small = begin_small (owned);
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", line->len > 0 ? small : owned);
}

static char *
describe_indicator (FollowRegister *reg, gint64 id)
{
  const char *number = follow_register_get_number (reg, id);

  return g_strdup_printf (_ ("Indicator %s"), number != NULL ? number : follow_register_get_title (reg, id));
}

static char *
describe_section (FollowRegister *reg, gint64 id)
{
  const char *number = follow_register_get_number (reg, id);

  return number != NULL ? g_strdup_printf (_ ("Area %s of the plan"), number)
                        : g_strdup (_ ("An area of the plan"));
}

char *
follow_finding_describe (FollowRegister *reg, FollowRecord *finding)
{
  GString *line = g_string_new (NULL);
  gint64 indicator = follow_record_get_link (finding, "indicator");
  gint64 section = follow_finding_find_section (reg, follow_record_get_id (finding));
  const char *statement = follow_record_get_text (finding, "statement");
  const char *page = follow_record_get_text (finding, "page");
  g_autoptr (GArray) before = list_linked (reg, "finding", "judged_again_as", follow_record_get_id (finding));

  append_part (line, indicator != 0 ? describe_indicator (reg, indicator) : NULL);
  append_part (line, statement != NULL ? g_strdup_printf (_ ("Statement %s"), statement) : NULL);
  append_part (line, page != NULL ? g_strdup_printf (_ ("Page %s"), page) : NULL);
  append_part (line, section != 0 ? describe_section (reg, section) : NULL);
  for (guint i = 0; i < before->len; i++)
    append_part (line, describe_before (reg, g_array_index (before, gint64, i)));
  return g_string_free (line, FALSE);
}

/* The evaluation of @indicator in the inspection @id that has a grade. */
static FollowRecord *
find_evaluation (FollowRegister *reg, gint64 id, gint64 indicator)
{
  g_autoptr (FollowQuery) query = make_link_query ("evaluation", "indicator", indicator);
  g_autoptr (GPtrArray) found = NULL;

  follow_query_set_parent (query, id);
  found = follow_register_load_all (reg, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (follow_record_get_link (found->pdata[i], "grade") != 0)
      return g_object_ref (found->pdata[i]);
  return NULL;
}

static char *
describe_step (FollowRecord *now, FollowRecord *then, const char *year)
{
  gint64 by = follow_record_get_integer (now, "value") - follow_record_get_integer (then, "value");
  const char *name = follow_record_get_text (then, "name");

  if (year == NULL)
    return by == 0 ? g_strdup (_ ("unchanged"))
                   : g_strdup_printf (by > 0 ? _ ("up from %s") : _ ("down from %s"), name);
  if (by == 0)
    return g_strdup_printf (_ ("unchanged since %s"), year);
  /* Translators: a grade that went up or down, and the year in which it was what it was */
  return g_strdup_printf (by > 0 ? _ ("up from %s in %s") : _ ("down from %s in %s"), name, year);
}

char *
follow_evaluation_describe_movement (FollowRegister *reg, FollowRecord *evaluation)
{
  gint64 indicator = follow_record_get_link (evaluation, "indicator");
  g_autoptr (FollowRecord) now = get_record (reg, "grade", follow_record_get_link (evaluation, "grade"));
  g_autoptr (GArray) chain = NULL;
  gboolean seen = FALSE;

  if (indicator == 0 || now == NULL)
    return NULL;
  chain = follow_inspection_list_chain (reg, follow_record_get_parent_id (evaluation));
  for (guint i = chain->len; i > 0; i--)
    {
      gint64 id = g_array_index (chain, gint64, i - 1);
      g_autoptr (FollowRecord) before = seen ? find_evaluation (reg, id, indicator) : NULL;
      g_autoptr (FollowRecord) inspection = before != NULL ? get_record (reg, "inspection", id) : NULL;
      g_autoptr (FollowRecord) then = NULL;
      g_autofree char *year = inspection != NULL ? follow_inspection_dup_year (inspection) : NULL;

      seen |= id == follow_record_get_parent_id (evaluation);
      if (before == NULL)
        continue;
      then = get_record (reg, "grade", follow_record_get_link (before, "grade"));
      /* Grades of another scale are no higher or lower than these. */
      if (then == NULL || follow_record_get_parent_id (then) != follow_record_get_parent_id (now))
        return NULL;
      return describe_step (now, then, year);
    }
  return NULL;
}

void
follow_grade_count_steps (FollowRegister *reg, FollowRecord *grade, guint *value, guint *steps)
{
  g_autoptr (GPtrArray) grades = follow_register_load_children (reg, follow_record_get_kind (grade),
                                                                follow_record_get_parent_id (grade), NULL);

  *value = 0;
  *steps = grades != NULL ? grades->len : 0;
  for (guint i = 0; i < *steps; i++)
    if (follow_record_get_integer (grades->pdata[i], "value") <= follow_record_get_integer (grade, "value"))
      *value += 1;
}

static long
find_highest (FollowRegister *reg, const FollowQuery *query)
{
  g_autoptr (GArray) ids = list_ids (reg, query);
  long highest = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *number = follow_register_get_number (reg, g_array_index (ids, gint64, i));

      highest = MAX (highest, number != NULL ? strtol (number, NULL, 10) : 0);
    }
  return highest;
}

char *
follow_next_number (FollowRegister *reg, const FollowQuery *query)
{
  g_autoptr (FollowQuery) removed = follow_query_copy (query);

  /* What lies in the bin keeps its number, so that it can come back. */
  follow_query_set_removed (removed, TRUE);
  return g_strdup_printf ("%ld", MAX (find_highest (reg, query), find_highest (reg, removed)) + 1);
}
