/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-filter-bar.h"

#include <glib/gi18n.h>

#include "follow-offers.h"
#include "follow-tag.h"
#include "follow-widgets.h"

/* Milliseconds after a key: several keys in a row are answered once. */
#define SEARCH_DELAY_MS 60

struct _FollowFilterBar
{
  AdwBin parent_instance;

  FollowRegister *reg;
  const FollowKind *kind;
  GArray *tests; /* FollowOffer: those in force, each with its chip */
  FollowOffers *offers;
  GtkWidget *line;
  GtkWidget *entry;
  GtkWidget *menu_button;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowFilterBar, follow_filter_bar, ADW_TYPE_BIN)

static void update_chips (FollowFilterBar *self);

static void
chip_removed_cb (FollowFilterBar *self, FollowTag *chip)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "follow-index"));

  g_array_remove_index (self->tests, index);
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_chips (FollowFilterBar *self)
{
  GtkWidget *after = self->entry;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_next_sibling (self->entry)) != self->menu_button)
    gtk_box_remove (GTK_BOX (self->line), chip);
  for (guint i = 0; i < self->tests->len; i++)
    {
      g_autofree char *text = follow_offer_describe (&g_array_index (self->tests, FollowOffer, i), self->reg);

      chip = follow_tag_new (text, FOLLOW_TAG_CHIP);
      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (chip), "follow-index", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (chip, "removed", G_CALLBACK (chip_removed_cb), self);
      gtk_box_insert_child_after (GTK_BOX (self->line), chip, after);
      after = chip;
    }
}

static void
search_changed_cb (FollowFilterBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The entry keeps Escape to itself: one step back here, and what Escape does elsewhere once nothing is left. */
static void
entry_escaped_cb (FollowFilterBar *self)
{
  if (!follow_filter_bar_step_back (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.escape", NULL);
}

static void
test_chosen_cb (FollowFilterBar *self, FollowChoiceItem *item)
{
  const FollowOffer *test = follow_offers_get (self->offers, item);

  follow_filter_bar_add (self, test->field->name, test->test, test->value);
}

static void
follow_filter_bar_dispose (GObject *object)
{
  FollowFilterBar *self = FOLLOW_FILTER_BAR (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->tests, g_array_unref);
  g_clear_pointer (&self->offers, follow_offers_free);

  G_OBJECT_CLASS (follow_filter_bar_parent_class)->dispose (object);
}

static void
follow_filter_bar_class_init (FollowFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_filter_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", FOLLOW_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
make_menu_button (FollowFilterBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *chooser = follow_chooser_new (_ ("Find a filter"));

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "follow-filter-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Filter"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tag-add");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a Filter (Ctrl+L)"));
  follow_accessible_name (button, _ ("Add a filter"));
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (test_chosen_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  return button;
}

static void
follow_filter_bar_init (FollowFilterBar *self)
{
  self->tests = g_array_new (FALSE, FALSE, sizeof (FollowOffer));
  g_array_set_clear_func (self->tests, (GDestroyNotify) follow_offer_clear);
  self->line = follow_wrap_box_new (6);
  self->entry = gtk_search_entry_new ();
  self->menu_button = make_menu_button (self);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_size_request (self->entry, 170, -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), SEARCH_DELAY_MS);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (entry_escaped_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->entry);
  gtk_box_append (GTK_BOX (self->line), self->menu_button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "view-pane");
  adw_bin_set_child (ADW_BIN (self), self->line);
}

GtkWidget *
follow_filter_bar_new (FollowRegister *reg, const FollowKind *kind)
{
  FollowFilterBar *self = g_object_new (FOLLOW_TYPE_FILTER_BAR, NULL);
  g_autofree char *lower = g_utf8_strdown (follow_kind_get_plural (kind), -1);
  /* Translators: what an entry is for: "Filter actions" */
  g_autofree char *name = g_strdup_printf (_ ("Filter %s"), lower);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  self->offers = follow_offers_new (reg, kind, FALSE);
  follow_offers_attach (self->offers,
                        FOLLOW_CHOOSER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button))));
  g_object_set (self->entry, "placeholder-text", name, NULL);
  follow_accessible_name (self->entry, name);
  return GTK_WIDGET (self);
}

FollowQuery *
follow_filter_bar_dup_query (FollowFilterBar *self)
{
  FollowQuery *query = follow_query_new (self->kind);

  follow_query_set_text (query, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  for (guint i = 0; i < self->tests->len; i++)
    {
      const FollowOffer *test = &g_array_index (self->tests, FollowOffer, i);

      follow_query_add (query, test->field->name, test->test, test->value);
    }
  return query;
}

gboolean
follow_filter_bar_is_active (FollowFilterBar *self)
{
  return self->tests->len > 0 || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

void
follow_filter_bar_add (FollowFilterBar *self, const char *field, FollowTest test, FollowValue *value)
{
  FollowOffer added = { follow_kind_find_field (self->kind, field), test,
                        value != NULL ? follow_value_ref (value) : NULL };

  for (guint i = 0; i < self->tests->len; i++)
    {
      const FollowOffer *other = &g_array_index (self->tests, FollowOffer, i);

      if (other->field == added.field && other->test == test && follow_value_equal (other->value, value))
        {
          follow_offer_clear (&added);
          return;
        }
    }
  g_array_append_val (self->tests, added);
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
follow_filter_bar_clear (FollowFilterBar *self)
{
  g_array_set_size (self->tests, 0);
  update_chips (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
follow_filter_bar_step_back (FollowFilterBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return TRUE;
    }
  if (self->tests->len == 0)
    return FALSE;
  g_array_set_size (self->tests, self->tests->len - 1);
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
follow_filter_bar_focus (FollowFilterBar *self)
{
  gtk_widget_grab_focus (self->entry);
}

void
follow_filter_bar_open_menu (FollowFilterBar *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}
