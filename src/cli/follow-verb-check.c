/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-error.h"

/* What needs attention, and how many of it. */
typedef enum
{
  COUNT_OVERDUE,
  COUNT_DUE_SOON,
  COUNT_NO_LEAD,
  COUNT_NO_DATE,
  COUNT_UNJUDGED,
  COUNT_NOT_KNOWN,
  COUNT_FINDINGS,
  COUNT_IMPOSSIBLE,
  COUNT_DRAFTS,
} CountId;

/* Counts over the actions of the register; an empty field is asked for without a value. */
typedef struct
{
  CountId id;
  struct
  {
    const char *field;
    FollowTest test;
    const char *value;
  } tests[2];
} Count;

static const Count counts[] = {
  { COUNT_OVERDUE, { { "due_state", FOLLOW_TEST_IS, "overdue" } } },
  { COUNT_DUE_SOON, { { "due_state", FOLLOW_TEST_IS, "due_soon" } } },
  { COUNT_NO_LEAD, { { "no_lead", FOLLOW_TEST_IS, "1" } } },
  { COUNT_NO_DATE, { { "due_state", FOLLOW_TEST_IS, "no_date" } } },
  { COUNT_UNJUDGED, { { "status", FOLLOW_TEST_IS, "complete" }, { "impact", FOLLOW_TEST_EMPTY, NULL } } },
  { COUNT_NOT_KNOWN,
    { { "status", FOLLOW_TEST_IS, "complete" }, { "impact", FOLLOW_TEST_IS, "not_known" } } },
};

static const char *
describe (CountId id, guint n)
{
  switch (id)
    {
    case COUNT_OVERDUE:
      return ngettext ("action overdue", "actions overdue", n);
    case COUNT_DUE_SOON:
      return ngettext ("action due in the next 30 days", "actions due in the next 30 days", n);
    case COUNT_NO_LEAD:
      return ngettext ("action without a lead", "actions without a lead", n);
    case COUNT_NO_DATE:
      return ngettext ("action without a timescale or a date in it",
                       "actions without a timescale or a date in it", n);
    case COUNT_UNJUDGED:
      return ngettext ("action complete whose impact has not been judged",
                       "actions complete whose impact has not been judged", n);
    case COUNT_NOT_KNOWN:
      return ngettext ("action complete whose impact is not known",
                       "actions complete whose impact is not known", n);
    case COUNT_FINDINGS:
      return ngettext ("finding without an action", "findings without an action", n);
    case COUNT_IMPOSSIBLE:
      return ngettext ("timescale that names a day which does not exist",
                       "timescales that name a day which does not exist", n);
    case COUNT_DRAFTS:
    default:
      return ngettext ("draft that waits for what is missing", "drafts that wait for what is missing", n);
    }
}

static void
append_count (GString *out, guint number, CountId id)
{
  if (number > 0)
    g_string_append_printf (out, "%6u  %s\n", number, describe (id, number));
}

static gboolean
append_counts (GString *out, FollowRegister *reg, GError **error)
{
  const FollowKind *kind = follow_kind_find ("action");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (FollowQuery) query = follow_query_new (kind);
      g_autoptr (GError) problem = NULL;
      guint number;

      for (guint j = 0; j < G_N_ELEMENTS (counts[i].tests) && counts[i].tests[j].field != NULL; j++)
        {
          const FollowField *field = follow_kind_find_field (kind, counts[i].tests[j].field);
          g_autoptr (FollowValue) value = follow_field_read (field, counts[i].tests[j].value, NULL);

          follow_query_add (query, field->name, counts[i].tests[j].test, value);
        }
      number = follow_register_count (reg, query, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      append_count (out, number, counts[i].id);
    }
  return TRUE;
}

static gboolean
append_findings (GString *out, FollowRegister *reg, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("inspection"));
  g_autoptr (GPtrArray) inspections = follow_register_load_all (reg, query, error);
  guint number = 0;

  if (inspections == NULL)
    return FALSE;
  for (guint i = 0; i < inspections->len; i++)
    number += follow_record_get_integer (inspections->pdata[i], "unanswered");
  append_count (out, number, COUNT_FINDINGS);
  return TRUE;
}

/* A day that does not exist was kept as written; somebody has to ask what was meant. */
static gboolean
append_impossible (GString *out, FollowRegister *reg, GError **error)
{
  static const char *const kinds[] = { "action", "milestone" };
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kinds[i]));
      g_autoptr (GPtrArray) records = NULL;

      follow_query_add (query, "timescale", FOLLOW_TEST_NOT_EMPTY, NULL);
      if ((records = follow_register_load_all (reg, query, error)) == NULL)
        return FALSE;
      for (guint j = 0; j < records->len; j++)
        {
          FollowTimescale *timescale =
              follow_value_get_timescale (follow_record_get (records->pdata[j], "timescale"));

          if (follow_timescale_get_last (timescale) == NULL && follow_timescale_is_impossible (timescale))
            number++;
        }
    }
  append_count (out, number, COUNT_IMPOSSIBLE);
  return TRUE;
}

static gboolean
append_drafts (GString *out, FollowRegister *reg, GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);
  guint number = 0;

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) drafts = follow_register_load_drafts (reg, kinds[i], error);

      if (drafts == NULL)
        return FALSE;
      number += drafts->len;
    }
  append_count (out, number, COUNT_DRAFTS);
  return TRUE;
}

static gboolean
check_soundness (FollowCall *call, FollowRegister *reg, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!follow_register_check (reg, problems, error))
    return FALSE;
  if (problems->len == 0)
    {
      g_string_append_printf (call->answer, "%s\n", _ ("The file is sound."));
      return TRUE;
    }
  call->keep_answer = TRUE;
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (call->answer, "%s\n", (char *) problems->pdata[i]);
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED,
               _ ("“%s” is not sound; go back to a backup, and keep this file beside it."),
               follow_register_get_path (reg));
  return FALSE;
}

static gboolean
run (FollowCall *call, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_call_open (call, TRUE, error);
  g_autoptr (GString) attention = g_string_new (NULL);

  if (reg == NULL || !check_soundness (call, reg, error) || !append_counts (attention, reg, error) ||
      !append_findings (attention, reg, error) || !append_impossible (attention, reg, error) ||
      !append_drafts (attention, reg, error))
    return FALSE;
  if (attention->len > 0)
    g_string_append_printf (call->answer, "%s\n%s", _ ("What needs attention:"), attention->str);
  else
    g_string_append_printf (call->answer, "%s\n", _ ("Nothing in it needs attention."));
  return TRUE;
}

const FollowVerb follow_verb_check = {
  .name = "check",
  .words = "FILE",
  .about = N_ ("Checks that the file is sound, then counts what in it needs attention. "
               "The exit status is 1 only when the file is not sound."),
  .run = run,
};
