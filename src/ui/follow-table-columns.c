/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-private.h"

#include "follow-cell.h"
#include "follow-columns.h"
#include "follow-table-settings.h"
#include "follow-text-scale.h"

static const FollowColumn *
get_column (FollowTable *self, GtkColumnViewColumn *column)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "follow-index"));

  return &g_array_index (self->columns, FollowColumn, index);
}

static void
cell_set_up_cb (FollowTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "follow-index"));

  gtk_list_item_set_child (item,
                           follow_cell_new (self->reg, &g_array_index (self->columns, FollowColumn, index)));
}

static void
cell_bound_cb (FollowTable *self, GtkListItem *item)
{
  FollowCell *cell = FOLLOW_CELL (gtk_list_item_get_child (item));

  follow_cell_set_record (cell, gtk_list_item_get_item (item));
  g_hash_table_add (self->cells, cell);
}

static void
cell_unbound_cb (FollowTable *self, GtkListItem *item)
{
  FollowCell *cell = FOLLOW_CELL (gtk_list_item_get_child (item));

  g_hash_table_remove (self->cells, cell);
  follow_cell_set_record (cell, NULL);
}

static int
note_asked (gconstpointer a, gconstpointer b, gpointer column)
{
  FollowTable *self = g_object_get_data (column, "follow-table");

  self->asked = get_column (self, column)->field;
  return -1;
}

/* GTK 4.8 does not tell which column heads the order. So the sorter of each column only notes that it was
 * asked and answers "smaller", which the view's own sorter turns round when the order is descending. */
void
follow_table_order_changed (FollowTable *self)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (FollowQuery) query = NULL;
  GtkOrdering order;

  if (self->building || self->model == NULL)
    return;
  self->asked = NULL;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
  follow_table_settings_set_sort (self->settings, follow_table_get_kind (self), self->asked,
                                  order == GTK_ORDERING_LARGER);
  query = follow_query_copy (follow_list_model_get_query (self->model));
  follow_table_set_query (self, query);
}

static void
column_resized_cb (FollowTable *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);
  double scale = follow_px (GTK_WIDGET (self), 1000) / 1000.0;

  if (!self->building && width > 0)
    follow_table_settings_set_width (self->settings, follow_table_get_kind (self),
                                     get_column (self, column)->field->name, (int) (width / scale + 0.5));
}

static GtkColumnViewColumn *
make_column (FollowTable *self, guint index)
{
  const FollowColumn *column = &g_array_index (self->columns, FollowColumn, index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = follow_column_get_title (column);
  GtkColumnViewColumn *shown = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, shown, NULL));
  int width =
      follow_table_settings_get_width (self->settings, follow_table_get_kind (self), column->field->name);

  g_object_set_data (G_OBJECT (factory), "follow-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (shown), "follow-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (shown), "follow-table", self);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (cell_set_up_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (cell_bound_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (cell_unbound_cb), self);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_sorter (shown, sorter);
  if (column->width == 0)
    gtk_column_view_column_set_expand (shown, TRUE);
  else
    follow_keep_px (G_OBJECT (shown), "fixed-width", width > 0 && !self->compact ? width : column->width);
  g_signal_connect_swapped (shown, "notify::fixed-width", G_CALLBACK (column_resized_cb), self);
  return shown;
}

void
follow_table_remove_columns (FollowTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

void
follow_table_build_columns (FollowTable *self)
{
  const FollowKind *kind = follow_table_get_kind (self);
  g_auto (GStrv) chosen = follow_table_settings_get_columns (self->settings, kind);
  gboolean descending;
  const FollowField *sort = follow_table_settings_get_sort (self->settings, kind, &descending);

  self->building = TRUE;
  follow_table_remove_columns (self);
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = follow_columns_make (kind, (const char *const *) chosen, self->compact);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (self, i);

      gtk_column_view_append_column (self->view, column);
      if (g_array_index (self->columns, FollowColumn, i).field == sort)
        gtk_column_view_sort_by_column (self->view, column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  self->building = FALSE;
}
