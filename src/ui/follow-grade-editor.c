/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-grade-editor.h"

#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-navigation.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

#define WIDTH 280

struct _FollowGradeEditor
{
  GtkPopover parent_instance;

  FollowRegister *reg;
  FollowRecord *evaluation;
  FollowEditor *editor; /* while it is open */
  gboolean filling;

  /* Children */
  GtkWidget *title;
  GtkWidget *grades;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (FollowGradeEditor, follow_grade_editor, GTK_TYPE_POPOVER)

GPtrArray *
follow_grades_load (FollowRegister *reg, gint64 grade)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("grade"));
  g_autoptr (FollowRecord) now = grade != 0 ? follow_register_find (reg, grade, NULL) : NULL;
  GPtrArray *grades;

  if (now != NULL)
    follow_query_set_parent (query, follow_record_get_parent_id (now));
  grades = follow_register_load_all (reg, query, NULL);
  return grades != NULL ? grades : g_ptr_array_new_with_free_func (g_object_unref);
}

char *
follow_grade_describe (FollowRecord *grade)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", follow_record_get_integer (grade, "value"),
                          follow_record_get_text (grade, "name"));
}

static void
grade_toggled_cb (FollowGradeEditor *self, GtkCheckButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "follow-id");
  g_autoptr (GError) error = NULL;

  if (self->filling || !gtk_check_button_get_active (button))
    return;
  follow_record_set_link (follow_editor_get_record (self->editor), "grade", *id);
  if (!follow_editor_flush (self->editor, &error))
    follow_navigation_report_save (GTK_WIDGET (self), error);
}

static void
note_changed_cb (FollowGradeEditor *self)
{
  if (!self->filling)
    follow_record_set_text (follow_editor_get_record (self->editor), "note",
                            gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
remove_clicked_cb (FollowGradeEditor *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (self->evaluation));
  gtk_popover_popdown (GTK_POPOVER (self));
  follow_navigation_remove (GTK_WIDGET (self), records);
}

static void
append_grade (FollowGradeEditor *self, FollowRecord *grade, GtkWidget **group)
{
  g_autofree char *text = follow_grade_describe (grade);
  gint64 id = follow_record_get_id (grade);
  GtkWidget *button = gtk_check_button_new_with_label (text);

  if (*group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (*group));
  *group = button;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               id == follow_record_get_link (self->evaluation, "grade"));
  gtk_widget_set_tooltip_text (button, follow_record_get_text (grade, "description"));
  g_object_set_data_full (G_OBJECT (button), "follow-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (grade_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->grades), button);
}

static void
fill (FollowGradeEditor *self)
{
  g_autoptr (GPtrArray) grades =
      follow_grades_load (self->reg, follow_record_get_link (self->evaluation, "grade"));
  g_autofree char *title =
      follow_register_name_record (self->reg, follow_record_get_link (self->evaluation, "indicator"));
  const char *note = follow_record_get_text (self->evaluation, "note");
  GtkWidget *group = NULL;

  self->filling = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  follow_clear_children (self->grades);
  for (guint i = 0; i < grades->len; i++)
    append_grade (self, grades->pdata[i], &group);
  follow_editable_reset (GTK_EDITABLE (self->note), note);
  self->filling = FALSE;
}

static void
follow_grade_editor_show (GtkWidget *widget)
{
  FollowGradeEditor *self = FOLLOW_GRADE_EDITOR (widget);

  g_set_object (&self->editor, NULL);
  self->editor = follow_editor_get (self->reg, self->evaluation);
  fill (self);

  GTK_WIDGET_CLASS (follow_grade_editor_parent_class)->show (widget);
}

static void
follow_grade_editor_closed (GtkPopover *popover)
{
  FollowGradeEditor *self = FOLLOW_GRADE_EDITOR (popover);
  g_autoptr (GError) error = NULL;

  if (self->editor != NULL && !follow_editor_flush (self->editor, &error))
    follow_navigation_report_save (GTK_WIDGET (self), error);
  g_clear_object (&self->editor);
}

static void
follow_grade_editor_dispose (GObject *object)
{
  FollowGradeEditor *self = FOLLOW_GRADE_EDITOR (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_grade_editor_parent_class)->dispose (object);
}

static void
follow_grade_editor_class_init (FollowGradeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_grade_editor_dispose;
  GTK_WIDGET_CLASS (klass)->show = follow_grade_editor_show;
  GTK_POPOVER_CLASS (klass)->closed = follow_grade_editor_closed;
}

static void
follow_grade_editor_init (FollowGradeEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove Grade"));

  self->title = follow_wrapped_label_new (NULL, "heading", NULL);
  self->grades = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("Note"));
  follow_accessible_name (self->note, _ ("Note"));
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (note_changed_cb), self);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (gtk_popover_popdown), self);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->grades);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "popover-pad");
  follow_keep_width (box, WIDTH);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
follow_grade_editor_new (FollowRegister *reg, FollowRecord *evaluation)
{
  FollowGradeEditor *self = g_object_new (FOLLOW_TYPE_GRADE_EDITOR, NULL);

  self->reg = g_object_ref (reg);
  self->evaluation = g_object_ref (evaluation);
  return GTK_WIDGET (self);
}
