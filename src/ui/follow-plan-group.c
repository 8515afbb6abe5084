/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-group.h"

#include <glib/gi18n.h>

#include "follow-navigation.h"
#include "follow-plan-writer.h"
#include "follow-widgets.h"

struct _FollowPlanGroup
{
  GtkBox parent_instance;

  FollowRegister *reg; /* not owned: the page outlives its groups */
  gint64 section_id;
  const char *origin; /* interned */
  GPtrArray *actions; /* of FollowRecord: what is shown, in order */
  GHashTable *rows;   /* id -> FollowPlanRow, owned */
  int number_width;
  FollowPlanRow *marked; /* not owned: the row that shows where a drop would go */
  gint64 after_id;       /* the action above the line in which a new one is typed */

  /* Children */
  GtkWidget *header;
  GtkLabel *heading;
  GtkLabel *count;
  GtkWidget *add_button;
  GtkListBox *list;
  GtkWidget *none;
  GtkListBoxRow *adder; /* NULL: nothing is being added */
  FollowPlanWriter *writer;
};

G_DEFINE_FINAL_TYPE (FollowPlanGroup, follow_plan_group, GTK_TYPE_BOX)

static gint64
get_adder_id (FollowPlanGroup *self)
{
  return self->adder != NULL ? follow_record_get_id (follow_plan_writer_get_record (self->writer)) : 0;
}

static FollowPlanRow *
get_row (FollowPlanGroup *self, FollowRecord *action)
{
  gint64 id = follow_record_get_id (action);
  GtkWidget *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL)
    {
      row = g_object_ref_sink (follow_plan_row_new (self->reg, action));
      g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
    }
  follow_plan_row_set_number_width (FOLLOW_PLAN_ROW (row), self->number_width);
  return FOLLOW_PLAN_ROW (row);
}

/* Returns: (transfer container): the rows as they are to stand, the one that is typed in among them */
static GPtrArray *
list_wanted (FollowPlanGroup *self)
{
  GPtrArray *wanted = g_ptr_array_new ();
  gboolean placed = self->adder == NULL;

  if (!placed && self->after_id == 0)
    {
      g_ptr_array_add (wanted, self->adder);
      placed = TRUE;
    }
  for (guint i = 0; i < self->actions->len; i++)
    {
      FollowRecord *action = self->actions->pdata[i];

      if (follow_record_get_id (action) == get_adder_id (self))
        continue;
      g_ptr_array_add (wanted, get_row (self, action));
      if (!placed && follow_record_get_id (action) == self->after_id)
        {
          g_ptr_array_add (wanted, self->adder);
          placed = TRUE;
        }
    }
  if (!placed)
    g_ptr_array_add (wanted, self->adder);
  return wanted;
}

static void
forget_rows (FollowPlanGroup *self, GPtrArray *wanted)
{
  GHashTableIter iter;
  GtkWidget *row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (!g_ptr_array_find (wanted, row, NULL))
      {
        if (gtk_widget_get_parent (row) != NULL)
          gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

/* Brings the rows into their order without moving the one that has the focus. */
static void
sync_rows (FollowPlanGroup *self)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  forget_rows (self, wanted);
  for (guint i = 0; i < wanted->len; i++)
    {
      GtkListBoxRow *row = wanted->pdata[i];
      GtkListBoxRow *there;

      while ((there = gtk_list_box_get_row_at_index (self->list, i)) != row && there != NULL &&
             GTK_WIDGET (row) == focus)
        gtk_list_box_remove (self->list, GTK_WIDGET (there));
      if (there == row)
        continue;
      if (gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      gtk_list_box_insert (self->list, GTK_WIDGET (row), i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), wanted->len > 0);
  gtk_widget_set_visible (self->none, wanted->len == 0);
}

/* FALSE: what is typed could not be saved, and stays on screen. */
static gboolean
close_adder (FollowPlanGroup *self)
{
  g_autoptr (GError) error = NULL;
  FollowRecord *record = follow_plan_writer_get_record (self->writer);

  /* What was typed and then taken back letter by letter is not wanted. */
  if (!follow_plan_writer_is_blank (self->writer))
    {
      if (!follow_plan_writer_flush (self->writer))
        return FALSE;
    }
  else if (follow_record_is_stored (record) && !follow_register_remove (self->reg, record, &error))
    follow_navigation_report (GTK_WIDGET (self), error);
  gtk_list_box_remove (self->list, GTK_WIDGET (self->adder));
  self->adder = NULL;
  self->writer = NULL;
  sync_rows (self);
  return TRUE;
}

static void
writer_returned_cb (FollowPlanGroup *self)
{
  gint64 id = get_adder_id (self);
  gboolean blank = follow_plan_writer_is_blank (self->writer);

  if (blank)
    id = self->after_id;
  if (!close_adder (self))
    return;
  if (!blank)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.add-after", "x", id);
  else if (follow_plan_group_find_row (self, id) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (follow_plan_group_find_row (self, id)));
}

static void
writer_left_cb (FollowPlanGroup *self)
{
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (follow_plan_writer_get_view (self->writer)));
  gint64 id = follow_plan_writer_is_blank (self->writer) ? self->after_id : get_adder_id (self);
  FollowPlanRow *row;

  if (!close_adder (self) || !had_focus)
    return;
  row = follow_plan_group_find_row (self, id);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
row_activated_cb (FollowPlanGroup *self, GtkListBoxRow *row)
{
  if (FOLLOW_IS_PLAN_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.open", "x",
                                follow_plan_row_get_id (FOLLOW_PLAN_ROW (row)));
}

/* Up and Down go on from one list to the next. */
static gboolean
keynav_failed_cb (FollowPlanGroup *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self),
                                     direction == GTK_DIR_UP ? "plan.previous" : "plan.next", NULL);
}

static void
unmark (FollowPlanGroup *self)
{
  if (self->marked != NULL)
    follow_plan_row_set_drop_mark (self->marked, FOLLOW_DROP_NONE);
  self->marked = NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-into");
}

/* Returns: (nullable): the row at @y, a height of the whole group
 * @below: (out): whether the lower half of it is meant */
static FollowPlanRow *
find_row_at (FollowPlanGroup *self, double y, gboolean *below)
{
  GtkListBoxRow *row;
  double list_y, row_y;

  *below = FALSE;
  if (g_hash_table_size (self->rows) == 0)
    return NULL;
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->list), 0, y, NULL, &list_y);
  row = gtk_list_box_get_row_at_y (self->list, MAX ((int) list_y, 0));
  if (row == NULL)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) g_hash_table_size (self->rows) - 1);
      *below = TRUE;
    }
  if (!FOLLOW_IS_PLAN_ROW (row))
    return NULL;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (row), 0, list_y, NULL, &row_y);
  *below = *below || row_y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;
  return FOLLOW_PLAN_ROW (row);
}

static GdkDragAction
drop_moved_cb (FollowPlanGroup *self, double x, double y)
{
  gboolean below;
  FollowPlanRow *row = find_row_at (self, y, &below);

  unmark (self);
  if (row == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-into");
  else
    follow_plan_row_set_drop_mark (row, below ? FOLLOW_DROP_BELOW : FOLLOW_DROP_ABOVE);
  self->marked = row;
  return GDK_ACTION_MOVE;
}

static void
drop_left_cb (FollowPlanGroup *self)
{
  unmark (self);
}

static gboolean
dropped_cb (FollowPlanGroup *self, const GValue *value, double x, double y)
{
  gint64 id = follow_plan_row_get_id (FOLLOW_PLAN_ROW (g_value_get_object (value)));
  gboolean below;
  FollowPlanRow *row = find_row_at (self, y, &below);
  guint index = 0;

  unmark (self);
  /* The place among the others: the action that moves is not counted. */
  for (guint i = 0; row != NULL && i < self->actions->len; i++)
    {
      gint64 other = follow_record_get_id (self->actions->pdata[i]);

      if (other == follow_plan_row_get_id (row))
        {
          index += below && other != id ? 1 : 0;
          break;
        }
      index += other != id ? 1 : 0;
    }
  return gtk_widget_activate_action (GTK_WIDGET (self), "plan.move-to", "(xxsu)", id, self->section_id,
                                     self->origin != NULL ? self->origin : "", index);
}

static void
follow_plan_group_dispose (GObject *object)
{
  FollowPlanGroup *self = FOLLOW_PLAN_GROUP (object);

  self->marked = NULL;
  self->adder = NULL;
  self->writer = NULL;
  g_hash_table_remove_all (self->rows);

  G_OBJECT_CLASS (follow_plan_group_parent_class)->dispose (object);
}

static void
follow_plan_group_finalize (GObject *object)
{
  FollowPlanGroup *self = FOLLOW_PLAN_GROUP (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->actions);

  G_OBJECT_CLASS (follow_plan_group_parent_class)->finalize (object);
}

static void
follow_plan_group_class_init (FollowPlanGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_plan_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_plan_group_finalize;
}

static void
make_header (FollowPlanGroup *self)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->heading = GTK_LABEL (follow_wrapped_label_new (NULL, NULL));
  self->count = GTK_LABEL (follow_label_new (NULL, "count", NULL));
  self->add_button = follow_icon_button_new ("list-add-symbolic", _ ("Add Action"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
  gtk_widget_add_css_class (self->header, "origin");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self->header), self->add_button);
  gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self), self->header);
}

static void
follow_plan_group_init (FollowPlanGroup *self)
{
  GtkDropTarget *target = gtk_drop_target_new (FOLLOW_TYPE_PLAN_ROW, GDK_ACTION_MOVE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->actions = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  make_header (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "act-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->none = follow_label_new (_ ("None."), "gap", "small", "act-none", NULL);
  gtk_box_append (GTK_BOX (self), self->none);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_moved_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_left_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
follow_plan_group_new (FollowRegister *reg, gint64 section_id, const char *origin)
{
  FollowPlanGroup *self = g_object_new (FOLLOW_TYPE_PLAN_GROUP, NULL);

  self->reg = reg;
  self->section_id = section_id;
  self->origin = g_intern_string (origin);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "(xs)", section_id,
                                    origin != NULL ? origin : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "plan.add");
  return GTK_WIDGET (self);
}

const char *
follow_plan_group_get_origin (FollowPlanGroup *self)
{
  return self->origin;
}

/* The label of an origin in the middle of a sentence. */
static char *
lower_first (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, g_utf8_next_char (label), NULL);
}

static void
show_heading (FollowPlanGroup *self, FollowPlanOutline *outline, FollowOutlineArea *area)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "origin");
  const char *number = area->section != NULL ? follow_record_get_text (area->section, "number") : NULL;
  const char *label =
      self->origin != NULL ? follow_field_get_choice_label (field, self->origin) : _ ("Origin not recorded");
  g_autofree char *count = g_strdup_printf ("%u", self->actions->len);
  g_autofree char *origin = lower_first (outline->by_origin ? label : _ ("Actions"));
  g_autofree char *name = number != NULL
                              /* Translators: the number of an area, then which of its actions */
                              ? g_strdup_printf (_ ("Area %s, %s"), number, origin)
                              : g_strdup (outline->by_origin ? label : _ ("Actions"));
  /* Translators: %s is a list: "Add to Area 3, additional improvement actions" */
  g_autofree char *add = g_strdup_printf (_ ("Add to %s"), name);

  gtk_label_set_label (self->heading, label);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->header, outline->by_origin);
  gtk_widget_set_visible (self->add_button, !follow_register_is_read_only (self->reg));
  gtk_widget_set_tooltip_text (self->add_button, add);
  follow_accessible_name (self->add_button, add);
  follow_accessible_name (GTK_WIDGET (self->list), name);
}

static int
measure_numbers (FollowPlanOutline *outline)
{
  int width = 2;

  for (guint i = 0; i < outline->actions->len; i++)
    {
      const char *number = follow_record_get_text (outline->actions->pdata[i], "number");

      if (number != NULL)
        width = MAX (width, g_utf8_strlen (number, -1));
    }
  return MIN (width, 8);
}

void
follow_plan_group_update (FollowPlanGroup *self, FollowPlanOutline *outline, guint area, guint group)
{
  FollowOutlineGroup *shown = follow_plan_outline_get_group (outline, area, group);

  g_ptr_array_set_size (self->actions, 0);
  g_ptr_array_extend (self->actions, shown->actions, (GCopyFunc) g_object_ref, NULL);
  self->number_width = measure_numbers (outline);
  show_heading (self, outline, follow_plan_outline_get_area (outline, area));
  if (group > 0)
    gtk_widget_add_css_class (self->header, "rule");
  sync_rows (self);
}

void
follow_plan_group_refresh (FollowPlanGroup *self)
{
  GHashTableIter iter;
  FollowPlanRow *row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    follow_plan_row_refresh (row);
}

FollowPlanRow *
follow_plan_group_find_row (FollowPlanGroup *self, gint64 id)
{
  return g_hash_table_lookup (self->rows, &id);
}

static GtkWidget *
make_adder (FollowPlanGroup *self, FollowRecord *action)
{
  const char *number = follow_record_get_text (action, "number");
  g_autofree char *name = number != NULL ? g_strdup_printf (_ ("Wording of action %s"), number)
                                         : g_strdup (_ ("Wording of the new action"));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = follow_label_new (number, "figures", "dim-label", NULL);

  self->writer = FOLLOW_PLAN_WRITER (follow_plan_writer_new (self->reg, action, name));
  g_signal_connect_swapped (self->writer, "returned", G_CALLBACK (writer_returned_cb), self);
  g_signal_connect_swapped (self->writer, "left", G_CALLBACK (writer_left_cb), self);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0);
  gtk_label_set_width_chars (GTK_LABEL (label), self->number_width);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->writer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "act-row");
  gtk_widget_add_css_class (row, "small");
  gtk_widget_add_css_class (row, "typed");
  return row;
}

void
follow_plan_group_add (FollowPlanGroup *self, FollowRecord *action, gint64 after_id)
{
  if (self->adder != NULL && !close_adder (self))
    return;
  self->after_id = after_id;
  self->adder = GTK_LIST_BOX_ROW (make_adder (self, action));
  sync_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->writer));
}
