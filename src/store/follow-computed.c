/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

/* How SQLite works out the computed fields; "t" is the record's own row. */

#define OPEN_STATUS "coalesce (a.status, '') NOT IN ('complete', 'withdrawn')"

#define LAST_PROGRESS(row) \
  "(SELECT max (n.date) FROM progress_note n WHERE n.parent_id = " row ".id AND n.removed IS NULL)"

#define COMES_ROUND(row) "coalesce (" row ".timescale_recurs, '') <> ''"

#define NEXT_OF_RHYTHM(row)                                                                      \
  "follow_next_due (" row ".timescale_first, " row ".timescale_last, " row ".timescale_recurs, " \
  "" LAST_PROGRESS (row) ")"

#define NEXT_OF_MILESTONES(row)                                                            \
  "(SELECT coalesce (min (CASE WHEN coalesce (m.done, 0) = 0 THEN m.timescale_last END), " \
  "max (m.timescale_last)) FROM milestone m WHERE m.parent_id = " row ".id AND m.removed IS NULL)"

/* An action is due on the last day of its own timescale, and if that comes round, on the next that
 * no progress note has settled; one that has only milestones, on the last day of the first milestone
 * still to do. */
#define DUE(row) \
  "CASE WHEN " COMES_ROUND (row) " THEN " NEXT_OF_RHYTHM (row) " \
  WHEN " row ".timescale IS NOT NULL THEN " row ".timescale_last \
  ELSE " NEXT_OF_MILESTONES (row) " END"

/* No calendar tells when the meetings are: a standing item is not judged. */
#define IS_JUDGED(row) "coalesce (" row ".timescale_recurs, '') <> 'every meeting'"

static const struct
{
  const char *kind;
  const char *field;
  const char *sql;
} computed[] = {
  { "action", "due", DUE ("t") },
  { "action", "due_state",
    "CASE WHEN coalesce (t.status, '') IN ('complete', 'withdrawn') THEN 'done' "
    "ELSE (SELECT CASE "
    /* No last day and yet no gap: it comes round, or has no end. */
    "WHEN d.due IS NULL AND (d.comes_round OR t.timescale_first IS NOT NULL) THEN 'later' "
    "WHEN d.due IS NULL THEN 'no_date' "
    "WHEN d.due < follow_today () AND d.is_judged THEN 'overdue' "
    "WHEN d.due BETWEEN follow_today () AND follow_soon () THEN 'due_soon' ELSE 'later' END "
    "FROM (SELECT " DUE ("t") " AS due, " COMES_ROUND ("t") " AS comes_round, " IS_JUDGED (
        "t") " AS is_judged) d) END" },
  { "action", "no_lead",
    "(coalesce (t.status, '') NOT IN ('complete', 'withdrawn') "
    "AND lower (trim (coalesce (t.lead_as_written, ''))) IN ('', 'tbc', 'to be confirmed', 'n/a', '-') "
    "AND NOT EXISTS (SELECT 1 FROM link l WHERE l.from_id = t.id AND l.field = 'leads'))" },
  { "action", "last_progress", LAST_PROGRESS ("t") },
  { "person", "open_actions",
    "(SELECT count (*) FROM link l JOIN action a ON a.id = l.from_id WHERE l.to_id = t.id "
    "AND l.field = 'leads' AND a.removed IS NULL AND " OPEN_STATUS ")" },
  { "group", "members",
    "(SELECT count (*) FROM membership m WHERE m.parent_id = t.id AND m.removed IS NULL)" },
  { "inspection", "findings",
    "(SELECT count (*) FROM finding f WHERE f.parent_id = t.id AND f.removed IS NULL)" },
  { "inspection", "unanswered",
    "(SELECT count (*) FROM finding f WHERE f.parent_id = t.id AND f.removed IS NULL "
    "AND f.type IN ('improvement', 'main_point', 'other') "
    "AND NOT EXISTS (SELECT 1 FROM link l JOIN action a ON a.id = l.from_id WHERE l.to_id = f.id "
    "AND l.field = 'sources' AND a.removed IS NULL) "
    "AND NOT EXISTS (SELECT 1 FROM section s JOIN action a ON a.section = s.id WHERE s.finding = f.id "
    "AND s.removed IS NULL AND a.removed IS NULL))" },
  { "finding", "actions",
    "(SELECT count (*) FROM action a WHERE a.removed IS NULL AND a.id IN ("
    "SELECT l.from_id FROM link l WHERE l.to_id = t.id AND l.field = 'sources' "
    "UNION SELECT b.id FROM action b JOIN section s ON s.id = b.section "
    "WHERE s.finding = t.id AND s.removed IS NULL))" },
  { "plan", "actions", "(SELECT count (*) FROM action a WHERE a.plan = t.id AND a.removed IS NULL)" },
  { "plan", "complete",
    "(SELECT count (*) FROM action a WHERE a.plan = t.id AND a.removed IS NULL AND a.status = 'complete')" },
  { "plan", "overdue",
    "(SELECT count (*) FROM action a WHERE a.plan = t.id AND a.removed IS NULL AND " OPEN_STATUS
    " AND " IS_JUDGED ("a") " AND " DUE ("a") " < follow_today ())" },
  { "update_round", "sheets",
    "(SELECT count (*) FROM update_sheet s WHERE s.parent_id = t.id AND s.removed IS NULL)" },
  { "update_round", "answered",
    "(SELECT count (*) FROM update_sheet s WHERE s.parent_id = t.id AND s.removed IS NULL "
    "AND s.answered_on IS NOT NULL)" },
  { "update_round", "unanswered",
    "(SELECT count (*) FROM update_sheet s WHERE s.parent_id = t.id AND s.removed IS NULL "
    "AND s.answered_on IS NULL)" },
  { "update_sheet", "actions",
    "(SELECT count (*) FROM update_answer a WHERE a.parent_id = t.id AND a.removed IS NULL "
    "AND a.action IS NOT NULL)" },
};

/* Which other kinds' records the computed fields of a kind are worked out from, those edited inside
 * of it left out: on a change of one of them any record of the kind may be different. */
static const struct
{
  const char *kind;
  const char *reads;
} others[] = {
  { "person", "action" },
  { "inspection", "action section" },
  { "finding", "action section" },
  { "plan", "action milestone progress_note" },
};

gboolean
follow_computed_reads (const FollowKind *kind, const FollowKind *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].kind, kind->name))
      {
        g_auto (GStrv) names = g_strsplit (others[i].reads, " ", -1);

        return g_strv_contains ((const char *const *) names, other->name);
      }
  return FALSE;
}

/* Returns: the expression for a computed field of @kind */
const char *
follow_computed_sql (const FollowKind *kind, const FollowField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (g_str_equal (computed[i].kind, kind->name) && g_str_equal (computed[i].field, field->name))
      return computed[i].sql;
  g_error ("Nothing says how to work out “%s” of “%s”", field->name, kind->name);
}
