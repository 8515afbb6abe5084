/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-tag-box.h"

#include <glib/gi18n-lib.h>

#include "follow-tag.h"
#include "follow-widgets.h"
#include "follow-wrap-layout.h"

struct _FollowTagBox
{
  GtkWidget parent_instance;
  GListStore *items;
  GPtrArray *tags; /* of FollowTag, not owned, one for each item */
  gboolean single;
  gboolean can_open;
  gboolean moving; /* the focus goes from child to child */

  /* Children */
  GtkWidget *placeholder;
  GtkWidget *button;
  GtkWidget *chooser;
};

enum
{
  ADDED,
  REMOVED,
  OPENED,
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowTagBox, follow_tag_box, GTK_TYPE_WIDGET)

static FollowTag *
find_marked (FollowTagBox *self, guint *position)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (follow_tag_get_marked (self->tags->pdata[i]))
      {
        *position = i;
        return self->tags->pdata[i];
      }
  return NULL;
}

static void
unmark (FollowTagBox *self)
{
  for (guint i = 0; i < self->tags->len; i++)
    follow_tag_set_marked (self->tags->pdata[i], FALSE);
}

static gboolean
find_item (FollowTagBox *self, gint64 id, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (follow_choice_item_get_id (item) != id)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

static void
show_emptiness (FollowTagBox *self)
{
  gtk_widget_set_visible (self->placeholder, self->tags->len == 0 &&
                                                 *gtk_label_get_text (GTK_LABEL (self->placeholder)) != '\0');
}

/* Takes the item and its tag away without a signal. The focus may be in the tag and must not be lost. */
static void
take_away (FollowTagBox *self, guint position)
{
  GtkWidget *tag = self->tags->pdata[position];
  gboolean had_focus = gtk_widget_get_focus_child (tag) != NULL;

  g_ptr_array_remove_index (self->tags, position);
  if (had_focus)
    {
      GtkWidget *next = position < self->tags->len ? self->tags->pdata[position] : self->button;

      gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
    }
  gtk_widget_unparent (tag);
  g_list_store_remove (self->items, position);
  show_emptiness (self);
}

static void
remove_by_hand (FollowTagBox *self, guint position)
{
  g_autoptr (FollowChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  take_away (self, position);
  g_signal_emit (self, signals[REMOVED], 0, item);
}

static void
tag_removed_cb (FollowTagBox *self, FollowTag *tag)
{
  guint position;

  if (g_ptr_array_find (self->tags, tag, &position))
    remove_by_hand (self, position);
}

static void
tag_opened_cb (FollowTagBox *self, FollowTag *tag)
{
  g_autoptr (FollowChoiceItem) item = NULL;
  guint position;

  if (!g_ptr_array_find (self->tags, tag, &position))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  g_signal_emit (self, signals[OPENED], 0, item);
}

static gboolean
erase (FollowTagBox *self, guint keyval)
{
  g_autoptr (FollowTagBox) alive = g_object_ref (self);
  g_autofree char *hint = NULL;
  guint position;

  if (find_marked (self, &position) != NULL)
    {
      remove_by_hand (self, position);
      follow_chooser_set_hint (FOLLOW_CHOOSER (self->chooser), NULL);
      follow_chooser_refresh (FOLLOW_CHOOSER (self->chooser));
      return TRUE;
    }
  if (keyval != GDK_KEY_BackSpace || self->tags->len == 0)
    return FALSE;
  follow_tag_set_marked (self->tags->pdata[self->tags->len - 1], TRUE);
  hint = g_strdup_printf (_ ("Backspace again removes “%s”"),
                          follow_tag_get_text (self->tags->pdata[self->tags->len - 1]));
  follow_chooser_set_hint (FOLLOW_CHOOSER (self->chooser), hint);
  follow_accessible_description (gtk_widget_get_first_child (self->button), hint);
  return TRUE;
}

static void
item_chosen_cb (FollowTagBox *self, FollowChoiceItem *item)
{
  /* Whoever hears of a change may take the form away. */
  g_autoptr (FollowTagBox) alive = g_object_ref (self);
  guint position;

  /* Choosing what has its tick already takes the tick away. */
  if (find_item (self, follow_choice_item_get_id (item), &position))
    {
      if (!self->single)
        remove_by_hand (self, position);
      return;
    }
  while (self->single && self->tags->len > 0)
    remove_by_hand (self, 0);
  follow_tag_box_add (self, item);
  g_signal_emit (self, signals[ADDED], 0, item);
}

static void
create_chosen_cb (FollowTagBox *self, const char *text)
{
  g_signal_emit (self, signals[CREATE], 0, text);
}

static gboolean
chooser_erase_pressed_cb (FollowTagBox *self, guint keyval)
{
  return erase (self, keyval);
}

static void
chooser_typed_cb (FollowTagBox *self)
{
  unmark (self);
}

/* Whoever arrives at the plus by keyboard can begin to type at once. */
static gboolean
button_key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, FollowTagBox *self)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  GtkEditable *entry = follow_chooser_get_entry (FOLLOW_CHOOSER (self->chooser));
  char text[7] = { 0 };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || gtk_widget_get_mapped (self->chooser))
    return FALSE;
  if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete)
    return erase (self, keyval);
  unmark (self);
  if (!g_unichar_isgraph (c))
    return FALSE;
  g_unichar_to_utf8 (c, text);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  gtk_editable_set_text (entry, text);
  gtk_editable_set_position (entry, -1);
  return TRUE;
}

static void
follow_tag_box_dispose (GObject *object)
{
  FollowTagBox *self = FOLLOW_TAG_BOX (object);

  g_ptr_array_set_size (self->tags, 0);
  follow_clear_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (follow_tag_box_parent_class)->dispose (object);
}

static void
follow_tag_box_finalize (GObject *object)
{
  FollowTagBox *self = FOLLOW_TAG_BOX (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->tags, g_ptr_array_unref);

  G_OBJECT_CLASS (follow_tag_box_parent_class)->finalize (object);
}

/* GTK ends a round through the children by asking the widget itself, and must hear no then. */
static gboolean
follow_tag_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FollowTagBox *self = FOLLOW_TAG_BOX (widget);
  gboolean moved;

  self->moving = TRUE;
  moved = GTK_WIDGET_CLASS (follow_tag_box_parent_class)->focus (widget, direction);
  self->moving = FALSE;
  return moved;
}

/* Straight to the plus: the crosses are on the way back from it. */
static gboolean
follow_tag_box_grab_focus (GtkWidget *widget)
{
  FollowTagBox *self = FOLLOW_TAG_BOX (widget);

  return !self->moving && gtk_widget_grab_focus (self->button);
}

static void
follow_tag_box_class_init (FollowTagBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_tag_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_tag_box_finalize;
  widget_class->focus = follow_tag_box_focus;
  widget_class->grab_focus = follow_tag_box_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "tagbox");
  gtk_widget_class_set_layout_manager_type (widget_class, FOLLOW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[ADDED] = g_signal_new ("added", FOLLOW_TYPE_TAG_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOLLOW_TYPE_CHOICE_ITEM);
  signals[REMOVED] = g_signal_new ("removed", FOLLOW_TYPE_TAG_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FOLLOW_TYPE_CHOICE_ITEM);
  signals[OPENED] = g_signal_new ("opened", FOLLOW_TYPE_TAG_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FOLLOW_TYPE_CHOICE_ITEM);
  signals[CREATE] = g_signal_new ("create", FOLLOW_TYPE_TAG_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
create_button (FollowTagBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chooser = follow_chooser_new ("");
  follow_chooser_set_several (FOLLOW_CHOOSER (self->chooser), TRUE);
  follow_chooser_set_chosen (FOLLOW_CHOOSER (self->chooser), G_LIST_MODEL (self->items));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (item_chosen_cb), self);
  g_signal_connect_swapped (self->chooser, "create", G_CALLBACK (create_chosen_cb), self);
  g_signal_connect_swapped (self->chooser, "erase-pressed", G_CALLBACK (chooser_erase_pressed_cb), self);
  g_signal_connect_swapped (self->chooser, "closed", G_CALLBACK (unmark), self);
  g_signal_connect_swapped (follow_chooser_get_entry (FOLLOW_CHOOSER (self->chooser)), "changed",
                            G_CALLBACK (chooser_typed_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->chooser);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "tag-plus");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (button_key_pressed_cb), self);
  gtk_widget_add_controller (self->button, keys);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
follow_tag_box_init (FollowTagBox *self)
{
  self->items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  self->tags = g_ptr_array_new ();
  self->placeholder = follow_label_new (NULL, "gap", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->placeholder, FALSE);
  gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));
  create_button (self);
}

GtkWidget *
follow_tag_box_new (const char *name, const char *add)
{
  FollowTagBox *self = g_object_new (FOLLOW_TYPE_TAG_BOX, NULL);

  follow_accessible_name (GTK_WIDGET (self), name);
  gtk_widget_set_tooltip_text (self->button, add);
  follow_accessible_name (self->button, add);
  follow_chooser_set_name (FOLLOW_CHOOSER (self->chooser), add);
  return GTK_WIDGET (self);
}

void
follow_tag_box_set_search (FollowTagBox *self,
                           FollowChooserSearch search,
                           gpointer data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  follow_chooser_set_search (FOLLOW_CHOOSER (self->chooser), search, data, destroy);
}

void
follow_tag_box_set_can_create (FollowTagBox *self, gboolean can_create)
{
  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  follow_chooser_set_can_create (FOLLOW_CHOOSER (self->chooser), can_create);
}

void
follow_tag_box_set_single (FollowTagBox *self, gboolean single)
{
  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  self->single = single;
  follow_chooser_set_several (FOLLOW_CHOOSER (self->chooser), !single);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                 single ? "pan-down-symbolic" : "list-add-symbolic");
}

void
follow_tag_box_set_can_open (FollowTagBox *self, gboolean can_open)
{
  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  self->can_open = can_open;
}

void
follow_tag_box_set_placeholder (FollowTagBox *self, const char *placeholder)
{
  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  gtk_label_set_text (GTK_LABEL (self->placeholder), placeholder != NULL ? placeholder : "");
  show_emptiness (self);
}

GListModel *
follow_tag_box_get_items (FollowTagBox *self)
{
  g_return_val_if_fail (FOLLOW_IS_TAG_BOX (self), NULL);

  return G_LIST_MODEL (self->items);
}

void
follow_tag_box_set_items (FollowTagBox *self, GListModel *items)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));
  g_return_if_fail (items != G_LIST_MODEL (self->items));

  while (self->tags->len > 0)
    take_away (self, self->tags->len - 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FollowChoiceItem) item = g_list_model_get_item (items, i);

      follow_tag_box_add (self, item);
    }
}

void
follow_tag_box_add (FollowTagBox *self, FollowChoiceItem *item)
{
  GtkWidget *tag;

  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));
  g_return_if_fail (FOLLOW_IS_CHOICE_ITEM (item));

  while (self->single && self->tags->len > 0)
    take_away (self, 0);
  tag = follow_tag_new (follow_choice_item_get_title (item),
                        self->can_open ? FOLLOW_TAG_LINK : FOLLOW_TAG_VALUE);
  g_signal_connect_swapped (tag, "removed", G_CALLBACK (tag_removed_cb), self);
  g_signal_connect_swapped (tag, "opened", G_CALLBACK (tag_opened_cb), self);
  gtk_widget_insert_before (tag, GTK_WIDGET (self), self->button);
  g_ptr_array_add (self->tags, tag);
  g_list_store_append (self->items, item);
  show_emptiness (self);
}

void
follow_tag_box_remove (FollowTagBox *self, gint64 id)
{
  guint position;

  g_return_if_fail (FOLLOW_IS_TAG_BOX (self));

  if (find_item (self, id, &position))
    take_away (self, position);
}

FollowChooser *
follow_tag_box_get_chooser (FollowTagBox *self)
{
  g_return_val_if_fail (FOLLOW_IS_TAG_BOX (self), NULL);

  return FOLLOW_CHOOSER (self->chooser);
}
