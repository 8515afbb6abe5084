/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-sources.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "follow-chooser.h"
#include "follow-date.h"
#include "follow-field-row.h"
#include "follow-link-search.h"
#include "follow-navigation.h"
#include "follow-record-text.h"
#include "follow-widgets.h"

struct _FollowSources
{
  GtkBox parent_instance;
  FollowRegister *reg;
  FollowRecord *record; /* nullable */
  const FollowField *field;
  GPtrArray *rows; /* not owned */
  GArray *ids;     /* gint64: what the rows show */

  /* Children */
  GtkWidget *box;
  GtkWidget *button;
  FollowChooser *chooser;
};

G_DEFINE_FINAL_TYPE (FollowSources, follow_sources, GTK_TYPE_BOX)

static GListModel *
search (const char *text, gpointer data)
{
  FollowSources *self = FOLLOW_SOURCES (data);

  return follow_link_search (self->reg, self->record, self->field, text);
}

/* "Area for improvement 3". Returns: (transfer full) */
static char *
describe (FollowRecord *record, FollowRegister *reg)
{
  const FollowField *type = follow_kind_find_field (follow_record_get_kind (record), "type");
  g_autofree char *words =
      type != NULL ? follow_field_format (type, follow_record_get (record, "type")) : NULL;
  const char *number = follow_register_get_number (reg, follow_record_get_id (record));

  if (words == NULL)
    return follow_record_dup_link_text (reg, follow_record_get_id (record));
  return number != NULL && *number != '\0' ? g_strdup_printf ("%s %s", words, number)
                                           : g_steal_pointer (&words);
}

/* Where it stands, and what it says. Returns: (transfer full) */
static char *
describe_place (FollowRecord *record, FollowRegister *reg)
{
  gint64 parent_id = follow_record_get_parent_id (record);
  g_autofree char *title = follow_record_get_title (record);
  g_autofree char *place = parent_id != 0 ? follow_record_dup_link_text (reg, parent_id) : g_strdup ("");

  return *place != '\0' ? g_strdup_printf ("%s\n%s", place, title) : g_steal_pointer (&title);
}

static gint64
get_row_id (GtkWidget *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "follow-id");
}

static void
row_activated_cb (GtkWidget *row)
{
  follow_navigation_open_record (row, get_row_id (row));
}

static void
remove_clicked_cb (FollowSources *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  if (self->record == NULL)
    return;
  gtk_widget_grab_focus (self->button);
  follow_link_remove (self->record, self->field, get_row_id (row));
}

static GtkWidget *
create_row (FollowSources *self, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (FollowRecord) record = follow_register_find (self->reg, id, NULL);
  g_autofree char *title = record != NULL ? describe (record, self->reg) : g_strdup (_ ("Unknown record"));
  g_autofree char *place = record != NULL ? describe_place (record, self->reg) : g_strdup ("");
  /* Translators: takes a source away; %s is what it is called */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);
  GtkWidget *remove = follow_icon_button_new ("window-close-symbolic", name);

  /* By itself and first: the labels hear of it only when the call is over. */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", title, "subtitle", place, "activatable", TRUE, "subtitle-lines", 3, NULL);
  gtk_widget_set_tooltip_text (row, place);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), follow_icon_new ("follow-inspections-symbolic", NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), follow_icon_new ("go-next-symbolic", NULL));
  g_object_set_data_full (G_OBJECT (row), "follow-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return row;
}

static void
show_chosen (FollowSources *self)
{
  g_autoptr (GListStore) chosen = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (FollowChoiceItem) item =
          follow_link_item_new (self->reg, g_array_index (self->ids, gint64, i));

      g_list_store_append (chosen, item);
    }
  follow_chooser_set_chosen (self->chooser, G_LIST_MODEL (chosen));
}

static void
show_rows (FollowSources *self)
{
  guint n_ids = 0;
  const gint64 *ids =
      self->record != NULL
          ? follow_value_get_links (follow_record_get (self->record, self->field->name), &n_ids)
          : NULL;

  if (n_ids == self->ids->len && (n_ids == 0 || memcmp (ids, self->ids->data, n_ids * sizeof *ids) == 0))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->box), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_ids; i++)
    {
      GtkWidget *row = create_row (self, ids[i]);

      gtk_list_box_insert (GTK_LIST_BOX (self->box), row, i);
      g_ptr_array_add (self->rows, row);
      g_array_append_val (self->ids, ids[i]);
    }
  show_chosen (self);
}

static void
item_chosen_cb (FollowSources *self, FollowChoiceItem *item)
{
  gint64 id = follow_choice_item_get_id (item);

  if (self->record == NULL)
    return;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        follow_link_remove (self->record, self->field, id);
        return;
      }
  follow_link_add (self->record, self->field, id);
}

static void
follow_sources_dispose (GObject *object)
{
  FollowSources *self = FOLLOW_SOURCES (object);

  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_sources_parent_class)->dispose (object);
}

static void
follow_sources_finalize (GObject *object)
{
  g_ptr_array_unref (FOLLOW_SOURCES (object)->rows);
  g_array_unref (FOLLOW_SOURCES (object)->ids);

  G_OBJECT_CLASS (follow_sources_parent_class)->finalize (object);
}

static void
follow_sources_class_init (FollowSourcesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_sources_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_sources_finalize;
}

static void
follow_sources_init (FollowSources *self)
{
  self->rows = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
}

static GtkWidget *
create_tail (FollowSources *self)
{
  GtkWidget *chooser = follow_chooser_new (_ ("Find a source"));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *row;

  self->chooser = FOLLOW_CHOOSER (chooser);
  self->button = gtk_menu_button_new ();
  follow_chooser_set_search (self->chooser, search, self, NULL);
  follow_chooser_set_several (self->chooser, TRUE);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (item_chosen_cb), self);
  gtk_box_append (GTK_BOX (content), follow_icon_new ("list-add-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), follow_label_new (_ ("Add Source…"), NULL));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), chooser);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "link-row");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  follow_accessible_name (self->button, _ ("Add Source"));
  row = follow_field_row_new ("", self->button, NULL);
  follow_accessible_name (self->button, _ ("Add Source"));
  return row;
}

GtkWidget *
follow_sources_new (FollowRegister *reg, const FollowField *field, const char *title)
{
  FollowSources *self = g_object_new (FOLLOW_TYPE_SOURCES, NULL);

  self->reg = g_object_ref (reg);
  self->field = field;
  gtk_box_append (GTK_BOX (self), follow_heading_new (title));
  gtk_box_append (GTK_BOX (self), self->box);
  gtk_list_box_append (GTK_LIST_BOX (self->box), create_tail (self));
  follow_accessible_name (self->box, _ ("Sources"));
  return GTK_WIDGET (self);
}

void
follow_sources_set_record (FollowSources *self, FollowRecord *record)
{
  g_set_object (&self->record, record);
  show_rows (self);
}

void
follow_sources_refresh (FollowSources *self)
{
  show_rows (self);
}
