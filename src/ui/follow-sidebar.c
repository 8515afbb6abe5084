/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-sidebar.h"

#include <glib/gi18n.h>

#include "follow-counts.h"
#include "follow-places.h"
#include "follow-widgets.h"

/* Counting starts when nothing was written for so long, so that a long import is counted once and a register
 * that is opened is painted first. */
#define COUNT_AFTER_MS 250

#define N_COUNTS_MAX 3

typedef struct
{
  const FollowPlace *place;
  GtkWidget *row;
  GtkWidget *title;
  GtkWidget *count;
} PlaceRow;

struct _FollowSidebar
{
  AdwBin parent_instance;

  FollowRegister *reg;
  GtkListBox *list;
  GArray *rows; /* PlaceRow */
  GCancellable *cancellable;
  guint count_source;
  const char *shown; /* the id of the place that is marked */
};

enum
{
  PLACE_CHOSEN,
  PLACE_ENTERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowSidebar, follow_sidebar, ADW_TYPE_BIN)

static void
show_count (FollowSidebar *self, const PlaceRow *row, guint count)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);
  g_autofree char *label = follow_place_dup_label (row->place, follow_register_get_due_soon_days (self->reg));
  g_autofree char *name = g_strdup_printf ("%s, %u", label, count);

  gtk_label_set_label (GTK_LABEL (row->title), label);
  gtk_label_set_label (GTK_LABEL (row->count), figure);
  gtk_widget_set_visible (row->count, count > 0); /* nought is not shown */
  follow_accessible_name (row->row, count > 0 ? name : label);
}

static guint
append_queries (const FollowPlace *place, GPtrArray *queries)
{
  FollowQuery *query = follow_place_make_query (place);
  guint n = 0;

  if (query == NULL)
    return 0;
  g_ptr_array_add (queries, query);
  for (n = 1; n < N_COUNTS_MAX && place->also[n - 1] != NULL; n++)
    g_ptr_array_add (queries, follow_query_new (follow_kind_find (place->also[n - 1])));
  return n;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = follow_counts_run_finish (result, &error);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_query_free);
  FollowSidebar *self = data;
  guint next = 0;

  if (counts == NULL) /* the sidebar may be gone; else the figures stay as they were */
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlaceRow *row = &g_array_index (self->rows, PlaceRow, i);
      guint n = append_queries (row->place, queries);
      guint sum = 0;

      for (guint j = 0; j < n; j++)
        sum += g_array_index (counts, guint, next++);
      if (n > 0)
        show_count (self, row, sum);
    }
}

static gboolean
count_cb (gpointer data)
{
  FollowSidebar *self = FOLLOW_SIDEBAR (data);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_query_free);

  self->count_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < self->rows->len; i++)
    append_queries (g_array_index (self->rows, PlaceRow, i).place, queries);
  follow_counts_run_async (self->reg, queries, self->cancellable, counted_cb, self);
  return G_SOURCE_REMOVE;
}

static void
register_changed_cb (FollowSidebar *self)
{
  g_clear_handle_id (&self->count_source, g_source_remove);
  self->count_source = g_timeout_add (COUNT_AFTER_MS, count_cb, self);
}

static const FollowPlace *
get_place (FollowSidebar *self, GtkListBoxRow *row)
{
  return g_array_index (self->rows, PlaceRow, gtk_list_box_row_get_index (row)).place;
}

/* A list selects the row that the focus comes to, even the one that is selected: its page stays as it is. */
static void
row_selected_cb (FollowSidebar *self, GtkListBoxRow *row)
{
  if (row == NULL || g_strcmp0 (get_place (self, row)->id, self->shown) == 0)
    return;
  self->shown = get_place (self, row)->id;
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, self->shown);
}

/* With Return or a click, and not in passing with the arrows. */
static void
row_activated_cb (FollowSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PLACE_ENTERED], 0, get_place (self, row)->id);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  FollowSidebar *self = data;
  const FollowPlace *place = get_place (self, row);

  if (place->heading != NULL)
    gtk_list_box_row_set_header (row, follow_label_new (_ (place->heading), "places-heading", NULL));
}

static void
append_place (FollowSidebar *self, const FollowPlace *place)
{
  g_autofree char *label = follow_place_dup_label (place, 30);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  PlaceRow row = {
    .place = place,
    .row = gtk_list_box_row_new (),
    .title = follow_label_new (label, NULL),
    .count = follow_label_new (NULL, "count", place->style, NULL),
  };

  gtk_widget_set_hexpand (row.title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (row.title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (row.count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (row.count, FALSE);
  gtk_box_append (GTK_BOX (box), follow_icon_new (place->icon, NULL));
  gtk_box_append (GTK_BOX (box), row.title);
  gtk_box_append (GTK_BOX (box), row.count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row.row), box);
  follow_accessible_name (row.row, label);
  g_array_append_val (self->rows, row);
  gtk_list_box_append (self->list, row.row);
}

/* Arrows go through the places; Tab goes on, since each place it came by would be shown. */
static gboolean
follow_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return GDK_EVENT_PROPAGATE;
  return GTK_WIDGET_CLASS (follow_sidebar_parent_class)->focus (widget, direction);
}

static void
follow_sidebar_dispose (GObject *object)
{
  FollowSidebar *self = FOLLOW_SIDEBAR (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_sidebar_parent_class)->dispose (object);
}

static void
follow_sidebar_finalize (GObject *object)
{
  g_array_unref (FOLLOW_SIDEBAR (object)->rows);

  G_OBJECT_CLASS (follow_sidebar_parent_class)->finalize (object);
}

static void
follow_sidebar_class_init (FollowSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_sidebar_finalize;
  GTK_WIDGET_CLASS (klass)->focus = follow_sidebar_focus;

  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", FOLLOW_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PLACE_ENTERED] = g_signal_new ("place-entered", FOLLOW_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
follow_sidebar_init (FollowSidebar *self)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n_places;
  const FollowPlace *places = follow_places_get (&n_places);

  self->list = GTK_LIST_BOX (list);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlaceRow));
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "places");
  follow_accessible_name (list, _ ("Places"));
  for (guint i = 0; i < n_places; i++)
    append_place (self, &places[i]);
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
  g_signal_connect_swapped (list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), list);
}

void
follow_sidebar_set_register (FollowSidebar *self, FollowRegister *reg)
{
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  if (!g_set_object (&self->reg, reg))
    return;
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (reg == NULL)
    return;
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  register_changed_cb (self);
}

void
follow_sidebar_mark (FollowSidebar *self, const char *place)
{
  const FollowPlace *marked = follow_place_find (place);

  self->shown = marked != NULL ? marked->id : NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlaceRow *row = &g_array_index (self->rows, PlaceRow, i);

      if (row->place == marked)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row->row));
    }
}
