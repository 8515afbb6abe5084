/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pages.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "follow-import-details.h"
#include "follow-import-doubt-list.h"
#include "follow-import-outcome.h"
#include "follow-import-stages.h"
#include "follow-navigation.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"
#include "follow-width-bin.h"
#include "follow-window.h"

#define STEPS_WIDTH 222
/* Of each, at text scale 1: enough for four or five lines. */
#define LISTS_HEIGHT 176

/* At text scale 1: with less, the steps go into the subtitle, and doubts and outcome behind tabs. */
#define ROOM_FOR_STEPS 900

#define FOLLOW_TYPE_IMPORT_PAGE (follow_import_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowImportPage, follow_import_page, FOLLOW, IMPORT_PAGE, FollowPage)

/* The assistant: a file on its way into the register, the sheet itself in the middle. */
struct _FollowImportPage
{
  FollowPage parent_instance;

  FollowImportSession *session;
  FollowImportStep step;
  gint64 plan_id;
  GCancellable *writing; /* nullable: while it is written */
  gboolean is_new;       /* the register was made for this import, and goes when it is given up */

  /* Children */
  FollowWidthBin *width;
  FollowImportStages *stages;
  FollowImportGrid *grid;
  GtkWidget *details;
  GtkWidget *doubts;
  GtkWidget *remarks;

  /* Template children */
  GtkBox *root;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkButton *next;
  GtkWidget *spinner;
  GtkWidget *body;
  GtkWidget *stages_pane;
  GtkScrolledWindow *stages_scroller;
  GtkLabel *question;
  GtkLabel *hint;
  GtkBox *legend;
  AdwBin *details_bin;
  AdwBin *grid_bin;
  GtkStackSwitcher *switcher;
  GtkBox *side_by_side;
  GtkStack *tabs;
  GtkBox *left;
  GtkBox *right;
  GtkLabel *left_title;
  GtkLabel *right_title;
  GtkLabel *left_count;
  GtkScrolledWindow *left_scroller;
  GtkScrolledWindow *right_scroller;
};

G_DEFINE_FINAL_TYPE (FollowImportPage, follow_import_page, FOLLOW_TYPE_PAGE)

static gboolean
is_last (FollowImportPage *self)
{
  return self->step == FOLLOW_STEP_OUTCOME;
}

/* What Next leads to, or that it writes. */
static void
show_buttons (FollowImportPage *self)
{
  gboolean busy = self->writing != NULL || follow_import_session_is_busy (self->session);
  gboolean ready = !busy && follow_import_session_get_error (self->session) == NULL;
  g_autofree char *tip =
      is_last (self) ? g_strdup (_ ("Write All of It (Alt+Right)"))
                     : g_strdup_printf (_ ("%s (Alt+Right)"), follow_import_step_get_title (self->step + 1));

  gtk_widget_set_sensitive (self->back, self->step > FOLLOW_STEP_FILE && self->writing == NULL);
  gtk_button_set_label (self->next, is_last (self) ? _ ("_Import") : _ ("_Next"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), tip);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next),
                            !is_last (self) || (ready && follow_import_session_has_news (self->session)));
  gtk_widget_set_visible (self->spinner, busy);
}

static void
show_subtitle (FollowImportPage *self)
{
  const char *name = follow_import_get_name (follow_import_session_get_import (self->session));
  g_autofree char *text =
      follow_width_bin_is_narrow (self->width)
          /* Translators: which step of how many, and the name of a file */
          ? g_strdup_printf (_ ("Step %u of %u · %s"), self->step + 1, FOLLOW_N_STEPS, name)
          : g_strdup (name);

  adw_window_title_set_subtitle (self->title, text);
}

/* The last step shows what is left out where the others show what is in doubt. */
static void
show_lists (FollowImportPage *self)
{
  g_autofree char *doubts = follow_import_doubt_list_describe (self->session);

  gtk_label_set_text (self->left_title, is_last (self) ? _ ("Left out, and to look at") : _ ("Doubts"));
  gtk_label_set_text (self->left_count, is_last (self) ? "" : doubts);
  gtk_scrolled_window_set_child (self->left_scroller, is_last (self) ? self->remarks : self->doubts);
  gtk_stack_page_set_title (
      gtk_stack_get_page (self->tabs, GTK_WIDGET (gtk_stack_get_child_by_name (self->tabs, "left"))),
      is_last (self) ? _ ("Left Out") : _ ("Doubts"));
}

static void
show_step (FollowImportPage *self)
{
  gtk_label_set_text (self->question, follow_import_step_get_question (self->step));
  gtk_label_set_text (self->hint, follow_import_step_get_hint (self->step));
  gtk_widget_set_visible (GTK_WIDGET (self->details_bin), self->step == FOLLOW_STEP_FILE);
  follow_import_stages_set_step (self->stages, self->step);
  follow_import_grid_set_shows_outcome (self->grid, is_last (self));
  show_buttons (self);
  show_subtitle (self);
  show_lists (self);
}

static void
session_changed_cb (FollowImportPage *self)
{
  show_buttons (self);
}

static void
session_tried_cb (FollowImportPage *self)
{
  g_autofree char *doubts = follow_import_doubt_list_describe (self->session);

  show_buttons (self);
  if (!is_last (self))
    gtk_label_set_text (self->left_count, doubts);
}

static void
go_to_step (FollowImportPage *self, int step)
{
  if (step < 0 || step >= FOLLOW_N_STEPS || step == (int) self->step || self->writing != NULL)
    return;
  self->step = step;
  show_step (self);
}

/* The place whose table shows what was imported. */
static void
show_imported (FollowImportPage *self, const FollowImportResult *result)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: the name of a file */
      _ ("“%s” imported"), follow_import_get_name (follow_import_session_get_import (self->session)));
  gint64 id = result->record_id;
  g_autoptr (GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  follow_navigation_back (GTK_WIDGET (self));
  if (id != 0)
    follow_navigation_open_record (window, id);
  follow_navigation_tell (window, text, TRUE);
}

static void
committed_cb (GObject *source, GAsyncResult *answer, gpointer data)
{
  g_autoptr (FollowImportPage) self = FOLLOW_IMPORT_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowImportResult) result = follow_import_session_commit_finish (self->session, answer, &error);
  gboolean was_given_up = g_cancellable_is_cancelled (self->writing);

  g_clear_object (&self->writing);
  gtk_widget_set_sensitive (self->body, TRUE);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the window was closed meanwhile */
  if (result != NULL)
    {
      show_imported (self, result);
      return;
    }
  if (was_given_up)
    follow_navigation_tell (GTK_WIDGET (self), _ ("Import stopped; nothing was written"), FALSE);
  else
    follow_navigation_report (GTK_WIDGET (self), error);
  show_step (self);
}

/* Thousands of rows take a while: nothing can be changed meanwhile, but Cancel gives it up whole. */
static void
import_now (FollowImportPage *self)
{
  self->writing = g_cancellable_new ();
  gtk_widget_set_sensitive (self->body, FALSE);
  show_buttons (self);
  gtk_label_set_text (self->hint, _ ("Writing… Cancel leaves the register as it was."));
  follow_import_session_commit_async (self->session, self->writing, committed_cb, g_object_ref (self));
}

static void
next_clicked_cb (FollowImportPage *self)
{
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->next)))
    return;
  if (is_last (self))
    import_now (self);
  else
    go_to_step (self, self->step + 1);
}

static void
back_clicked_cb (FollowImportPage *self)
{
  go_to_step (self, (int) self->step - 1);
}

static void
give_up_register (FollowWindow *window, FollowRegister *reg)
{
  g_autofree char *path = g_strdup (follow_register_get_path (reg));

  follow_window_set_register (window, NULL);
  g_unlink (path);
}

static void
cancel_clicked_cb (FollowImportPage *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));

  if (self->writing != NULL)
    {
      g_cancellable_cancel (self->writing);
      return;
    }
  if (self->is_new && !follow_register_can_undo (reg))
    give_up_register (FOLLOW_WINDOW (window), reg);
  else
    follow_navigation_back (GTK_WIDGET (self));
  follow_navigation_tell (window, _ ("Import left; nothing was written"), FALSE);
}

/* On the first step there is nothing to go back to; leaving is Escape. */
static gboolean
follow_import_page_back (FollowPage *page)
{
  back_clicked_cb (FOLLOW_IMPORT_PAGE (page));
  return TRUE;
}

static gboolean
follow_import_page_escape (FollowPage *page)
{
  cancel_clicked_cb (FOLLOW_IMPORT_PAGE (page));
  return TRUE;
}

static void
step_chosen_cb (FollowImportPage *self, guint step)
{
  go_to_step (self, step);
}

static void
sheet_chosen_cb (FollowImportPage *self, guint sheet)
{
  follow_import_grid_set_sheet (self->grid, sheet);
}

static void
sheet_shown_cb (FollowImportPage *self, guint sheet)
{
  follow_import_stages_set_sheet (self->stages, sheet);
}

static void
move_to (GtkWidget *child, GtkWidget *parent)
{
  g_object_ref (child);
  if (GTK_IS_STACK (gtk_widget_get_parent (child)))
    gtk_stack_remove (GTK_STACK (gtk_widget_get_parent (child)), child);
  else if (GTK_IS_BOX (gtk_widget_get_parent (child)))
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (child)), child);
  gtk_box_append (GTK_BOX (parent), child);
  g_object_unref (child);
}

static void
narrow_changed_cb (FollowImportPage *self)
{
  gboolean narrow = follow_width_bin_is_narrow (self->width);

  gtk_widget_set_visible (self->stages_pane, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !narrow);
  move_to (GTK_WIDGET (self->left),
           narrow ? gtk_stack_get_child_by_name (self->tabs, "left") : GTK_WIDGET (self->side_by_side));
  move_to (GTK_WIDGET (self->right),
           narrow ? gtk_stack_get_child_by_name (self->tabs, "right") : GTK_WIDGET (self->side_by_side));
  gtk_widget_set_visible (GTK_WIDGET (self->side_by_side), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), narrow);
  /* The tabs say what the headings would. */
  gtk_widget_set_visible (GTK_WIDGET (self->left_title), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->right_title), !narrow);
  follow_keep_px (G_OBJECT (self->left_scroller), "min-content-height",
                  narrow ? LISTS_HEIGHT / 2 : LISTS_HEIGHT);
  follow_keep_px (G_OBJECT (self->right_scroller), "min-content-height",
                  narrow ? LISTS_HEIGHT / 2 : LISTS_HEIGHT);
  show_subtitle (self);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, FollowImportPage *self)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (keyval == GDK_KEY_F8 && modifiers == 0)
    {
      follow_import_grid_go_to_next_doubt (self->grid);
      follow_import_grid_enter (self->grid);
    }
  else if ((keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right) && modifiers == GDK_ALT_MASK)
    next_clicked_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget);
}

/* Steps, sheet, doubts, what will happen. */
static void
follow_import_page_next_pane (FollowPage *page)
{
  FollowImportPage *self = FOLLOW_IMPORT_PAGE (page);
  GtkWidget *panes[] = { GTK_WIDGET (self->stages), GTK_WIDGET (self->grid), GTK_WIDGET (self->left),
                         GTK_WIDGET (self->right) };
  guint now = 0;

  while (now < G_N_ELEMENTS (panes) && !has_focus (panes[now]))
    now++;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(now + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
follow_import_page_shown (FollowPage *page)
{
  follow_import_grid_enter (FOLLOW_IMPORT_PAGE (page)->grid);
}

static void
follow_import_page_dispose (GObject *object)
{
  FollowImportPage *self = FOLLOW_IMPORT_PAGE (object);

  /* The bin would let go once more of what the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOLLOW_TYPE_IMPORT_PAGE);
  g_clear_object (&self->doubts);
  g_clear_object (&self->remarks);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (follow_import_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, root);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, back);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, next);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, body);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, stages_pane);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, stages_scroller);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, question);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, legend);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, details_bin);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, grid_bin);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, side_by_side);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, left);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, right);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, left_title);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, right_title);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, left_count);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, left_scroller);
  gtk_widget_class_bind_template_child (widget_class, FollowImportPage, right_scroller);
}

static void
follow_import_page_class_init (FollowImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_import_page_dispose;
  FOLLOW_PAGE_CLASS (klass)->next_pane = follow_import_page_next_pane;
  FOLLOW_PAGE_CLASS (klass)->shown = follow_import_page_shown;
  FOLLOW_PAGE_CLASS (klass)->back = follow_import_page_back;
  FOLLOW_PAGE_CLASS (klass)->escape = follow_import_page_escape;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-import-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
follow_import_page_init (FollowImportPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  follow_keep_width (self->stages_pane, STEPS_WIDTH);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
fill (FollowImportPage *self)
{
  self->stages = FOLLOW_IMPORT_STAGES (follow_import_stages_new (self->session));
  self->grid = FOLLOW_IMPORT_GRID (follow_import_grid_new (self->session));
  self->doubts = g_object_ref_sink (follow_import_doubt_list_new (self->session, self->grid));
  self->remarks = g_object_ref_sink (follow_import_remarks_new (self->session, self->grid));
  gtk_scrolled_window_set_child (self->stages_scroller, GTK_WIDGET (self->stages));
  gtk_scrolled_window_set_child (self->right_scroller, follow_import_outcome_new (self->session));
  adw_bin_set_child (self->grid_bin, GTK_WIDGET (self->grid));
  adw_bin_set_child (self->details_bin, follow_import_details_new (self->session, self->plan_id));
  follow_import_grid_add_legend (self->legend);
  g_signal_connect_object (self->stages, "step-chosen", G_CALLBACK (step_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stages, "sheet-chosen", G_CALLBACK (sheet_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "sheet-shown", G_CALLBACK (sheet_shown_cb), self, G_CONNECT_SWAPPED);
  follow_import_grid_set_sheet (self->grid, follow_import_session_find_first_sheet (self->session));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "tried", G_CALLBACK (session_tried_cb), self, G_CONNECT_SWAPPED);
}

FollowPage *
follow_import_page_new (FollowRegister *reg, FollowImport *import, gint64 plan_id, gboolean is_new)
{
  FollowImportPage *self =
      g_object_new (FOLLOW_TYPE_IMPORT_PAGE, "reg", reg, "title", _ ("Import"), "whole-window", TRUE, NULL);

  if (plan_id != 0)
    follow_import_set_plan (import, plan_id);
  self->plan_id = plan_id;
  self->is_new = is_new;
  self->session = follow_import_session_new (reg, import);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->width = FOLLOW_WIDTH_BIN (follow_width_bin_new (GTK_WIDGET (self->root), ROOM_FOR_STEPS));
  g_signal_connect_swapped (self->width, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->width));
  fill (self);
  show_step (self);
  narrow_changed_cb (self);
  return FOLLOW_PAGE (self);
}
