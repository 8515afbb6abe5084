/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-choose.h"

#include <string.h>

#include "follow-chooser.h"

typedef struct
{
  GtkWidget *at;    /* not owned: the popover goes with it */
  GtkWidget *focus; /* weak: where the focus was, and goes again */
  FollowImportChosen chosen;
  gpointer data;
} Choice;

static gboolean
fits (FollowChoiceItem *item, const char *folded, gboolean from_the_start)
{
  g_autofree char *title = g_utf8_casefold (follow_choice_item_get_title (item), -1);

  return from_the_start ? g_str_has_prefix (title, folded)
                        : !g_str_has_prefix (title, folded) && strstr (title, folded) != NULL;
}

/* What begins with the text comes first. */
static GListModel *
search (const char *text, gpointer data)
{
  GListModel *items = data;
  GListStore *found = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (items); i++)
      {
        g_autoptr (FollowChoiceItem) item = g_list_model_get_item (items, i);

        if (fits (item, folded, pass == 0))
          g_list_store_append (found, item);
      }
  return G_LIST_MODEL (found);
}

static void
chosen_cb (GtkWidget *chooser, FollowChoiceItem *item, Choice *choice)
{
  choice->chosen (choice->at, follow_choice_item_get_id (item), choice->data);
}

static gboolean
take_away_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_clear_weak_pointer (&choice->focus);
  g_free (choice);
}

/* Not at once: it is still in the middle of closing, and of saying what was chosen. */
static void
closed_cb (GtkWidget *chooser, Choice *choice)
{
  if (choice->focus != NULL && gtk_widget_get_mapped (choice->focus))
    gtk_widget_grab_focus (choice->focus);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_cb, g_object_ref (chooser), g_object_unref);
}

static void
at_gone_cb (GtkWidget *chooser)
{
  if (gtk_widget_get_parent (chooser) != NULL)
    gtk_widget_unparent (chooser);
}

static GListModel *
find_current (GListModel *items, gint64 current)
{
  GListStore *chosen = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FollowChoiceItem) item = g_list_model_get_item (items, i);

      if (follow_choice_item_get_id (item) == current)
        g_list_store_append (chosen, item);
    }
  return G_LIST_MODEL (chosen);
}

void
follow_import_choose (GtkWidget *at,
                      const char *name,
                      GListModel *items,
                      gint64 current,
                      FollowImportChosen chosen,
                      gpointer data)
{
  GtkWidget *chooser = follow_chooser_new (name);
  g_autoptr (GListModel) now = find_current (items, current);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ at, NULL, chosen, data };
  g_set_weak_pointer (&choice->focus, gtk_root_get_focus (gtk_widget_get_root (at)));
  follow_chooser_set_search (FOLLOW_CHOOSER (chooser), search, g_object_ref (items), g_object_unref);
  follow_chooser_set_chosen (FOLLOW_CHOOSER (chooser), now);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  g_signal_connect (chooser, "closed", G_CALLBACK (closed_cb), choice);
  gtk_widget_set_parent (chooser, at);
  g_signal_connect_object (at, "destroy", G_CALLBACK (at_gone_cb), chooser, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (chooser));
}
