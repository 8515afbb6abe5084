/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-choice-item.h"

struct _FollowChoiceItem
{
  GObject parent_instance;
  gint64 id;
  char *title;
  char *subtitle; /* nullable */
  gboolean is_group;
};

G_DEFINE_FINAL_TYPE (FollowChoiceItem, follow_choice_item, G_TYPE_OBJECT)

static void
follow_choice_item_finalize (GObject *object)
{
  FollowChoiceItem *self = FOLLOW_CHOICE_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (follow_choice_item_parent_class)->finalize (object);
}

static void
follow_choice_item_class_init (FollowChoiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_choice_item_finalize;
}

static void
follow_choice_item_init (FollowChoiceItem *self)
{
}

FollowChoiceItem *
follow_choice_item_new (gint64 id, const char *title, const char *subtitle)
{
  FollowChoiceItem *self = g_object_new (FOLLOW_TYPE_CHOICE_ITEM, NULL);

  self->id = id;
  self->title = g_strdup (title != NULL ? title : "");
  self->subtitle = g_strdup (subtitle);
  return self;
}

FollowChoiceItem *
follow_choice_item_new_group (gint64 id, const char *title)
{
  FollowChoiceItem *self = follow_choice_item_new (id, title, NULL);

  self->is_group = TRUE;
  return self;
}

gboolean
follow_choice_item_is_group (FollowChoiceItem *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOICE_ITEM (self), FALSE);

  return self->is_group;
}

gint64
follow_choice_item_get_id (FollowChoiceItem *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOICE_ITEM (self), 0);

  return self->id;
}

const char *
follow_choice_item_get_title (FollowChoiceItem *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOICE_ITEM (self), NULL);

  return self->title;
}

const char *
follow_choice_item_get_subtitle (FollowChoiceItem *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOICE_ITEM (self), NULL);

  return self->subtitle;
}

gboolean
follow_choice_items_have (GListModel *items, FollowChoiceItem *item)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowChoiceItem) other = g_list_model_get_item (items, i);

      if (other->id == item->id)
        return TRUE;
    }
  return FALSE;
}

gboolean
follow_choice_items_have_title (GListModel *items, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FollowChoiceItem) item = g_list_model_get_item (items, i);
      g_autofree char *title = g_utf8_casefold (item->title, -1);

      if (g_str_equal (title, wanted))
        return TRUE;
    }
  return FALSE;
}
