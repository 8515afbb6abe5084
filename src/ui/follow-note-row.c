/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-note-row.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-navigation.h"
#include "follow-pill.h"
#include "follow-rail.h"
#include "follow-widgets.h"

struct _FollowNoteRow
{
  GtkListBoxRow parent_instance;
  FollowRegister *reg;
  FollowRecord *record;

  /* Children */
  GtkWidget *rail;
  GtkWidget *date;
  GtkWidget *by;
  GtkWidget *text;
  GtkWidget *pill;
  GtkWidget *reported;
  GtkWidget *menu_button;
  GtkWidget *report_popover;
  GtkWidget *report_entry;
};

enum
{
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowNoteRow, follow_note_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_label (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_record (FollowNoteRow *self)
{
  const FollowField *status = follow_kind_find_field (follow_record_get_kind (self->record), "status");
  const char *status_id = follow_record_get_text (self->record, "status");
  const char *reported_to = follow_record_get_text (self->record, "reported_to");
  const char *text = follow_record_get_text (self->record, "text");
  const char *by = follow_record_get_text (self->record, "by");
  g_autofree char *date = follow_date_format_short (follow_record_get_text (self->record, "date"));
  /* Translators: where a progress note was reported: "Reported to the Committee, 12 November" */
  g_autofree char *reported =
      reported_to != NULL ? g_strdup_printf (_ ("Reported to %s"), reported_to) : NULL;
  g_autofree char *name =
      g_strdup_printf ("%s, %s: %s", date, by != NULL ? by : "", text != NULL ? text : "");

  show_label (self->date, date);
  show_label (self->by, by);
  show_label (self->text, text);
  show_label (self->reported, reported);
  gtk_widget_set_visible (self->pill, status_id != NULL);
  if (status_id != NULL)
    follow_pill_set_choice (FOLLOW_PILL (self->pill), "status", status_id,
                            follow_field_get_choice_label (status, status_id));
  follow_accessible_name (GTK_WIDGET (self), name);
}

static void
report_typed_cb (FollowNoteRow *self)
{
  g_autoptr (FollowRecord) copy = follow_record_copy (self->record);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->report_entry))));
  g_autoptr (GError) error = NULL;

  follow_record_set_text (copy, "reported_to", text);
  if (!follow_register_save (self->reg, copy, &error))
    {
      follow_navigation_report_save (GTK_WIDGET (self), error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->report_popover));
}

static void
popover_closed_cb (FollowNoteRow *self)
{
  gtk_widget_grab_focus (self->menu_button);
}

static void
create_report_popover (FollowNoteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->report_popover = gtk_popover_new ();
  self->report_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->report_entry), _ ("the Committee, 12 November"));
  follow_accessible_name (self->report_entry, _ ("Reported to"));
  gtk_box_append (GTK_BOX (box), follow_caption_new (_ ("Reported to")));
  gtk_box_append (GTK_BOX (box), self->report_entry);
  gtk_popover_set_child (GTK_POPOVER (self->report_popover), box);
  gtk_widget_set_parent (self->report_popover, self->menu_button);
  g_signal_connect_swapped (self->report_entry, "activate", G_CALLBACK (report_typed_cb), self);
  g_signal_connect_swapped (self->report_popover, "closed", G_CALLBACK (popover_closed_cb), self);
}

static void
report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FollowNoteRow *self = FOLLOW_NOTE_ROW (widget);
  const char *text = follow_record_get_text (self->record, "reported_to");

  if (self->report_popover == NULL)
    create_report_popover (self);
  follow_editable_reset (GTK_EDITABLE (self->report_entry), text);
  gtk_popover_popup (GTK_POPOVER (self->report_popover));
}

static void
copy_text (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text = follow_record_get_text (FOLLOW_NOTE_ROW (widget)->record, "text");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text != NULL ? text : "");
}

static void
remove_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
follow_note_row_dispose (GObject *object)
{
  FollowNoteRow *self = FOLLOW_NOTE_ROW (object);

  g_clear_pointer (&self->report_popover, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_note_row_parent_class)->dispose (object);
}

static void
follow_note_row_class_init (FollowNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_note_row_dispose;
  signals[REMOVE] =
      g_signal_new ("remove", FOLLOW_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "note.report", NULL, report);
  gtk_widget_class_install_action (widget_class, "note.copy", NULL, copy_text);
  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_note);
}

static GtkWidget *
create_menu_button (FollowNoteRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Reported To…"), "note.report");
  g_menu_append (menu, _ ("_Copy"), "note.copy");
  g_menu_append (menu, _ ("_Move to the Bin"), "note.remove");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "in-row");
  gtk_widget_add_css_class (self->menu_button, "on-demand");
  gtk_widget_set_halign (self->menu_button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("More"));
  follow_accessible_name (self->menu_button, _ ("More about this note"));
  return self->menu_button;
}

static GtkWidget *
create_words (FollowNoteRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *header = follow_wrap_box_new (6);

  self->date = follow_label_new (NULL, "strong", "small", NULL);
  self->by = follow_wrapped_label_new (NULL, "small", "dim-label", NULL);
  self->text = follow_wrapped_label_new (NULL, "prose", NULL);
  self->pill = follow_pill_new (NULL, "", "grey");
  self->reported = follow_wrapped_label_new (NULL, "small", "dim-label", NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "note-words");
  gtk_box_append (GTK_BOX (header), self->date);
  gtk_box_append (GTK_BOX (header), self->by);
  gtk_box_append (GTK_BOX (words), header);
  gtk_box_append (GTK_BOX (words), self->text);
  gtk_box_append (GTK_BOX (words), self->pill);
  gtk_box_append (GTK_BOX (words), self->reported);
  return words;
}

static void
follow_note_row_init (FollowNoteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  self->rail = follow_rail_new (FOLLOW_RAIL_DOT, FALSE, FALSE);
  gtk_box_append (GTK_BOX (box), self->rail);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), create_words (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_menu_button (self));
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
follow_note_row_new (FollowRegister *reg, FollowRecord *record)
{
  FollowNoteRow *self = g_object_new (FOLLOW_TYPE_NOTE_ROW, NULL);

  self->reg = g_object_ref (reg);
  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}

gint64
follow_note_row_get_id (FollowNoteRow *self)
{
  return follow_record_get_id (self->record);
}

void
follow_note_row_update (FollowNoteRow *self, FollowRecord *record)
{
  g_set_object (&self->record, record);
  show_record (self);
}

void
follow_note_row_set_place (FollowNoteRow *self, gboolean first, gboolean last)
{
  follow_rail_set (FOLLOW_RAIL (self->rail), first ? FOLLOW_RAIL_MARK : FOLLOW_RAIL_DOT, first, last);
}
