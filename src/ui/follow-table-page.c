/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pages.h"

#include <glib/gi18n.h>

#include "follow-narrow-bin.h"
#include "follow-navigation.h"
#include "follow-table-page-private.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* At text scale 1. */
#define LIST_WIDTH 560
#define FORM_WIDTH 362

G_DEFINE_FINAL_TYPE (FollowTablePage, follow_table_page, FOLLOW_TYPE_PAGE)

static gboolean
is_folded (FollowTablePage *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

static void
update_panes (FollowTablePage *self)
{
  gboolean open = self->record != NULL || self->several;

  gtk_widget_set_visible (self->form_pane, open);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !self->several);
  gtk_widget_set_visible (GTK_WIDGET (self->several_page), self->several);
  gtk_widget_set_sensitive (self->previous_button, !self->several);
  gtk_widget_set_sensitive (self->next_button, !self->several);
  gtk_widget_set_sensitive (self->open_button, !self->several);
  gtk_widget_set_sensitive (self->record_menu, !self->several);
  gtk_widget_set_visible (self->separator, open);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (self->list_header), !open || is_folded (self));
  gtk_widget_set_visible (self->form_back, is_folded (self));
}

/* Puts a record into the form beside the table; NULL closes the form. */
void
follow_table_page_show_form (FollowTablePage *self, FollowRecord *record)
{
  gboolean changes = self->several || (self->record != NULL) != (record != NULL);

  self->several = FALSE;
  g_set_object (&self->record, record);
  follow_form_set_record (self->form, record);
  if (changes)
    update_panes (self);
  if (record == NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

/* A form shows one record: with several selected, nobody may take it for all of them. */
static void
show_several (FollowTablePage *self, guint n_selected)
{
  /* Translators: how many records are selected, and their kind: "3 Actions Selected" */
  g_autofree char *title =
      g_strdup_printf (_ ("%u %s Selected"), n_selected, follow_kind_get_plural (self->kind));

  adw_status_page_set_title (self->several_page, title);
  if (self->several)
    return;
  self->several = TRUE;
  g_clear_object (&self->record);
  follow_form_set_record (self->form, NULL);
  update_panes (self);
}

static void
selection_changed_cb (FollowTablePage *self)
{
  g_autoptr (GArray) ids = follow_table_get_selected (self->table);
  g_autoptr (FollowRecord) record = NULL;

  follow_bulk_bar_set_selected (self->bulk_bar, ids);
  gtk_stack_set_visible_child_name (self->foot, ids->len > 1 ? "bulk" : "counts");
  if (self->opening)
    return;
  if (ids->len > 1)
    {
      show_several (self, ids->len);
      return;
    }
  record = follow_table_get_selected_record (self->table);
  if (record != NULL || self->record == NULL || follow_record_is_stored (self->record))
    follow_table_page_show_form (self, record);
}

static void
shown_changed_cb (FollowTablePage *self)
{
  guint n_rows = follow_table_get_n_rows (self->table);
  g_autoptr (FollowQuery) query = follow_filter_bar_dup_query (self->filter_bar);

  if (n_rows > 0)
    gtk_stack_set_visible_child_name (self->stack, "rows");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      follow_filter_bar_is_active (self->filter_bar) ? "no-match" : "empty");
  follow_table_footer_update (self->footer, query, n_rows);
}

static void
filter_changed_cb (FollowTablePage *self)
{
  g_autoptr (FollowQuery) query = follow_filter_bar_dup_query (self->filter_bar);

  follow_table_set_query (self->table, query);
  shown_changed_cb (self);
}

static void
record_activated_cb (FollowTablePage *self, FollowRecord *record)
{
  follow_navigation_open_record (GTK_WIDGET (self), follow_record_get_id (record));
}

static void
count_activated_cb (FollowTablePage *self, const char *id)
{
  const FollowPlace *place = follow_place_find (id);
  const FollowField *field = follow_kind_find_field (self->kind, place->field);
  g_autoptr (FollowValue) value = follow_field_read (field, place->value, NULL);

  follow_filter_bar_add (self->filter_bar, field->name, FOLLOW_TEST_IS, value);
}

static void
leaflet_folded_cb (FollowTablePage *self)
{
  if (self->list_header != NULL)
    update_panes (self);
}

static void
clear_clicked_cb (FollowTablePage *self)
{
  follow_filter_bar_clear (self->filter_bar);
}

static void
form_back_clicked_cb (FollowTablePage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
previous_clicked_cb (FollowTablePage *self)
{
  follow_table_move (self->table, -1);
}

static void
next_clicked_cb (FollowTablePage *self)
{
  follow_table_move (self->table, 1);
}

static void
open_clicked_cb (FollowTablePage *self)
{
  if (self->record != NULL)
    follow_navigation_open_record (GTK_WIDGET (self), follow_record_get_id (self->record));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_clicked_cb (FOLLOW_TABLE_PAGE (widget));
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (widget);

  if (self->record != NULL)
    follow_navigation_show_history (widget, follow_record_get_id (self->record));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (widget);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) ids = follow_table_get_selected (self->table);

  if (ids->len > 1)
    {
      follow_bulk_bar_remove (self->bulk_bar);
      return;
    }
  if (self->record == NULL)
    return;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records, g_object_ref (self->record));
  follow_table_page_show_form (self, NULL);
  if (follow_record_is_stored (records->pdata[0]))
    follow_navigation_remove (widget, records);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_table_move (FOLLOW_TABLE_PAGE (widget)->table, g_str_equal (name, "table.previous") ? -1 : 1);
}

static void
filter_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_filter_bar_open_menu (FOLLOW_TABLE_PAGE (widget)->filter_bar);
}

static void
follow_table_page_create (FollowPage *page)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (page);
  g_autoptr (FollowRecord) record = follow_record_new (self->kind, 0);

  self->opening = TRUE;
  follow_table_unselect (self->table);
  self->opening = FALSE;
  follow_table_page_show_form (self, record);
  if (is_folded (self))
    adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
  follow_form_focus (self->form);
}

static void
follow_table_page_export (FollowPage *page)
{
  follow_table_page_ask_export (FOLLOW_TABLE_PAGE (page));
}

static void
follow_table_page_find (FollowPage *page)
{
  follow_filter_bar_focus (FOLLOW_TABLE_PAGE (page)->filter_bar);
}

static gboolean
follow_table_page_escape (FollowPage *page)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (page);

  if (is_folded (self) && adw_leaflet_get_visible_child (self->leaflet) == self->form_pane)
    {
      adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
      return TRUE;
    }
  if (self->record != NULL || self->several)
    {
      follow_table_unselect (self->table);
      follow_table_page_show_form (self, NULL);
      follow_table_focus (self->table);
      return TRUE;
    }
  return follow_filter_bar_step_back (self->filter_bar);
}

static void
follow_table_page_next_pane (FollowPage *page)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (page);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_form = focus != NULL && gtk_widget_is_ancestor (focus, self->form_pane);

  if (self->record != NULL && !in_form)
    follow_form_focus (self->form);
  else
    follow_table_focus (self->table);
}

static gboolean
follow_table_page_show_record (FollowPage *page, gint64 id)
{
  /* A record of a table opens as a page of its own; the table only shows it when it is asked to select. */
  return FALSE;
}

static void
follow_table_page_shown (FollowPage *page)
{
  follow_table_focus (FOLLOW_TABLE_PAGE (page)->table);
}

static void
follow_table_page_dispose (GObject *object)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (object);

  if (self->form != NULL)
    follow_form_set_record (self->form, NULL);
  self->form = NULL;
  g_clear_object (&self->record);
  /* The bin would let go once more of what the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOLLOW_TYPE_TABLE_PAGE);

  G_OBJECT_CLASS (follow_table_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, table_bin);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, empty);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, empty_new);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, no_match);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, foot);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, separator);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, form_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, form_box);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, several_page);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, form_title);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, form_back);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, record_menu);
  gtk_widget_class_bind_template_child (widget_class, FollowTablePage, open_button);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
follow_table_page_class_init (FollowTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FollowPageClass *page_class = FOLLOW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_table_page_dispose;
  page_class->create = follow_table_page_create;
  page_class->export = follow_table_page_export;
  page_class->find = follow_table_page_find;
  page_class->escape = follow_table_page_escape;
  page_class->next_pane = follow_table_page_next_pane;
  page_class->show_record = follow_table_page_show_record;
  page_class->shown = follow_table_page_shown;

  g_type_ensure (FOLLOW_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-table-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "table.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "table.previous", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "table.next", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "table.filter", NULL, filter_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "table.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "table.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "table.filter", NULL);
}

static void
follow_table_page_init (FollowTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_keep_width (self->list_pane, LIST_WIDTH);
  follow_keep_width (self->form_pane, FORM_WIDTH);
  follow_accessible_name (self->form_back, _ ("Back to the list"));
  follow_accessible_name (self->previous_button, _ ("Previous record"));
  follow_accessible_name (self->next_button, _ ("Next record"));
  follow_accessible_name (self->record_menu, _ ("Menu of the record"));
  follow_accessible_name (self->open_button, _ ("Open as a page"));
}

static void
show_empty_words (FollowTablePage *self)
{
  g_autofree char *none = g_strdup_printf (_ ("No %s Yet"), follow_kind_get_plural (self->kind));
  g_autofree char *no_match = g_strdup_printf (_ ("No %s Match"), follow_kind_get_plural (self->kind));
  g_autofree char *new_label = g_strdup_printf (_ ("_New %s"), follow_kind_get_label (self->kind));

  adw_status_page_set_title (self->empty, none);
  adw_status_page_set_icon_name (self->empty, self->place->icon);
  adw_status_page_set_description (self->empty, _ ("What is recorded here is saved by itself, with its "
                                                   "history. Old trackers can come in from a file."));
  adw_status_page_set_title (self->no_match, no_match);
  gtk_button_set_label (self->empty_new, new_label);
  gtk_button_set_use_underline (self->empty_new, TRUE);
}

/* Puts up the table, the filter bar and the footer of one kind of record. */
void
follow_table_page_show_kind (FollowTablePage *self, const FollowKind *kind)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  g_autoptr (FollowQuery) query = NULL;
  GtkWidget *old = self->filter_bar != NULL ? GTK_WIDGET (self->filter_bar) : NULL;
  GtkWidget *child;

  follow_table_page_show_form (self, NULL);
  self->kind = kind;
  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->list_pane), old);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->foot))) != NULL)
    gtk_stack_remove (self->foot, child);

  self->filter_bar = FOLLOW_FILTER_BAR (follow_filter_bar_new (reg, kind));
  gtk_box_insert_child_after (GTK_BOX (self->list_pane), GTK_WIDGET (self->filter_bar), self->list_header);
  if (self->place->field != NULL && g_str_equal (self->place->kind, kind->name))
    count_activated_cb (self, self->place->id);
  g_signal_connect_swapped (self->filter_bar, "changed", G_CALLBACK (filter_changed_cb), self);

  self->footer = FOLLOW_TABLE_FOOTER (follow_table_footer_new (reg, kind));
  self->bulk_bar = FOLLOW_BULK_BAR (follow_bulk_bar_new (reg, kind));
  gtk_stack_add_named (self->foot, GTK_WIDGET (self->footer), "counts");
  gtk_stack_add_named (self->foot, GTK_WIDGET (self->bulk_bar), "bulk");
  g_signal_connect_swapped (self->footer, "count-activated", G_CALLBACK (count_activated_cb), self);
  g_signal_connect_swapped (self->bulk_bar, "export-clicked", G_CALLBACK (follow_table_page_ask_export),
                            self);

  query = follow_filter_bar_dup_query (self->filter_bar);
  self->table = FOLLOW_TABLE (follow_table_new (reg, query));
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  g_signal_connect_swapped (self->table, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->table, "shown-changed", G_CALLBACK (shown_changed_cb), self);
  g_signal_connect_swapped (self->table, "record-activated", G_CALLBACK (record_activated_cb), self);
  show_empty_words (self);
  shown_changed_cb (self);
}

static void
set_up_header (FollowTablePage *self)
{
  GtkWidget *new_button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *export_button =
      follow_icon_button_new ("follow-export-symbolic", _ ("Export This List (Ctrl+E)"));

  self->list_header = follow_page_header_new (FOLLOW_PAGE (self));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_New"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (new_button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (new_button), "win.new");
  gtk_widget_set_tooltip_text (new_button, _ ("New Record (Ctrl+N)"));
  follow_accessible_name (new_button, _ ("New record"));
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->list_header), new_button);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->list_header), follow_table_page_make_columns_button (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export_button), "win.export");
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->list_header), export_button);
  if (self->place->also[0] != NULL)
    gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->list_header),
                                     follow_table_page_make_kind_switch (self));
  gtk_box_prepend (GTK_BOX (self->list_pane), self->list_header);
}

FollowPage *
follow_table_page_new (FollowRegister *reg, const char *place_id)
{
  const FollowPlace *place = follow_place_find (place_id);
  g_autofree char *title = follow_place_dup_label (place, follow_register_get_due_soon_days (reg));
  FollowTablePage *self =
      g_object_new (FOLLOW_TYPE_TABLE_PAGE, "reg", reg, "place", place_id, "title", title, NULL);

  self->place = place;
  self->form = FOLLOW_FORM (follow_form_new (reg));
  gtk_box_insert_child_after (self->form_box, GTK_WIDGET (self->form),
                              gtk_widget_get_first_child (GTK_WIDGET (self->form_box)));
  g_object_bind_property (self->form, "title", self->form_title, "title", G_BINDING_DEFAULT);
  set_up_header (self);
  follow_table_page_show_kind (self, follow_kind_find (place->kind));
  update_panes (self);
  return FOLLOW_PAGE (self);
}

void
follow_table_page_filter (FollowPage *page, const char *field, FollowTest test, const char *value)
{
  FollowTablePage *self = FOLLOW_TABLE_PAGE (page);
  g_autoptr (FollowValue) read =
      value != NULL ? follow_field_read (follow_kind_find_field (self->kind, field), value, NULL) : NULL;

  follow_filter_bar_add (self->filter_bar, field, test, read);
}
