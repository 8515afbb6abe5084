/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-choice-button.h"

#include <glib/gi18n-lib.h>

#include "follow-pill.h"
#include "follow-status.h"
#include "follow-widgets.h"

#define FOLLOW_TYPE_CHOICE_ENTRY (follow_choice_entry_get_type ())
G_DECLARE_FINAL_TYPE (FollowChoiceEntry, follow_choice_entry, FOLLOW, CHOICE_ENTRY, GObject)

struct _FollowChoiceEntry
{
  GObject parent_instance;
  char *id; /* nullable */
  char *label;
};

G_DEFINE_FINAL_TYPE (FollowChoiceEntry, follow_choice_entry, G_TYPE_OBJECT)

struct _FollowChoiceButton
{
  GtkWidget parent_instance;
  char *field;
  GListStore *choices; /* of FollowChoiceEntry */
  gboolean setting;    /* the program chooses, not the person */

  /* Children */
  GtkWidget *drop_down;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowChoiceButton, follow_choice_button, GTK_TYPE_WIDGET)

static void
follow_choice_entry_finalize (GObject *object)
{
  FollowChoiceEntry *entry = FOLLOW_CHOICE_ENTRY (object);

  g_free (entry->id);
  g_free (entry->label);

  G_OBJECT_CLASS (follow_choice_entry_parent_class)->finalize (object);
}

static void
follow_choice_entry_class_init (FollowChoiceEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_choice_entry_finalize;
}

static void
follow_choice_entry_init (FollowChoiceEntry *entry)
{
}

static FollowChoiceEntry *
get_choice (FollowChoiceButton *self, guint position)
{
  g_autoptr (FollowChoiceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  return entry; /* the store holds it */
}

static guint
find_id (FollowChoiceButton *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get_choice (self, i)->id, id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static FollowChoiceEntry *
get_chosen (FollowChoiceButton *self)
{
  return gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
}

static void
describe (FollowChoiceButton *self)
{
  const char *label = follow_choice_button_get_label (self);

  follow_accessible_description (self->drop_down, label);
  follow_accessible_description (gtk_widget_get_first_child (self->drop_down), label);
}

static gunichar
get_initial (const char *text)
{
  return g_unichar_toupper (g_utf8_get_char (text));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FollowChoiceButton *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  guint start = selected == GTK_INVALID_LIST_POSITION ? 0 : selected + 1;
  gunichar key = g_unichar_toupper (gdk_keyval_to_unicode (keyval));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isgraph (key))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint position = (start + i) % n;
      FollowChoiceEntry *entry = get_choice (self, position);
      const FollowStatusLook *look = follow_status_look (self->field, entry->id);

      if (key != get_initial (look != NULL ? look->letter : entry->label))
        continue;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
      return TRUE;
    }
  return FALSE;
}

static void
selected_cb (FollowChoiceButton *self)
{
  describe (self);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
pill_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, follow_pill_new (NULL, "", "grey"));
}

static void
pill_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowChoiceButton *self)
{
  FollowChoiceEntry *entry = gtk_list_item_get_item (item);

  follow_pill_set_choice (FOLLOW_PILL (gtk_list_item_get_child (item)), self->field, entry->id, entry->label);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *pill = follow_pill_new (NULL, "", "grey");

  follow_pill_set_whole (FOLLOW_PILL (pill), TRUE);
  gtk_widget_set_hexpand (pill, TRUE);
  gtk_box_append (GTK_BOX (row), pill);
  gtk_box_append (GTK_BOX (row), follow_icon_new ("object-select-symbolic", NULL));
  gtk_list_item_set_child (item, row);
}

static void
show_tick (GtkListItem *item, GParamSpec *pspec, GtkDropDown *drop_down)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (
      tick, gtk_drop_down_get_selected_item (drop_down) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowChoiceButton *self)
{
  FollowChoiceEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *pill = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  follow_pill_set_choice (FOLLOW_PILL (pill), self->field, entry->id, entry->label);
  g_signal_connect_object (self->drop_down, "notify::selected-item", G_CALLBACK (show_tick), item,
                           G_CONNECT_SWAPPED);
  show_tick (item, NULL, GTK_DROP_DOWN (self->drop_down));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, FollowChoiceButton *self)
{
  if (self->drop_down != NULL)
    g_signal_handlers_disconnect_by_func (self->drop_down, show_tick, item);
}

static gboolean
follow_choice_button_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (FOLLOW_CHOICE_BUTTON (widget)->drop_down, direction);
}

static gboolean
follow_choice_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOLLOW_CHOICE_BUTTON (widget)->drop_down);
}

static void
follow_choice_button_dispose (GObject *object)
{
  FollowChoiceButton *self = FOLLOW_CHOICE_BUTTON (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (follow_choice_button_parent_class)->dispose (object);
}

static void
follow_choice_button_finalize (GObject *object)
{
  FollowChoiceButton *self = FOLLOW_CHOICE_BUTTON (object);

  g_clear_object (&self->choices);
  g_free (self->field);

  G_OBJECT_CLASS (follow_choice_button_parent_class)->finalize (object);
}

static void
follow_choice_button_class_init (FollowChoiceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_choice_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_choice_button_finalize;
  widget_class->focus = follow_choice_button_focus;
  widget_class->grab_focus = follow_choice_button_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicebutton");
  signals[CHANGED] = g_signal_new ("changed", FOLLOW_TYPE_CHOICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
follow_choice_button_init (FollowChoiceButton *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *list_factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_list_store_new (FOLLOW_TYPE_CHOICE_ENTRY);
  g_signal_connect (factory, "setup", G_CALLBACK (pill_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (pill_bound_cb), self);
  g_signal_connect (list_factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect (list_factory, "bind", G_CALLBACK (row_bound_cb), self);
  g_signal_connect (list_factory, "unbind", G_CALLBACK (row_unbound_cb), self);
  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "factory", factory, "list-factory", list_factory, NULL);
  g_object_unref (factory);
  g_object_unref (list_factory);
  self->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (self->choices));
  self->setting = FALSE;
  gtk_widget_add_css_class (self->drop_down, "choice");
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->drop_down, keys);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
follow_choice_button_new (const char *name, const char *field)
{
  FollowChoiceButton *self = g_object_new (FOLLOW_TYPE_CHOICE_BUTTON, NULL);

  self->field = g_strdup (field);
  follow_accessible_name (self->drop_down, name);
  /* What takes the focus is the button inside. */
  follow_accessible_name (gtk_widget_get_first_child (self->drop_down), name);
  return GTK_WIDGET (self);
}

void
follow_choice_button_append (FollowChoiceButton *self, const char *id, const char *label)
{
  g_autoptr (FollowChoiceEntry) entry = NULL;
  guint selected;

  g_return_if_fail (FOLLOW_IS_CHOICE_BUTTON (self));
  g_return_if_fail (label != NULL);

  entry = g_object_new (FOLLOW_TYPE_CHOICE_ENTRY, NULL);
  entry->id = g_strdup (id);
  entry->label = g_strdup (label);
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  self->setting = TRUE;
  g_list_store_append (self->choices, entry);
  /* A list that was empty makes its first item the chosen one; only none may be that. */
  if (id == NULL && selected == GTK_INVALID_LIST_POSITION)
    selected = g_list_model_get_n_items (G_LIST_MODEL (self->choices)) - 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  self->setting = FALSE;
}

void
follow_choice_button_append_all (FollowChoiceButton *self, const FollowChoice *choices)
{
  g_return_if_fail (FOLLOW_IS_CHOICE_BUTTON (self));

  for (const FollowChoice *choice = choices; choice != NULL && choice->id != NULL; choice++)
    follow_choice_button_append (self, choice->id, _ (choice->label));
}

const char *
follow_choice_button_get_id (FollowChoiceButton *self)
{
  FollowChoiceEntry *entry;

  g_return_val_if_fail (FOLLOW_IS_CHOICE_BUTTON (self), NULL);

  entry = get_chosen (self);
  return entry != NULL ? entry->id : NULL;
}

void
follow_choice_button_set_id (FollowChoiceButton *self, const char *id)
{
  guint position;

  g_return_if_fail (FOLLOW_IS_CHOICE_BUTTON (self));

  position = find_id (self, id);
  if (position == GTK_INVALID_LIST_POSITION && id != NULL)
    {
      follow_choice_button_append (self, id, id);
      position = find_id (self, id);
    }
  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->setting = FALSE;
}

const char *
follow_choice_button_get_label (FollowChoiceButton *self)
{
  FollowChoiceEntry *entry;

  g_return_val_if_fail (FOLLOW_IS_CHOICE_BUTTON (self), NULL);

  entry = get_chosen (self);
  return entry != NULL ? entry->label : _ ("None");
}

void
follow_choice_button_open (FollowChoiceButton *self)
{
  g_return_if_fail (FOLLOW_IS_CHOICE_BUTTON (self));

  gtk_widget_grab_focus (self->drop_down);
  /* A drop-down of GTK 4.8 can only be opened by its button. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->drop_down)), TRUE);
}
