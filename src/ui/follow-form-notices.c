/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-form-notices.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-record-text.h"
#include "follow-widgets.h"

typedef struct
{
  GtkWidget *box;
  GtkWidget *label;
} Notice;

struct _FollowFormNotices
{
  GtkBox parent_instance;
  FollowRegister *reg;
  FollowRecord *record; /* nullable: that is shown */
  FollowRecord *draft;  /* nullable: that is offered */

  /* Children */
  Notice failure;
  Notice incomplete;
  Notice removed;
  Notice read_only;
  Notice offer;
};

enum
{
  TRY_AGAIN,
  RESTORE,
  CONTINUE_DRAFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowFormNotices, follow_form_notices, GTK_TYPE_BOX)

static void
show (Notice *notice, const char *text)
{
  gtk_label_set_text (GTK_LABEL (notice->label), text != NULL ? text : "");
  gtk_widget_set_visible (notice->box, text != NULL);
}

static void
update_visible (FollowFormNotices *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->failure.box) ||
                                                 gtk_widget_get_visible (self->incomplete.box) ||
                                                 gtk_widget_get_visible (self->removed.box) ||
                                                 gtk_widget_get_visible (self->read_only.box) ||
                                                 gtk_widget_get_visible (self->offer.box));
}

/* A draft that can be taken up where @record is shown: its own, or where it is new any that was begun there. */
static gboolean
fits (FollowRecord *record, FollowRecord *draft)
{
  if (follow_record_is_stored (record))
    return follow_record_get_id (record) == follow_record_get_id (draft) &&
           !follow_record_is_changed (record);
  return !follow_record_is_stored (draft) && follow_record_is_blank (record) &&
         follow_record_get_id (record) != follow_record_get_id (draft) &&
         follow_record_get_parent_id (record) == follow_record_get_parent_id (draft);
}

static FollowRecord *
find_draft (FollowFormNotices *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (self->record == NULL)
    return NULL;
  drafts = follow_register_load_drafts (self->reg, follow_record_get_kind (self->record), NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    if (fits (self->record, g_ptr_array_index (drafts, i)))
      return g_object_ref (g_ptr_array_index (drafts, i));
  return NULL;
}

static char *
describe_day (FollowRegister *reg, gint64 id)
{
  g_autofree char *at = follow_register_get_draft_time (reg, id);
  g_autoptr (GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return follow_date_format_long (iso);
}

static char *
describe_draft (FollowFormNotices *self)
{
  g_autofree char *day = describe_day (self->reg, follow_record_get_id (self->draft));
  g_autofree char *title = follow_record_get_title (self->draft);

  if (follow_record_is_stored (self->draft))
    /* Translators: a day */
    return g_strdup_printf (_ ("Changes made on %s could not be saved and are kept as a draft."), day);
  if (*title == '\0')
    /* Translators: a kind of record, then a day */
    return g_strdup_printf (_ ("Unfinished “%s” of %s, kept as a draft."),
                            follow_kind_get_label (follow_record_get_kind (self->draft)), day);
  /* Translators: the title of a record, then a day */
  return g_strdup_printf (_ ("“%s” of %s is not finished and kept as a draft."), title, day);
}

static void
offer_next (FollowFormNotices *self)
{
  g_autofree char *text = NULL;

  g_clear_object (&self->draft);
  self->draft = find_draft (self);
  if (self->draft != NULL)
    text = describe_draft (self);
  show (&self->offer, text);
  update_visible (self);
}

static void
continue_clicked_cb (FollowFormNotices *self)
{
  g_autoptr (FollowRecord) draft = g_steal_pointer (&self->draft);

  show (&self->offer, NULL);
  update_visible (self);
  if (draft != NULL)
    g_signal_emit (self, signals[CONTINUE_DRAFT], 0, draft);
}

static void
discard_clicked_cb (FollowFormNotices *self)
{
  if (self->draft != NULL)
    follow_register_remove_draft (self->reg, follow_record_get_id (self->draft), NULL);
  offer_next (self);
}

static void
try_again_clicked_cb (FollowFormNotices *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
restore_clicked_cb (FollowFormNotices *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static void
follow_form_notices_dispose (GObject *object)
{
  FollowFormNotices *self = FOLLOW_FORM_NOTICES (object);

  g_clear_object (&self->record);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_form_notices_parent_class)->dispose (object);
}

static void
follow_form_notices_class_init (FollowFormNoticesClass *klass)
{
  const GType type = FOLLOW_TYPE_FORM_NOTICES;

  G_OBJECT_CLASS (klass)->dispose = follow_form_notices_dispose;
  signals[TRY_AGAIN] =
      g_signal_new ("try-again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTORE] = g_signal_new ("restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONTINUE_DRAFT] = g_signal_new ("continue-draft", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, FOLLOW_TYPE_RECORD);
}

/* @style, @icon_name: nullable */
static void
create_notice (
    FollowFormNotices *self, Notice *notice, GtkAccessibleRole role, const char *style, const char *icon_name)
{
  notice->box = g_object_new (GTK_TYPE_BOX, "spacing", 9, "accessible-role", role, "visible", FALSE, NULL);
  if (icon_name != NULL)
    {
      GtkWidget *icon = follow_icon_new (icon_name, NULL);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (notice->box), icon);
    }
  notice->label = follow_wrapped_label_new (NULL, NULL);
  gtk_widget_set_hexpand (notice->label, TRUE);
  gtk_box_append (GTK_BOX (notice->box), notice->label);
  gtk_widget_add_css_class (notice->box, "notice");
  if (style != NULL)
    gtk_widget_add_css_class (notice->box, style);
  gtk_box_append (GTK_BOX (self), notice->box);
}

/* Buttons stand under the words, where there is room for both at any size. */
static void
add_button (FollowFormNotices *self, Notice *notice, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *last = gtk_widget_get_last_child (notice->box);
  GtkWidget *buttons = last;

  if (last == notice->label)
    {
      buttons = follow_wrap_box_new (6);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (notice->box), GTK_ORIENTATION_VERTICAL);
      gtk_box_append (GTK_BOX (notice->box), buttons);
    }
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (buttons), button);
}

static void
follow_form_notices_init (FollowFormNotices *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-notices");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  create_notice (self, &self->failure, GTK_ACCESSIBLE_ROLE_ALERT, "overdue", NULL);
  gtk_widget_add_css_class (self->failure.label, "late");
  add_button (self, &self->failure, _ ("_Try Again"), G_CALLBACK (try_again_clicked_cb));
  create_notice (self, &self->incomplete, GTK_ACCESSIBLE_ROLE_STATUS, NULL, NULL);
  create_notice (self, &self->removed, GTK_ACCESSIBLE_ROLE_STATUS, NULL, NULL);
  add_button (self, &self->removed, _ ("_Restore"), G_CALLBACK (restore_clicked_cb));
  create_notice (self, &self->read_only, GTK_ACCESSIBLE_ROLE_STATUS, NULL, "follow-lock-symbolic");
  create_notice (self, &self->offer, GTK_ACCESSIBLE_ROLE_STATUS, NULL, NULL);
  add_button (self, &self->offer, _ ("_Continue"), G_CALLBACK (continue_clicked_cb));
  add_button (self, &self->offer, _ ("_Discard"), G_CALLBACK (discard_clicked_cb));
}

GtkWidget *
follow_form_notices_new (FollowRegister *reg)
{
  FollowFormNotices *self = g_object_new (FOLLOW_TYPE_FORM_NOTICES, NULL);

  self->reg = g_object_ref (reg);
  return GTK_WIDGET (self);
}

void
follow_form_notices_show_failure (FollowFormNotices *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("%s What you typed is still here."), error->message);

  show (&self->incomplete, NULL);
  show (&self->failure, text);
  update_visible (self);
}

void
follow_form_notices_show_incomplete (FollowFormNotices *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("%s Until then it is kept as a draft."), error->message);

  show (&self->failure, NULL);
  show (&self->incomplete, text);
  update_visible (self);
}

void
follow_form_notices_clear_trouble (FollowFormNotices *self)
{
  show (&self->failure, NULL);
  show (&self->incomplete, NULL);
  update_visible (self);
}

void
follow_form_notices_set_removed (FollowFormNotices *self, gboolean removed)
{
  show (&self->removed, removed ? _ ("This is in the bin.") : NULL);
  update_visible (self);
}

void
follow_form_notices_set_read_only (FollowFormNotices *self, gboolean read_only)
{
  show (&self->read_only, read_only ? _ ("The register is open for reading only.") : NULL);
  update_visible (self);
}

void
follow_form_notices_offer_drafts (FollowFormNotices *self, FollowRecord *record)
{
  g_set_object (&self->record, record);
  offer_next (self);
}
