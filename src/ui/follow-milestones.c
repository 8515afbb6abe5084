/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-milestones.h"

#include <glib/gi18n.h>

#include "follow-field-row.h"
#include "follow-milestone-row.h"
#include "follow-navigation.h"
#include "follow-widgets.h"

struct _FollowMilestones
{
  FollowChildList parent_instance;

  /* Children */
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (FollowMilestones, follow_milestones, FOLLOW_TYPE_CHILD_LIST)

static void
row_finished_cb (FollowMilestones *self)
{
  gtk_widget_grab_focus (self->entry);
}

static void
row_remove_cb (FollowMilestones *self, FollowMilestoneRow *row)
{
  gtk_widget_grab_focus (self->entry);
  follow_child_list_remove (FOLLOW_CHILD_LIST (self), follow_milestone_row_get_id (row));
}

static void
row_activated_cb (FollowMilestones *self, GtkListBoxRow *row)
{
  if (FOLLOW_IS_MILESTONE_ROW (row))
    follow_milestone_row_edit (FOLLOW_MILESTONE_ROW (row), FALSE);
}

static GtkWidget *
follow_milestones_create_row (FollowChildList *list, FollowRecord *record)
{
  GtkWidget *row = follow_milestone_row_new (follow_child_list_get_register (list), record);

  g_signal_connect_swapped (row, "finished", G_CALLBACK (row_finished_cb), list);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (row_remove_cb), list);
  return row;
}

static void
follow_milestones_update_row (FollowChildList *list, GtkWidget *row, FollowRecord *record)
{
  follow_milestone_row_update (FOLLOW_MILESTONE_ROW (row), record);
}

static void
follow_milestones_open_row (FollowChildList *list, GtkWidget *row)
{
  follow_milestone_row_edit (FOLLOW_MILESTONE_ROW (row), FALSE);
}

static void
follow_milestones_flush_row (FollowChildList *list, GtkWidget *row)
{
  follow_milestone_row_flush (FOLLOW_MILESTONE_ROW (row));
}

static void
follow_milestones_rows_changed (FollowChildList *list)
{
  guint n = follow_child_list_get_n_rows (list);
  guint n_done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    if (follow_record_get_integer (follow_child_list_get_record (list, i), "done") != 0)
      n_done++;
  /* Translators: how many milestones are done: "1 of 3 done" */
  text = n > 0 ? g_strdup_printf (_ ("%u of %u done"), n_done, n) : NULL;
  follow_child_list_set_count (list, text);
}

/* Returns: the id of the new milestone, 0 when there is nothing to add or it could not be saved: the words
 * then stay in the entry */
static gint64
add_typed (FollowMilestones *self)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (FollowRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0' || !follow_child_list_save_parent (list))
    return 0;
  record = follow_record_new (follow_child_list_get_kind (list),
                              follow_record_get_id (follow_child_list_get_parent (list)));
  follow_record_set_text (record, "wording", text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (follow_register_save (follow_child_list_get_register (list), record, &error))
    return follow_record_get_id (record);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  follow_navigation_report_save (GTK_WIDGET (self), error);
  return 0;
}

static void
entry_activated_cb (FollowMilestones *self)
{
  gint64 id = add_typed (self);
  GtkWidget *row = id != 0 ? follow_child_list_find_row (FOLLOW_CHILD_LIST (self), id) : NULL;

  if (row != NULL)
    follow_milestone_row_edit (FOLLOW_MILESTONE_ROW (row), TRUE);
}

static void
entry_left_cb (FollowMilestones *self)
{
  if (follow_child_list_get_parent (FOLLOW_CHILD_LIST (self)) != NULL)
    add_typed (self);
}

static void
follow_milestones_flush (FollowChildList *list)
{
  add_typed (FOLLOW_MILESTONES (list));
}

static void
follow_milestones_parent_changed (FollowChildList *list)
{
  follow_editable_reset (GTK_EDITABLE (FOLLOW_MILESTONES (list)->entry), NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                FollowMilestones *self)
{
  GtkWidget *row =
      gtk_widget_get_focus_child (GTK_WIDGET (follow_child_list_get_box (FOLLOW_CHILD_LIST (self))));
  int by = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;

  if (by == 0 || !(state & GDK_ALT_MASK) || !FOLLOW_IS_MILESTONE_ROW (row))
    return FALSE;
  follow_milestones_move (self, follow_milestone_row_get_id (FOLLOW_MILESTONE_ROW (row)), by);
  return TRUE;
}

static void
follow_milestones_class_init (FollowMilestonesClass *klass)
{
  FollowChildListClass *list_class = FOLLOW_CHILD_LIST_CLASS (klass);

  list_class->create_row = follow_milestones_create_row;
  list_class->update_row = follow_milestones_update_row;
  list_class->open_row = follow_milestones_open_row;
  list_class->flush_row = follow_milestones_flush_row;
  list_class->rows_changed = follow_milestones_rows_changed;
  list_class->flush = follow_milestones_flush;
  list_class->parent_changed = follow_milestones_parent_changed;
}

static void
follow_milestones_init (FollowMilestones *self)
{
}

static GtkWidget *
create_tail (FollowMilestones *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *row;

  self->entry = follow_plain_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a milestone, then its timescale"));
  gtk_box_append (GTK_BOX (box), follow_icon_new ("list-add-symbolic", NULL));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_widget_add_css_class (box, "add-entry");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  row = follow_field_row_new ("", box, self->entry);
  gtk_widget_add_css_class (row, "typed");
  follow_accessible_name (self->entry, _ ("New milestone"));
  return row;
}

GtkWidget *
follow_milestones_new (FollowRegister *reg)
{
  GtkWidget *list = follow_child_list_new (FOLLOW_TYPE_MILESTONES, reg, follow_kind_find ("milestone"), NULL);
  FollowMilestones *self = FOLLOW_MILESTONES (list);
  GtkWidget *box = GTK_WIDGET (follow_child_list_get_box (FOLLOW_CHILD_LIST (list)));
  GtkEventController *keys = gtk_event_controller_key_new ();

  follow_child_list_set_tail (FOLLOW_CHILD_LIST (self), create_tail (self));
  g_signal_connect_swapped (box, "row-activated", G_CALLBACK (row_activated_cb), self);
  /* Before the form takes the same keys to go to the next record. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (box, keys);
  return list;
}

static double
get_position (FollowChildList *list, guint i)
{
  return follow_value_get_number (follow_record_get (follow_child_list_get_record (list, i), "position"));
}

static void
save_position (FollowChanges *changes, FollowRecord *record, double position)
{
  g_autoptr (FollowRecord) copy = follow_record_copy (record);

  follow_record_set_number (copy, "position", position);
  follow_changes_save (changes, copy);
}

gboolean
follow_milestones_move (FollowMilestones *self, gint64 id, int by)
{
  FollowChildList *list = FOLLOW_CHILD_LIST (self);
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Milestone moved"));
  g_autoptr (GError) error = NULL;
  guint n = follow_child_list_get_n_rows (list);
  guint from, to;

  g_return_val_if_fail (by == -1 || by == 1, FALSE);

  if (!follow_child_list_find (list, id, &from) || (by < 0 && from == 0) || (by > 0 && from + 1 >= n))
    return FALSE;
  to = from + by;
  follow_child_list_flush (list);
  if (get_position (list, from) != get_position (list, to))
    {
      save_position (changes, follow_child_list_get_record (list, from), get_position (list, to));
      save_position (changes, follow_child_list_get_record (list, to), get_position (list, from));
    }
  else /* imported without an order of their own */
    for (guint i = 0; i < n; i++)
      save_position (changes, follow_child_list_get_record (list, i),
                     1 + (i == from ? to
                          : i == to ? from
                                    : i));
  if (!follow_register_commit (follow_child_list_get_register (list), changes, &error))
    {
      follow_navigation_report_save (GTK_WIDGET (self), error);
      return FALSE;
    }
  return TRUE;
}
