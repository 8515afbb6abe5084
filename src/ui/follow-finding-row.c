/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-finding-row.h"

#include <glib/gi18n.h>

#include "follow-finding-answer.h"
#include "follow-inspection-facts.h"
#include "follow-navigation.h"
#include "follow-pill.h"
#include "follow-widgets.h"

/* So many actions are shown until the others are asked for. */
#define N_ACTIONS_SHOWN 3

struct _FollowFindingRow
{
  GtkListBoxRow parent_instance;

  FollowRegister *reg;
  FollowRecord *finding;
  GArray *actions;  /* gint64 */
  char *links_text; /* what the links say now */
  gboolean all_shown;

  /* Children */
  GtkWidget *number;
  GtkWidget *wording;
  GtkWidget *second;
  GtkWidget *links;
};

G_DEFINE_FINAL_TYPE (FollowFindingRow, follow_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void show_links (FollowFindingRow *self);

static void
action_clicked_cb (FollowFindingRow *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "follow-id");

  follow_navigation_open_record (GTK_WIDGET (self), *id);
}

static void
more_clicked_cb (FollowFindingRow *self)
{
  GtkWidget *link;

  self->all_shown = TRUE;
  show_links (self);
  link = gtk_widget_get_first_child (self->links);
  for (guint i = 0; link != NULL && i < N_ACTIONS_SHOWN; i++)
    link = gtk_widget_get_next_sibling (link);
  if (link != NULL)
    gtk_widget_grab_focus (link);
}

static void
area_clicked_cb (FollowFindingRow *self)
{
  follow_finding_make_area (GTK_WIDGET (self), self->reg, self->finding);
}

static GtkWidget *
make_link (GtkWidget *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "link-row", "small", NULL });
  return button;
}

static char *
name_action (FollowRegister *reg, FollowRecord *action)
{
  const char *number = follow_record_get_text (action, "number");

  return number != NULL ? g_strdup_printf (_ ("Action %s"), number) : g_strdup (_ ("Action"));
}

static GtkWidget *
make_action_link (FollowFindingRow *self, FollowRecord *action)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (action), "status");
  const char *status = follow_record_get_text (action, "status");
  const char *word = follow_field_get_choice_label (field, status);
  g_autofree char *text = name_action (self->reg, action);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, word != NULL ? word : _ ("no status"));
  gint64 id = follow_record_get_id (action);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = make_link (box);

  gtk_box_append (GTK_BOX (box), follow_label_new (text, "figures", NULL));
  gtk_box_append (GTK_BOX (box),
                  follow_pill_new_for_choice ("status", status, word != NULL ? word : _ ("No status")));
  gtk_widget_set_tooltip_text (button, follow_record_get_text (action, "wording"));
  follow_accessible_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "follow-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (action_clicked_cb), self);
  return button;
}

static void
append_more (FollowFindingRow *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more…", "%u more…", n), n);
  GtkWidget *button = make_link (follow_label_new (text, NULL));

  gtk_widget_set_tooltip_text (button, _ ("Show All Actions of This Finding"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->links), button);
}

static void
append_offers (FollowFindingRow *self)
{
  gboolean answered = self->actions->len > 0;
  GtkWidget *content;
  GtkWidget *button;

  gtk_box_append (GTK_BOX (self->links), follow_answer_button_new (self->reg, self->finding, answered));
  if (answered || follow_finding_find_section (self->reg, follow_record_get_id (self->finding)) != 0)
    return;
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "follow-plans-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Make an Area of the Plan"));
  button = make_link (content);
  follow_accessible_name (button, _ ("Make an area of the plan"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (area_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->links), button);
}

static void
show_links (FollowFindingRow *self)
{
  gboolean wants = follow_finding_wants_action (follow_record_get_text (self->finding, "type"));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint n_shown = self->all_shown ? self->actions->len : MIN (self->actions->len, N_ACTIONS_SHOWN);

  follow_clear_children (self->links);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (FollowRecord) action =
          follow_register_find (self->reg, g_array_index (self->actions, gint64, i), NULL);

      if (action != NULL)
        gtk_box_append (GTK_BOX (self->links), make_action_link (self, action));
    }
  if (n_shown < self->actions->len)
    append_more (self, self->actions->len - n_shown);
  if (wants && !follow_register_is_read_only (self->reg))
    append_offers (self);
  gtk_widget_set_visible (self->links, gtk_widget_get_first_child (self->links) != NULL);
  if (focus != NULL) /* it was in what is gone now */
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Everything the links say, so that they are made anew only when they say something else. */
static char *
describe_links (FollowFindingRow *self)
{
  GString *text = g_string_new (follow_record_get_text (self->finding, "type"));

  for (guint i = 0; i < self->actions->len; i++)
    {
      gint64 id = g_array_index (self->actions, gint64, i);
      g_autoptr (FollowRecord) action = follow_register_find (self->reg, id, NULL);

      if (action != NULL)
        g_string_append_printf (
            text, " %" G_GINT64_FORMAT "/%s/%s/%s", id, follow_record_get_text (action, "number"),
            follow_record_get_text (action, "status"), follow_record_get_text (action, "wording"));
    }
  if (follow_finding_find_section (self->reg, follow_record_get_id (self->finding)) != 0)
    g_string_append (text, " +");
  return g_string_free (text, FALSE);
}

static void
follow_finding_row_dispose (GObject *object)
{
  FollowFindingRow *self = FOLLOW_FINDING_ROW (object);

  g_clear_object (&self->reg);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->actions, g_array_unref);
  g_clear_pointer (&self->links_text, g_free);

  G_OBJECT_CLASS (follow_finding_row_parent_class)->dispose (object);
}

static void
follow_finding_row_class_init (FollowFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_finding_row_dispose;
}

static void
follow_finding_row_init (FollowFindingRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->number = follow_label_new (NULL, "numeral", NULL);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 2);
  self->wording = follow_wrapped_label_new (NULL, "prose", NULL);
  self->second = follow_wrapped_label_new (NULL, "second", NULL);
  self->links = follow_wrap_box_new (3);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), self->wording);
  gtk_box_append (GTK_BOX (texts), self->second);
  gtk_box_append (GTK_BOX (texts), self->links);
  gtk_widget_add_css_class (line, "pad");
  gtk_box_append (GTK_BOX (line), self->number);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), follow_icon_new ("go-next-symbolic", "dim-label", "chevron", NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

GtkWidget *
follow_finding_row_new (FollowRegister *reg, FollowRecord *finding)
{
  FollowFindingRow *self = g_object_new (FOLLOW_TYPE_FINDING_ROW, NULL);

  self->reg = g_object_ref (reg);
  self->finding = g_object_ref (finding);
  follow_finding_row_update (self);
  return GTK_WIDGET (self);
}

FollowRecord *
follow_finding_row_get_finding (FollowFindingRow *self)
{
  return self->finding;
}

void
follow_finding_row_update (FollowFindingRow *self)
{
  const char *number = follow_record_get_text (self->finding, "number");
  const char *wording = follow_record_get_text (self->finding, "wording");
  g_autofree char *second = follow_finding_describe (self->reg, self->finding);
  g_autofree char *what = follow_finding_name (self->finding);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, wording != NULL ? wording : "");
  g_autofree char *links_text = NULL;

  gtk_label_set_text (GTK_LABEL (self->number), number != NULL ? number : "•");
  if (number != NULL)
    gtk_widget_remove_css_class (self->number, "dim-label");
  else
    gtk_widget_add_css_class (self->number, "dim-label");
  gtk_label_set_text (GTK_LABEL (self->wording), wording != NULL ? wording : "");
  gtk_label_set_text (GTK_LABEL (self->second), second);
  gtk_widget_set_visible (self->second, *second != '\0');
  follow_accessible_name (GTK_WIDGET (self), name);

  g_clear_pointer (&self->actions, g_array_unref);
  self->actions = follow_finding_list_actions (self->reg, follow_record_get_id (self->finding));
  links_text = describe_links (self);
  if (g_strcmp0 (links_text, self->links_text) == 0)
    return;
  g_free (self->links_text);
  self->links_text = g_steal_pointer (&links_text);
  show_links (self);
}

guint
follow_finding_row_count_actions (FollowFindingRow *self)
{
  return self->actions->len;
}

void
follow_finding_row_set_open (FollowFindingRow *self, gboolean open)
{
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
}
