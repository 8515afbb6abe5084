/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-writer.h"

#include "follow-editor.h"
#include "follow-navigation.h"
#include "follow-text-row.h"
#include "follow-widgets.h"

struct _FollowPlanWriter
{
  AdwBin parent_instance;

  FollowEditor *editor;
  gboolean setting; /* text and record are being made the same */
  guint leave_source;

  /* Children */
  GtkTextView *view;
  GtkWidget *placeholder;
};

enum
{
  RETURNED,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowPlanWriter, follow_plan_writer, ADW_TYPE_BIN)

static char *
dup_text (FollowPlanWriter *self)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

static void
show_text (FollowPlanWriter *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const char *text = follow_record_get_text (follow_editor_get_record (self->editor), "wording");
  g_autofree char *shown = dup_text (self);

  if (self->setting || g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->setting = FALSE;
}

static void
buffer_changed_cb (FollowPlanWriter *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->placeholder, *text == '\0');
  /* A wording that is emptied on the way to a better one is not yet a change. */
  if (!self->setting && !follow_plan_writer_is_blank (self))
    {
      self->setting = TRUE;
      follow_record_set_text (follow_editor_get_record (self->editor), "wording", text);
      self->setting = FALSE;
    }
}

static void
wording_notify_cb (FollowPlanWriter *self)
{
  show_text (self);
}

static void
editor_failed_cb (FollowPlanWriter *self, const GError *error)
{
  follow_navigation_report_save (GTK_WIDGET (self), error);
}

static gboolean
key_pressed_cb (FollowPlanWriter *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEFT], 0);
  else if (is_return && (held == 0 || held == GDK_CONTROL_MASK))
    g_signal_emit (self, signals[RETURNED], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
leave_cb (gpointer data)
{
  FollowPlanWriter *self = FOLLOW_PLAN_WRITER (data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->leave_source = 0;
  /* Not when the whole window is left, or a menu of the view is open. */
  if (focus != NULL && focus != GTK_WIDGET (self->view) &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    g_signal_emit (self, signals[LEFT], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever listens takes the widget away, which must not happen while the focus is on its way. */
static void
focus_left_cb (FollowPlanWriter *self)
{
  /* The focus also leaves what is being disposed of: then nobody is left to tell. */
  if (self->leave_source == 0 && self->editor != NULL)
    self->leave_source = g_idle_add (leave_cb, self);
}

static void
follow_plan_writer_dispose (GObject *object)
{
  FollowPlanWriter *self = FOLLOW_PLAN_WRITER (object);

  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (follow_editor_get_record (self->editor), self);
      g_signal_handlers_disconnect_by_data (self->editor, self);
    }
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (follow_plan_writer_parent_class)->dispose (object);
}

static gboolean
follow_plan_writer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOLLOW_PLAN_WRITER (widget)->view));
}

static void
follow_plan_writer_class_init (FollowPlanWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_plan_writer_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = follow_plan_writer_grab_focus;

  signals[RETURNED] = g_signal_new ("returned", FOLLOW_TYPE_PLAN_WRITER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[LEFT] =
      g_signal_new ("left", FOLLOW_TYPE_PLAN_WRITER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_plan_writer_init (FollowPlanWriter *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (follow_text_view_new (NULL));
  self->placeholder = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "can-target",
                                    FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->placeholder, "text-placeholder");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->placeholder, TRUE);
  adw_bin_set_child (ADW_BIN (self), overlay);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (buffer_changed_cb),
                            self);
}

GtkWidget *
follow_plan_writer_new (FollowRegister *reg, FollowRecord *record, const char *name)
{
  FollowPlanWriter *self = g_object_new (FOLLOW_TYPE_PLAN_WRITER, NULL);

  self->editor = follow_editor_get (reg, record);
  gtk_label_set_text (GTK_LABEL (self->placeholder), name);
  follow_accessible_name (GTK_WIDGET (self->view), name);
  show_text (self);
  g_signal_connect_swapped (follow_editor_get_record (self->editor), "notify::wording",
                            G_CALLBACK (wording_notify_cb), self);
  g_signal_connect_swapped (self->editor, "failed", G_CALLBACK (editor_failed_cb), self);
  return GTK_WIDGET (self);
}

FollowRecord *
follow_plan_writer_get_record (FollowPlanWriter *self)
{
  return follow_editor_get_record (self->editor);
}

gboolean
follow_plan_writer_is_blank (FollowPlanWriter *self)
{
  g_autofree char *text = dup_text (self);

  return *g_strstrip (text) == '\0';
}

gboolean
follow_plan_writer_flush (FollowPlanWriter *self)
{
  FollowRecord *record = follow_editor_get_record (self->editor);
  g_autofree char *text = g_strdup (follow_record_get_text (record, "wording"));

  if (text != NULL)
    follow_record_set_text (record, "wording", g_strstrip (text));
  return follow_editor_flush (self->editor, NULL);
}

GtkTextView *
follow_plan_writer_get_view (FollowPlanWriter *self)
{
  return self->view;
}
