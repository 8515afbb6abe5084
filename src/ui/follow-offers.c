/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-offers.h"

#include <glib/gi18n.h>

#include "follow-link-search.h"
#include "follow-match.h"

struct _FollowOffers
{
  FollowRegister *reg;
  const FollowKind *kind;
  gboolean to_set;
  gint64 group;  /* the id of the item that was entered; 0: the first step */
  GArray *found; /* FollowOffer; the id of an item is its position and one; of a group it is negative */
};

/* A row, and how well it fits. */
typedef struct
{
  FollowChoiceItem *item;
  FollowMatch match;
} Row;

/* What a search goes through. */
typedef struct
{
  FollowOffers *offers;
  const char *text;
  GArray *rows;   /* Row */
  gboolean alone; /* the field is known: its rows do not name it */
} Search;

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

static void
row_clear (gpointer row)
{
  g_object_unref (((Row *) row)->item);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return (int) ((const Row *) a)->match - (int) ((const Row *) b)->match;
}

/* @extra: (nullable): what tells it from others of the same name */
static void
add_offer (Search *search, const FollowField *field, FollowTest test, FollowValue *value, const char *extra)
{
  FollowOffers *self = search->offers;
  FollowOffer offer = { field, test, value != NULL ? follow_value_ref (value) : NULL };
  g_autofree char *title = follow_offer_dup_title (&offer, self->reg);
  const char *label = follow_field_get_label (field);
  g_autofree char *subtitle = search->alone   ? g_strdup (extra)
                              : extra != NULL ? g_strdup_printf ("%s · %s", label, extra)
                                              : g_strdup (label);
  Row row = { NULL, title != NULL ? follow_match (search->text, title) : FOLLOW_MATCH_NONE };

  if (row.match == FOLLOW_MATCH_NONE)
    {
      follow_offer_clear (&offer);
      return;
    }
  g_array_append_val (self->found, offer);
  row.item = follow_choice_item_new (self->found->len, title, subtitle);
  g_array_append_val (search->rows, row);
}

static void
add_choices (Search *search, const FollowField *field)
{
  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autoptr (FollowValue) value = follow_value_new_text (choice->id);

      add_offer (search, field, FOLLOW_TEST_IS, value, NULL);
    }
  for (const FollowChoice *choice = field->choices; choice->id != NULL && !search->offers->to_set; choice++)
    if (g_str_equal (choice->id, "withdrawn") || g_str_equal (choice->id, "complete"))
      {
        g_autoptr (FollowValue) value = follow_value_new_text (choice->id);

        add_offer (search, field, FOLLOW_TEST_IS_NOT, value, NULL);
      }
}

static void
add_records (Search *search, const FollowField *field)
{
  FollowOffers *self = search->offers;
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  g_autoptr (GHashTable) used =
      self->to_set ? NULL : follow_register_find_linked (self->reg, self->kind, field, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const FollowKind *kind = follow_kind_find (kinds[i]);
      g_autoptr (FollowQuery) query = follow_query_new (kind);
      g_autoptr (GArray) ids = NULL;

      /* This narrows down by any text of a record; what counts is how its name fits. */
      follow_query_set_text (query, search->text);
      ids = follow_register_list (self->reg, query, NULL);
      for (guint j = 0; ids != NULL && j < ids->len; j++)
        {
          gint64 *id = &g_array_index (ids, gint64, j);
          g_autoptr (FollowValue) value = follow_value_new_links (id, 1);
          g_autofree char *inside = NULL;

          if (used != NULL && !g_hash_table_contains (used, id))
            continue;
          inside = kind->parent != NULL ? follow_link_dup_subtitle (self->reg, *id, FALSE) : NULL;
          add_offer (search, field, FOLLOW_TEST_IS, value, inside);
        }
    }
}

static void
add_boolean (Search *search, const FollowField *field)
{
  g_autoptr (FollowValue) yes = follow_value_new_integer (1);
  g_autoptr (FollowValue) no = follow_value_new_integer (0);

  add_offer (search, field, FOLLOW_TEST_IS, yes, NULL);
  if (search->offers->to_set)
    add_offer (search, field, FOLLOW_TEST_IS, no, NULL);
  else if (!(field->flags & FOLLOW_FIELD_COMPUTED))
    add_offer (search, field, FOLLOW_TEST_IS_NOT, yes, NULL);
}

static void
add_missing (Search *search, const FollowField *field)
{
  if (!search->offers->to_set && follow_offer_can_miss (field))
    add_offer (search, field, FOLLOW_TEST_EMPTY, NULL, NULL);
}

static void
add_values (Search *search, const FollowField *field)
{
  if (field->type == FOLLOW_FIELD_CHOICE)
    add_choices (search, field);
  else if (field->type == FOLLOW_FIELD_BOOLEAN)
    add_boolean (search, field);
  else if (follow_field_is_link (field))
    add_records (search, field);
  add_missing (search, field);
}

/* Everything that may be missing, together: what a tidy-up looks for. */
static void
add_all_missing (Search *search)
{
  const FollowKind *kind = search->offers->kind;
  const FollowField *no_lead = follow_kind_find_field (kind, "no_lead");
  const FollowField *due_state = follow_kind_find_field (kind, "due_state");
  g_autoptr (FollowValue) yes = follow_value_new_integer (1);
  g_autoptr (FollowValue) no_date = follow_value_new_text ("no_date");

  if (no_lead != NULL)
    add_offer (search, no_lead, FOLLOW_TEST_IS, yes, NULL);
  if (due_state != NULL)
    add_offer (search, due_state, FOLLOW_TEST_IS, no_date, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    add_missing (search, &kind->fields[i]);
}

static void
add_group (Search *search, gint64 id, const char *title)
{
  Row row = { NULL, follow_match (search->text, title) };

  if (row.match == FOLLOW_MATCH_NONE)
    return;
  row.item = follow_choice_item_new_group (id, title);
  g_array_append_val (search->rows, row);
}

static gboolean
may_be_offered (FollowOffers *self, const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_INTERNAL) && !(self->to_set && field->flags & FOLLOW_FIELD_COMPUTED) &&
         (field->type == FOLLOW_FIELD_CHOICE || field->type == FOLLOW_FIELD_BOOLEAN ||
          follow_field_is_link (field));
}

/* The fields, the main ones first; to what was typed also their values. */
static void
add_fields (Search *search)
{
  FollowOffers *self = search->offers;
  gboolean typed = *search->text != '\0';

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->kind->n_fields; i++)
      {
        const FollowField *field = &self->kind->fields[i];

        if (may_be_offered (self, field) && ((field->flags & FOLLOW_FIELD_MAIN) != 0) == (pass == 0) &&
            !(field->flags & FOLLOW_FIELD_COMPUTED && field->type == FOLLOW_FIELD_BOOLEAN))
          add_group (search, -1 - (gint64) i, follow_field_get_label (field));
      }
  if (!self->to_set)
    add_group (search, -1 - (gint64) self->kind->n_fields, _ ("Something Missing"));
  for (guint i = 0; typed && i < self->kind->n_fields; i++)
    if (may_be_offered (self, &self->kind->fields[i]))
      add_values (search, &self->kind->fields[i]);
    else
      add_missing (search, &self->kind->fields[i]);
}

static GListModel *
find (const char *text, gpointer offers)
{
  FollowOffers *self = offers;
  GListStore *items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Search search = { self, text, rows, self->group != 0 };
  gint64 index = -1 - self->group;

  g_array_set_clear_func (rows, row_clear);
  g_array_set_size (self->found, 0);
  if (self->group == 0)
    add_fields (&search);
  else if (index < self->kind->n_fields)
    add_values (&search, &self->kind->fields[index]);
  else
    add_all_missing (&search);
  if (*text != '\0')
    g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_list_store_append (items, g_array_index (rows, Row, i).item);
  return G_LIST_MODEL (items);
}

static void
entered_cb (FollowOffers *self, FollowChoiceItem *group)
{
  self->group = group != NULL ? follow_choice_item_get_id (group) : 0;
}

void
follow_offers_attach (FollowOffers *self, FollowChooser *chooser)
{
  follow_chooser_set_search (chooser, find, self, NULL);
  g_signal_connect_swapped (chooser, "entered", G_CALLBACK (entered_cb), self);
}

const FollowOffer *
follow_offers_get (FollowOffers *self, FollowChoiceItem *item)
{
  return &g_array_index (self->found, FollowOffer, follow_choice_item_get_id (item) - 1);
}
