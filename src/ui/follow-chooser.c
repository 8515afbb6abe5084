/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-chooser.h"

#include <glib/gi18n-lib.h>

#include "follow-chooser-row.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

#define WIDTH 300
#define HEIGHT 280

struct _FollowChooser
{
  GtkPopover parent_instance;
  FollowChooserSearch search;
  gpointer search_data;
  GDestroyNotify search_destroy;
  GListModel *chosen; /* nullable */
  char *hint;         /* nullable */
  gboolean can_create;
  gboolean several;

  GListStore *parts; /* of GListModel: what was found, then what may be made */
  FollowChoiceItem *create_item;
  FollowChoiceItem *group; /* that was entered; nullable */
  GtkSingleSelection *selection;

  /* Children */
  GtkWidget *back;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GtkWidget *hint_label;
};

enum
{
  CHOSEN,
  CREATE,
  ENTERED,
  ERASE_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowChooser, follow_chooser, GTK_TYPE_POPOVER)

static const char *
get_text (FollowChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* The focus stays in the entry, so it is the entry that has to say what the arrow keys reach. */
static void
describe (FollowChooser *self)
{
  FollowChoiceItem *item = follow_chooser_get_selected (self);
  g_autofree char *text = NULL;

  if (self->hint != NULL)
    text = g_strdup (self->hint);
  else if (item != NULL)
    /* Translators: a name in a list, its place and how many there are */
    text = g_strdup_printf (_ ("%s, %u of %u"), follow_choice_item_get_title (item),
                            gtk_single_selection_get_selected (self->selection) + 1,
                            g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  follow_accessible_description (self->entry, text != NULL ? text : "");
}

static void
select_row (FollowChooser *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  describe (self);
}

static GListModel *
create_new_part (FollowChooser *self, GListModel *found, const char *text)
{
  GListStore *store = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autofree char *title = NULL;

  g_clear_object (&self->create_item);
  if (!self->can_create || *text == '\0' || follow_choice_items_have_title (found, text))
    return G_LIST_MODEL (store);
  /* Translators: the last row of a list of what was found; %s is what was typed */
  title = g_strdup_printf (_ ("New “%s”"), text);
  self->create_item = follow_choice_item_new (0, title, NULL);
  g_list_store_append (store, self->create_item);
  return G_LIST_MODEL (store);
}

static void
run_search (FollowChooser *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GListModel) new_part = NULL;
  gpointer parts[2];
  guint n_rows;

  if (self->search != NULL)
    found = self->search (text, self->search_data);
  if (found == NULL)
    found = G_LIST_MODEL (g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM));
  new_part = create_new_part (self, found, text);
  parts[0] = found;
  parts[1] = new_part;
  g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)), parts, 2);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_widget_set_visible (self->scroller, n_rows > 0);
  gtk_widget_set_visible (self->nothing, n_rows == 0);
  /* Nothing typed, nothing meant: Return must not add whoever happens to stand first. */
  select_row (self, *text != '\0' && n_rows > 0 ? 0 : GTK_INVALID_LIST_POSITION);
}

/* @group: (nullable): NULL for the first step */
static void
enter (FollowChooser *self, FollowChoiceItem *group)
{
  g_set_object (&self->group, group);
  follow_chooser_back_show (self->back, group);
  g_signal_emit (self, signals[ENTERED], 0, group);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  run_search (self);
}

static void
back_clicked_cb (FollowChooser *self)
{
  enter (self, NULL);
}

/* Escape goes one step back. */
static void
entry_escaped_cb (FollowChooser *self)
{
  if (self->group != NULL)
    enter (self, NULL);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
entry_changed_cb (FollowChooser *self)
{
  follow_chooser_set_hint (self, NULL);
  run_search (self);
}

static void
row_activated_cb (FollowChooser *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  follow_chooser_choose (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FollowChooser *self)
{
  gboolean handled = FALSE;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      follow_chooser_move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      follow_chooser_move (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      follow_chooser_move (self, 6);
      return TRUE;
    case GDK_KEY_Page_Up:
      follow_chooser_move (self, -6);
      return TRUE;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      if (*get_text (self) == '\0' && self->group != NULL)
        {
          enter (self, NULL);
          return TRUE;
        }
      if (*get_text (self) == '\0')
        g_signal_emit (self, signals[ERASE_PRESSED], 0, keyval, &handled);
      return handled;
    default:
      return FALSE;
    }
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, follow_chooser_row_new ());
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, FollowChooser *self)
{
  FollowChoiceItem *item = gtk_list_item_get_item (list_item);
  gboolean is_new = item == self->create_item;

  follow_chooser_row_show (gtk_list_item_get_child (list_item), item, is_new,
                           !is_new && follow_choice_items_have (self->chosen, item));
}

/* Before it is seen: every opening starts afresh. */
static void
follow_chooser_show (GtkWidget *widget)
{
  FollowChooser *self = FOLLOW_CHOOSER (widget);

  follow_chooser_set_hint (self, NULL);
  enter (self, NULL);

  GTK_WIDGET_CLASS (follow_chooser_parent_class)->show (widget);

  gtk_widget_grab_focus (self->entry);
}

static void
follow_chooser_dispose (GObject *object)
{
  FollowChooser *self = FOLLOW_CHOOSER (object);

  follow_chooser_set_search (self, NULL, NULL, NULL);
  g_clear_object (&self->chosen);
  g_clear_object (&self->create_item);
  g_clear_object (&self->group);
  g_clear_object (&self->selection);
  g_clear_object (&self->parts);
  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (follow_chooser_parent_class)->dispose (object);
}

static void
follow_chooser_class_init (FollowChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->show = follow_chooser_show;
  signals[CHOSEN] = g_signal_new ("chosen", FOLLOW_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FOLLOW_TYPE_CHOICE_ITEM);
  signals[CREATE] = g_signal_new ("create", FOLLOW_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", FOLLOW_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FOLLOW_TYPE_CHOICE_ITEM);
  signals[ERASE_PRESSED] =
      g_signal_new ("erase-pressed", FOLLOW_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
}

static void
create_entry (FollowChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (follow_chooser_choose), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (entry_escaped_cb), self);
}

static void
create_list (FollowChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  {
    g_autoptr (GtkFlattenListModel) rows =
        gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->parts)));

    gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  }
  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_can_focus (self->list, FALSE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (row_activated_cb), self);
}

static void
follow_chooser_init (FollowChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->back = follow_chooser_back_new ();
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb), self);
  create_entry (self);
  create_list (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->nothing = follow_wrapped_label_new (_ ("None found."), "gap", NULL);
  self->hint_label = follow_wrapped_label_new (NULL, "second", NULL);
  gtk_widget_set_visible (self->hint_label, FALSE);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->hint_label);
  follow_keep_width (box, WIDTH);
  follow_keep_px (G_OBJECT (self->scroller), "max-content-height", HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chooser");
}

GtkWidget *
follow_chooser_new (const char *name)
{
  FollowChooser *self = g_object_new (FOLLOW_TYPE_CHOOSER, NULL);

  follow_chooser_set_name (self, name);
  return GTK_WIDGET (self);
}

void
follow_chooser_set_name (FollowChooser *self, const char *name)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  g_object_set (self->entry, "placeholder-text", name, NULL);
  follow_accessible_name (self->entry, name);
  follow_accessible_name (self->list, name);
}

void
follow_chooser_set_search (FollowChooser *self,
                           FollowChooserSearch search,
                           gpointer data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  if (self->search_destroy != NULL)
    self->search_destroy (self->search_data);
  self->search = search;
  self->search_data = data;
  self->search_destroy = destroy;
}

void
follow_chooser_set_can_create (FollowChooser *self, gboolean can_create)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  self->can_create = can_create;
}

void
follow_chooser_set_several (FollowChooser *self, gboolean several)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  self->several = several;
}

void
follow_chooser_set_chosen (FollowChooser *self, GListModel *chosen)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  g_set_object (&self->chosen, chosen);
}

void
follow_chooser_set_hint (FollowChooser *self, const char *hint)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_label_set_text (GTK_LABEL (self->hint_label), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint_label, hint != NULL);
  describe (self);
}

void
follow_chooser_move (FollowChooser *self, int by)
{
  guint n_rows;
  guint selected;

  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  selected = gtk_single_selection_get_selected (self->selection);
  if (n_rows == 0)
    return;
  if (selected == GTK_INVALID_LIST_POSITION)
    select_row (self, by > 0 ? 0 : n_rows - 1);
  else
    select_row (self, CLAMP ((int) selected + by, 0, (int) n_rows - 1));
}

void
follow_chooser_choose (FollowChooser *self)
{
  g_autoptr (FollowChoiceItem) item = NULL;
  g_autofree char *text = NULL;
  gboolean is_new;

  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  text = g_strstrip (g_strdup (get_text (self)));
  if (follow_chooser_get_selected (self) == NULL)
    {
      if (*text == '\0' && self->group == NULL)
        gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  g_object_ref (self);
  item = g_object_ref (follow_chooser_get_selected (self));
  if (follow_choice_item_is_group (item))
    {
      enter (self, item);
      g_object_unref (self);
      return;
    }
  is_new = item == self->create_item;
  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self));
  if (is_new)
    g_signal_emit (self, signals[CREATE], 0, text);
  else
    g_signal_emit (self, signals[CHOSEN], 0, item);
  if (self->several)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      run_search (self);
    }
  g_object_unref (self);
}

void
follow_chooser_refresh (FollowChooser *self)
{
  g_return_if_fail (FOLLOW_IS_CHOOSER (self));

  run_search (self);
}

GtkEditable *
follow_chooser_get_entry (FollowChooser *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOOSER (self), NULL);

  return GTK_EDITABLE (self->entry);
}

GListModel *
follow_chooser_get_rows (FollowChooser *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOOSER (self), NULL);

  return G_LIST_MODEL (self->selection);
}

FollowChoiceItem *
follow_chooser_get_selected (FollowChooser *self)
{
  g_return_val_if_fail (FOLLOW_IS_CHOOSER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}
