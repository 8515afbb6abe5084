/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-overview-facts.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-cell.h"
#include "follow-date.h"
#include "follow-history.h"
#include "follow-inspection-facts.h"

/* How far back a record's history is looked through for the day it was complete. */
#define LONGEST_HISTORY 200

void
follow_overview_text_clear (FollowOverviewText *text)
{
  g_clear_pointer (&text->head, g_free);
  g_clear_pointer (&text->rest, g_free);
}

static char *
describe_leads (FollowRegister *reg, FollowRecord *action)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (action), "leads");
  char *leads = follow_register_format (reg, field, follow_record_get (action, "leads"), "; ");
  const char *written = follow_record_get_text (action, "lead_as_written");

  return leads != NULL ? leads : g_strdup (written != NULL ? written : _ ("no lead"));
}

static char *
describe_missing (FollowRecord *action)
{
  gboolean no_lead = follow_record_get_integer (action, "no_lead") != 0;
  gboolean no_date = g_strcmp0 (follow_record_get_text (action, "due_state"), "no_date") == 0;
  const char *lead = follow_record_get_text (action, "lead_as_written");
  const FollowValue *value = follow_record_get (action, "timescale");
  const char *wording =
      value != NULL ? follow_timescale_get_wording (follow_value_get_timescale (value)) : NULL;
  g_autofree char *lead_part = !no_lead       ? NULL
                               : lead != NULL ? g_strdup_printf (_ ("Lead is “%s”"), lead)
                                              : g_strdup (_ ("No lead"));
  g_autofree char *date_part = NULL;

  if (!no_date)
    return g_steal_pointer (&lead_part);
  if (wording == NULL)
    date_part = g_strdup (no_lead ? _ ("no timescale") : _ ("No timescale"));
  else
    date_part = g_strdup_printf (
        no_lead ? _ ("timescale “%s” is not a date") : _ ("Timescale “%s” is not a date"), wording);
  return no_lead ? g_strdup_printf ("%s · %s", lead_part, date_part) : g_steal_pointer (&date_part);
}

/* The day on which the action became complete: as a meeting agreed, else as the history has it. */
static char *
find_complete_since (FollowRegister *reg, FollowRecord *action)
{
  const char *agreed = follow_record_get_text (action, "closure_agreed_on");
  g_autoptr (GPtrArray) history = NULL;

  if (agreed != NULL)
    return g_strdup (agreed);
  history = follow_register_load_history (reg, follow_record_get_id (action), FALSE, LONGEST_HISTORY, NULL);
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (history, i);

      if (change->type == FOLLOW_CHANGE_SET && g_str_equal (change->field->name, "status"))
        return g_strndup (change->at, strlen ("YYYY-MM-DD"));
    }
  return NULL;
}

static const char *
describe_evidence (FollowRegister *reg, FollowRecord *action)
{
  g_autoptr (GPtrArray) evidence =
      follow_register_load_children (reg, follow_kind_find ("evidence"), follow_record_get_id (action), NULL);

  if (evidence == NULL || evidence->len == 0)
    return _ ("no evidence");
  for (guint i = 0; i < evidence->len; i++)
    if (g_strcmp0 (follow_record_get_text (evidence->pdata[i], "kind"), "outcome") == 0)
      return _ ("evidence of outcome");
  return _ ("evidence of output only");
}

static char *
describe_impact (FollowRegister *reg, FollowRecord *action)
{
  g_autofree char *since = find_complete_since (reg, action);
  g_autofree char *date = follow_date_format_long (since);
  const char *evidence = describe_evidence (reg, action);

  if (since == NULL)
    return g_strdup_printf (_ ("Complete · %s"), evidence);
  /* Translators: a date, and which evidence there is */
  return g_strdup_printf (_ ("Complete since %s · %s"), date, evidence);
}

FollowOverviewText
follow_overview_describe (FollowRegister *reg, FollowRecord *record, FollowOverviewList list)
{
  FollowOverviewText text = { 0 };
  g_autofree char *name = NULL;

  switch (list)
    {
    case FOLLOW_OVERVIEW_OVERDUE:
    case FOLLOW_OVERVIEW_DUE_SOON:
      text.head = follow_cell_describe_due (reg, record, &text.icon, &text.style);
      text.rest = describe_leads (reg, record);
      break;
    case FOLLOW_OVERVIEW_MISSING:
      text.rest = describe_missing (record);
      break;
    case FOLLOW_OVERVIEW_IMPACT:
      text.rest = describe_impact (reg, record);
      break;
    case FOLLOW_OVERVIEW_UNANSWERED:
      name = follow_finding_name (record);
      text.rest = g_strdup_printf ("%s · %s", name,
                                   follow_register_get_title (reg, follow_record_get_parent_id (record)));
      break;
    case FOLLOW_N_OVERVIEW_LISTS:
    default:
      break;
    }
  if (text.rest == NULL)
    text.rest = g_strdup ("");
  return text;
}
