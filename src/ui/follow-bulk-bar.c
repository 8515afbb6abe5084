/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-bulk-bar.h"

#include <glib/gi18n.h>

#include "follow-navigation.h"
#include "follow-offers.h"
#include "follow-widgets.h"

struct _FollowBulkBar
{
  AdwBin parent_instance;

  FollowRegister *reg;
  const FollowKind *kind;
  FollowOffers *offers;
  GArray *ids; /* gint64 */
  GtkWidget *label;
};

enum
{
  EXPORT_CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowBulkBar, follow_bulk_bar, ADW_TYPE_BIN)

static GPtrArray *
load_selected (FollowBulkBar *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->ids->len; i++)
    {
      FollowRecord *record =
          follow_register_get (self->reg, self->kind, g_array_index (self->ids, gint64, i), NULL);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* Several links are added to: what each record links to already stays. */
static FollowValue *
add_links (const FollowValue *before, const FollowValue *added)
{
  guint n_before, n_added;
  const gint64 *old = follow_value_get_links (before, &n_before);
  const gint64 *new = follow_value_get_links (added, &n_added);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (n_before > 0)
    g_array_append_vals (ids, old, n_before);
  g_array_append_vals (ids, new, n_added);
  return follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
}

static void
field_chosen_cb (FollowBulkBar *self, FollowChoiceItem *item)
{
  const FollowOffer *offer = follow_offers_get (self->offers, item);
  g_autofree char *described = follow_offer_describe (offer, self->reg);
  g_autofree char *text = NULL;
  g_autoptr (FollowChanges) changes = follow_changes_new (described);
  g_autoptr (GPtrArray) records = load_selected (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (FollowRecord) copy = follow_record_copy (records->pdata[i]);
      g_autoptr (FollowValue) value =
          offer->field->type == FOLLOW_FIELD_LINKS
              ? add_links (follow_record_get (copy, offer->field->name), offer->value)
              : follow_value_ref (offer->value);

      follow_record_set (copy, offer->field->name, value);
      follow_changes_save (changes, copy);
    }
  if (!follow_register_commit (self->reg, changes, &error))
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: a field with its value, and on how many records it was set */
  text = g_strdup_printf (ngettext ("%s, set on %u record", "%s, set on %u records", records->len), described,
                          records->len);
  follow_navigation_tell (GTK_WIDGET (self), text, TRUE);
}

static void
remove_clicked_cb (FollowBulkBar *self)
{
  follow_bulk_bar_remove (self);
}

static void
export_clicked_cb (FollowBulkBar *self)
{
  g_signal_emit (self, signals[EXPORT_CLICKED], 0);
}

static void
follow_bulk_bar_dispose (GObject *object)
{
  FollowBulkBar *self = FOLLOW_BULK_BAR (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->offers, follow_offers_free);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (follow_bulk_bar_parent_class)->dispose (object);
}

static void
follow_bulk_bar_class_init (FollowBulkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_bulk_bar_dispose;
  signals[EXPORT_CLICKED] = g_signal_new ("export-clicked", FOLLOW_TYPE_BULK_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_bulk_bar_init (FollowBulkBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar-top");
  gtk_widget_add_css_class (GTK_WIDGET (self), "view-pane");
}

static GtkWidget *
make_set_button (FollowBulkBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = follow_chooser_new (_ ("Find a field or value"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Set Field"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  follow_offers_attach (self->offers, FOLLOW_CHOOSER (chooser));
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (field_chosen_cb), self);
  return button;
}

static GtkWidget *
make_button (FollowBulkBar *self, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  return button;
}

GtkWidget *
follow_bulk_bar_new (FollowRegister *reg, const FollowKind *kind)
{
  FollowBulkBar *self = g_object_new (FOLLOW_TYPE_BULK_BAR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->offers = follow_offers_new (reg, kind, TRUE);
  self->label = follow_label_new (NULL, "small", "figures", NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), make_set_button (self));
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("Export…"), G_CALLBACK (export_clicked_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("Move to Bin"), G_CALLBACK (remove_clicked_cb)));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
follow_bulk_bar_set_selected (FollowBulkBar *self, GArray *ids)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", ids->len), ids->len);

  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  gtk_label_set_label (GTK_LABEL (self->label), text);
}

void
follow_bulk_bar_remove (FollowBulkBar *self)
{
  g_autoptr (GPtrArray) records = load_selected (self);

  if (records->len > 0)
    follow_navigation_remove (GTK_WIDGET (self), records);
}
