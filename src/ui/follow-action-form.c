/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-action-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "follow-action-place.h"
#include "follow-cell.h"
#include "follow-choice-button.h"
#include "follow-date.h"
#include "follow-evidence.h"
#include "follow-history-button.h"
#include "follow-links-row.h"
#include "follow-milestones.h"
#include "follow-progress-notes.h"
#include "follow-sources.h"
#include "follow-timescale-changes.h"
#include "follow-timescale-row.h"
#include "follow-widgets.h"

struct _FollowActionForm
{
  FollowFormBody parent_instance;

  /* Children */
  GtkWidget *status;
  GtkWidget *computed;
  GtkWidget *marking;
  GtkWidget *wording;
  GtkWidget *placeholder;
  FollowActionPlace *place;
  FollowSources *sources;
  FollowHistoryButton *history;
};

G_DEFINE_FINAL_TYPE (FollowActionForm, follow_action_form, FOLLOW_TYPE_FORM_BODY)

static FollowFieldBinder *
get_binder (FollowActionForm *self)
{
  return follow_form_body_get_binder (FOLLOW_FORM_BODY (self));
}

static FollowRecord *
get_record (FollowActionForm *self)
{
  return follow_form_body_get_record (FOLLOW_FORM_BODY (self));
}

static FollowRegister *
get_register (FollowActionForm *self)
{
  return follow_form_body_get_register (FOLLOW_FORM_BODY (self));
}

/* Beside what somebody declared: words only, so that nobody takes one for the other. A plain date is said
 * under the timescale; the next of what comes round, only here. */
static void
show_computed (FollowActionForm *self)
{
  FollowRecord *action = get_record (self);
  FollowTimescale *timescale = follow_value_get_timescale (follow_record_get (action, "timescale"));
  FollowRecurs recurs = timescale != NULL ? follow_timescale_get_recurs (timescale) : FOLLOW_RECURS_NEVER;
  gboolean closed = g_strcmp0 (follow_record_get_text (action, "due_state"), "done") == 0;
  const char *style;
  g_autofree char *text = follow_cell_describe_due (get_register (self), action, NULL, &style);
  gboolean late_or_soon = g_strcmp0 (style, "late") == 0 || g_strcmp0 (style, "soon") == 0;
  gboolean has_next =
      !closed && follow_record_get (action, "due") != NULL && follow_recurs_get_months (recurs) > 0;

  gtk_label_set_text (GTK_LABEL (self->computed), late_or_soon || has_next ? text : "");
  gtk_widget_set_css_classes (self->computed,
                              (const char *[]){ "small", late_or_soon ? style : "second", NULL });
}

static void
show_marking (FollowActionForm *self)
{
  const char *id = follow_record_get_text (get_record (self), "marking");
  const FollowField *field =
      follow_kind_find_field (follow_form_body_get_kind (FOLLOW_FORM_BODY (self)), "marking");

  gtk_label_set_text (GTK_LABEL (self->marking), id != NULL ? follow_field_get_choice_label (field, id) : "");
}

/* A lead that is only words is shown as such, where a link would stand. */
static void
show_lead_as_written (FollowActionForm *self)
{
  const char *written = follow_record_get_text (get_record (self), "lead_as_written");
  /* Translators: %s is what the plan says of the lead: "tbc, as written" */
  g_autofree char *text =
      written != NULL ? g_strdup_printf (_ ("%s, as written"), written) : g_strdup (_ ("No lead"));
  GtkWidget *row = follow_field_binder_get_row (get_binder (self), "leads");

  follow_tag_box_set_placeholder (follow_links_row_get_box (FOLLOW_LINKS_ROW (row)), text);
}

static void
show_closed (FollowActionForm *self)
{
  const char *status = follow_record_get_text (get_record (self), "status");
  GtkWidget *row = follow_field_binder_get_row (get_binder (self), "timescale");

  follow_timescale_entry_set_closed (follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (row)),
                                     g_strcmp0 (status, "complete") == 0 ||
                                         g_strcmp0 (status, "withdrawn") == 0);
}

static void
wording_changed_cb (GtkTextBuffer *buffer, FollowActionForm *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
}

static gboolean
status_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_widget_get_mapped (widget)) /* the form of a page underneath */
    return FALSE;
  follow_choice_button_open (FOLLOW_CHOICE_BUTTON (FOLLOW_ACTION_FORM (widget)->status));
  return TRUE;
}

static void
follow_action_form_changed (FollowFormBody *body, const FollowField *field)
{
  FollowActionForm *self = FOLLOW_ACTION_FORM (body);
  const char *name = field != NULL ? field->name : NULL;

  if (name == NULL || g_str_equal (name, "due") || g_str_equal (name, "due_state"))
    show_computed (self);
  if (name == NULL || g_str_equal (name, "marking"))
    show_marking (self);
  if (name == NULL || g_str_equal (name, "lead_as_written"))
    show_lead_as_written (self);
  if (name == NULL || g_str_equal (name, "status"))
    show_closed (self);
  if (name == NULL || g_str_equal (name, "sources"))
    follow_sources_refresh (self->sources);
  follow_action_place_changed (self->place, get_record (self), name);
}

static void
follow_action_form_show (FollowFormBody *body, FollowEditor *editor)
{
  FollowActionForm *self = FOLLOW_ACTION_FORM (body);
  FollowRecord *record = get_record (self);

  follow_sources_set_record (self->sources, record);
  follow_history_button_set_id (self->history, record != NULL ? follow_record_get_id (record) : 0);
}

static void
follow_action_form_focus_first (FollowFormBody *body)
{
  gtk_widget_grab_focus (FOLLOW_ACTION_FORM (body)->wording);
}

static void
add_standing (FollowActionForm *self)
{
  GtkWidget *standing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->status = follow_field_binder_create_choice_button (get_binder (self), "status", _ ("Declared status"),
                                                           _ ("No status"));
  self->computed = follow_label_new (NULL, "small", NULL);
  self->marking = follow_label_new (NULL, "marking", NULL);
  gtk_widget_set_tooltip_text (self->status, _ ("Declared Status (Alt+S)"));
  gtk_widget_set_hexpand (self->marking, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->marking), 1);
  gtk_label_set_wrap (GTK_LABEL (self->computed), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->computed), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (standing), self->status);
  gtk_box_append (GTK_BOX (standing), self->computed);
  gtk_box_append (GTK_BOX (standing), self->marking);
  gtk_box_append (GTK_BOX (self), standing);
}

static void
add_wording (FollowActionForm *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->wording = follow_field_binder_create_text_view (get_binder (self), "wording", _ ("Wording"));
  gtk_widget_add_css_class (self->wording, "wording");
  gtk_widget_add_css_class (self->wording, "wording-edit");
  g_object_set (self->wording, "top-margin", 10, "bottom-margin", 8, "left-margin", 12, "right-margin", 12,
                NULL);
  self->placeholder =
      follow_label_new (_ ("What is to be done"), "text-placeholder", "wording", "wording-placeholder", NULL);
  g_object_set (self->placeholder, "can-target", FALSE, "yalign", 0.0, "accessible-role",
                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->wording)), "changed",
                           G_CALLBACK (wording_changed_cb), self, 0);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->wording);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_frame_set_child (GTK_FRAME (frame), overlay);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "wording-card");
  gtk_box_append (GTK_BOX (self), frame);
}

/* @caption: (nullable) */
static void
add_row (FollowActionForm *self, GtkWidget *list, const char *field, const char *caption)
{
  gtk_list_box_append (GTK_LIST_BOX (list),
                       follow_field_binder_create_row (get_binder (self), field, caption));
}

static void
add_who_and_when (FollowActionForm *self)
{
  GtkWidget *list = follow_timescale_changes_new (get_register (self));
  GtkWidget *group = GTK_WIDGET (follow_child_list_get_box (FOLLOW_CHILD_LIST (list)));
  GtkWidget *row;

  add_row (self, group, "leads", NULL);
  add_row (self, group, "agencies", NULL);
  add_row (self, group, "timescale", _ ("Timescale, as agreed"));
  row = follow_field_binder_get_row (get_binder (self), "timescale");
  gtk_entry_set_placeholder_text (follow_timescale_entry_get_entry (
                                      follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (row))),
                                  _ ("Sept 2027, Q3 2027/28, every meeting…"));
  follow_child_list_set_offset (FOLLOW_CHILD_LIST (list), 3);
  follow_accessible_name (group, _ ("Who and when"));
  follow_form_body_add_list (FOLLOW_FORM_BODY (self), list);
}

static void
add_evidence (FollowActionForm *self)
{
  GtkWidget *list = follow_evidence_new (get_register (self));
  GtkWidget *box = GTK_WIDGET (follow_child_list_get_box (FOLLOW_CHILD_LIST (list)));

  add_row (self, box, "intended_outcome", NULL);
  add_row (self, box, "measure", NULL);
  add_row (self, box, "impact", NULL);
  follow_form_body_add_list (FOLLOW_FORM_BODY (self), list);
}

static GtkWidget *
add_titled_group (FollowActionForm *self, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = follow_form_group_new (title);

  gtk_box_append (GTK_BOX (section), follow_heading_new (title));
  gtk_box_append (GTK_BOX (section), group);
  gtk_box_append (GTK_BOX (self), section);
  return group;
}

static void
add_rest (FollowActionForm *self)
{
  GtkWidget *group = add_titled_group (self, _ ("Details"));

  add_row (self, group, "number", NULL);
  add_row (self, group, "lead_as_written", NULL);
  add_row (self, group, "priority", NULL);
  add_row (self, group, "marking", NULL);
  group = add_titled_group (self, _ ("Closing"));
  add_row (self, group, "closure_proposed", _ ("Proposed for closure on"));
  add_row (self, group, "closure_agreed_at", _ ("Agreed at"));
  add_row (self, group, "closure_agreed_on", _ ("Agreed on"));
}

static void
follow_action_form_build (FollowFormBody *body)
{
  FollowActionForm *self = FOLLOW_ACTION_FORM (body);
  const FollowKind *kind = follow_form_body_get_kind (body);
  FollowRegister *reg = get_register (self);

  add_standing (self);
  add_wording (self);
  self->place = FOLLOW_ACTION_PLACE (follow_action_place_new (reg, get_binder (self)));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->place));
  add_who_and_when (self);
  follow_form_body_add_list (body, follow_milestones_new (reg));
  follow_form_body_add_list (body, follow_progress_notes_new (reg));
  add_evidence (self);
  self->sources =
      FOLLOW_SOURCES (follow_sources_new (reg, follow_kind_find_field (kind, "sources"), _ ("Comes from")));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sources));
  add_rest (self);
  self->history = FOLLOW_HISTORY_BUTTON (follow_history_button_new (reg));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->history));
}

static void
follow_action_form_class_init (FollowActionFormClass *klass)
{
  FOLLOW_FORM_BODY_CLASS (klass)->build = follow_action_form_build;
  FOLLOW_FORM_BODY_CLASS (klass)->show = follow_action_form_show;
  FOLLOW_FORM_BODY_CLASS (klass)->changed = follow_action_form_changed;
  FOLLOW_FORM_BODY_CLASS (klass)->focus_first = follow_action_form_focus_first;
}

static void
follow_action_form_init (FollowActionForm *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  /* From anywhere in the window: the table may have the focus. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_ALT_MASK),
                        gtk_callback_action_new (status_pressed_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}
