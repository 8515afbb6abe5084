/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "follow-action-form.h"
#include "follow-form-notices.h"
#include "follow-navigation.h"
#include "follow-plain-form.h"
#include "follow-record-text.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* Longer lines are hard to read. */
#define MAX_WIDTH 620
#define MARGIN 15

struct _FollowForm
{
  GtkBox parent_instance;
  FollowRegister *reg;
  FollowEditor *editor;   /* nullable */
  FollowEditor *troubled; /* not owned, may be gone: the one whose trouble is shown */
  char *title;

  /* Children */
  FollowFormNotices *notices;
  GtkWidget *scroller;
  GtkWidget *clamp;
  FollowFormBody *body; /* nullable */
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FollowForm, follow_form, GTK_TYPE_BOX)

static void
update_title (FollowForm *self)
{
  FollowRecord *record = follow_form_get_record (self);
  g_autofree char *title = record != NULL ? follow_record_dup_heading (record) : g_strdup ("");

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
update_removed (FollowForm *self)
{
  FollowRecord *record = follow_form_get_record (self);
  gboolean removed = record != NULL && follow_record_is_stored (record) &&
                     follow_register_is_removed (self->reg, follow_record_get_id (record));
  gboolean read_only = follow_register_is_read_only (self->reg);

  follow_form_notices_set_removed (self->notices, removed);
  follow_form_notices_set_read_only (self->notices, read_only);
  if (self->body != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->body), !removed && !read_only);
}

static void
editor_saved_cb (FollowForm *self, FollowEditor *editor)
{
  if (editor == self->troubled)
    {
      self->troubled = NULL;
      follow_form_notices_clear_trouble (self->notices);
    }
  if (editor == self->editor)
    update_title (self);
}

static void
editor_failed_cb (FollowForm *self, const GError *error, FollowEditor *editor)
{
  self->troubled = editor;
  follow_form_notices_show_failure (self->notices, error);
  follow_navigation_report_save (GTK_WIDGET (self), error);
}

static void
editor_incomplete_cb (FollowForm *self, const GError *error, FollowEditor *editor)
{
  self->troubled = editor;
  follow_form_notices_show_incomplete (self->notices, error);
}

static void
record_notify_cb (FollowForm *self)
{
  update_title (self);
}

static void
register_changed_cb (FollowForm *self)
{
  update_removed (self);
}

static void
try_again_cb (FollowForm *self)
{
  follow_editor_flush_all (self->reg, NULL);
}

static void
restore_cb (FollowForm *self)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Restored from the bin"));
  g_autoptr (GError) error = NULL;

  follow_changes_restore (changes, follow_form_get_record (self));
  if (!follow_register_commit (self->reg, changes, &error))
    follow_navigation_report (GTK_WIDGET (self), error);
}

static void
draft_continued_cb (FollowForm *self, FollowRecord *draft)
{
  FollowRecord *record = follow_form_get_record (self);

  if (record != NULL && follow_record_get_id (record) == follow_record_get_id (draft))
    follow_record_assign (record, draft);
  else
    follow_form_set_record (self, draft);
  follow_form_focus (self);
}

/* What cannot be saved stays in its editor, which comes back with the record. */
static void
leave (FollowForm *self)
{
  if (self->editor == NULL)
    return;
  follow_form_flush (self);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (follow_editor_get_record (self->editor), self);
  self->troubled = NULL;
  follow_form_notices_clear_trouble (self->notices);
}

static GType
get_body_type (const FollowKind *kind)
{
  return g_str_equal (kind->name, "action") ? FOLLOW_TYPE_ACTION_FORM : FOLLOW_TYPE_PLAIN_FORM;
}

static void
set_body (FollowForm *self, const FollowKind *kind)
{
  GtkWidget *body;

  if (self->body != NULL && follow_form_body_get_kind (self->body) == kind)
    return;
  if (self->body != NULL)
    follow_form_body_set_editor (self->body, NULL);
  body = follow_form_body_new (get_body_type (kind), self->reg, kind);
  self->body = FOLLOW_FORM_BODY (body);
  gtk_widget_set_margin_top (body, MARGIN);
  gtk_widget_set_margin_bottom (body, MARGIN);
  gtk_widget_set_margin_start (body, MARGIN);
  gtk_widget_set_margin_end (body, MARGIN);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), body);
}

static void
enter (FollowForm *self, FollowRecord *record)
{
  g_autoptr (FollowEditor) editor = follow_editor_get (self->reg, record);

  set_body (self, follow_record_get_kind (record));
  g_set_object (&self->editor, editor);
  follow_form_watch (GTK_WIDGET (self), editor);
  g_signal_connect_object (follow_editor_get_record (editor), "notify", G_CALLBACK (record_notify_cb), self,
                           G_CONNECT_SWAPPED);
  follow_form_body_set_editor (self->body, editor);
  follow_form_notices_offer_drafts (self->notices, follow_editor_get_record (editor));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
follow_form_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, FOLLOW_FORM (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
follow_form_dispose (GObject *object)
{
  FollowForm *self = FOLLOW_FORM (object);

  if (self->editor != NULL)
    follow_form_set_record (self, NULL);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_form_parent_class)->dispose (object);
}

static void
follow_form_finalize (GObject *object)
{
  g_free (FOLLOW_FORM (object)->title);

  G_OBJECT_CLASS (follow_form_parent_class)->finalize (object);
}

static void
follow_form_class_init (FollowFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = follow_form_get_property;
  object_class->dispose = follow_form_dispose;
  object_class->finalize = follow_form_finalize;
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
follow_form_init (FollowForm *self)
{
  self->title = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->clamp = adw_clamp_new ();
  follow_keep_px (G_OBJECT (self->clamp), "maximum-size", MAX_WIDTH);
  follow_keep_px (G_OBJECT (self->clamp), "tightening-threshold", MAX_WIDTH);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand",
                                 TRUE, "child", self->clamp, NULL);
}

GtkWidget *
follow_form_new (FollowRegister *reg)
{
  FollowForm *self = g_object_new (FOLLOW_TYPE_FORM, NULL);
  GtkWidget *notices = follow_form_notices_new (reg);

  self->reg = g_object_ref (reg);
  self->notices = FOLLOW_FORM_NOTICES (notices);
  g_signal_connect_swapped (notices, "try-again", G_CALLBACK (try_again_cb), self);
  g_signal_connect_swapped (notices, "restore", G_CALLBACK (restore_cb), self);
  g_signal_connect_swapped (notices, "continue-draft", G_CALLBACK (draft_continued_cb), self);
  gtk_box_append (GTK_BOX (self), notices);
  gtk_box_append (GTK_BOX (self), self->scroller);
  g_signal_connect_object (reg, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
follow_form_set_record (FollowForm *self, FollowRecord *record)
{
  FollowRecord *shown;

  g_return_if_fail (FOLLOW_IS_FORM (self));

  shown = follow_form_get_record (self);
  if (shown != NULL && record != NULL && follow_record_get_id (shown) == follow_record_get_id (record))
    return;
  leave (self);
  if (record != NULL)
    enter (self, record);
  else
    {
      if (self->body != NULL)
        follow_form_body_set_editor (self->body, NULL);
      follow_form_notices_offer_drafts (self->notices, NULL);
      g_clear_object (&self->editor);
    }
  gtk_widget_set_visible (self->scroller, record != NULL);
  update_title (self);
  update_removed (self);
}

FollowRecord *
follow_form_get_record (FollowForm *self)
{
  g_return_val_if_fail (FOLLOW_IS_FORM (self), NULL);

  return self->editor != NULL ? follow_editor_get_record (self->editor) : NULL;
}

const char *
follow_form_get_title (FollowForm *self)
{
  g_return_val_if_fail (FOLLOW_IS_FORM (self), NULL);

  return self->title;
}

void
follow_form_focus (FollowForm *self)
{
  g_return_if_fail (FOLLOW_IS_FORM (self));

  if (self->body != NULL)
    follow_form_body_focus_first (self->body);
}

void
follow_form_flush (FollowForm *self)
{
  g_return_if_fail (FOLLOW_IS_FORM (self));

  if (self->editor == NULL)
    return;
  follow_form_body_flush (self->body);
  follow_editor_flush (self->editor, NULL);
}

gboolean
follow_form_show_child (FollowForm *self, gint64 id)
{
  g_return_val_if_fail (FOLLOW_IS_FORM (self), FALSE);

  return self->body != NULL && follow_form_body_show_child (self->body, id);
}

void
follow_form_watch (GtkWidget *inside, FollowEditor *editor)
{
  GtkWidget *form = gtk_widget_get_ancestor (inside, FOLLOW_TYPE_FORM);

  if (form == NULL)
    return;
  g_signal_connect_object (editor, "saved", G_CALLBACK (editor_saved_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "failed", G_CALLBACK (editor_failed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "incomplete", G_CALLBACK (editor_incomplete_cb), form, G_CONNECT_SWAPPED);
}
