/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-table-private.h"

#include <glib/gi18n.h>

#include "follow-cell.h"
#include "follow-columns.h"
#include "follow-table-settings.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* So many rows are put up before the window is first painted: more than fit on a screen. The view makes
 * some two hundred rows whatever is seen, which can wait until then. */
#define FIRST_ROWS 24

/* Narrower than this, at text scale 1, columns share their room in pairs. */
#define ROOMY_WIDTH 900

enum
{
  SELECTION_CHANGED,
  RECORD_ACTIVATED,
  SHOWN_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowTable, follow_table, ADW_TYPE_BIN)

static gboolean
fill_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FollowTable *self = FOLLOW_TABLE (widget);

  /* The first tick comes before the first picture, the second after it. */
  if (data == NULL && g_object_get_data (G_OBJECT (self), "follow-ticked") == NULL)
    {
      g_object_set_data (G_OBJECT (self), "follow-ticked", self);
      return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* When all rows go and come again, the selection goes with them: it is kept by id and made again. */
static void
items_changed_cb (FollowTable *self, guint position, guint removed, guint added)
{
  GArray *ids = self->selected;
  guint row;

  for (guint i = 0; added > 0 && ids != NULL && i < ids->len; i++)
    if (follow_list_model_find (self->model, g_array_index (ids, gint64, i), &row))
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, FALSE);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static void
rows_changing (FollowTable *self)
{
  g_clear_pointer (&self->selected, g_array_unref);
  self->selected = follow_table_get_selected (self);
}

/* Of rows that went with their selection the selection itself says nothing. One record that only no longer fits
 * the filter is still being looked at; one in the bin is not, nor are several. */
static void
rows_changed (FollowTable *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->selected);
  g_autoptr (GArray) now = follow_table_get_selected (self);

  if (before != NULL && now->len < before->len &&
      (before->len > 1 || follow_register_is_removed (self->reg, g_array_index (before, gint64, 0))))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* A record tells of what is in it, and not of what the records are called that it links to. */
static void
register_changed_cb (FollowTable *self, GHashTable *touched)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    follow_cell_refresh_links (cell, touched);
  rows_changed (self);
}

static void
selection_changed_cb (FollowTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
row_activated_cb (FollowTable *self, guint position)
{
  g_autoptr (FollowRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record != NULL)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

/* The columns cannot be changed while they are laid out, so that waits for the next turn. */
static gboolean
width_settled_cb (gpointer data)
{
  FollowTable *self = FOLLOW_TABLE (data);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean compact = width > 0 && width < follow_px (GTK_WIDGET (self), ROOMY_WIDTH);

  self->width_source = 0;
  if (self->compact != compact)
    {
      self->compact = compact;
      follow_table_build_columns (self);
    }
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (FollowTable *self)
{
  if (self->width_source == 0 && self->model != NULL)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_settled_cb, self, NULL);
}

/* Arrows go through the rows, Tab goes on to what follows: GTK 4.8 would stop at every row. */
static gboolean
follow_table_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return GDK_EVENT_PROPAGATE;
  return GTK_WIDGET_CLASS (follow_table_parent_class)->focus (widget, direction);
}

static void
follow_table_dispose (GObject *object)
{
  FollowTable *self = FOLLOW_TABLE (object);

  g_clear_handle_id (&self->width_source, g_source_remove);

  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_id);
  self->fill_id = 0;
  if (self->view != NULL)
    {
      self->building = TRUE;
      gtk_column_view_set_model (self->view, NULL);
      follow_table_remove_columns (self);
      self->view = NULL;
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (follow_table_parent_class)->dispose (object);
}

static void
follow_table_class_init (FollowTableClass *klass)
{
  const GType type = FOLLOW_TYPE_TABLE;

  G_OBJECT_CLASS (klass)->dispose = follow_table_dispose;
  GTK_WIDGET_CLASS (klass)->focus = follow_table_focus_vfunc;
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, FOLLOW_TYPE_RECORD);
  signals[SHOWN_CHANGED] =
      g_signal_new ("shown-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_table_init (FollowTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->settings = g_settings_new (FOLLOW_APPLICATION_ID);
  self->cells = g_hash_table_new (NULL, NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "dense");
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "view-pane");
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (follow_table_order_changed), self, G_CONNECT_SWAPPED);
}

static FollowQuery *
with_order (FollowTable *self, const FollowQuery *query)
{
  FollowQuery *ordered = follow_query_copy (query);
  gboolean descending;
  const FollowField *sort =
      follow_table_settings_get_sort (self->settings, follow_query_get_kind (query), &descending);

  follow_query_set_sort (ordered, sort != NULL ? sort->name : NULL, descending);
  return ordered;
}

GtkWidget *
follow_table_new (FollowRegister *reg, const FollowQuery *query)
{
  FollowTable *self = g_object_new (FOLLOW_TYPE_TABLE, NULL);
  g_autoptr (FollowQuery) ordered = with_order (self, query);

  self->reg = g_object_ref (reg);
  /* Before the model, which answers the same signal: what was selected is noted first. */
  g_signal_connect_object (reg, "changed", G_CALLBACK (rows_changing), self, G_CONNECT_SWAPPED);
  self->model = follow_list_model_new (reg, ordered);
  /* And after it, for the cells that are there by then. */
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), 0, FIRST_ROWS);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  follow_table_build_columns (self);
  follow_accessible_name (GTK_WIDGET (self->view), follow_kind_get_plural (follow_query_get_kind (query)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
  return GTK_WIDGET (self);
}

const FollowKind *
follow_table_get_kind (FollowTable *self)
{
  return follow_query_get_kind (follow_list_model_get_query (self->model));
}

void
follow_table_set_query (FollowTable *self, const FollowQuery *query)
{
  g_autoptr (FollowQuery) ordered = with_order (self, query);
  g_autoptr (GError) error = NULL;

  rows_changing (self);
  if (!follow_list_model_set_query (self->model, ordered, &error))
    g_info ("The table is kept as it was: %s", error->message);
  rows_changed (self);
}

FollowQuery *
follow_table_dup_query (FollowTable *self)
{
  return follow_query_copy (follow_list_model_get_query (self->model));
}

guint
follow_table_get_n_rows (FollowTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

char **
follow_table_dup_columns (FollowTable *self)
{
  char **chosen = follow_table_settings_get_columns (self->settings, follow_table_get_kind (self));

  return chosen != NULL ? chosen : follow_columns_get_usual (follow_table_get_kind (self));
}

void
follow_table_set_columns (FollowTable *self, const char *const *fields)
{
  follow_table_settings_set_columns (self->settings, follow_table_get_kind (self), fields);
  follow_table_build_columns (self);
}

GArray *
follow_table_get_selected (FollowTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;
  gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);

  for (; more; more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = follow_list_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

FollowRecord *
follow_table_get_selected_record (FollowTable *self)
{
  g_autoptr (GArray) ids = follow_table_get_selected (self);

  return ids->len == 1 ? follow_register_get (self->reg, follow_table_get_kind (self),
                                              g_array_index (ids, gint64, 0), NULL)
                       : NULL;
}

/* The list inside the column view, which takes the focus and scrolls. */
static GtkWidget *
get_list (FollowTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

gboolean
follow_table_select (FollowTable *self, gint64 id)
{
  guint position;

  if (!follow_list_model_find (self->model, id, &position))
    return FALSE;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", position);
  return TRUE;
}

void
follow_table_unselect (FollowTable *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

void
follow_table_move (FollowTable *self, int by)
{
  g_autoptr (GArray) ids = follow_table_get_selected (self);
  guint position;

  if (ids->len == 0 || !follow_list_model_find (self->model, g_array_index (ids, gint64, 0), &position) ||
      (by < 0 && position < (guint) -by))
    return;
  follow_table_select (self, follow_list_model_get_id (self->model, position + by));
}

void
follow_table_focus (FollowTable *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
