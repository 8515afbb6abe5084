/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-window-private.h"

#include <glib/gi18n.h>

#include "follow-chooser.h"

#define MAX_RESULTS 40

static FollowChoiceItem *
make_item (FollowRegister *reg, gint64 id)
{
  const FollowKind *kind = follow_register_get_kind (reg, id);
  const char *number = follow_register_get_number (reg, id);
  g_autofree char *what = NULL;

  if (number != NULL && *number != '\0')
    /* Translators: a kind of record and its number: "Action 12" */
    what = g_strdup_printf (_ ("%s %s"), follow_kind_get_label (kind), number);
  return follow_choice_item_new (id, follow_register_get_title (reg, id),
                                 what != NULL ? what : follow_kind_get_label (kind));
}

static GListModel *
search_register (const char *text, gpointer data)
{
  FollowWindow *self = FOLLOW_WINDOW (data);
  GListStore *results = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autoptr (GArray) ids = NULL;

  if (self->reg == NULL || (ids = follow_register_search (self->reg, text, MAX_RESULTS, NULL)) == NULL)
    return G_LIST_MODEL (results);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FollowChoiceItem) item = make_item (self->reg, g_array_index (ids, gint64, i));

      g_list_store_append (results, item);
    }
  return G_LIST_MODEL (results);
}

static void
result_chosen_cb (FollowWindow *self, FollowChoiceItem *item)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  follow_navigation_open_record (GTK_WIDGET (self), follow_choice_item_get_id (item));
}

/* The search over every text field of every kind, under the glass in the sidebar. */
void
follow_window_set_up_search (FollowWindow *self)
{
  GtkWidget *chooser = follow_chooser_new (_ ("Search the register"));

  follow_chooser_set_search (FOLLOW_CHOOSER (chooser), search_register, self, NULL);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (result_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->search_button, chooser);
}
