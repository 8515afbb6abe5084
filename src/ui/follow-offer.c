/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-offer.h"

#include <glib/gi18n.h>

/* What people say where a field's label and “No …” would not be English. */
static const struct
{
  const char *field;
  const char *value; /* NULL: it is empty */
  const char *words;
} said[] = {
  { "no_lead", "1", N_ ("No lead") },
  { "due_state", "no_date", N_ ("No timescale") },
  { "number", NULL, N_ ("No number") },
  { "sources", NULL, N_ ("From no finding") },
  { "agencies", NULL, N_ ("No agency") },
  { "closure_proposed", NULL, N_ ("Not proposed for closure") },
  { "closure_agreed_on", NULL, N_ ("Closure not agreed") },
  { "approved_on", NULL, N_ ("Not approved") },
  { "overseeing", NULL, N_ ("No overseeing group") },
  { "follows", NULL, N_ ("Follows no other") },
  { "partners", NULL, N_ ("No scrutiny partner") },
  { "notified", NULL, N_ ("No day of notice") },
  { "published", NULL, N_ ("Not published") },
  { "parent", NULL, N_ ("Reports to no group") },
};

/* Fields whose being empty says nothing, or is said by another: by “No lead” and “No timescale” above, which
 * leave out what is complete, as the places of the sidebar do. */
static const char *const never_missed[] = {
  "lead_as_written", "leads",     "timescale",      "closure_agreed_at", "approved_by",
  "source",          "frequency", "fieldwork_from", "fieldwork_to",      NULL,
};

void
follow_offer_clear (FollowOffer *offer)
{
  g_clear_pointer (&offer->value, follow_value_unref);
}

void
follow_offer_copy (const FollowOffer *from, FollowOffer *to)
{
  *to = *from;
  if (to->value != NULL)
    follow_value_ref (to->value);
}

gboolean
follow_offer_can_miss (const FollowField *field)
{
  return !(field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_INTERNAL)) &&
         field->type != FOLLOW_FIELD_BOOLEAN && !g_strv_contains (never_missed, field->name);
}

static const char *
find_said (const FollowOffer *offer)
{
  g_autofree char *value = offer->value != NULL ? follow_value_store (offer->value) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (offer->test != FOLLOW_TEST_IS_NOT && g_str_equal (said[i].field, offer->field->name) &&
        g_strcmp0 (said[i].value, value) == 0)
      return _ (said[i].words);
  return NULL;
}

char *
follow_offer_dup_title (const FollowOffer *offer, FollowRegister *reg)
{
  const FollowField *field = offer->field;
  const char *label = follow_field_get_label (field);
  gboolean boolean = field->type == FOLLOW_FIELD_BOOLEAN;
  gboolean negative =
      offer->test == FOLLOW_TEST_IS_NOT || (boolean && follow_value_get_integer (offer->value) == 0);
  g_autofree char *value =
      boolean ? g_strdup (label) : follow_register_format (reg, field, offer->value, "; ");
  g_autofree char *lower = NULL;

  if (find_said (offer) != NULL)
    return g_strdup (find_said (offer));
  if (!negative && offer->test != FOLLOW_TEST_EMPTY)
    return g_steal_pointer (&value);
  lower = g_utf8_strdown (negative ? value : label, -1);
  /* Translators: a filter: "Not withdrawn", "No plan"; the word is a value or the name of a field */
  return g_strdup_printf (negative ? _ ("Not %s") : _ ("No %s"), lower);
}

char *
follow_offer_describe (const FollowOffer *offer, FollowRegister *reg)
{
  g_autofree char *title = follow_offer_dup_title (offer, reg);

  if (offer->test != FOLLOW_TEST_IS || offer->field->type == FOLLOW_FIELD_BOOLEAN ||
      offer->field->flags & FOLLOW_FIELD_COMPUTED)
    return g_steal_pointer (&title);
  /* Translators: the name of a field and its value */
  return g_strdup_printf (_ ("%s: %s"), follow_field_get_label (offer->field), title);
}
