/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-inspection-page-private.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-inspection-facts.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* At text scale 1. */
#define MAIN_WIDTH 380
#define GRADES_WIDTH 286
#define FORM_WIDTH 362
#define ROOM_FOR_GRADES 700

/* Several writes in a row are shown at once. */
#define UPDATE_AFTER_MS 60

G_DEFINE_FINAL_TYPE (FollowInspectionPage, follow_inspection_page, FOLLOW_TYPE_PAGE)

static gint64
get_id (FollowInspectionPage *self)
{
  return follow_record_get_id (self->inspection);
}

static gboolean
is_folded (FollowInspectionPage *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

/* “Care Inspectorate and partners · published 18 March 2025” */
static char *
describe_subtitle (FollowInspectionPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  gint64 body = follow_record_get_link (self->inspection, "body");
  const char *published = follow_record_get_text (self->inspection, "published");
  g_autofree char *date = follow_date_format_long (published);
  GString *text = g_string_new (NULL);

  if (body != 0 && follow_record_get (self->inspection, "partners") != NULL)
    g_string_append_printf (text, _ ("%s and partners"), follow_register_get_title (reg, body));
  else if (body != 0)
    g_string_append (text, follow_register_get_title (reg, body));
  if (text->len > 0)
    g_string_append (text, " · ");
  if (published != NULL)
    g_string_append_printf (text, _ ("published %s"), date);
  else
    g_string_append (text, _ ("not published yet"));
  return g_string_free (text, FALSE);
}

/* The form takes the grades' place; with little room these stand above the findings. */
static void
arrange (FollowInspectionPage *self)
{
  gboolean open = self->finding != NULL;
  gboolean narrow = follow_width_bin_is_narrow (self->width);
  gboolean aside = !narrow && !(open && !is_folded (self));
  AdwBin *place = aside ? self->side_grades : self->top_grades;
  GtkWidget *grades = GTK_WIDGET (self->grades);

  gtk_widget_set_visible (self->form_pane, open);
  gtk_widget_set_visible (self->separator, open);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (self->header), !open || is_folded (self));
  gtk_button_set_icon_name (GTK_BUTTON (self->form_close),
                            is_folded (self) ? "go-previous-symbolic" : "window-close-symbolic");
  if (gtk_widget_get_parent (grades) != GTK_WIDGET (place) && (aside || narrow))
    {
      g_object_ref (grades);
      adw_bin_set_child (self->side_grades, NULL);
      adw_bin_set_child (self->top_grades, NULL);
      adw_bin_set_child (place, grades);
      g_object_unref (grades);
    }
  follow_grade_list_set_narrow (self->grades, narrow);
  follow_inspection_chain_set_narrow (self->chain, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->top_grades), narrow);
  gtk_widget_set_visible (self->grades_scroller, aside);
  gtk_widget_set_visible (self->grades_separator, aside);
}

static FollowFindingRow *
find_row (FollowInspectionPage *self, gint64 id)
{
  FollowFindingRow *row = NULL;

  for (guint i = 0; row == NULL && i < FOLLOW_N_FINDING_TYPES; i++)
    row = follow_finding_group_find_row (self->groups[i], id);
  return row;
}

/* Puts a finding into the form beside; NULL closes the form. */
void
follow_inspection_page_open_finding (FollowInspectionPage *self, FollowRecord *finding)
{
  g_autofree char *title = finding != NULL ? follow_finding_name (finding) : NULL;

  g_set_object (&self->finding, finding);
  follow_form_set_record (self->form, finding);
  adw_window_title_set_title (self->form_title, title != NULL ? title : "");
  for (guint i = 0; i < FOLLOW_N_FINDING_TYPES; i++)
    follow_finding_group_mark_open (self->groups[i], finding != NULL ? follow_record_get_id (finding) : 0);
  arrange (self);
  adw_leaflet_set_visible_child (self->leaflet,
                                 finding != NULL && is_folded (self) ? self->form_pane : self->main_pane);
}

/* Scrolls so far that the whole of @row is seen, if it fits. */
static void
scroll_to (FollowInspectionPage *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->findings_scroller);
  double top;

  if (gtk_widget_translate_coordinates (row, GTK_WIDGET (self->findings), 0, 0, NULL, &top))
    gtk_adjustment_clamp_page (adjustment, top, top + gtk_widget_get_height (row));
}

static gboolean
show_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (widget);
  FollowFindingRow *row = find_row (self, self->wanted);

  if (row != NULL && gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE; /* it has no place yet */
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
  self->wanted = 0;
  return G_SOURCE_REMOVE;
}

static void
want_in_view (FollowInspectionPage *self, gint64 id)
{
  if (self->wanted == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_wanted_cb, NULL, NULL);
  self->wanted = id;
}

/* The one that is being typed stands in its own line until it is done. */
static GPtrArray *
load_findings (FollowInspectionPage *self)
{
  g_autoptr (GPtrArray) findings = follow_register_load_children (
      follow_page_get_register (FOLLOW_PAGE (self)), follow_kind_find ("finding"), get_id (self), NULL);

  for (guint i = findings != NULL ? findings->len : 0; i > 0 && self->is_adding; i--)
    if (follow_record_get_id (findings->pdata[i - 1]) == follow_finding_entry_get_id (self->entry))
      g_ptr_array_remove_index (findings, i - 1);
  return g_steal_pointer (&findings);
}

static void
update (FollowInspectionPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  g_autofree char *subtitle = describe_subtitle (self);
  g_autoptr (GPtrArray) findings = load_findings (self);

  follow_page_set_title (FOLLOW_PAGE (self), follow_record_get_text (self->inspection, "title"));
  follow_page_set_subtitle (FOLLOW_PAGE (self), subtitle);
  follow_inspection_chain_update (self->chain);
  follow_grade_list_update (self->grades);
  follow_finding_entry_update (self->entry);
  for (guint i = 0; findings != NULL && i < FOLLOW_N_FINDING_TYPES; i++)
    follow_finding_group_set_findings (self->groups[i], findings);
  gtk_widget_set_visible (self->no_findings, findings != NULL && findings->len == 0 && !self->is_adding);
  if (self->finding == NULL)
    return;
  if (follow_register_is_removed (reg, follow_record_get_id (self->finding)))
    follow_inspection_page_open_finding (self, NULL);
  else
    {
      g_autofree char *title = follow_finding_name (self->finding);

      adw_window_title_set_title (self->form_title, title);
      for (guint i = 0; i < FOLLOW_N_FINDING_TYPES; i++)
        follow_finding_group_mark_open (self->groups[i], follow_record_get_id (self->finding));
    }
}

static gboolean
update_cb (gpointer data)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (data);

  self->update_source = 0;
  if (!follow_register_is_removed (follow_page_get_register (FOLLOW_PAGE (self)), get_id (self)))
    update (self);
  else if (gtk_widget_get_mapped (data)) /* else others stand on top of it */
    follow_navigation_back (data);
  return G_SOURCE_REMOVE;
}

static void
register_changed_cb (FollowInspectionPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_timeout_add (UPDATE_AFTER_MS, update_cb, self);
}

static void
leaflet_folded_cb (FollowInspectionPage *self)
{
  if (self->grades == NULL)
    return;
  arrange (self);
  if (self->finding != NULL)
    adw_leaflet_set_visible_child (self->leaflet, is_folded (self) ? self->form_pane : self->main_pane);
}

static void
finding_activated_cb (FollowInspectionPage *self, FollowRecord *finding)
{
  follow_inspection_page_open_finding (self, finding);
  follow_form_focus (self->form);
}

static void
form_close_clicked_cb (FollowInspectionPage *self)
{
  follow_page_escape (FOLLOW_PAGE (self));
}

static void
inspection_chosen_cb (FollowInspectionPage *self, gint64 id)
{
  FollowPage *page = follow_inspection_page_new (follow_page_get_register (FOLLOW_PAGE (self)), id);

  FOLLOW_INSPECTION_PAGE (page)->at_chain = TRUE;
  follow_navigation_push (GTK_WIDGET (self), page);
}

static void
focus_findings (FollowInspectionPage *self)
{
  for (guint i = 0; i < FOLLOW_N_FINDING_TYPES; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->groups[i])))
      {
        gtk_widget_child_focus (GTK_WIDGET (self->groups[i]), GTK_DIR_TAB_FORWARD);
        return;
      }
  gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD);
}

static void
show_entry (FollowInspectionPage *self, gboolean show)
{
  self->is_adding = show;
  gtk_widget_set_visible (GTK_WIDGET (self->entry), show);
  update (self);
}

static void
finding_added_cb (FollowInspectionPage *self, FollowRecord *finding)
{
  update (self);
  want_in_view (self, follow_record_get_id (finding));
}

static void
entry_closed_cb (FollowInspectionPage *self)
{
  if (!follow_finding_entry_keep (self->entry))
    return;
  show_entry (self, FALSE);
  focus_findings (self);
}

static void
follow_inspection_page_create_inside (FollowPage *page)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (page);

  if (is_folded (self))
    adw_leaflet_set_visible_child (self->leaflet, self->main_pane);
  if (self->is_adding && !follow_finding_entry_keep (self->entry))
    return;
  show_entry (self, TRUE);
  follow_finding_entry_focus (self->entry);
}

static gboolean
follow_inspection_page_escape (FollowPage *page)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (page);
  FollowFindingRow *row;

  if (self->is_adding)
    {
      entry_closed_cb (self);
      return TRUE;
    }
  if (self->finding == NULL)
    return FALSE;
  /* The focus goes first: GTK does not let go of what is hidden with the focus in it. */
  row = find_row (self, follow_record_get_id (self->finding));
  adw_leaflet_set_visible_child (self->leaflet, self->main_pane);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  follow_inspection_page_open_finding (self, NULL);
  return TRUE;
}

static void
follow_inspection_page_next_pane (FollowPage *page)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (page);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *aside = self->finding != NULL ? self->form_pane : GTK_WIDGET (self->grades);

  if (focus != NULL && gtk_widget_is_ancestor (focus, aside))
    focus_findings (self);
  else if (self->finding != NULL)
    follow_form_focus (self->form);
  else
    gtk_widget_child_focus (aside, GTK_DIR_TAB_FORWARD);
}

static gboolean
follow_inspection_page_show_record (FollowPage *page, gint64 id)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (page);
  FollowFindingRow *row = find_row (self, id);

  if (row == NULL)
    return id == get_id (self) || follow_grade_list_show (self->grades, id);
  follow_inspection_page_open_finding (self, follow_finding_row_get_finding (row));
  want_in_view (self, id);
  return TRUE;
}

static void
follow_inspection_page_shown (FollowPage *page)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (page);

  if (self->at_chain)
    follow_inspection_chain_focus (self->chain);
  else if (self->finding == NULL)
    focus_findings (self);
}

static void
follow_inspection_page_dispose (GObject *object)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->form != NULL)
    follow_form_set_record (self->form, NULL);
  self->form = NULL;
  self->grades = NULL;
  g_clear_object (&self->finding);
  g_clear_object (&self->inspection);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOLLOW_TYPE_INSPECTION_PAGE);

  G_OBJECT_CLASS (follow_inspection_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, main_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, separator);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, form_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, form_title);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, form_close);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, form_menu);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, body);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, findings_scroller);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, findings);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, top_grades);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, no_findings);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, grades_separator);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, grades_scroller);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, side_grades);
  gtk_widget_class_bind_template_child (widget_class, FollowInspectionPage, inspection_menu);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_close_clicked_cb);
}

static void
follow_inspection_page_class_init (FollowInspectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FollowPageClass *page_class = FOLLOW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_inspection_page_dispose;
  page_class->create_inside = follow_inspection_page_create_inside;
  page_class->escape = follow_inspection_page_escape;
  page_class->next_pane = follow_inspection_page_next_pane;
  page_class->show_record = follow_inspection_page_show_record;
  page_class->shown = follow_inspection_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-inspection-page.ui");
  bind_children (widget_class);
  follow_inspection_page_install_actions (widget_class);
}

static void
follow_inspection_page_init (FollowInspectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_keep_width (self->main_pane, MAIN_WIDTH);
  follow_keep_width (self->grades_scroller, GRADES_WIDTH);
  follow_keep_width (self->form_pane, FORM_WIDTH);
  follow_accessible_name (self->form_close, _ ("Back to the inspection"));
  follow_accessible_name (self->form_menu, _ ("Menu of the finding"));
}

static void
set_up_header (FollowInspectionPage *self)
{
  GtkWidget *add = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *menu = gtk_menu_button_new ();

  self->header = follow_page_header_new (FOLLOW_PAGE (self));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_Finding"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (add), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.new-inside");
  gtk_widget_set_tooltip_text (add, _ ("New Finding (Ctrl+Shift+N)"));
  follow_accessible_name (add, _ ("New finding"));
  gtk_header_bar_pack_start (GTK_HEADER_BAR (self->header), add);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), self->inspection_menu);
  gtk_widget_set_tooltip_text (menu, _ ("Details, Follow-through, History"));
  follow_accessible_name (menu, _ ("Menu of the inspection"));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (self->header), menu);
  gtk_box_append (GTK_BOX (self->main_pane), self->header);
}

static void
set_up_findings (FollowInspectionPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));

  self->chain = FOLLOW_INSPECTION_CHAIN (follow_inspection_chain_new (reg, get_id (self)));
  g_signal_connect_swapped (self->chain, "chosen", G_CALLBACK (inspection_chosen_cb), self);
  gtk_box_prepend (self->findings, GTK_WIDGET (self->chain));
  for (guint i = 0; i < FOLLOW_N_FINDING_TYPES; i++)
    {
      self->groups[i] = FOLLOW_FINDING_GROUP (follow_finding_group_new (reg, follow_finding_types[i]));
      g_signal_connect_swapped (self->groups[i], "finding-activated", G_CALLBACK (finding_activated_cb),
                                self);
      gtk_box_append (self->findings, GTK_WIDGET (self->groups[i]));
    }
  self->entry = FOLLOW_FINDING_ENTRY (follow_finding_entry_new (reg, get_id (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "finding-entry");
  g_signal_connect_swapped (self->entry, "added", G_CALLBACK (finding_added_cb), self);
  g_signal_connect_swapped (self->entry, "closed", G_CALLBACK (entry_closed_cb), self);
  gtk_box_append (GTK_BOX (self->main_pane), GTK_WIDGET (self->entry));
}

FollowPage *
follow_inspection_page_new (FollowRegister *reg, gint64 id)
{
  FollowInspectionPage *self =
      g_object_new (FOLLOW_TYPE_INSPECTION_PAGE, "reg", reg, "place", "inspections", NULL);
  FollowRecord *inspection = follow_register_get (reg, follow_kind_find ("inspection"), id, NULL);

  self->inspection = inspection != NULL ? inspection : follow_record_new (follow_kind_find ("inspection"), 0);
  self->form = FOLLOW_FORM (follow_form_new (reg));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  set_up_header (self);
  set_up_findings (self);
  self->grades = FOLLOW_GRADE_LIST (follow_grade_list_new (reg, get_id (self)));
  adw_bin_set_child (self->side_grades, GTK_WIDGET (self->grades));
  gtk_box_append (GTK_BOX (self->main_pane), self->body);
  self->width = FOLLOW_WIDTH_BIN (follow_width_bin_new (GTK_WIDGET (self->leaflet), ROOM_FOR_GRADES));
  g_signal_connect_swapped (self->width, "notify::narrow", G_CALLBACK (arrange), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->width));
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  arrange (self);
  return FOLLOW_PAGE (self);
}
