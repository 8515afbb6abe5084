/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-offers.h"

#include <glib/gi18n.h>

/* How many records of a kind that is linked to are offered at once. */
#define MAX_OFFERED 12

struct _FollowOffers
{
  FollowRegister *reg;
  const FollowKind *kind;
  gboolean to_set;
  GArray *found; /* FollowOffer; the id of an item is its position and one */
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

FollowOffers *
follow_offers_new (FollowRegister *reg, const FollowKind *kind, gboolean to_set)
{
  FollowOffers *self = g_new0 (FollowOffers, 1);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  self->to_set = to_set;
  self->found = g_array_new (FALSE, FALSE, sizeof (FollowOffer));
  g_array_set_clear_func (self->found, (GDestroyNotify) follow_offer_clear);
  return self;
}

void
follow_offers_free (FollowOffers *self)
{
  g_array_unref (self->found);
  g_object_unref (self->reg);
  g_free (self);
}

char *
follow_offer_describe (const FollowOffer *offer, FollowRegister *reg)
{
  g_autofree char *value = follow_register_format (reg, offer->field, offer->value, "; ");
  const char *label = follow_field_get_label (offer->field);

  if (offer->field->type == FOLLOW_FIELD_BOOLEAN)
    return g_strdup (label);
  if (offer->test == FOLLOW_TEST_IS_NOT)
    {
      g_autofree char *lower = g_utf8_strdown (value, -1);

      /* Translators: a filter: "Not withdrawn" */
      return g_strdup_printf (_ ("Not %s"), lower);
    }
  if (offer->test == FOLLOW_TEST_EMPTY)
    /* Translators: a filter for records in which a field is empty, and the name of the field */
    return g_strdup_printf (_ ("%s: none"), label);
  if (offer->field->flags & FOLLOW_FIELD_COMPUTED)
    return g_steal_pointer (&value);
  /* Translators: the name of a field and its value */
  return g_strdup_printf (_ ("%s: %s"), label, value);
}

static gboolean
mentions (const char *title, const char *subtitle, const char *text)
{
  g_autofree char *both = g_strconcat (subtitle, " ", title, NULL);

  return *text == '\0' || g_str_match_string (text, both, TRUE);
}

static void
offer (FollowOffers *self,
       GListStore *items,
       const char *text,
       const FollowField *field,
       FollowTest test,
       FollowValue *value)
{
  FollowOffer offered = { field, test, value != NULL ? follow_value_ref (value) : NULL };
  gboolean plain = test == FOLLOW_TEST_IS && field->type != FOLLOW_FIELD_BOOLEAN;
  g_autofree char *title = plain ? follow_register_format (self->reg, field, value, "; ")
                                 : follow_offer_describe (&offered, self->reg);
  g_autoptr (FollowChoiceItem) item = NULL;

  if (title == NULL || !mentions (title, follow_field_get_label (field), text))
    {
      follow_offer_clear (&offered);
      return;
    }
  g_array_append_val (self->found, offered);
  item = follow_choice_item_new (self->found->len, title, follow_field_get_label (field));
  g_list_store_append (items, item);
}

static void
offer_choices (FollowOffers *self, GListStore *items, const char *text, const FollowField *field)
{
  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autoptr (FollowValue) value = follow_value_new_text (choice->id);

      offer (self, items, text, field, FOLLOW_TEST_IS, value);
      if (!self->to_set && (g_str_equal (choice->id, "withdrawn") || g_str_equal (choice->id, "complete")))
        offer (self, items, text, field, FOLLOW_TEST_IS_NOT, value);
    }
}

static void
offer_records (FollowOffers *self, GListStore *items, const char *text, const FollowField *field)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kinds[i]));
      g_autoptr (GArray) ids = NULL;

      follow_query_set_text (query, text);
      ids = follow_register_list (self->reg, query, NULL);
      for (guint j = 0; ids != NULL && j < MIN (ids->len, MAX_OFFERED); j++)
        {
          g_autoptr (FollowValue) value = follow_value_new_links (&g_array_index (ids, gint64, j), 1);

          offer (self, items, "", field, FOLLOW_TEST_IS, value);
        }
    }
}

GListModel *
follow_offers_find (const char *text, gpointer offers)
{
  FollowOffers *self = offers;
  GListStore *items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autoptr (FollowValue) yes = follow_value_new_integer (1);

  g_array_set_size (self->found, 0);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const FollowField *field = &self->kind->fields[i];

      if (self->to_set && field->flags & FOLLOW_FIELD_COMPUTED)
        continue;
      if (field->type == FOLLOW_FIELD_CHOICE)
        offer_choices (self, items, text, field);
      else if (field->type == FOLLOW_FIELD_BOOLEAN)
        offer (self, items, text, field, FOLLOW_TEST_IS, yes);
      else if (follow_field_is_link (field))
        offer_records (self, items, text, field);
      if (!self->to_set &&
          !(field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_INTERNAL)))
        offer (self, items, text, field, FOLLOW_TEST_EMPTY, NULL);
    }
  return G_LIST_MODEL (items);
}

const FollowOffer *
follow_offers_get (FollowOffers *self, FollowChoiceItem *item)
{
  return &g_array_index (self->found, FollowOffer, follow_choice_item_get_id (item) - 1);
}
