/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-grid.h"

#include <glib/gi18n.h>

#include "follow-import-line.h"
#include "follow-widgets.h"

struct _FollowImportGrid
{
  GtkWidget parent_instance;

  FollowImportSession *session;
  GArray *shown; /* of FollowImportShown */
  guint sheet;
  int current; /* as follow_import_line_set_current() has it */
  gboolean shows_outcome;
  GHashTable *rows; /* FollowImportLine that are bound; not owned */
  GtkStringList *model;
  GtkSingleSelection *selection;

  /* Children */
  GtkWidget *box;
  GtkWidget *header_scroller;
  GtkWidget *header; /* in it, or NULL */
  GtkWidget *scroller;
  GtkWidget *list;
};

enum
{
  SHEET_SHOWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowImportGrid, follow_import_grid, GTK_TYPE_WIDGET)

static const FollowImportSheet *
get_view (FollowImportGrid *self)
{
  return follow_import_get_sheet (follow_import_session_get_import (self->session), self->sheet);
}

static void
mark_current (FollowImportGrid *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    follow_import_line_set_current (row, follow_import_line_get_row (row) == selected ? self->current : -2);
}

static void
refresh (FollowImportGrid *self)
{
  GHashTableIter iter;
  gpointer row;

  if (self->header != NULL)
    follow_import_columns_header_refresh (self->header);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      follow_import_line_set_shows_outcome (row, self->shows_outcome);
      follow_import_line_show (row, follow_import_line_get_row (row));
    }
}

static void
cell_pressed_cb (FollowImportGrid *self, guint row, guint index)
{
  self->current = index;
  gtk_single_selection_set_selected (self->selection, row);
  mark_current (self);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowImportGrid *self)
{
  GtkWidget *row = follow_import_line_new (self->session, self->sheet, self->shown);

  g_signal_connect_object (row, "cell-pressed", G_CALLBACK (cell_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowImportGrid *self)
{
  FollowImportLine *row = FOLLOW_IMPORT_LINE (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);

  g_hash_table_add (self->rows, row);
  follow_import_line_set_shows_outcome (row, self->shows_outcome);
  follow_import_line_show (row, position);
  follow_import_line_set_current (
      row, position == gtk_single_selection_get_selected (self->selection) ? self->current : -2);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowImportGrid *self)
{
  g_hash_table_remove (self->rows, gtk_list_item_get_child (item));
}

static GtkListItemFactory *
create_factory (FollowImportGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), self);
  return factory;
}

/* The rows say what they hold by their place; the list only needs to know how many there are. */
static void
fill_model (FollowImportGrid *self)
{
  guint n_rows = get_view (self)->rows->len;
  g_autofree const char **names = g_new0 (const char *, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    names[i] = "";
  gtk_string_list_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), names);
}

void
follow_import_grid_set_sheet (FollowImportGrid *self, guint sheet)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  /* Translators: %s is the name of a sheet */
  g_autofree char *name = NULL;

  self->sheet = sheet;
  name = g_strdup_printf (_ ("The sheet %s"), get_view (self)->name);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
  gtk_string_list_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), NULL);
  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = follow_import_columns_measure (self->session, sheet);
  self->header = follow_import_columns_header_new (self->session, sheet, self->shown);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->header_scroller), self->header);
  self->current = -1;
  factory = create_factory (self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  fill_model (self);
  follow_accessible_name (self->list, name);
  g_signal_emit (self, signals[SHEET_SHOWN], 0, sheet);
}

guint
follow_import_grid_get_sheet (FollowImportGrid *self)
{
  return self->sheet;
}

void
follow_import_grid_set_shows_outcome (FollowImportGrid *self, gboolean shows_outcome)
{
  self->shows_outcome = shows_outcome;
  refresh (self);
}

static void
scroll_to_row (FollowImportGrid *self, guint row)
{
  gtk_single_selection_set_selected (self->selection, row);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", row);
  mark_current (self);
}

/* The frame stays in view, whichever way it goes. */
static void
scroll_to_column (FollowImportGrid *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *child = gtk_widget_get_first_child (self->header);
  graphene_rect_t bounds;

  for (int i = 0; child != NULL && i < self->current + 2; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL && gtk_widget_compute_bounds (child, self->header, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static int
find_shown (FollowImportGrid *self, guint column)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, FollowImportShown, i).column == column)
      return i;
  return -1;
}

void
follow_import_grid_go_to (FollowImportGrid *self, guint sheet, guint row, guint column)
{
  if (sheet != self->sheet)
    follow_import_grid_set_sheet (self, sheet);
  if (row >= get_view (self)->rows->len)
    return;
  self->current = find_shown (self, column);
  scroll_to_row (self, row);
  scroll_to_column (self);
}

static gboolean
is_after (const FollowImportPlace *place, guint sheet, guint row, int column)
{
  if (place->sheet != sheet)
    return place->sheet > sheet;
  if (place->row != row)
    return place->row > row;
  return (int) place->column > column;
}

static gboolean
is_before (const FollowImportPlace *a, const FollowImportPlace *b)
{
  return b == NULL || is_after (b, a->sheet, a->row, a->column);
}

void
follow_import_grid_go_to_next_doubt (FollowImportGrid *self)
{
  FollowImportResult *result = follow_import_session_get_result (self->session);
  guint row = gtk_single_selection_get_selected (self->selection);
  int column =
      self->current >= 0 ? (int) g_array_index (self->shown, FollowImportShown, self->current).column : -1;
  const FollowImportPlace *first = NULL;
  const FollowImportPlace *next = NULL;

  for (guint i = 0; result != NULL && i < result->doubts->len; i++)
    {
      const FollowImportDoubt *doubt = g_ptr_array_index (result->doubts, i);

      for (guint j = 0; j < doubt->cells->len; j++)
        {
          const FollowImportPlace *place = &g_array_index (doubt->cells, FollowImportPlace, j);

          if (is_before (place, first))
            first = place;
          if (is_after (place, self->sheet, row, column) && is_before (place, next))
            next = place;
        }
    }
  if (next == NULL)
    next = first;
  if (next == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    follow_import_grid_go_to (self, next->sheet, next->row, next->column);
}

void
follow_import_grid_enter (FollowImportGrid *self)
{
  gtk_widget_grab_focus (self->list);
}

static void
move (FollowImportGrid *self, int by)
{
  self->current = CLAMP (MAX (self->current, -1) + by, -1, (int) self->shown->len - 1);
  mark_current (self);
  scroll_to_column (self);
}

/* F2: of the row under the frame, or of the column it stands in. */
static void
change_meaning (FollowImportGrid *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  GHashTableIter iter;
  gpointer row;

  if (self->current >= 0)
    {
      follow_import_columns_header_ask (self->header, self->current);
      return;
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (follow_import_line_get_row (row) == selected)
      {
        follow_import_line_ask (row);
        return;
      }
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, FollowImportGrid *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      change_meaning (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
follow_import_grid_dispose (GObject *object)
{
  FollowImportGrid *self = FOLLOW_IMPORT_GRID (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (follow_import_grid_parent_class)->dispose (object);
}

static void
follow_import_grid_class_init (FollowImportGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_import_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SHEET_SHOWN] = g_signal_new ("sheet-shown", FOLLOW_TYPE_IMPORT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
create_list (FollowImportGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->model = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), NULL);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (mark_current), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
}

static void
follow_import_grid_init (FollowImportGrid *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  create_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->header_scroller = gtk_scrolled_window_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->header_scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  /* Both move sideways together. */
  gtk_scrolled_window_set_hadjustment (
      GTK_SCROLLED_WINDOW (self->header_scroller),
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_css_classes (self->box, (const char *[]){ "view-pane", "bar-top", "bar-bottom", NULL });
  gtk_widget_add_css_class (self->list, "sheet-grid");
  gtk_box_append (GTK_BOX (self->box), self->header_scroller);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
session_changed_cb (FollowImportGrid *self)
{
  const FollowImportSheet *view = NULL;

  if (self->sheet >= follow_import_get_n_sheets (follow_import_session_get_import (self->session)))
    self->sheet = 0;
  view = get_view (self);
  if (view->rows->len != g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    follow_import_grid_set_sheet (self, self->sheet); /* the text was read in another form */
  else
    refresh (self);
}

GtkWidget *
follow_import_grid_new (FollowImportSession *session)
{
  FollowImportGrid *self = g_object_new (FOLLOW_TYPE_IMPORT_GRID, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tried", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* What the colours mean is said in words beside each row as well. */
void
follow_import_grid_add_legend (GtkBox *legend)
{
  const struct
  {
    const char *style;
    const char *label;
  } entries[] = {
    { "grid-headrow", _ ("Headings") },
    { "grid-section", _ ("Area") },
    { "grid-origin", _ ("Origin") },
    { "grid-doubt", _ ("Doubt") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *swatch = follow_label_new (NULL, entries[i].style, NULL);

      gtk_widget_set_size_request (swatch, 18, 14);
      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), swatch);
      gtk_box_append (GTK_BOX (line), follow_label_new (entries[i].label, "small", NULL));
      gtk_box_append (legend, line);
    }
}
