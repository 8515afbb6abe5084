/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-finding-group.h"

#include <glib/gi18n.h>

#include "follow-inspection-facts.h"
#include "follow-widgets.h"

const char *const follow_finding_types[] = { "improvement",   "main_point",  "other", "strength",
                                             "good_practice", "key_message", NULL };

/* The headings of the groups, in the same order. */
static const char *const titles[] = {
  N_ ("Areas for improvement"),
  N_ ("Main points for action"),
  N_ ("Other areas named in the text"),
  N_ ("Strengths"),
  N_ ("Good practice"),
  N_ ("Key messages"),
};

struct _FollowFindingGroup
{
  GtkBox parent_instance;

  FollowRegister *reg;
  const char *type;
  const char *title;

  /* Children */
  GtkWidget *count;
  GtkListBox *list;
};

enum
{
  FINDING_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowFindingGroup, follow_finding_group, GTK_TYPE_BOX)

static void
row_activated_cb (FollowFindingGroup *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[FINDING_ACTIVATED], 0,
                 follow_finding_row_get_finding (FOLLOW_FINDING_ROW (row)));
}

static void
show_count (FollowFindingGroup *self)
{
  guint n = 0;
  guint n_unanswered = 0;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      n++;
      n_unanswered += follow_finding_row_count_actions (FOLLOW_FINDING_ROW (row)) == 0;
    }
  if (!follow_finding_wants_action (self->type))
    text = g_strdup_printf ("%u", n);
  else if (n_unanswered > 0)
    text = g_strdup_printf (_ ("%u · %u without an action"), n, n_unanswered);
  else
    text = g_strdup_printf (ngettext ("%u · has an action", "%u · all have actions", n), n);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  name = g_strdup_printf ("%s, %s", self->title, text);
  follow_accessible_name (GTK_WIDGET (self->list), name);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
follow_finding_group_dispose (GObject *object)
{
  g_clear_object (&FOLLOW_FINDING_GROUP (object)->reg);

  G_OBJECT_CLASS (follow_finding_group_parent_class)->dispose (object);
}

static void
follow_finding_group_class_init (FollowFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_finding_group_dispose;
  signals[FINDING_ACTIVATED] =
      g_signal_new ("finding-activated", FOLLOW_TYPE_FINDING_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, FOLLOW_TYPE_RECORD);
}

static void
follow_finding_group_init (FollowFindingGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
follow_finding_group_new (FollowRegister *reg, const char *type)
{
  FollowFindingGroup *self = g_object_new (FOLLOW_TYPE_FINDING_GROUP, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *heading;

  self->reg = g_object_ref (reg);
  for (guint i = 0; follow_finding_types[i] != NULL; i++)
    if (g_str_equal (follow_finding_types[i], type))
      {
        self->type = follow_finding_types[i];
        self->title = _ (titles[i]);
      }
  heading = follow_heading_new (self->title);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_hexpand (heading, TRUE);
  self->count = follow_label_new (NULL, "small", "dim-label", "figures", NULL);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->count);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "findings");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

static void
move_row (FollowFindingGroup *self, FollowFindingRow *row, int position)
{
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), position);
  g_object_unref (row);
}

/* Rows that stay where they are keep the focus and whatever is open at them. */
void
follow_finding_group_set_findings (FollowFindingGroup *self, GPtrArray *findings)
{
  int position = 0;
  GtkListBoxRow *row;

  for (guint i = 0; i < findings->len; i++)
    {
      FollowRecord *finding = g_ptr_array_index (findings, i);
      FollowFindingRow *known;

      if (g_strcmp0 (follow_record_get_text (finding, "type"), self->type) != 0)
        continue;
      known = follow_finding_group_find_row (self, follow_record_get_id (finding));
      if (known == NULL)
        gtk_list_box_insert (self->list, follow_finding_row_new (self->reg, finding), position);
      else
        {
          if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (known)) != position)
            move_row (self, known, position);
          follow_finding_row_update (known);
        }
      position++;
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, position)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  show_count (self);
}

FollowFindingRow *
follow_finding_group_find_row (FollowFindingGroup *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (follow_record_get_id (follow_finding_row_get_finding (FOLLOW_FINDING_ROW (row))) == id)
      return FOLLOW_FINDING_ROW (row);
  return NULL;
}

void
follow_finding_group_mark_open (FollowFindingGroup *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    follow_finding_row_set_open (
        FOLLOW_FINDING_ROW (row),
        follow_record_get_id (follow_finding_row_get_finding (FOLLOW_FINDING_ROW (row))) == id);
}
