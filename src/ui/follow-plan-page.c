/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-page-private.h"

#include <glib/gi18n.h>

#include "follow-navigation.h"
#include "follow-pages.h"
#include "follow-plan-edits.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* At text scale 1. What the areas would like to have makes the sidebar fold, and what they need lets the form
 * become a page of its own. */
#define AREAS_WIDTH 840
#define AREAS_BESIDE_FORM_WIDTH 560
#define AREAS_MIN_WIDTH 400
#define FORM_WIDTH 362

G_DEFINE_FINAL_TYPE (FollowPlanPage, follow_plan_page, FOLLOW_TYPE_PAGE)

static gboolean
is_folded (FollowPlanPage *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

FollowPlanRow *
follow_plan_page_find_row (FollowPlanPage *self, gint64 id)
{
  FollowPlanRow *row = NULL;

  for (guint i = 0; row == NULL && i < self->shown->len; i++)
    row = follow_plan_area_find_row (self->shown->pdata[i], id);
  return row;
}

FollowPlanArea *
follow_plan_page_find_area (FollowPlanPage *self, gint64 section_id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (follow_plan_area_get_id (self->shown->pdata[i]) == section_id)
      return self->shown->pdata[i];
  return NULL;
}

static void
update_panes (FollowPlanPage *self)
{
  gboolean open = self->record != NULL;
  GtkWidget *header = gtk_widget_get_first_child (self->list_pane);

  gtk_widget_set_visible (self->side, open);
  gtk_widget_set_visible (self->separator, open);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), !open || is_folded (self));
  gtk_widget_set_visible (self->side_back, is_folded (self));
  follow_plan_sheet_set_width (self->sheet, open ? AREAS_BESIDE_FORM_WIDTH : AREAS_WIDTH);
  follow_keep_width (self->list_pane, open ? AREAS_MIN_WIDTH : 0);
}

static void
set_current (FollowPlanPage *self, gboolean current)
{
  FollowPlanRow *row =
      self->record != NULL ? follow_plan_page_find_row (self, follow_record_get_id (self->record)) : NULL;

  if (row != NULL)
    follow_plan_row_set_current (row, current);
}

/* Puts an action or an area into the form at the right; NULL closes the form. */
void
follow_plan_page_show_form (FollowPlanPage *self, FollowRecord *record)
{
  gboolean was_open = self->record != NULL;

  set_current (self, FALSE);
  g_set_object (&self->record, record);
  set_current (self, TRUE);
  follow_form_set_record (self->form, record);
  if (was_open != (record != NULL))
    update_panes (self);
  if (record == NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  follow_plan_page_update_actions (self);
}

static void
area_abandoned_cb (FollowPlanPage *self, FollowPlanArea *area)
{
  g_ptr_array_remove (self->shown, area);
  gtk_box_remove (self->areas, GTK_WIDGET (area));
  if (self->shown->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static FollowPlanArea *
add_area (FollowPlanPage *self, FollowRecord *section)
{
  GtkWidget *area = follow_plan_area_new (follow_page_get_register (FOLLOW_PAGE (self)), section);

  g_signal_connect_swapped (area, "abandoned", G_CALLBACK (area_abandoned_cb), self);
  gtk_box_append (self->areas, area);
  g_ptr_array_add (self->shown, area);
  return FOLLOW_PLAN_AREA (area);
}

/* An area that is only being typed is not in the register yet, and stays. */
static gboolean
is_gone (FollowPlanPage *self, FollowPlanArea *area)
{
  FollowOutlinePlace place;

  return !follow_plan_area_is_new (area) &&
         !follow_plan_outline_find_group (self->outline, follow_plan_area_get_id (area), NULL, &place);
}

static void
sync_areas (FollowPlanPage *self)
{
  GtkWidget *last = NULL;

  for (guint i = self->shown->len; i > 0; i--)
    if (is_gone (self, self->shown->pdata[i - 1]))
      {
        gtk_box_remove (self->areas, self->shown->pdata[i - 1]);
        g_ptr_array_remove_index (self->shown, i - 1);
      }
  for (guint i = 0; i < self->outline->areas->len; i++)
    {
      FollowOutlineArea *shown = follow_plan_outline_get_area (self->outline, i);
      FollowPlanArea *area = follow_plan_page_find_area (self, follow_outline_area_get_id (shown));

      if (area == NULL)
        area = add_area (self, shown->section);
      g_ptr_array_remove (self->shown, area);
      g_ptr_array_insert (self->shown, i, area);
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (area)) != last)
        gtk_box_reorder_child_after (self->areas, GTK_WIDGET (area), last);
      follow_plan_area_update (area, self->outline, i);
      last = GTK_WIDGET (area);
    }
}

/* The row to go on from when the one that had the focus is gone: the one that stood below it, else above. */
static FollowPlanRow *
find_heir (FollowPlanPage *self, FollowPlanOutline *before, gint64 id)
{
  FollowPlanRow *heir = follow_plan_page_find_row (self, id);
  guint index;

  for (index = 0; index < before->actions->len; index++)
    if (follow_record_get_id (before->actions->pdata[index]) == id)
      break;
  for (guint i = index + 1; heir == NULL && i < before->actions->len; i++)
    heir = follow_plan_page_find_row (self, follow_record_get_id (before->actions->pdata[i]));
  for (guint i = index; heir == NULL && i > 0 && i <= before->actions->len; i--)
    heir = follow_plan_page_find_row (self, follow_record_get_id (before->actions->pdata[i - 1]));
  return heir;
}

static void
update_form (FollowPlanPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));

  if (self->record == NULL)
    return;
  if (follow_register_is_removed (reg, follow_record_get_id (self->record)))
    follow_plan_page_show_form (self, NULL);
  else
    set_current (self, TRUE);
}

static void
update (FollowPlanPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  FollowPlanRow *focused = follow_plan_page_get_focused (self);
  gint64 focused_id = focused != NULL ? follow_plan_row_get_id (focused) : 0;
  g_autoptr (FollowPlanOutline) before = NULL;
  g_autoptr (GError) error = NULL;
  FollowPlanOutline *now;
  FollowPlanRow *heir;

  if (follow_register_is_removed (reg, follow_record_get_id (self->plan)))
    {
      follow_plan_page_show_form (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "gone");
      return;
    }
  if ((now = follow_plan_outline_load (reg, self->plan, &error)) == NULL)
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  before = g_steal_pointer (&self->outline);
  self->outline = now;
  sync_areas (self);
  follow_plan_page_show_head (self);
  gtk_stack_set_visible_child_name (self->stack, self->shown->len > 0 ? "areas" : "empty");
  update_form (self);
  if (focused_id != 0 && (heir = find_heir (self, before, focused_id)) != NULL &&
      !gtk_widget_has_focus (GTK_WIDGET (heir)))
    gtk_widget_grab_focus (GTK_WIDGET (heir));
}

/* What others than sections and actions of the plan hold is shown in it too: leads, programmes, findings. */
static gboolean
touches_others (GHashTable *touched)
{
  GHashTableIter iter;
  const FollowKind *kind;

  if (touched == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &kind))
    if (!g_str_equal (kind->name, "action") && !g_str_equal (kind->name, "section"))
      return TRUE;
  return FALSE;
}

static void
register_changed_cb (FollowPlanPage *self, GHashTable *touched)
{
  if (touches_others (touched))
    for (guint i = 0; i < self->shown->len; i++)
      follow_plan_area_refresh (self->shown->pdata[i]);
  update (self);
}

static void
leaflet_folded_cb (FollowPlanPage *self)
{
  if (self->form == NULL)
    return;
  update_panes (self);
  if (is_folded (self) && self->record != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->side)
    follow_form_focus (self->form);
}

void
follow_plan_page_add_area (FollowPlanPage *self)
{
  FollowOutlineArea shown = { NULL, NULL };
  g_autofree char *caption = NULL;
  FollowPlanArea *area = self->shown->len > 0 ? self->shown->pdata[self->shown->len - 1] : NULL;

  if (area == NULL || !follow_plan_area_is_new (area))
    {
      g_autoptr (FollowRecord) section = follow_plan_make_section (self->outline);

      shown.section = section;
      caption = follow_plan_outline_dup_caption (self->outline, &shown);
      gtk_stack_set_visible_child_name (self->stack, "areas");
      area = add_area (self, section);
      follow_plan_area_set_caption (area, caption);
    }
  follow_plan_area_edit (area);
}

static void
follow_plan_page_create (FollowPage *page)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (page);

  if (self->outline->areas->len > 0)
    follow_plan_page_add_below (self);
  else
    follow_plan_page_add_area (self);
}

static void
follow_plan_page_create_inside (FollowPage *page)
{
  follow_plan_page_add_area (FOLLOW_PLAN_PAGE (page));
}

static void
follow_plan_page_export (FollowPage *page)
{
  follow_plan_page_ask_export (FOLLOW_PLAN_PAGE (page), NULL);
}

static gboolean
follow_plan_page_escape (FollowPage *page)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (page);
  FollowPlanRow *row;

  if (self->record == NULL)
    return FALSE;
  row = follow_plan_page_find_row (self, follow_record_get_id (self->record));
  follow_plan_page_show_form (self, NULL);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

/* The action in the form, else the one that had the focus last, else the first. */
static void
focus_actions (FollowPlanPage *self)
{
  FollowPlanRow *row =
      self->record != NULL ? follow_plan_page_find_row (self, follow_record_get_id (self->record)) : NULL;

  if (row == NULL)
    row = follow_plan_page_find_row (self, self->last_id);
  if (row == NULL && self->outline->actions->len > 0)
    row = follow_plan_page_find_row (self, follow_record_get_id (self->outline->actions->pdata[0]));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
follow_plan_page_next_pane (FollowPage *page)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (page);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_areas = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->areas));
  gboolean in_side = focus != NULL && gtk_widget_is_ancestor (focus, self->side);

  if (in_areas && self->record != NULL)
    follow_form_focus (self->form);
  else if ((in_areas || in_side) && gtk_widget_get_visible (GTK_WIDGET (self->tiles)))
    gtk_widget_child_focus (GTK_WIDGET (self->tiles), GTK_DIR_TAB_FORWARD);
  else
    focus_actions (self);
}

static gboolean
follow_plan_page_show_record (FollowPage *page, gint64 id)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (page);
  FollowPlanArea *area = id != 0 ? follow_plan_page_find_area (self, id) : NULL;

  if (area != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-area", "x", id);
  return area != NULL;
}

static void
follow_plan_page_came_into_view (FollowPage *page)
{
  focus_actions (FOLLOW_PLAN_PAGE (page));
}

static void
follow_plan_page_dispose (GObject *object)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (object);

  if (self->form != NULL)
    follow_form_set_record (self->form, NULL);
  self->form = NULL;
  g_ptr_array_set_size (self->shown, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->outline, follow_plan_outline_free);
  /* The bin would let go once more of what the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOLLOW_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (follow_plan_page_parent_class)->dispose (object);
}

static void
follow_plan_page_finalize (GObject *object)
{
  g_ptr_array_unref (FOLLOW_PLAN_PAGE (object)->shown);

  G_OBJECT_CLASS (follow_plan_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, content);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, overseen);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, marking);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, vision);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, areas);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, separator);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, side);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, side_title);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, side_back);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, record_menu);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, plan_menu);
  gtk_widget_class_bind_template_child (widget_class, FollowPlanPage, export_menu);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_folded_cb);
}

static void
follow_plan_page_class_init (FollowPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FollowPageClass *page_class = FOLLOW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_plan_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_plan_page_finalize;
  page_class->create = follow_plan_page_create;
  page_class->create_inside = follow_plan_page_create_inside;
  page_class->escape = follow_plan_page_escape;
  page_class->export = follow_plan_page_export;
  page_class->next_pane = follow_plan_page_next_pane;
  page_class->show_record = follow_plan_page_show_record;
  page_class->shown = follow_plan_page_came_into_view;

  g_type_ensure (FOLLOW_TYPE_PLAN_SHEET);
  g_type_ensure (FOLLOW_TYPE_PLAN_TILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-plan-page.ui");
  bind_children (widget_class);
  follow_plan_page_install_actions (widget_class);
}

static void
follow_plan_page_init (FollowPlanPage *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_plan_page_set_up_scrolling (self);
  gtk_box_prepend (GTK_BOX (self->list_pane), follow_plan_page_make_header (self));
  follow_keep_width (self->side, FORM_WIDTH);
  follow_accessible_name (self->side_back, _ ("Back to the plan"));
  follow_accessible_name (self->previous_button, _ ("Previous action"));
  follow_accessible_name (self->next_button, _ ("Next action"));
  follow_accessible_name (self->record_menu, _ ("Menu of the record"));
  follow_accessible_name (self->open_button, _ ("Open as a page"));
}

FollowPage *
follow_plan_page_new (FollowRegister *reg, gint64 id)
{
  FollowPlanPage *self = g_object_new (FOLLOW_TYPE_PLAN_PAGE, "reg", reg, "place", "plans", NULL);

  self->plan = follow_register_get (reg, follow_kind_find ("plan"), id, NULL);
  self->form = FOLLOW_FORM (follow_form_new (reg));
  g_object_bind_property (self->form, "title", self->side_title, "title", G_BINDING_SYNC_CREATE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->form));
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  update_panes (self);
  update (self);
  follow_plan_page_update_actions (self);
  return FOLLOW_PAGE (self);
}
