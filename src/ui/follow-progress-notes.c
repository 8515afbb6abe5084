/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-progress-notes.h"

#include <glib/gi18n.h>

#include "follow-history.h"
#include "follow-navigation.h"
#include "follow-note-row.h"
#include "follow-text-row.h"
#include "follow-widgets.h"

struct _FollowProgressNotes
{
  FollowChildList parent_instance;
  FollowEditor *next; /* NULL until something is typed: the note that is not added yet */
  gboolean setting;   /* the program changes the text, not the person */

  /* Children */
  GtkWidget *view;
  GtkWidget *placeholder;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (FollowProgressNotes, follow_progress_notes, FOLLOW_TYPE_CHILD_LIST)

static char *
get_text (FollowProgressNotes *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "text", &text, NULL);
  return text;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
update_button (FollowProgressNotes *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_visible (self->placeholder, *text == '\0');
  gtk_widget_set_sensitive (self->button, !is_blank (text));
}

static void
set_text (FollowProgressNotes *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  self->setting = TRUE;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->setting = FALSE;
  update_button (self);
}

static void
next_saved_cb (FollowProgressNotes *self)
{
  if (!follow_record_is_stored (follow_editor_get_record (self->next)))
    return;
  g_signal_handlers_disconnect_by_data (self->next, self);
  g_clear_object (&self->next);
  set_text (self, NULL);
}

static void
next_failed_cb (FollowProgressNotes *self, const GError *error)
{
  follow_navigation_report_save (GTK_WIDGET (self), error);
}

static void
set_next (FollowProgressNotes *self, FollowRecord *record)
{
  self->next = follow_editor_get (follow_child_list_get_register (FOLLOW_CHILD_LIST (self)), record);
  g_signal_connect_object (self->next, "saved", G_CALLBACK (next_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "failed", G_CALLBACK (next_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
text_changed_cb (FollowProgressNotes *self)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  FollowRecord *parent = follow_child_list_get_parent (list);
  g_autofree char *text = NULL;

  if (self->setting || parent == NULL)
    return;
  if (self->next == NULL)
    {
      g_autoptr (FollowRecord) record =
          follow_record_new (follow_child_list_get_kind (list), follow_record_get_id (parent));

      set_next (self, record);
    }
  text = get_text (self);
  follow_record_set_text (follow_editor_get_record (self->next), "text", text);
  update_button (self);
}

static void
add_clicked_cb (FollowProgressNotes *self)
{
  follow_progress_notes_add (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FollowProgressNotes *self)
{
  if (!(state & GDK_CONTROL_MASK) || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;
  follow_progress_notes_add (self);
  return TRUE;
}

static void
note_remove_cb (FollowProgressNotes *self, FollowNoteRow *row)
{
  follow_child_list_remove (FOLLOW_CHILD_LIST (self), follow_note_row_get_id (row));
}

static GtkWidget *
follow_progress_notes_create_row (FollowChildList *list, FollowRecord *record)
{
  GtkWidget *row = follow_note_row_new (follow_child_list_get_register (list), record);

  g_signal_connect_swapped (row, "remove", G_CALLBACK (note_remove_cb), list);
  return row;
}

static void
follow_progress_notes_update_row (FollowChildList *list, GtkWidget *row, FollowRecord *record)
{
  follow_note_row_update (FOLLOW_NOTE_ROW (row), record);
}

static void
follow_progress_notes_open_row (FollowChildList *list, GtkWidget *row)
{
  gtk_widget_grab_focus (row);
}

static void
follow_progress_notes_flush_row (FollowChildList *list, GtkWidget *row)
{
}

static void
follow_progress_notes_rows_changed (FollowChildList *list)
{
  guint n = follow_child_list_get_n_rows (list);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u note", "%u notes", n), n) : NULL;

  for (guint i = 0; i < n; i++)
    follow_note_row_set_place (FOLLOW_NOTE_ROW (follow_child_list_get_row (list, i)), i == 0, i + 1 == n);
  follow_child_list_set_count (list, text);
}

static void
follow_progress_notes_flush (FollowChildList *list)
{
  FollowProgressNotes *self = FOLLOW_PROGRESS_NOTES (list);

  if (self->next != NULL)
    follow_editor_flush (self->next, NULL);
}

static void
follow_progress_notes_parent_changed (FollowChildList *list)
{
  FollowProgressNotes *self = FOLLOW_PROGRESS_NOTES (list);

  if (self->next != NULL)
    g_signal_handlers_disconnect_by_data (self->next, self);
  g_clear_object (&self->next);
  set_text (self, NULL);
}

static void
follow_progress_notes_take_up_draft (FollowChildList *list, FollowRecord *draft)
{
  FollowProgressNotes *self = FOLLOW_PROGRESS_NOTES (list);

  if (self->next != NULL) /* the newest comes first; an older one waits its turn */
    return;
  set_next (self, draft);
  set_text (self, follow_record_get_text (draft, "text"));
}

/* Of two notes of one day the later one stands first. */
static int
compare_notes (gconstpointer a, gconstpointer b, gpointer reg)
{
  FollowRecord *one = *(FollowRecord *const *) a;
  FollowRecord *other = *(FollowRecord *const *) b;
  int order = g_strcmp0 (follow_record_get_text (other, "date"), follow_record_get_text (one, "date"));
  g_autofree char *one_added = NULL;
  g_autofree char *other_added = NULL;

  if (order != 0)
    return order;
  follow_register_count_changes (reg, follow_record_get_id (one), &one_added);
  follow_register_count_changes (reg, follow_record_get_id (other), &other_added);
  return g_strcmp0 (other_added, one_added);
}

static void
follow_progress_notes_sort (FollowChildList *list, GPtrArray *records)
{
  g_ptr_array_sort_with_data (records, compare_notes, follow_child_list_get_register (list));
}

static void
follow_progress_notes_dispose (GObject *object)
{
  FollowProgressNotes *self = FOLLOW_PROGRESS_NOTES (object);

  if (self->next != NULL)
    g_signal_handlers_disconnect_by_data (self->next, self);
  g_clear_object (&self->next);

  G_OBJECT_CLASS (follow_progress_notes_parent_class)->dispose (object);
}

static void
follow_progress_notes_class_init (FollowProgressNotesClass *klass)
{
  FollowChildListClass *list_class = FOLLOW_CHILD_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_progress_notes_dispose;
  list_class->create_row = follow_progress_notes_create_row;
  list_class->update_row = follow_progress_notes_update_row;
  list_class->open_row = follow_progress_notes_open_row;
  list_class->flush_row = follow_progress_notes_flush_row;
  list_class->rows_changed = follow_progress_notes_rows_changed;
  list_class->flush = follow_progress_notes_flush;
  list_class->parent_changed = follow_progress_notes_parent_changed;
  list_class->take_up_draft = follow_progress_notes_take_up_draft;
  list_class->sort = follow_progress_notes_sort;
}

static void
follow_progress_notes_init (FollowProgressNotes *self)
{
}

static GtkWidget *
create_entry (FollowProgressNotes *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = follow_text_view_new (_ ("New progress note"));
  self->placeholder = follow_label_new (_ ("What has happened since?"), "text-placeholder", NULL);
  g_object_set (self->placeholder, "can-target", FALSE, "yalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  _ ("What has happened since?"), -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_widget_add_css_class (overlay, "note-entry");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                            G_CALLBACK (text_changed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, keys);
  return overlay;
}

GtkWidget *
follow_progress_notes_new (FollowRegister *reg)
{
  GtkWidget *list = follow_child_list_new (FOLLOW_TYPE_PROGRESS_NOTES, reg,
                                           follow_kind_find ("progress_note"), _ ("Progress"));
  FollowProgressNotes *self = FOLLOW_PROGRESS_NOTES (list);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_button_new_with_mnemonic (_ ("_Add Note"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, _ ("Add Note (Ctrl+Enter)"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), create_entry (self));
  gtk_box_append (GTK_BOX (line), self->button);
  follow_child_list_set_top (FOLLOW_CHILD_LIST (self), line);
  follow_child_list_set_flat (FOLLOW_CHILD_LIST (self));
  update_button (self);
  return list;
}

gboolean
follow_progress_notes_add (FollowProgressNotes *self)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  FollowRegister *reg = follow_child_list_get_register (list);
  g_autoptr (FollowEditor) next = NULL;
  g_autofree char *text = get_text (self);
  FollowRecord *note;

  if (self->next == NULL || is_blank (text) || !follow_child_list_save_parent (list))
    return FALSE;
  next = g_object_ref (self->next);
  note = follow_editor_get_record (next);
  follow_record_set_text (note, "text", g_strstrip (text));
  follow_record_set_text (note, "date", follow_register_get_today (reg));
  follow_record_set_text (note, "by", follow_register_get_user (reg));
  follow_record_set_text (note, "status",
                          follow_record_get_text (follow_child_list_get_parent (list), "status"));
  return follow_editor_flush (next, NULL) && follow_record_is_stored (note);
}

GtkTextView *
follow_progress_notes_get_view (FollowProgressNotes *self)
{
  g_return_val_if_fail (FOLLOW_IS_PROGRESS_NOTES (self), NULL);

  return GTK_TEXT_VIEW (self->view);
}
