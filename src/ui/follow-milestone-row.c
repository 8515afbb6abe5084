/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-milestone-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-child-row.h"
#include "follow-date.h"
#include "follow-form.h"
#include "follow-text-row.h"
#include "follow-timescale-entry.h"
#include "follow-widgets.h"

/* How wide the timescale may become beside the wording, before it wraps. */
#define WHEN_CHARS 13

struct _FollowMilestoneRow
{
  GtkListBoxRow parent_instance;
  FollowRegister *reg;
  FollowRecord *record; /* as the register has it */
  FollowEditor *editor; /* NULL until something is changed */
  gboolean setting;     /* the program changes what is shown, not the person */
  gboolean writing;     /* what changes comes from these entries */

  /* Children */
  GtkWidget *check;
  GtkWidget *shown;
  GtkWidget *wording;
  GtkWidget *when;
  GtkWidget *typed;
  GtkWidget *view;
  GtkWidget *timescale;
};

enum
{
  FINISHED,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowMilestoneRow, follow_milestone_row, GTK_TYPE_LIST_BOX_ROW)

static FollowRecord *
get_current (FollowMilestoneRow *self)
{
  return self->editor != NULL ? follow_editor_get_record (self->editor) : self->record;
}

static gboolean
is_done (FollowMilestoneRow *self)
{
  return follow_record_get_integer (get_current (self), "done") != 0;
}

static FollowTimescale *
get_timescale (FollowMilestoneRow *self)
{
  return follow_value_get_timescale (follow_record_get (get_current (self), "timescale"));
}

/* When it was done, or is to be done as it was agreed. Returns: (transfer full) */
static char *
describe_when (FollowMilestoneRow *self)
{
  const char *done_on = follow_record_get_text (get_current (self), "done_on");
  FollowTimescale *timescale = get_timescale (self);

  if (is_done (self) && done_on != NULL)
    return follow_date_format_short (done_on);
  return g_strdup (timescale != NULL ? follow_timescale_get_wording (timescale) : "");
}

static gboolean
is_late (FollowMilestoneRow *self)
{
  FollowTimescale *timescale = get_timescale (self);
  const char *last = timescale != NULL ? follow_timescale_get_last (timescale) : NULL;

  return !is_done (self) && last != NULL && strcmp (last, follow_register_get_today (self->reg)) < 0;
}

static void
show_state (FollowMilestoneRow *self)
{
  gboolean done = is_done (self);
  g_autofree char *wording = follow_record_get_title (get_current (self));
  g_autofree char *when = describe_when (self);
  g_autofree char *name = NULL;

  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), done);
  self->setting = FALSE;
  gtk_label_set_text (GTK_LABEL (self->wording), wording);
  gtk_label_set_text (GTK_LABEL (self->when), when);
  gtk_label_set_width_chars (GTK_LABEL (self->when), MIN (g_utf8_strlen (when, -1), WHEN_CHARS));
  gtk_widget_set_css_classes (self->wording, (const char *[]){ done ? "done-text" : "milestone-text", NULL });
  gtk_widget_set_css_classes (self->when, is_late (self) ? (const char *[]){ "small", "late", NULL }
                                                         : (const char *[]){ "small", "dim-label", NULL });
  gtk_widget_set_visible (self->when, *when != '\0');
  /* Translators: the wording of a milestone and when it was or is to be done */
  name = g_strdup_printf (done ? _ ("%s, done, %s") : _ ("%s, %s"), wording, when);
  follow_accessible_name (GTK_WIDGET (self), name);
  /* Translators: a check button; %s is the wording of a milestone */
  g_free (g_steal_pointer (&name));
  name = g_strdup_printf (_ ("Done: %s"), wording);
  follow_accessible_name (self->check, name);
}

static void
show_typed (FollowMilestoneRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *wording = follow_record_get_text (get_current (self), "wording");
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  self->setting = TRUE;
  if (g_strcmp0 (text, wording != NULL ? wording : "") != 0)
    gtk_text_buffer_set_text (buffer, wording != NULL ? wording : "", -1);
  follow_timescale_entry_set_timescale (FOLLOW_TIMESCALE_ENTRY (self->timescale), get_timescale (self));
  follow_timescale_entry_set_closed (FOLLOW_TIMESCALE_ENTRY (self->timescale), is_done (self));
  self->setting = FALSE;
}

static void
record_notify_cb (FollowMilestoneRow *self)
{
  show_state (self);
  if (!self->writing && gtk_widget_get_visible (self->typed))
    show_typed (self);
}

static FollowRecord *
begin_edit (FollowMilestoneRow *self)
{
  if (self->editor == NULL)
    {
      self->editor = follow_editor_get (self->reg, self->record);
      follow_form_watch (GTK_WIDGET (self), self->editor);
      g_signal_connect_object (follow_editor_get_record (self->editor), "notify",
                               G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
    }
  return follow_editor_get_record (self->editor);
}

static void
check_toggled_cb (FollowMilestoneRow *self)
{
  FollowRecord *record;
  gboolean done = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (self->setting)
    return;
  record = begin_edit (self);
  follow_record_set_integer (record, "done", done ? 1 : 0);
  follow_record_set_text (record, "done_on", done ? follow_register_get_today (self->reg) : NULL);
  follow_editor_flush (self->editor, NULL);
}

static void
wording_changed_cb (FollowMilestoneRow *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "text", &text, NULL);
  self->writing = TRUE;
  follow_record_set_text (begin_edit (self), "wording", text);
  self->writing = FALSE;
}

static void
timescale_changed_cb (FollowMilestoneRow *self)
{
  g_autoptr (FollowValue) value = follow_value_new_timescale (
      follow_timescale_entry_get_timescale (FOLLOW_TIMESCALE_ENTRY (self->timescale)));

  self->writing = TRUE;
  follow_record_set (begin_edit (self), "timescale", value);
  self->writing = FALSE;
}

static void
end_edit (FollowMilestoneRow *self)
{
  if (!gtk_widget_get_visible (self->typed))
    return;
  gtk_widget_set_visible (self->typed, FALSE);
  gtk_widget_set_visible (self->shown, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  follow_milestone_row_flush (self);
  show_state (self);
}

static void
focus_left_cb (FollowMilestoneRow *self)
{
  end_edit (self);
}

static void
remove_clicked_cb (FollowMilestoneRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
timescale_activated_cb (FollowMilestoneRow *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static gboolean
wording_key_pressed_cb (GtkEventControllerKey *controller,
                        guint keyval,
                        guint keycode,
                        GdkModifierType state,
                        FollowMilestoneRow *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (state & GDK_SHIFT_MASK) /* a new line, as ever */
    return FALSE;
  return gtk_widget_grab_focus (self->timescale);
}

static gboolean
row_key_pressed_cb (GtkEventControllerKey *controller,
                    guint keyval,
                    guint keycode,
                    GdkModifierType state,
                    FollowMilestoneRow *self)
{
  if (keyval == GDK_KEY_Delete && gtk_widget_is_focus (GTK_WIDGET (self)))
    {
      g_signal_emit (self, signals[REMOVE], 0);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2 && !gtk_widget_get_visible (self->typed))
    {
      follow_milestone_row_edit (self, FALSE);
      return TRUE;
    }
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_visible (self->typed))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  end_edit (self);
  return TRUE;
}

static void
follow_milestone_row_dispose (GObject *object)
{
  FollowMilestoneRow *self = FOLLOW_MILESTONE_ROW (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_milestone_row_parent_class)->dispose (object);
}

static void
follow_milestone_row_class_init (FollowMilestoneRowClass *klass)
{
  const GType type = FOLLOW_TYPE_MILESTONE_ROW;

  G_OBJECT_CLASS (klass)->dispose = follow_milestone_row_dispose;
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_shown (FollowMilestoneRow *self)
{
  self->shown = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->wording = follow_wrapped_label_new (NULL, NULL);
  self->when = follow_wrapped_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->wording, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->when), 1);
  gtk_label_set_justify (GTK_LABEL (self->when), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (self->when), WHEN_CHARS);
  gtk_box_append (GTK_BOX (self->shown), self->wording);
  gtk_box_append (GTK_BOX (self->shown), self->when);
  return self->shown;
}

static GtkWidget *
create_typed (FollowMilestoneRow *self)
{
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *remove = follow_icon_button_new ("user-trash-symbolic", _ ("Remove Milestone"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->view = follow_text_view_new (_ ("Milestone"));
  self->timescale = follow_timescale_entry_new (_ ("Timescale of the milestone"));
  gtk_entry_set_placeholder_text (follow_timescale_entry_get_entry (FOLLOW_TIMESCALE_ENTRY (self->timescale)),
                                  _ ("By when"));
  gtk_widget_set_hexpand (entries, TRUE);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (entries), self->view);
  gtk_box_append (GTK_BOX (entries), self->timescale);
  gtk_box_append (GTK_BOX (self->typed), entries);
  gtk_box_append (GTK_BOX (self->typed), remove);
  gtk_widget_set_visible (self->typed, FALSE);

  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                            G_CALLBACK (wording_changed_cb), self);
  g_signal_connect_swapped (self->timescale, "changed", G_CALLBACK (timescale_changed_cb), self);
  g_signal_connect_swapped (follow_timescale_entry_get_entry (FOLLOW_TIMESCALE_ENTRY (self->timescale)),
                            "activate", G_CALLBACK (timescale_activated_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (wording_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, keys);
  return self->typed;
}

static void
follow_milestone_row_init (FollowMilestoneRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "milestone");
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), create_shown (self));
  gtk_box_append (GTK_BOX (box), create_typed (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (check_toggled_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
follow_milestone_row_new (FollowRegister *reg, FollowRecord *record)
{
  FollowMilestoneRow *self = g_object_new (FOLLOW_TYPE_MILESTONE_ROW, NULL);

  self->reg = g_object_ref (reg);
  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}

gint64
follow_milestone_row_get_id (FollowMilestoneRow *self)
{
  return follow_record_get_id (self->record);
}

void
follow_milestone_row_update (FollowMilestoneRow *self, FollowRecord *record)
{
  g_set_object (&self->record, record);
  show_state (self);
}

void
follow_milestone_row_edit (FollowMilestoneRow *self, gboolean timescale)
{
  show_typed (self);
  gtk_widget_set_visible (self->shown, FALSE);
  gtk_widget_set_visible (self->typed, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  follow_focus_soon (timescale ? self->timescale : self->view);
}

void
follow_milestone_row_flush (FollowMilestoneRow *self)
{
  if (self->editor != NULL)
    follow_editor_flush (self->editor, NULL);
}
