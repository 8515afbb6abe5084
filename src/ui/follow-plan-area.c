/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-area.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-plan-layout.h"
#include "follow-plan-progress.h"
#include "follow-plan-writer.h"
#include "follow-text.h"
#include "follow-widgets.h"

struct _FollowPlanArea
{
  GtkBox parent_instance;

  FollowRegister *reg;   /* not owned: the page outlives its areas */
  FollowRecord *section; /* NULL: the actions that stand in no area */
  GPtrArray *groups;     /* of FollowPlanGroup, not owned */

  /* Children */
  GtkLabel *caption;
  GtkWidget *edit_button;
  GtkWidget *menu_button;
  GtkLabel *wording;
  FollowPlanWriter *writer; /* NULL: the wording is not edited */
  GtkBox *wording_box;
  GtkWidget *finding;
  GtkWidget *feedback_caption;
  GtkBox *feedback;
  FollowPlanProgress *progress;
  GtkBox *right;
  GtkWidget *add_button;
};

enum
{
  ABANDONED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowPlanArea, follow_plan_area, GTK_TYPE_BOX)

static void
show_wording (FollowPlanArea *self)
{
  const char *wording = self->section != NULL ? follow_record_get_text (self->section, "wording") : NULL;

  gtk_label_set_label (self->wording, wording != NULL ? wording : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wording), wording != NULL && self->writer == NULL);
  gtk_widget_set_visible (self->edit_button, self->section != NULL && self->writer == NULL &&
                                                 !follow_register_is_read_only (self->reg));
}

/* What a report calls the finding: "Main point for action 3". */
static char *
describe_finding (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) finding = follow_register_find (reg, id, NULL);
  const FollowField *type;
  const char *number;
  const char *label;

  if (finding == NULL || g_strcmp0 (follow_record_get_kind (finding)->name, "finding") != 0)
    return NULL;
  type = follow_kind_find_field (follow_record_get_kind (finding), "type");
  label = follow_field_get_choice_label (type, follow_record_get_text (finding, "type"));
  number = follow_record_get_text (finding, "number");
  return number != NULL ? g_strdup_printf ("%s %s", label, number) : g_strdup (label);
}

static void
show_finding (FollowPlanArea *self)
{
  gint64 id = self->section != NULL ? follow_record_get_link (self->section, "finding") : 0;
  g_autofree char *name = id != 0 ? describe_finding (self->reg, id) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->finding, name != NULL);
  if (name == NULL)
    return;
  /* Translators: %s is a kind of finding and its number: "Main point for action 3" */
  label = g_strdup_printf (_ ("Answers: %s"), name);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->finding))), label);
  gtk_widget_set_tooltip_text (self->finding, follow_register_get_title (self->reg, id));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->finding), "x", id);
}

static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "–", "-", "*", "▪" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && line[strlen (bullets[i])] == ' ')
      return line + strlen (bullets[i]) + 1;
  return line;
}

static void
show_feedback (FollowPlanArea *self)
{
  const char *text = self->section != NULL ? follow_record_get_text (self->section, "feedback") : NULL;
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  follow_clear_children (GTK_WIDGET (self->feedback));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = skip_bullet (g_strstrip (lines[i]));
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *bullet = follow_label_new ("•", "dim-label", NULL);
      GtkWidget *label = follow_text_new (line, "small", NULL);

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), bullet);
      gtk_box_append (GTK_BOX (row), label);
      if (*line != '\0')
        gtk_box_append (self->feedback, row);
      else
        g_object_unref (g_object_ref_sink (row));
    }
  gtk_widget_set_visible (self->feedback_caption, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->feedback), text != NULL);
}

static void
show_section (FollowPlanArea *self)
{
  show_wording (self);
  show_finding (self);
  show_feedback (self);
}

static void
close_writer (FollowPlanArea *self)
{
  gtk_box_remove (self->wording_box, GTK_WIDGET (self->writer));
  self->writer = NULL;
  show_wording (self);
}

static void
writer_done (FollowPlanArea *self, gboolean keep_focus)
{
  FollowRecord *record = follow_plan_writer_get_record (self->writer);
  gboolean blank = follow_plan_writer_is_blank (self->writer);

  if (!blank && !follow_plan_writer_flush (self->writer))
    return;
  if (!follow_record_is_stored (record))
    {
      g_signal_emit (self, signals[ABANDONED], 0);
      return;
    }
  close_writer (self);
  if (keep_focus)
    gtk_widget_grab_focus (self->add_button);
}

static void
writer_returned_cb (FollowPlanArea *self)
{
  writer_done (self, TRUE);
}

static void
writer_left_cb (FollowPlanArea *self)
{
  writer_done (self, gtk_widget_has_focus (GTK_WIDGET (follow_plan_writer_get_view (self->writer))));
}

static void
wording_clicked_cb (FollowPlanArea *self)
{
  if (!follow_register_is_read_only (self->reg))
    follow_plan_area_edit (self);
}

static void
follow_plan_area_dispose (GObject *object)
{
  FollowPlanArea *self = FOLLOW_PLAN_AREA (object);

  if (self->section != NULL)
    g_signal_handlers_disconnect_by_data (self->section, self);
  g_clear_object (&self->section);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->writer = NULL;

  G_OBJECT_CLASS (follow_plan_area_parent_class)->dispose (object);
}

static void
follow_plan_area_class_init (FollowPlanAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_plan_area_dispose;
  signals[ABANDONED] = g_signal_new ("abandoned", FOLLOW_TYPE_PLAN_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_caption_line (FollowPlanArea *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->caption = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "overline");
  self->edit_button = follow_icon_button_new ("document-edit-symbolic", _ ("Edit the Wording"));
  g_signal_connect_swapped (self->edit_button, "clicked", G_CALLBACK (wording_clicked_cb), self);
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Details, Move, Remove"));
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (line, "area-caption");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (line), self->edit_button);
  gtk_box_append (GTK_BOX (line), self->menu_button);
  return line;
}

static GtkWidget *
make_wording (FollowPlanArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->wording_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->wording = GTK_LABEL (follow_wrapped_label_new (NULL, "wording", "strong", NULL));
  g_signal_connect_swapped (click, "released", G_CALLBACK (wording_clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->wording), GTK_EVENT_CONTROLLER (click));
  gtk_box_append (self->wording_box, GTK_WIDGET (self->wording));
  return GTK_WIDGET (self->wording_box);
}

static GtkWidget *
make_finding (FollowPlanArea *self)
{
  GtkWidget *label = follow_wrapped_label_new (NULL, "small", NULL);

  self->finding = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->finding), label);
  gtk_widget_set_halign (self->finding, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->finding, "flat");
  gtk_widget_add_css_class (self->finding, "link-row");
  gtk_widget_add_css_class (self->finding, "area-finding");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->finding), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->finding), "plan.show-finding");
  return self->finding;
}

static GtkWidget *
make_left (FollowPlanArea *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (left, "area-left");
  gtk_box_append (GTK_BOX (left), make_caption_line (self));
  gtk_box_append (GTK_BOX (left), make_wording (self));
  gtk_box_append (GTK_BOX (left), make_finding (self));
  self->feedback_caption = follow_caption_new (_ ("Inspection feedback – key points"));
  gtk_widget_set_margin_top (self->feedback_caption, 3);
  gtk_box_append (GTK_BOX (left), self->feedback_caption);
  self->feedback = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->feedback));
  self->progress = FOLLOW_PLAN_PROGRESS (follow_plan_progress_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->progress), 6);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->progress));
  return left;
}

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add Action"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Add Action (Ctrl+Return)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "area-add");
  gtk_widget_add_css_class (button, "small");
  return button;
}

static void
follow_plan_area_init (FollowPlanArea *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->groups = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), follow_plan_area_layout_new ());
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "area-card");
  gtk_widget_add_css_class (line, "area-line");
  self->right = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->add_button = make_add_button ();
  gtk_box_append (self->right, self->add_button);
  gtk_box_append (GTK_BOX (self), make_left (self));
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->right));
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
set_up_menu (FollowPlanArea *self, gint64 id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  append_item (menu, _ ("_Details"), "plan.area-details", id);
  append_item (menu, _ ("_History"), "plan.area-history", id);
  append_item (places, _ ("Move _Up"), "plan.area-up", id);
  append_item (places, _ ("Move D_own"), "plan.area-down", id);
  append_item (removal, _ ("Move to _Bin"), "plan.area-remove", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

GtkWidget *
follow_plan_area_new (FollowRegister *reg, FollowRecord *section)
{
  FollowPlanArea *self = g_object_new (FOLLOW_TYPE_PLAN_AREA, NULL);

  self->reg = reg;
  self->section = section != NULL ? g_object_ref (section) : NULL;
  if (section != NULL)
    {
      set_up_menu (self, follow_record_get_id (section));
      g_signal_connect_swapped (section, "notify", G_CALLBACK (show_section), self);
    }
  gtk_widget_set_visible (self->menu_button, section != NULL && follow_record_is_stored (section));
  gtk_widget_set_visible (self->add_button, FALSE);
  show_section (self);
  return GTK_WIDGET (self);
}

gint64
follow_plan_area_get_id (FollowPlanArea *self)
{
  return self->section != NULL ? follow_record_get_id (self->section) : 0;
}

/* A new area is made with a record of its own; once it is stored the register's object takes its place. */
static void
follow_section (FollowPlanArea *self, FollowRecord *section)
{
  if (self->section == section)
    return;
  g_signal_handlers_disconnect_by_data (self->section, self);
  g_set_object (&self->section, section);
  g_signal_connect_swapped (section, "notify", G_CALLBACK (show_section), self);
  gtk_widget_set_visible (self->menu_button, TRUE);
  show_section (self);
}

static gboolean
has_same_groups (FollowPlanArea *self, FollowOutlineArea *area)
{
  gboolean same = self->groups->len == area->groups->len;

  for (guint i = 0; same && i < area->groups->len; i++)
    {
      FollowOutlineGroup *group = area->groups->pdata[i];

      same = g_strcmp0 (follow_plan_group_get_origin (self->groups->pdata[i]), group->origin) == 0;
    }
  return same;
}

static void
make_groups (FollowPlanArea *self, FollowOutlineArea *area)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->right, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < area->groups->len; i++)
    {
      FollowOutlineGroup *group = area->groups->pdata[i];
      GtkWidget *widget = follow_plan_group_new (self->reg, follow_plan_area_get_id (self), group->origin);

      gtk_box_insert_child_after (self->right, widget, last);
      g_ptr_array_add (self->groups, widget);
      last = widget;
    }
}

void
follow_plan_area_update (FollowPlanArea *self, FollowPlanOutline *outline, guint area)
{
  FollowOutlineArea *shown = follow_plan_outline_get_area (outline, area);
  FollowOutlineGroup *last = shown->groups->pdata[shown->groups->len - 1];
  g_autofree char *caption = follow_plan_outline_dup_caption (outline, shown);
  g_autofree char *edit_name = g_strdup_printf (_ ("Edit the wording of %s"), caption);
  g_autofree char *menu_name = g_strdup_printf (_ ("Menu of %s"), caption);

  if (shown->section != NULL)
    follow_section (self, shown->section);
  if (!has_same_groups (self, shown))
    make_groups (self, shown);
  gtk_label_set_label (self->caption, caption);
  follow_accessible_name (self->edit_button, edit_name);
  follow_accessible_name (self->menu_button, menu_name);
  follow_plan_progress_update (self->progress, shown);
  for (guint i = 0; i < self->groups->len; i++)
    follow_plan_group_update (self->groups->pdata[i], outline, area, i);
  gtk_widget_set_visible (self->add_button, !follow_register_is_read_only (self->reg));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "(xs)",
                                    follow_outline_area_get_id (shown),
                                    last->origin != NULL ? last->origin : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "plan.add");
}

void
follow_plan_area_refresh (FollowPlanArea *self)
{
  show_finding (self);
  for (guint i = 0; i < self->groups->len; i++)
    follow_plan_group_refresh (self->groups->pdata[i]);
}

void
follow_plan_area_edit (FollowPlanArea *self)
{
  const char *name = gtk_label_get_label (self->caption);

  if (self->section == NULL)
    return;
  if (self->writer == NULL)
    {
      self->writer = FOLLOW_PLAN_WRITER (
          follow_plan_writer_new (self->reg, self->section, *name != '\0' ? name : _ ("What is to improve")));
      gtk_widget_add_css_class (GTK_WIDGET (self->writer), "wording");
      gtk_widget_add_css_class (GTK_WIDGET (self->writer), "strong");
      g_signal_connect_swapped (self->writer, "returned", G_CALLBACK (writer_returned_cb), self);
      g_signal_connect_swapped (self->writer, "left", G_CALLBACK (writer_left_cb), self);
      gtk_box_append (self->wording_box, GTK_WIDGET (self->writer));
      show_wording (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->writer));
}

void
follow_plan_area_set_caption (FollowPlanArea *self, const char *caption)
{
  gtk_label_set_label (self->caption, caption);
}

gboolean
follow_plan_area_is_new (FollowPlanArea *self)
{
  return self->section != NULL && !follow_record_is_stored (self->section);
}

FollowPlanRow *
follow_plan_area_find_row (FollowPlanArea *self, gint64 id)
{
  FollowPlanRow *row = NULL;

  for (guint i = 0; row == NULL && i < self->groups->len; i++)
    row = follow_plan_group_find_row (self->groups->pdata[i], id);
  return row;
}

FollowPlanGroup *
follow_plan_area_get_group (FollowPlanArea *self, guint group)
{
  return g_ptr_array_index (self->groups, group);
}
