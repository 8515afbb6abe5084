/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-links-row.h"

#include <glib/gi18n.h>

#include "follow-link-search.h"
#include "follow-navigation.h"

struct _FollowLinksRow
{
  FollowFieldRow parent_instance;
  FollowRegister *reg;
  FollowRecord *record; /* nullable */
  const FollowField *field;
  gboolean writing; /* what the record is told comes from the tags, which show it already */

  /* Children */
  FollowTagBox *box;
};

G_DEFINE_FINAL_TYPE (FollowLinksRow, follow_links_row, FOLLOW_TYPE_FIELD_ROW)

static GListModel *
search (const char *text, gpointer data)
{
  FollowLinksRow *self = FOLLOW_LINKS_ROW (data);

  return follow_link_search (self->reg, self->record, self->field, text);
}

static void
item_added_cb (FollowLinksRow *self, FollowChoiceItem *item)
{
  if (self->record == NULL)
    return;
  self->writing = TRUE;
  follow_link_add (self->record, self->field, follow_choice_item_get_id (item));
  self->writing = FALSE;
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
item_removed_cb (FollowLinksRow *self, FollowChoiceItem *item)
{
  if (self->record == NULL)
    return;
  self->writing = TRUE;
  follow_link_remove (self->record, self->field, follow_choice_item_get_id (item));
  self->writing = FALSE;
  follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
item_opened_cb (FollowLinksRow *self, FollowChoiceItem *item)
{
  follow_navigation_open_record (GTK_WIDGET (self), follow_choice_item_get_id (item));
}

static void
create_chosen_cb (FollowLinksRow *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->record == NULL)
    return;
  if (follow_link_create (self->reg, self->record, self->field, text, &error) == 0)
    follow_navigation_report (GTK_WIDGET (self), error);
  else
    follow_field_row_changed (FOLLOW_FIELD_ROW (self));
}

static void
follow_links_row_dispose (GObject *object)
{
  FollowLinksRow *self = FOLLOW_LINKS_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_links_row_parent_class)->dispose (object);
}

static void
follow_links_row_class_init (FollowLinksRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_links_row_dispose;
}

static void
follow_links_row_init (FollowLinksRow *self)
{
}

GtkWidget *
follow_links_row_new (FollowRegister *reg, const FollowField *field, const char *caption)
{
  FollowLinksRow *self = g_object_new (FOLLOW_TYPE_LINKS_ROW, "caption", caption, NULL);
  gboolean single = field->type == FOLLOW_FIELD_LINK;
  /* Translators: %s is the name of a field that holds one record, or several: "Choose Section" */
  g_autofree char *add = g_strdup_printf (single ? _ ("Choose %s") : _ ("Add to %s"), caption);
  GtkWidget *box = follow_tag_box_new (caption, add);

  self->reg = g_object_ref (reg);
  self->field = field;
  self->box = FOLLOW_TAG_BOX (box);
  follow_tag_box_set_single (self->box, single);
  follow_tag_box_set_can_open (self->box, TRUE);
  follow_tag_box_set_search (self->box, search, self, NULL);
  g_signal_connect_swapped (box, "added", G_CALLBACK (item_added_cb), self);
  g_signal_connect_swapped (box, "removed", G_CALLBACK (item_removed_cb), self);
  g_signal_connect_swapped (box, "opened", G_CALLBACK (item_opened_cb), self);
  g_signal_connect_swapped (box, "create", G_CALLBACK (create_chosen_cb), self);
  follow_field_row_set_child (FOLLOW_FIELD_ROW (self), box, NULL);
  return GTK_WIDGET (self);
}

static gboolean
same_items (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowChoiceItem) one = g_list_model_get_item (a, i);
      g_autoptr (FollowChoiceItem) other = g_list_model_get_item (b, i);

      if (follow_choice_item_get_id (one) != follow_choice_item_get_id (other) ||
          g_strcmp0 (follow_choice_item_get_title (one), follow_choice_item_get_title (other)) != 0)
        return FALSE;
    }
  return TRUE;
}

void
follow_links_row_show (FollowLinksRow *self, FollowRecord *record)
{
  g_autoptr (GListStore) items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  guint n_ids = 0;
  const gint64 *ids;

  g_return_if_fail (FOLLOW_IS_LINKS_ROW (self));

  g_set_object (&self->record, record);
  if (self->writing)
    return;
  follow_tag_box_set_can_create (self->box, record != NULL && follow_link_can_create (record, self->field));
  ids =
      record != NULL ? follow_value_get_links (follow_record_get (record, self->field->name), &n_ids) : NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (FollowChoiceItem) item = follow_link_item_new (self->reg, ids[i]);

      g_list_store_append (items, item);
    }
  if (!same_items (G_LIST_MODEL (items), follow_tag_box_get_items (self->box)))
    follow_tag_box_set_items (self->box, G_LIST_MODEL (items));
}

FollowTagBox *
follow_links_row_get_box (FollowLinksRow *self)
{
  g_return_val_if_fail (FOLLOW_IS_LINKS_ROW (self), NULL);

  return self->box;
}
