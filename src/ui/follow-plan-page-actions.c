/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-page-private.h"

#include <glib/gi18n.h>

#include "follow-import-dialog.h"
#include "follow-navigation.h"
#include "follow-pages.h"
#include "follow-plan-edits.h"

/* Rows, groups and areas ask for these by name, so that none of them has to know the page. */

/* Returns: (nullable): the action that has the focus */
FollowPlanRow *
follow_plan_page_get_focused (FollowPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return FOLLOW_IS_PLAN_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->areas))
             ? FOLLOW_PLAN_ROW (focus)
             : NULL;
}

static gint64
get_focused_id (FollowPlanPage *self)
{
  FollowPlanRow *row = follow_plan_page_get_focused (self);

  return row != NULL ? follow_plan_row_get_id (row) : 0;
}

static gboolean
is_in_form (FollowPlanPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, self->side);
}

static void
focus_row (FollowPlanPage *self, gint64 id)
{
  FollowPlanRow *row = follow_plan_page_find_row (self, id);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Returns: (nullable): the action @by places from @id, as they are read from top to bottom */
static FollowRecord *
get_neighbour (FollowPlanPage *self, gint64 id, int by)
{
  GPtrArray *actions = self->outline->actions;

  for (int i = 0; i < (int) actions->len; i++)
    if (follow_record_get_id (actions->pdata[i]) == id)
      return i + by >= 0 && i + by < (int) actions->len ? actions->pdata[i + by] : NULL;
  return NULL;
}

static void
step_focus (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowRecord *neighbour =
      get_neighbour (self, get_focused_id (self), g_str_equal (name, "plan.previous") ? -1 : 1);

  if (neighbour != NULL)
    focus_row (self, follow_record_get_id (neighbour));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowPlanRow *row = follow_plan_page_find_row (self, g_variant_get_int64 (parameter));

  if (row == NULL)
    return;
  follow_plan_page_show_form (self, follow_plan_row_get_action (row));
  /* Where there is no room for both the form is what is seen. */
  adw_leaflet_set_visible_child (self->leaflet, self->side);
  follow_form_focus (self->form); /* the leaflet would take the first button */
}

/* While a form is open it follows the focus. */
static void
note_focus (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowPlanRow *row = follow_plan_page_find_row (self, g_variant_get_int64 (parameter));

  self->last_id = g_variant_get_int64 (parameter);
  if (row != NULL && self->record != NULL && follow_plan_row_get_action (row) != self->record &&
      !adw_leaflet_get_folded (self->leaflet))
    follow_plan_page_show_form (self, follow_plan_row_get_action (row));
}

gboolean
follow_plan_page_add_at (FollowPlanPage *self, const FollowOutlinePlace *place)
{
  GPtrArray *actions = follow_plan_outline_get_group (self->outline, place->area, place->group)->actions;
  g_autoptr (FollowRecord) action = NULL;

  if (follow_register_is_read_only (follow_page_get_register (FOLLOW_PAGE (self))))
    return FALSE;
  action = follow_plan_make_action (self->outline, place);
  follow_plan_group_add (follow_plan_area_get_group (self->shown->pdata[place->area], place->group), action,
                         place->index > 0 ? follow_record_get_id (actions->pdata[place->index - 1]) : 0);
  return TRUE;
}

static void
add_after (FollowPlanPage *self, gint64 id)
{
  FollowOutlinePlace place;

  if (!follow_plan_outline_find (self->outline, id, &place))
    return;
  place.index++;
  follow_plan_page_add_at (self, &place);
}

/* Below the action that has the focus, else at the end of the plan. */
void
follow_plan_page_add_below (FollowPlanPage *self)
{
  gint64 id = get_focused_id (self);
  FollowOutlinePlace place;

  if (id != 0)
    {
      add_after (self, id);
      return;
    }
  place.area = self->outline->areas->len - 1;
  place.group = follow_plan_outline_get_area (self->outline, place.area)->groups->len - 1;
  place.index = follow_plan_outline_get_group (self->outline, place.area, place.group)->actions->len;
  follow_plan_page_add_at (self, &place);
}

static void
add_below_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (follow_plan_page_get_focused (FOLLOW_PLAN_PAGE (widget)) != NULL)
    follow_plan_page_add_below (FOLLOW_PLAN_PAGE (widget));
}

static void
add_after_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_after (FOLLOW_PLAN_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowOutlinePlace place;
  const char *origin;
  gint64 section_id;

  g_variant_get (parameter, "(x&s)", &section_id, &origin);
  if (follow_plan_outline_find_group (self->outline, section_id, *origin != '\0' ? origin : NULL, &place))
    follow_plan_page_add_at (self, &place);
}

static void
move (FollowPlanPage *self, gint64 id, const FollowOutlinePlace *place)
{
  g_autoptr (GError) error = NULL;

  if (!follow_plan_move_action (self->outline, id, place, &error))
    follow_navigation_report (GTK_WIDGET (self), error);
  focus_row (self, id);
}

/* In the form Alt+Up and Alt+Down go to another action, in the plan they move one. */
static void
move_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  int by = g_str_equal (name, "plan.move-up") ? -1 : 1;
  gint64 id = get_focused_id (self);
  FollowOutlinePlace place;

  if (is_in_form (self))
    gtk_widget_activate_action (widget, by < 0 ? "plan.form-previous" : "plan.form-next", NULL);
  else if (id != 0 && follow_plan_find_step (self->outline, id, by, &place))
    move (self, id, &place);
}

static void
move_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowOutlinePlace place;
  const char *origin;
  gint64 id, section_id;
  guint32 index;

  g_variant_get (parameter, "(xx&su)", &id, &section_id, &origin, &index);
  if (!follow_plan_outline_find_group (self->outline, section_id, *origin != '\0' ? origin : NULL, &place))
    return;
  place.index = index;
  move (self, id, &place);
}

static void
remove_record (FollowPlanPage *self, FollowRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (record));
  follow_navigation_remove (GTK_WIDGET (self), records);
}

static void
remove_focused (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanRow *row = follow_plan_page_get_focused (FOLLOW_PLAN_PAGE (widget));

  if (row != NULL)
    remove_record (FOLLOW_PLAN_PAGE (widget), follow_plan_row_get_action (row));
}

static void
focus_first (FollowPlanPage *self, FollowPlanArea *area)
{
  FollowOutlinePlace place;

  for (guint i = 0; i < self->outline->actions->len; i++)
    {
      gint64 id = follow_record_get_id (self->outline->actions->pdata[i]);

      if (follow_plan_outline_find (self->outline, id, &place) && self->shown->pdata[place.area] == area)
        {
          focus_row (self, id);
          return;
        }
    }
  gtk_widget_child_focus (GTK_WIDGET (area), GTK_DIR_TAB_FORWARD);
}

static void
show_area (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowPlanArea *area = follow_plan_page_find_area (self, g_variant_get_int64 (parameter));

  if (area == NULL)
    return;
  focus_first (self, area);
  follow_plan_page_scroll_to (self, GTK_WIDGET (area));
}

static void
show_finding (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_navigation_open_record (widget, g_variant_get_int64 (parameter));
}

static void
show_area_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  g_autoptr (FollowRecord) section =
      follow_register_get (follow_page_get_register (FOLLOW_PAGE (self)), follow_kind_find ("section"),
                           g_variant_get_int64 (parameter), NULL);

  if (section == NULL)
    return;
  follow_plan_page_show_form (self, section);
  adw_leaflet_set_visible_child (self->leaflet, self->side);
  follow_form_focus (self->form);
}

static void
show_area_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_navigation_show_history (widget, g_variant_get_int64 (parameter));
}

static void
move_area (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  FollowOutlinePlace place;

  if (follow_plan_outline_find_group (self->outline, g_variant_get_int64 (parameter), NULL, &place) &&
      !follow_plan_move_section (self->outline, place.area, g_str_equal (name, "plan.area-up") ? -1 : 1,
                                 &error))
    follow_navigation_report (widget, error);
}

static void
remove_area (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  FollowOutlinePlace place;

  if (!follow_plan_outline_find_group (self->outline, g_variant_get_int64 (parameter), NULL, &place))
    return;
  if (follow_plan_remove_area (self->outline, place.area, &text, &error))
    follow_navigation_tell (widget, text, TRUE);
  else
    follow_navigation_report (widget, error);
}

static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);

  follow_navigation_push (widget,
                          follow_record_page_new (follow_page_get_register (FOLLOW_PAGE (self)), self->plan));
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_navigation_show_history (widget, follow_record_get_id (FOLLOW_PLAN_PAGE (widget)->plan));
}

static void
export_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_plan_page_ask_export (FOLLOW_PLAN_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (FOLLOW_IS_WINDOW (root))
    follow_import_dialog_ask (FOLLOW_WINDOW (root), follow_record_get_id (FOLLOW_PLAN_PAGE (widget)->plan));
}

static void
remove_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!follow_plan_remove (self->outline, &text, &error))
    {
      follow_navigation_report (widget, error);
      return;
    }
  follow_navigation_tell (widget, text, TRUE);
  if (follow_page_can_go_back (FOLLOW_PAGE (self)))
    follow_navigation_back (widget);
  else
    follow_navigation_show_place (widget, "plans");
}

static void
close_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_page_escape (FOLLOW_PAGE (widget));
}

static void
step_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowRecord *neighbour = get_neighbour (self, follow_record_get_id (self->record),
                                           g_str_equal (name, "plan.form-previous") ? -1 : 1);

  if (neighbour == NULL)
    return;
  follow_plan_page_show_form (self, neighbour);
  follow_plan_page_reveal (self, follow_record_get_id (neighbour));
}

static void
open_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));

  follow_navigation_push (widget, follow_record_page_new (reg, self->record));
}

static void
show_form_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  follow_navigation_show_history (widget, follow_record_get_id (FOLLOW_PLAN_PAGE (widget)->record));
}

static void
remove_in_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowPlanPage *self = FOLLOW_PLAN_PAGE (widget);
  gint64 id = follow_record_get_id (self->record);
  g_autoptr (GVariant) section = g_variant_ref_sink (g_variant_new_int64 (id));

  if (follow_plan_page_find_area (self, id) != NULL)
    remove_area (widget, name, section);
  else
    remove_record (self, self->record);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "plan.previous", NULL, step_focus },
  { "plan.next", NULL, step_focus },
  { "plan.open", "x", open_action },
  { "plan.note-focus", "x", note_focus },
  { "plan.add", "(xs)", add_action },
  { "plan.add-after", "x", add_after_action },
  { "plan.add-below", NULL, add_below_action },
  { "plan.move-up", NULL, move_step },
  { "plan.move-down", NULL, move_step },
  { "plan.move-to", "(xxsu)", move_to },
  { "plan.remove", NULL, remove_focused },
  { "plan.show-area", "x", show_area },
  { "plan.show-finding", "x", show_finding },
  { "plan.area-details", "x", show_area_details },
  { "plan.area-history", "x", show_area_history },
  { "plan.area-up", "x", move_area },
  { "plan.area-down", "x", move_area },
  { "plan.area-remove", "x", remove_area },
  { "plan.details", NULL, show_details },
  { "plan.history", NULL, show_history },
  { "plan.export-as", "s", export_as },
  { "plan.import", NULL, import },
  { "plan.remove-plan", NULL, remove_plan },
  { "plan.close-form", NULL, close_form },
  { "plan.form-previous", NULL, step_form },
  { "plan.form-next", NULL, step_form },
  { "plan.form-open", NULL, open_form },
  { "plan.form-history", NULL, show_form_history },
  { "plan.form-remove", NULL, remove_in_form },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} bindings[] = {
  { GDK_KEY_Up, GDK_ALT_MASK, "plan.move-up" },
  { GDK_KEY_KP_Up, GDK_ALT_MASK, "plan.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "plan.move-down" },
  { GDK_KEY_KP_Down, GDK_ALT_MASK, "plan.move-down" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "plan.add-below" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "plan.add-below" },
  { GDK_KEY_Delete, 0, "plan.remove" },
  { GDK_KEY_KP_Delete, 0, "plan.remove" },
};

void
follow_plan_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

/* What asks for something that is not there, or that a register for reading only does not allow, is off. */
void
follow_plan_page_update_actions (FollowPlanPage *self)
{
  static const char *const writing[] = { "plan.add",         "plan.add-after", "plan.add-below",
                                         "plan.move-up",     "plan.move-down", "plan.move-to",
                                         "plan.remove",      "plan.area-up",   "plan.area-down",
                                         "plan.area-remove", "plan.import",    "plan.remove-plan" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !follow_register_is_read_only (follow_page_get_register (FOLLOW_PAGE (self)));
  gboolean open = self->record != NULL;
  gint64 id = open ? follow_record_get_id (self->record) : 0;
  gboolean loaded = open && self->outline != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], writable);
  gtk_widget_action_set_enabled (widget, "plan.form-open", open);
  gtk_widget_action_set_enabled (widget, "plan.form-history", open);
  gtk_widget_action_set_enabled (widget, "plan.form-remove", open && writable);
  gtk_widget_action_set_enabled (widget, "plan.form-previous",
                                 loaded && get_neighbour (self, id, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "plan.form-next", loaded && get_neighbour (self, id, 1) != NULL);
}
