/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-row.h"

#include <glib/gi18n.h>

#include "follow-cell.h"
#include "follow-pill.h"
#include "follow-plan-layout.h"
#include "follow-plan-text.h"
#include "follow-text.h"
#include "follow-widgets.h"

/* Of the wording that hangs on the pointer. */
#define DRAGGED_CHARS 40

struct _FollowPlanRow
{
  GtkListBoxRow parent_instance;

  FollowRegister *reg; /* not owned: the page outlives its rows */
  FollowRecord *action;

  /* Children */
  GtkLabel *number;
  FollowText *wording;
  FollowText *programme;
  FollowText *lead;
  FollowText *agencies;
  FollowText *when;
  GtkWidget *due_line;
  GtkImage *due_icon;
  FollowText *due;
  FollowPill *pill;
};

G_DEFINE_FINAL_TYPE (FollowPlanRow, follow_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_style (gpointer widget, const char *style)
{
  static const char *const styles[] = { "late", "soon", "gap" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (widget, styles[i]);
    else
      gtk_widget_remove_css_class (widget, styles[i]);
}

/* @gap: what is shown, as a gap, where there is no text; NULL hides the label */
static void
show_text (FollowText *label, const char *text, const char *gap)
{
  gboolean empty = text == NULL || *text == '\0';

  follow_text_set_text (label, empty ? (gap != NULL ? gap : "") : text);
  gtk_widget_set_visible (GTK_WIDGET (label), !empty || gap != NULL);
  set_style (label, empty && gap != NULL ? "gap" : NULL);
}

static char *
format_field (FollowPlanRow *self, const char *name, const char *separator)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (self->action), name);

  return follow_register_format (self->reg, field, follow_record_get (self->action, name), separator);
}

/* Where nobody leads, the agencies say at least where to ask. */
static void
show_leads (FollowPlanRow *self)
{
  const char *written = follow_record_get_text (self->action, "lead_as_written");
  gboolean missing = follow_record_get_integer (self->action, "no_lead") != 0;
  g_autofree char *leads = format_field (self, "leads", "; ");
  g_autofree char *agencies = leads == NULL ? format_field (self, "agencies", " · ") : NULL;

  if (leads == NULL && written != NULL && !missing)
    leads = g_strdup (written);
  if (leads == NULL && !missing && agencies != NULL)
    leads = g_steal_pointer (&agencies);
  show_text (self->lead, leads, written != NULL ? written : missing ? _ ("No lead") : NULL);
  show_text (self->agencies, agencies, NULL);
}

/* Of an action without a timescale of its own its milestones say when, as in the published table. */
static GPtrArray *
load_milestones (FollowPlanRow *self)
{
  GPtrArray *milestones = NULL;

  if (follow_record_get (self->action, "timescale") == NULL)
    milestones = follow_register_load_children (self->reg, follow_kind_find ("milestone"),
                                                follow_record_get_id (self->action), NULL);
  return milestones != NULL ? milestones : g_ptr_array_new ();
}

static void
show_when (FollowPlanRow *self)
{
  const char *icon = NULL;
  const char *style = NULL;
  g_autoptr (GPtrArray) milestones = load_milestones (self);
  g_autofree char *timeframe = follow_plan_timeframe (self->action, milestones);
  g_autofree char *due = follow_cell_describe_due (self->reg, self->action, &icon, &style);

  show_text (self->when, timeframe, _ ("No timescale"));
  show_text (self->due, due, NULL);
  gtk_widget_set_visible (self->due_line, due != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->due_icon), icon != NULL);
  gtk_image_set_from_icon_name (self->due_icon, icon);
  set_style (self->due_icon, style);
  set_style (self->due, style);
}

static void
append_part (GString *name, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", part);
}

static void
show_name (FollowPlanRow *self)
{
  const char *number = follow_record_get_text (self->action, "number");
  g_autofree char *head =
      number != NULL ? g_strdup_printf (_ ("Action %s"), number) : g_strdup (_ ("Action"));
  g_autoptr (GString) name = g_string_new (head);

  append_part (name, follow_text_get_text (self->wording));
  append_part (name, follow_pill_get_word (self->pill));
  append_part (name, follow_text_get_text (self->lead));
  append_part (name, follow_text_get_text (self->when));
  append_part (name, follow_text_get_text (self->due));
  follow_accessible_name (GTK_WIDGET (self), name->str);
}

void
follow_plan_row_refresh (FollowPlanRow *self)
{
  const FollowField *status = follow_kind_find_field (follow_record_get_kind (self->action), "status");
  const char *id = follow_record_get_text (self->action, "status");
  const char *number = follow_record_get_text (self->action, "number");
  g_autofree char *programme = format_field (self, "programme", "; ");

  gtk_label_set_label (self->number, number != NULL ? number : "");
  show_text (self->wording, follow_record_get_text (self->action, "wording"), "—");
  show_text (self->programme, programme, NULL);
  show_leads (self);
  show_when (self);
  follow_pill_set_choice (self->pill, "status", id,
                          id != NULL ? follow_field_get_choice_label (status, id) : _ ("No status"));
  show_name (self);
}

static void
record_notify_cb (FollowPlanRow *self)
{
  follow_plan_row_refresh (self);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, FollowPlanRow *self)
{
  return gdk_content_provider_new_typed (FOLLOW_TYPE_PLAN_ROW, self);
}

/* What hangs on the pointer: number and first words. */
static void
drag_begun_cb (GtkDragSource *source, GdkDrag *drag, FollowPlanRow *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *wording = follow_label_new (follow_text_get_text (self->wording), NULL);

  gtk_label_set_ellipsize (GTK_LABEL (wording), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (wording), DRAGGED_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (wording), TRUE);
  gtk_widget_add_css_class (card, "drag-card");
  gtk_widget_add_css_class (card, "small");
  gtk_box_append (GTK_BOX (card),
                  follow_label_new (gtk_label_get_label (self->number), "figures", "strong", NULL));
  gtk_box_append (GTK_BOX (card), wording);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), card);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_ended_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, FollowPlanRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
focus_entered_cb (FollowPlanRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.note-focus", "x", follow_record_get_id (self->action));
}

static void
follow_plan_row_dispose (GObject *object)
{
  FollowPlanRow *self = FOLLOW_PLAN_ROW (object);

  if (self->action != NULL)
    g_signal_handlers_disconnect_by_data (self->action, self);
  g_clear_object (&self->action);

  G_OBJECT_CLASS (follow_plan_row_parent_class)->dispose (object);
}

static void
follow_plan_row_class_init (FollowPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_plan_row_dispose;
}

/* The layout gives it the height it asks for. An alignment would have GTK search for the width that goes with that
 * height, which lays each text out a dozen times. */
static GtkWidget *
make_column (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  return column;
}

static GtkWidget *
make_cells (FollowPlanRow *self)
{
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->number = GTK_LABEL (follow_label_new (NULL, "figures", "dim-label", NULL));
  self->wording = FOLLOW_TEXT (follow_text_new (NULL, NULL));
  self->programme = FOLLOW_TEXT (follow_text_new (NULL, "second", NULL));
  self->lead = FOLLOW_TEXT (follow_text_new (NULL, NULL));
  self->agencies = FOLLOW_TEXT (follow_text_new (NULL, "second", NULL));
  self->when = FOLLOW_TEXT (follow_text_new (NULL, NULL));
  self->due_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->due_icon = GTK_IMAGE (follow_icon_new (NULL, NULL));
  self->due = FOLLOW_TEXT (follow_text_new (NULL, "second", NULL));
  self->pill = FOLLOW_PILL (follow_pill_new (NULL, "", "grey"));
  gtk_label_set_xalign (self->number, 1.0);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->due), TRUE);
  gtk_image_set_pixel_size (self->due_icon, 12);
  gtk_widget_set_valign (GTK_WIDGET (self->due_icon), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->due_icon), 2);
  gtk_widget_set_valign (GTK_WIDGET (self->pill), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->due_line), GTK_WIDGET (self->due_icon));
  gtk_box_append (GTK_BOX (self->due_line), GTK_WIDGET (self->due));

  gtk_widget_set_layout_manager (cells, follow_plan_row_layout_new ());
  gtk_box_append (GTK_BOX (cells), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (cells), make_column (GTK_WIDGET (self->wording), GTK_WIDGET (self->programme)));
  gtk_box_append (GTK_BOX (cells), make_column (GTK_WIDGET (self->lead), GTK_WIDGET (self->agencies)));
  gtk_box_append (GTK_BOX (cells), make_column (GTK_WIDGET (self->when), self->due_line));
  gtk_box_append (GTK_BOX (cells), GTK_WIDGET (self->pill));
  return cells;
}

static void
follow_plan_row_init (FollowPlanRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_css_class (GTK_WIDGET (self), "act-row");
  gtk_widget_add_css_class (GTK_WIDGET (self), "small");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), make_cells (self));
}

static void
make_draggable (FollowPlanRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
follow_plan_row_new (FollowRegister *reg, FollowRecord *action)
{
  FollowPlanRow *self = g_object_new (FOLLOW_TYPE_PLAN_ROW, NULL);

  self->reg = reg;
  self->action = g_object_ref (action);
  g_signal_connect_swapped (action, "notify", G_CALLBACK (record_notify_cb), self);
  if (!follow_register_is_read_only (reg))
    make_draggable (self);
  follow_plan_row_refresh (self);
  return GTK_WIDGET (self);
}

FollowRecord *
follow_plan_row_get_action (FollowPlanRow *self)
{
  return self->action;
}

gint64
follow_plan_row_get_id (FollowPlanRow *self)
{
  return follow_record_get_id (self->action);
}

void
follow_plan_row_set_number_width (FollowPlanRow *self, int chars)
{
  gtk_label_set_width_chars (self->number, chars);
}

void
follow_plan_row_set_current (FollowPlanRow *self, gboolean current)
{
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

void
follow_plan_row_set_drop_mark (FollowPlanRow *self, FollowDropMark mark)
{
  static const char *const styles[] = {
    [FOLLOW_DROP_ABOVE] = "drop-above", [FOLLOW_DROP_BELOW] = "drop-below"
  };

  for (guint i = 1; i < G_N_ELEMENTS (styles); i++)
    if (mark == i)
      gtk_widget_add_css_class (GTK_WIDGET (self), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i]);
}
