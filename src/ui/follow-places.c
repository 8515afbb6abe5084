/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-places.h"

#include <glib/gi18n.h>

static const FollowPlace places[] = {
  { "overview", N_ ("Overview"), "follow-overview-symbolic", .heading = N_ ("Needs attention") },
  { "overdue", N_ ("Overdue"), "follow-overdue-symbolic", .style = "alert", .kind = "action",
    .field = "due_state", .value = "overdue" },
  { "due-soon", N_ ("Due soon"), "follow-due-soon-symbolic", .style = "warn", .kind = "action",
    .field = "due_state", .value = "due_soon" },
  { "no-lead", N_ ("No lead"), "follow-no-lead-symbolic", .style = "warn", .kind = "action",
    .field = "no_lead", .value = "1" },
  { "no-timescale", N_ ("No timescale"), "follow-no-timescale-symbolic", .style = "warn", .kind = "action",
    .field = "due_state", .value = "no_date" },
  { "actions", N_ ("Actions"), "follow-actions-symbolic", .heading = N_ ("Improvement"), .kind = "action" },
  { "plans", N_ ("Plans"), "follow-plans-symbolic", .kind = "plan" },
  { "inspections", N_ ("Inspections"), "follow-inspections-symbolic", .kind = "inspection" },
  { "update-sheets", N_ ("Update sheets"), "follow-update-sheets-symbolic", .kind = "update_round" },
  { "people", N_ ("People and groups"), "follow-people-symbolic", .heading = N_ ("Committee"),
    .kind = "person", .also = { "group", "organisation" } },
};

const FollowPlace *
follow_places_get (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

const FollowPlace *
follow_place_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, id) == 0)
      return &places[i];
  return NULL;
}

/**
 * follow_place_dup_label:
 * @due_soon_days: how many days count as due soon, which the label of that place names
 *
 * Returns: (transfer full): what the place is called
 */
char *
follow_place_dup_label (const FollowPlace *place, int due_soon_days)
{
  if (g_strcmp0 (place->value, "due_soon") == 0)
    return g_strdup_printf (ngettext ("Due in %d day", "Due in %d days", due_soon_days), due_soon_days);
  return g_strdup (_ (place->label));
}

FollowQuery *
follow_place_make_query (const FollowPlace *place)
{
  const FollowKind *kind = follow_kind_find (place->kind);
  FollowQuery *query;

  if (kind == NULL)
    return NULL;
  query = follow_query_new (kind);
  if (place->field != NULL)
    {
      g_autoptr (FollowValue) value =
          follow_field_read (follow_kind_find_field (kind, place->field), place->value, NULL);

      follow_query_add (query, place->field, FOLLOW_TEST_IS, value);
    }
  return query;
}

const FollowPlace *
follow_place_for_kind (const FollowKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].field == NULL &&
        (g_strcmp0 (places[i].kind, kind->name) == 0 || g_strcmp0 (places[i].also[0], kind->name) == 0 ||
         g_strcmp0 (places[i].also[1], kind->name) == 0))
      return &places[i];
  return NULL;
}
