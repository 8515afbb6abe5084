/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-page-fixture.h"

/* Longer than the pause after which an editor saves. */
#define SAVE_WITHIN_US (5 * G_USEC_PER_SEC)

#define ALREADY "Area 3, already within improvement plans"
#define ADDITIONAL "Area 3, additional improvement actions"

static void
test_names (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (follow_page_get_title (FOLLOW_PAGE (self->page)), ==, "Improvement Plan 2025–27");
  g_assert_cmpstr (follow_page_get_subtitle (FOLLOW_PAGE (self->page)), ==,
                   "Joint inspection of services for children, March 2025");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (self->page->overseen), "Overseen by the "));
  g_assert_cmpstr (gtk_label_get_label (self->page->marking), ==, "OFFICIAL");
  get_named (self, GTK_TYPE_BUTTON, "Area 3, Advocacy, 2 of 5 complete");
  get_named (self, GTK_TYPE_BUTTON, "New area");
  get_named (self, GTK_TYPE_BUTTON, "Add to " ADDITIONAL);
  assert_numbers (self, ALREADY, "9 10");
  assert_numbers (self, ADDITIONAL, "11 12 13");
  assert_numbers (self, "Area 2, already within improvement plans", "");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  do_with (self, "12", "plan.move-down");
  assert_numbers (self, ADDITIONAL, "11 13 12");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (self, "12"))));
  undo (self);
  assert_numbers (self, ADDITIONAL, "11 12 13");

  /* Past the end of the list: into the other origin, the next area, and back. */
  do_with (self, "10", "plan.move-down");
  assert_numbers (self, ALREADY, "9");
  assert_numbers (self, ADDITIONAL, "10 11 12 13");
  g_assert_cmpstr (follow_record_get_text (follow_plan_row_get_action (find_row (self, "10")), "origin"), ==,
                   "additional");
  do_with (self, "13", "plan.move-down");
  assert_numbers (self, "Area 4, already within improvement plans", "13 14 15");
  do_with (self, "13", "plan.move-up");
  assert_numbers (self, ADDITIONAL, "10 11 12 13");
  undo (self);
  undo (self);
  undo (self);
  assert_numbers (self, ALREADY, "9 10");
  assert_numbers (self, ADDITIONAL, "11 12 13");
}

/* As a drop does it. */
static void
test_move_to (Fixture *self, gconstpointer data)
{
  gint64 section = find_record (self->reg, "section", "short_name", "Advocacy");
  gint64 id = follow_plan_row_get_id (find_row (self, "1"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.move-to", "(xxsu)", id, section,
                                             "additional", 1));
  assert_numbers (self, ADDITIONAL, "11 1 12 13");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.move-to", "(xxsu)", id, section,
                                             "additional", 3));
  assert_numbers (self, ADDITIONAL, "11 12 13 1");
  undo (self);
  undo (self);
  assert_numbers (self, ADDITIONAL, "11 12 13");
  assert_numbers (self, "Area 1, already within improvement plans", "1 2");
}

/* Halving the distance between two positions comes to its end; the order must not. */
static void
test_move_often (Fixture *self, gconstpointer data)
{
  gint64 section = find_record (self->reg, "section", "short_name", "Advocacy");

  for (guint i = 0; i < 130; i++)
    {
      gint64 id = follow_plan_row_get_id (find_row (self, i % 2 == 0 ? "13" : "12"));

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.move-to", "(xxsu)", id,
                                                 section, "additional", 1));
      assert_numbers (self, ADDITIONAL, i % 2 == 0 ? "11 13 12" : "11 12 13");
    }
  assert_numbers (self, ALREADY, "9 10");
  assert_numbers (self, "Area 4, already within improvement plans", "14 15");
}

static void
test_add (Fixture *self, gconstpointer data)
{
  FollowRecord *action;

  g_signal_emit_by_name (get_named (self, GTK_TYPE_BUTTON, "Add to " ALREADY), "clicked");
  settle ();
  press (self, GDK_KEY_Escape);
  do_with (self, "9", "plan.add-below");
  assert_numbers (self, ALREADY, "9 _ 10");
  type (self, "Ask the children’s panel to read every leaflet");
  press (self, GDK_KEY_Return);
  assert_numbers (self, ALREADY, "9 34 _ 10");
  type (self, "Pay for the panel’s travel");
  press (self, GDK_KEY_Return);
  assert_numbers (self, ALREADY, "9 34 35 _ 10");
  press (self, GDK_KEY_Return);
  assert_numbers (self, ALREADY, "9 34 35 10");

  action = follow_plan_row_get_action (find_row (self, "34"));
  g_assert_cmpstr (follow_record_get_text (action, "origin"), ==, "already");
  g_assert_cmpint (follow_record_get_link (action, "plan"), ==, self->plan_id);
  g_assert_cmpint (follow_record_get_link (action, "section"), ==,
                   find_record (self->reg, "section", "short_name", "Advocacy"));
  get_named (self, GTK_TYPE_BUTTON, "Area 3, Advocacy, 2 of 7 complete");

  /* A number that was given once is not given again. */
  do_with (self, "35", "plan.remove");
  assert_numbers (self, ALREADY, "9 34 10");
  do_with (self, "10", "plan.add-below");
  type (self, "Thank the panel");
  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_Escape);
  assert_numbers (self, ALREADY, "9 34 10 36");
}

/* What is typed saves itself, also when nobody presses Return. */
static void
test_add_by_itself (Fixture *self, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + SAVE_WITHIN_US;

  do_with (self, "10", "plan.add-below");
  type (self, "Meet each child where they like to be met");
  while (find_row (self, "34") == NULL && self->page->outline->actions->len == 33 &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  assert_numbers (self, ALREADY, "9 10 _");
  gtk_widget_grab_focus (GTK_WIDGET (find_row (self, "9")));
  settle ();
  assert_numbers (self, ALREADY, "9 10 34");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (self, "9"))));
}

static void
test_area (Fixture *self, gconstpointer data)
{
  FollowRecord *section;

  follow_page_create_inside (FOLLOW_PAGE (self->page));
  settle ();
  g_assert_cmpuint (self->page->shown->len, ==, 7);
  press (self, GDK_KEY_Escape);
  g_assert_cmpuint (self->page->shown->len, ==, 6);

  follow_page_create_inside (FOLLOW_PAGE (self->page));
  settle ();
  type (self, "Fathers are known, asked and worked with.");
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (self->page->outline->areas->len, ==, 7);
  section = follow_plan_outline_get_area (self->page->outline, 6)->section;
  g_assert_cmpstr (follow_record_get_text (section, "number"), ==, "7");
  g_assert_cmpint (follow_record_get_integer (section, "formal"), ==, 1);
  get_named (self, GTK_TYPE_BUTTON, "Area 7, Fathers are known, asked and…, No actions yet");
  assert_numbers (self, "Area 7, already within improvement plans", "");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.area-up", "x",
                                             follow_record_get_id (section)));
  settle ();
  g_assert_true (follow_plan_outline_get_area (self->page->outline, 5)->section == section);
  undo (self);
  undo (self);
  g_assert_cmpuint (self->page->shown->len, ==, 6);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  gint64 section = find_record (self->reg, "section", "short_name", "Advocacy");
  GtkWidget *row;

  do_with (self, "12", "plan.remove");
  assert_numbers (self, ADDITIONAL, "11 13");
  row = GTK_WIDGET (find_row (self, "13"));
  g_assert_true (gtk_widget_has_focus (row));
  undo (self);
  assert_numbers (self, ADDITIONAL, "11 12 13");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.area-remove", "x", section));
  settle ();
  g_assert_cmpuint (self->page->outline->actions->len, ==, 28);
  undo (self);
  assert_numbers (self, ADDITIONAL, "11 12 13");

  g_object_ref (self->page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.remove-plan", NULL));
  settle ();
  g_assert_true (follow_register_is_removed (self->reg, self->plan_id));
  g_assert_true (follow_window_get_page (self->window) != FOLLOW_PAGE (self->page));
  g_object_unref (self->page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  g_assert_false (follow_register_is_removed (self->reg, self->plan_id));
}

static void
test_form (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.open", "x",
                                             follow_plan_row_get_id (find_row (self, "12"))));
  settle ();
  g_assert_true (gtk_widget_get_visible (self->page->side));
  g_assert_cmpstr (adw_window_title_get_title (self->page->side_title), ==, "Action 12");
  gtk_widget_grab_focus (GTK_WIDGET (find_row (self, "13")));
  settle ();
  g_assert_cmpstr (adw_window_title_get_title (self->page->side_title), ==, "Action 13");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.form-previous", NULL));
  g_assert_cmpstr (adw_window_title_get_title (self->page->side_title), ==, "Action 12");
  g_assert_true (follow_page_escape (FOLLOW_PAGE (self->page)));
  g_assert_false (gtk_widget_get_visible (self->page->side));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_row (self, "12"))));
  g_assert_false (follow_page_escape (FOLLOW_PAGE (self->page)));
}

/* Who comes back to the plan finds it as it was left. */
static void
test_come_back (Fixture *self, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "plan.open", "x",
                                             follow_plan_row_get_id (find_row (self, "12"))));
  settle ();
  g_assert_true (gtk_widget_is_sensitive (self->page->open_button));
  g_signal_emit_by_name (self->page->open_button, "clicked");
  settle ();
  g_assert_true (follow_window_get_page (self->window) != FOLLOW_PAGE (self->page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL));
  settle ();
  g_assert_true (follow_window_get_page (self->window) == FOLLOW_PAGE (self->page));
  g_assert_true (gtk_widget_is_sensitive (self->page->open_button));
  g_assert_true (gtk_widget_is_sensitive (self->page->previous_button));
  g_assert_true (gtk_widget_is_sensitive (get_named (self, GTK_TYPE_BUTTON, "Add to " ADDITIONAL)));
  g_assert_true (
      gtk_widget_is_sensitive (get_named (self, GTK_TYPE_BUTTON, "Area 3, Advocacy, 2 of 5 complete")));
}

/* A plan as of 2009: outcomes, no origins. */
static void
test_outcomes (Fixture *self, gconstpointer data)
{
  gint64 id = find_record (self->reg, "plan", "title", "Learning Plan 2024–27");

  follow_navigation_open_record (GTK_WIDGET (self->window), id);
  settle ();
  self->page = FOLLOW_PLAN_PAGE (follow_window_get_page (self->window));
  g_assert_false (self->page->outline->by_origin);
  assert_numbers (self, "Area A, actions", "L1 L2 L3 L4");
  do_with (self, "L4", "plan.add-below");
  type (self, "Ask the new school what it was told");
  press (self, GDK_KEY_Return);
  press (self, GDK_KEY_Escape);
  assert_numbers (self, "Area A, actions", "L1 L2 L3 L4 L15");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  add_test ("/plan-page/names", test_names);
  add_test ("/plan-page/move", test_move);
  add_test ("/plan-page/move-to", test_move_to);
  add_test ("/plan-page/move-often", test_move_often);
  add_test ("/plan-page/add", test_add);
  add_test ("/plan-page/add-by-itself", test_add_by_itself);
  add_test ("/plan-page/area", test_area);
  add_test ("/plan-page/remove", test_remove);
  add_test ("/plan-page/form", test_form);
  add_test ("/plan-page/come-back", test_come_back);
  add_test ("/plan-page/outcomes", test_outcomes);
  return g_test_run ();
}
