/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-inspection-chain.h"

#include <glib/gi18n.h>

#include "follow-inspection-facts.h"
#include "follow-rail.h"
#include "follow-widgets.h"

struct _FollowInspectionChain
{
  GtkBox parent_instance;

  FollowRegister *reg;
  gint64 inspection;
  gboolean narrow;
  char *text; /* what it says now */
  GtkWidget *here;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowInspectionChain, follow_inspection_chain, GTK_TYPE_BOX)

/* One of the chain. */
typedef struct
{
  gint64 id;
  gboolean is_this;
  gboolean is_published;
  char *title;
  char *when;
} Link;

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_free (link->title);
  g_free (link->when);
}

static char *
describe_type (FollowRecord *inspection)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (inspection), "type");
  const char *type = follow_record_get_text (inspection, "type");

  if (type == NULL || g_str_equal (type, "other"))
    return follow_record_get_title (inspection);
  return g_strdup (follow_field_get_choice_label (field, type));
}

static GArray *
read_links (FollowInspectionChain *self)
{
  g_autoptr (GArray) chain = follow_inspection_list_chain (self->reg, self->inspection);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  g_array_set_clear_func (links, clear_link);
  for (guint i = 0; i < chain->len; i++)
    {
      gint64 id = g_array_index (chain, gint64, i);
      g_autoptr (FollowRecord) inspection = follow_register_find (self->reg, id, NULL);
      Link link = { id, id == self->inspection, FALSE, NULL, NULL };

      if (inspection == NULL)
        continue;
      link.is_published = follow_record_get_text (inspection, "published") != NULL;
      link.title = link.is_this ? g_strdup (_ ("This inspection")) : describe_type (inspection);
      link.when = follow_inspection_describe_when (inspection);
      g_array_append_val (links, link);
    }
  return links;
}

static void
choose (FollowInspectionChain *self, gint64 id)
{
  if (id != self->inspection)
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
link_clicked_cb (FollowInspectionChain *self, GtkWidget *button)
{
  choose (self, *(const gint64 *) g_object_get_data (G_OBJECT (button), "follow-id"));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (FOLLOW_INSPECTION_CHAIN (widget), g_variant_get_int64 (parameter));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowInspectionChain *self = FOLLOW_INSPECTION_CHAIN (widget);
  g_autoptr (GArray) chain = follow_inspection_list_chain (self->reg, self->inspection);
  int by = g_str_equal (name, "chain.earlier") ? -1 : 1;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  for (int i = 0; i < (int) chain->len; i++)
    if (g_array_index (chain, gint64, i) == self->inspection && i + by >= 0 && i + by < (int) chain->len)
      {
        choose (self, g_array_index (chain, gint64, i + by));
        return;
      }
}

static GtkWidget *
make_text (const char *text, const char *style)
{
  GtkWidget *label = follow_label_new (text, style, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  follow_label_reveal (GTK_LABEL (label));
  return label;
}

static GtkWidget *
make_button (FollowInspectionChain *self, const Link *link, gboolean last)
{
  FollowRailMode mode = link->is_this        ? FOLLOW_RAIL_CURRENT
                        : link->is_published ? FOLLOW_RAIL_DONE
                                             : FOLLOW_RAIL_NEXT;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *rail = follow_rail_new (mode, TRUE, TRUE);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", link->title, link->when);

  follow_rail_set_top (FOLLOW_RAIL (rail), 17);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_text (link->title, link->is_this ? "strong" : "plain"));
  gtk_box_append (GTK_BOX (texts), make_text (link->when, "second"));
  gtk_box_append (GTK_BOX (box), rail);
  gtk_box_append (GTK_BOX (box), texts);
  if (!last)
    gtk_box_append (GTK_BOX (box), follow_icon_new ("go-next-symbolic", "dim-label", "chevron", NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  if (link->is_this)
    gtk_widget_set_css_classes (button, (const char *[]){ "tile", NULL });
  else
    gtk_widget_set_css_classes (button, (const char *[]){ "flat", "tile-flat", NULL });
  follow_accessible_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "follow-id", g_memdup2 (&link->id, sizeof link->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (link_clicked_cb), self);
  return button;
}

static GtkWidget *
make_menu_button (GArray *links)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);
      g_autofree char *text = g_strdup_printf (_ ("%s, %s"), link->title, link->when);
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "chain.open", "x", link->id);
      g_menu_append_item (menu, item);
      if (link->is_this)
        /* Translators: a date, and which of how many inspections this is */
        label = g_strdup_printf (_ ("This inspection, %s (%u of %u)"), link->when, i + 1, links->len);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Earlier and Later Inspections"));
  return button;
}

static void
fill (FollowInspectionChain *self, GArray *links)
{
  follow_clear_children (GTK_WIDGET (self));
  self->here = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), links->len > 1);
  gtk_box_set_homogeneous (GTK_BOX (self), !self->narrow);
  if (self->narrow)
    {
      self->here = make_menu_button (links);
      gtk_box_append (GTK_BOX (self), self->here);
      return;
    }
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);
      GtkWidget *button = make_button (self, link, i + 1 == links->len);

      if (link->is_this)
        self->here = button;
      gtk_box_append (GTK_BOX (self), button);
    }
}

static void
follow_inspection_chain_dispose (GObject *object)
{
  FollowInspectionChain *self = FOLLOW_INSPECTION_CHAIN (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (follow_inspection_chain_parent_class)->dispose (object);
}

static void
follow_inspection_chain_class_init (FollowInspectionChainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_inspection_chain_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", FOLLOW_TYPE_INSPECTION_CHAIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chain.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "chain.earlier", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "chain.later", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "chain.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "chain.later", NULL);
}

static void
follow_inspection_chain_init (FollowInspectionChain *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  follow_accessible_name (GTK_WIDGET (self), _ ("Chain of inspections"));
}

GtkWidget *
follow_inspection_chain_new (FollowRegister *reg, gint64 inspection)
{
  FollowInspectionChain *self = g_object_new (FOLLOW_TYPE_INSPECTION_CHAIN, NULL);

  self->reg = g_object_ref (reg);
  self->inspection = inspection;
  follow_inspection_chain_update (self);
  return GTK_WIDGET (self);
}

void
follow_inspection_chain_set_narrow (FollowInspectionChain *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_clear_pointer (&self->text, g_free);
  follow_inspection_chain_update (self);
}

void
follow_inspection_chain_update (FollowInspectionChain *self)
{
  g_autoptr (GArray) links = read_links (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s\n", link->id, link->title, link->when);
    }
  if (g_strcmp0 (text->str, self->text) != 0)
    {
      fill (self, links);
      g_free (self->text);
      self->text = g_strdup (text->str);
    }
  g_string_free (text, TRUE);
}

void
follow_inspection_chain_focus (FollowInspectionChain *self)
{
  if (self->here != NULL)
    gtk_widget_grab_focus (self->here);
}
