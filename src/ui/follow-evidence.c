/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-evidence.h"

#include <glib/gi18n.h>

#include "follow-error.h"
#include "follow-evidence-row.h"
#include "follow-field-row.h"
#include "follow-file-check.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

struct _FollowEvidence
{
  FollowChildList parent_instance;
  GCancellable *cancellable; /* of the files being read */
  guint n_reading;

  /* Children */
  GtkWidget *reading;
  GtkWidget *link_popover;
  GtkWidget *link_entry;
};

/* A file on its way in. */
typedef struct
{
  FollowEvidence *list;
  GFile *file;
  gint64 action_id; /* the form may show another one when the file is read */
} Reading;

G_DEFINE_FINAL_TYPE (FollowEvidence, follow_evidence, FOLLOW_TYPE_CHILD_LIST)

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->list);
  g_object_unref (reading->file);
  g_free (reading);
}

static gboolean
add (FollowEvidence *self, gint64 action_id, const char *title, const char *location, const char *digits)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  FollowRegister *reg = follow_child_list_get_register (list);
  g_autoptr (FollowRecord) record = follow_record_new (follow_child_list_get_kind (list), action_id);
  g_autoptr (GError) error = NULL;

  follow_record_set_text (record, "title", title);
  follow_record_set_text (record, "location", location);
  follow_record_set_text (record, "sha256", digits);
  follow_record_set_text (record, "added_on", follow_register_get_today (reg));
  if (follow_register_save (reg, record, &error))
    return TRUE;
  follow_navigation_report_save (GTK_WIDGET (self), error);
  return FALSE;
}

static void
update_reading (FollowEvidence *self)
{
  gtk_widget_set_visible (self->reading, self->n_reading > 0);
}

static void
report_unreadable (FollowEvidence *self, GFile *file, const GError *reason)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error =
      g_error_new (FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                   /* Translators: the name of a file, then what the system says */
                   _ ("Could not read “%s”: %s. It was not added."), name, reason->message);

  follow_navigation_report (GTK_WIDGET (self), error);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  FollowEvidence *self = reading->list;
  FollowRegister *reg = follow_child_list_get_register (FOLLOW_CHILD_LIST (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *digits = follow_file_hash_finish (result, &error);

  if (reg == NULL) /* the form is gone */
    {
      reading_free (reading);
      return;
    }
  self->n_reading--;
  update_reading (self);
  if (digits != NULL)
    {
      g_autofree char *base = g_file_get_basename (reading->file);
      g_autofree char *title = g_filename_display_name (base);
      g_autofree char *location = follow_evidence_make_location (reg, reading->file);

      add (self, reading->action_id, title, location, digits);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_unreadable (self, reading->file, error);
  reading_free (reading);
}

static void
cancel_clicked_cb (FollowEvidence *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, FollowEvidence *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          follow_evidence_add_file (self, file);
        }
    }
  g_object_unref (dialog);
}

static void
add_file_clicked_cb (FollowEvidence *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *dialog;

  if (!follow_child_list_save_parent (FOLLOW_CHILD_LIST (self)))
    return;
  dialog = gtk_file_chooser_native_new (_ ("Add Evidence"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
link_typed_cb (FollowEvidence *self)
{
  if (!follow_evidence_add_link (self, gtk_editable_get_text (GTK_EDITABLE (self->link_entry))))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->link_entry), "");
  gtk_popover_popdown (GTK_POPOVER (self->link_popover));
}

static GtkWidget *
follow_evidence_create_row (FollowChildList *list, FollowRecord *record)
{
  FollowRegister *reg = follow_child_list_get_register (list);
  GtkWidget *row = follow_child_row_new (reg, record);

  follow_evidence_row_set_up (FOLLOW_CHILD_ROW (row), reg);
  return row;
}

static void
follow_evidence_update_row (FollowChildList *list, GtkWidget *row, FollowRecord *record)
{
  follow_child_row_update (FOLLOW_CHILD_ROW (row), record);
  follow_evidence_row_show (FOLLOW_CHILD_ROW (row), record);
}

static void
follow_evidence_dispose (GObject *object)
{
  FollowEvidence *self = FOLLOW_EVIDENCE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (follow_evidence_parent_class)->dispose (object);
}

static void
follow_evidence_finalize (GObject *object)
{
  g_object_unref (FOLLOW_EVIDENCE (object)->cancellable);

  G_OBJECT_CLASS (follow_evidence_parent_class)->finalize (object);
}

static void
follow_evidence_class_init (FollowEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_evidence_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_evidence_finalize;
  FOLLOW_CHILD_LIST_CLASS (klass)->create_row = follow_evidence_create_row;
  FOLLOW_CHILD_LIST_CLASS (klass)->update_row = follow_evidence_update_row;
}

static void
follow_evidence_init (FollowEvidence *self)
{
  self->cancellable = g_cancellable_new ();
}

static GtkWidget *
create_link_button (FollowEvidence *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->link_popover = gtk_popover_new ();
  self->link_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->link_entry), "https://");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->link_entry), GTK_INPUT_PURPOSE_URL);
  follow_accessible_name (self->link_entry, _ ("Link, or where it is kept"));
  gtk_box_append (GTK_BOX (box), follow_caption_new (_ ("Link, or where it is kept")));
  gtk_box_append (GTK_BOX (box), self->link_entry);
  gtk_popover_set_child (GTK_POPOVER (self->link_popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->link_popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add _Link…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-row");
  g_signal_connect_swapped (self->link_entry, "activate", G_CALLBACK (link_typed_cb), self);
  return button;
}

static GtkWidget *
create_reading (FollowEvidence *self)
{
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->reading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_add_css_class (cancel, "flat");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->reading), spinner);
  gtk_box_append (GTK_BOX (self->reading), follow_wrapped_label_new (_ ("Reading the file…"), NULL));
  gtk_box_append (GTK_BOX (self->reading), cancel);
  gtk_widget_set_visible (self->reading, FALSE);
  return self->reading;
}

GtkWidget *
follow_evidence_new (FollowRegister *reg)
{
  GtkWidget *list = follow_child_list_new (FOLLOW_TYPE_EVIDENCE, reg, follow_kind_find ("evidence"),
                                           _ ("Evidence and impact"));
  FollowEvidence *self = FOLLOW_EVIDENCE (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = follow_wrap_box_new (6);
  GtkWidget *add_file = gtk_button_new_with_mnemonic (_ ("Add _Evidence…"));

  gtk_widget_add_css_class (add_file, "flat");
  gtk_widget_add_css_class (add_file, "link-row");
  g_signal_connect_swapped (add_file, "clicked", G_CALLBACK (add_file_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), add_file);
  gtk_box_append (GTK_BOX (buttons), create_link_button (self));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), create_reading (self));
  follow_child_list_set_tail (FOLLOW_CHILD_LIST (self), follow_field_row_new ("", box, buttons));
  return list;
}

void
follow_evidence_add_file (FollowEvidence *self, GFile *file)
{
  FollowRecord *parent = follow_child_list_get_parent (FOLLOW_CHILD_LIST (self));
  Reading *reading;

  if (parent == NULL || !follow_child_list_save_parent (FOLLOW_CHILD_LIST (self)))
    return;
  reading = g_new0 (Reading, 1);
  reading->list = g_object_ref (self);
  reading->file = g_object_ref (file);
  reading->action_id = follow_record_get_id (parent);
  self->n_reading++;
  update_reading (self);
  follow_file_hash_async (file, self->cancellable, hashed_cb, reading);
}

gboolean
follow_evidence_add_link (FollowEvidence *self, const char *link)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  g_autofree char *text = g_strstrip (g_strdup (link));

  return *text != '\0' && follow_child_list_save_parent (list) &&
         add (self, follow_record_get_id (follow_child_list_get_parent (list)), text, text, NULL);
}
