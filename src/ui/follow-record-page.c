/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pages.h"

#include <glib/gi18n.h>

#include "follow-form.h"
#include "follow-navigation.h"
#include "follow-places.h"
#include "follow-record-text.h"
#include "follow-widgets.h"

#define FOLLOW_TYPE_RECORD_PAGE (follow_record_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowRecordPage, follow_record_page, FOLLOW, RECORD_PAGE, FollowPage)

/* The form of one record, as a page of its own. */
struct _FollowRecordPage
{
  FollowPage parent_instance;
  gboolean was_shown;

  /* Children */
  FollowForm *form;
};

G_DEFINE_FINAL_TYPE (FollowRecordPage, follow_record_page, FOLLOW_TYPE_PAGE)

static FollowRecord *
get_record (FollowRecordPage *self)
{
  return follow_form_get_record (self->form);
}

static void
show_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  follow_navigation_show_history (widget, follow_record_get_id (get_record (FOLLOW_RECORD_PAGE (widget))));
}

static void
copy_as_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowRecordPage *self = FOLLOW_RECORD_PAGE (widget);
  g_autofree char *text = NULL;

  follow_form_flush (self->form);
  text = follow_record_dup_text (follow_page_get_register (FOLLOW_PAGE (self)), get_record (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  follow_navigation_tell (widget, _ ("Copied as text"), FALSE);
}

static void
move_to_bin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowRecordPage *self = FOLLOW_RECORD_PAGE (widget);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  follow_form_flush (self->form);
  if (!follow_record_is_stored (get_record (self)))
    return;
  g_ptr_array_add (records, g_object_ref (get_record (self)));
  follow_navigation_remove (widget, records);
  follow_navigation_back (widget);
}

static void
form_titled_cb (FollowRecordPage *self)
{
  FollowRecord *record = get_record (self);
  gboolean stored = record != NULL && follow_record_is_stored (record);

  follow_page_set_title (FOLLOW_PAGE (self), follow_form_get_title (self->form));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.history", stored);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.remove", stored);
}

static void
follow_record_page_create (FollowPage *page)
{
  const FollowKind *kind = follow_record_get_kind (get_record (FOLLOW_RECORD_PAGE (page)));
  g_autoptr (FollowRecord) record = NULL;

  if (kind->parent != NULL)
    return;
  record = follow_record_new (kind, 0);
  follow_navigation_push (GTK_WIDGET (page),
                          follow_record_page_new (follow_page_get_register (page), record));
}

static gboolean
follow_record_page_show_record (FollowPage *page, gint64 id)
{
  FollowRecordPage *self = FOLLOW_RECORD_PAGE (page);

  return follow_record_get_id (get_record (self)) == id || follow_form_show_child (self->form, id);
}

/* In a new record one begins to type; in another nothing shall be typed over by mistake. */
static void
follow_record_page_shown (FollowPage *page)
{
  FollowRecordPage *self = FOLLOW_RECORD_PAGE (page);

  if (self->was_shown)
    return;
  self->was_shown = TRUE;
  if (follow_record_is_stored (get_record (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  else
    follow_form_focus (self->form);
}

static void
follow_record_page_class_init (FollowRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOLLOW_PAGE_CLASS (klass)->create = follow_record_page_create;
  FOLLOW_PAGE_CLASS (klass)->show_record = follow_record_page_show_record;
  FOLLOW_PAGE_CLASS (klass)->shown = follow_record_page_shown;
  gtk_widget_class_install_action (widget_class, "record.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "record.copy", NULL, copy_as_text);
  gtk_widget_class_install_action (widget_class, "record.remove", NULL, move_to_bin);
}

static void
follow_record_page_init (FollowRecordPage *self)
{
}

static GtkWidget *
create_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_History"), "record.history");
  g_menu_append (menu, _ ("_Copy as Text"), "record.copy");
  g_menu_append (menu, _ ("_Move to the Bin"), "record.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More"));
  follow_accessible_name (button, _ ("More"));
  return button;
}

FollowPage *
follow_record_page_new (FollowRegister *reg, FollowRecord *record)
{
  const FollowPlace *place = follow_place_for_kind (follow_record_get_kind (record));
  FollowRecordPage *self =
      g_object_new (FOLLOW_TYPE_RECORD_PAGE, "reg", reg, "place", place != NULL ? place->id : NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = follow_page_header_new (FOLLOW_PAGE (self));
  GtkWidget *form = follow_form_new (reg);

  self->form = FOLLOW_FORM (form);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), create_menu_button ());
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), form);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (form, "notify::title", G_CALLBACK (form_titled_cb), self, G_CONNECT_SWAPPED);
  follow_form_set_record (self->form, record);
  return FOLLOW_PAGE (self);
}
