/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-example.h"
#include "follow-import-dialog.h"
#include "follow-import-summary.h"
#include "follow-plan-page-private.h"
#include "follow-plan-writer.h"
#include "follow-window.h"
#include "ui-keys.h"

#include <glib/gstdio.h>

/* Longer than the pause after which an editor saves. */
#define SAVE_WITHIN_US (5 * G_USEC_PER_SEC)

/* The example in a window, on the page of its improvement plan. */
typedef struct
{
  char *folder;
  FollowRegister *reg;
  FollowWindow *window;
  FollowPlanPage *page;
  gint64 plan_id;
} Fixture;

static gint64
find_record (FollowRegister *reg, const char *kind, const char *field, const char *text)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  g_autoptr (GArray) ids = NULL;

  follow_query_add_text (query, field, FOLLOW_TEST_IS, text);
  ids = follow_register_list (reg, query, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("follow-plan-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Glenmarrow.follow", NULL);
  self->reg = follow_example_create (path, &error);
  g_assert_no_error (error);
  self->plan_id = find_record (self->reg, "plan", "title", "Improvement Plan 2025–27");
  self->window = follow_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  present (GTK_WIDGET (self->window));
  follow_window_set_register (self->window, self->reg);
  follow_navigation_open_record (GTK_WIDGET (self->window), self->plan_id);
  settle ();
  self->page = FOLLOW_PLAN_PAGE (follow_window_get_page (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->reg);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Returns: (nullable): the widget of @type whose accessible name is @name */
static GtkWidget *
find_named (GtkWidget *widget, GType type, const char *name)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_autofree char *different =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (different == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, type, name);
  return found;
}

static GtkWidget *
get_named (Fixture *self, GType type, const char *name)
{
  GtkWidget *found = find_named (GTK_WIDGET (self->page), type, name);

  if (found == NULL)
    g_error ("Nothing is named “%s”", name);
  return found;
}

static FollowPlanRow *
find_row (Fixture *self, const char *number)
{
  for (guint i = 0; i < self->page->outline->actions->len; i++)
    {
      FollowRecord *action = self->page->outline->actions->pdata[i];

      if (g_strcmp0 (follow_record_get_text (action, "number"), number) == 0)
        return follow_plan_page_find_row (self->page, follow_record_get_id (action));
    }
  return NULL;
}

/* The numbers of a list as they are seen, "11 12 13"; what is being typed is "_". */
static void
assert_numbers (Fixture *self, const char *list_name, const char *expected)
{
  GtkListBox *list = GTK_LIST_BOX (get_named (self, GTK_TYPE_LIST_BOX, list_name));
  g_autoptr (GString) numbers = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_string_append_printf (
        numbers, "%s%s", numbers->len > 0 ? " " : "",
        FOLLOW_IS_PLAN_ROW (row)
            ? follow_record_get_text (follow_plan_row_get_action (FOLLOW_PLAN_ROW (row)), "number")
            : "_");
  g_assert_cmpstr (numbers->str, ==, expected);
}

static void
do_with (Fixture *self, const char *number, const char *action)
{
  GtkWidget *row = GTK_WIDGET (find_row (self, number));

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_has_focus (row));
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
  settle ();
}

static void
undo (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "win.undo", NULL));
  settle ();
}

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
type (Fixture *self, const char *text)
{
  FollowPlanWriter *writer =
      FOLLOW_PLAN_WRITER (find_widget (GTK_WIDGET (self->page), FOLLOW_TYPE_PLAN_WRITER));
  GtkTextView *view = follow_plan_writer_get_view (writer);

  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
press (Fixture *self, guint keyval)
{
  FollowPlanWriter *writer =
      FOLLOW_PLAN_WRITER (find_widget (GTK_WIDGET (self->page), FOLLOW_TYPE_PLAN_WRITER));

  g_assert_true (press_key (GTK_WIDGET (follow_plan_writer_get_view (writer)), keyval));
  settle ();
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

static void
written_cb (gboolean written, gpointer data)
{
  *(int *) data = written ? 1 : 0;
}

static void
assert_workbook (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "Plan.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "Plan.xlsx", NULL);
  int written = -1;

  /* What is being typed belongs into it. */
  do_with (self, "9", "plan.add-below");
  type (self, "Ask the children’s panel");
  follow_plan_page_export_to (self->page, path, NULL, written_cb, &written);
  while (written == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (written, ==, 1);
  assert_workbook (path);
  g_assert_cmpuint (self->page->outline->actions->len, ==, 34);

  written = -1;
  follow_plan_page_export_to (self->page, nowhere, "outcomes", written_cb, &written);
  while (written == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (written, ==, 0);
  settle ();
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "Plan of 2026.csv", NULL);
  FollowImportOptions options = { .dry_run = TRUE };
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *summary;

  g_file_set_contents (path,
                       "Outcome Required,No,Actions,Timeframe,Responsibility,Progress\r\n"
                       "Children are heard,1,Ask them,August 2027,A neighbour,\r\n"
                       ",2,Answer them,Sept 2027,,\r\n",
                       -1, NULL);
  result = follow_import_file (self->reg, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (follow_import_summary_has_news (result));
  summary = g_object_ref_sink (follow_import_summary_new (result));
  g_assert_nonnull (find_named (summary, GTK_TYPE_LIST_BOX, "Records"));
  g_assert_nonnull (find_named (summary, GTK_TYPE_LIST_BOX, "To look at"));
  g_assert_finalize_object (summary);

  g_assert_true (follow_import_dialog_commit (self->window, path, 0));
  settle ();
  self->page = FOLLOW_PLAN_PAGE (follow_window_get_page (self->window));
  g_assert_cmpstr (follow_page_get_title (FOLLOW_PAGE (self->page)), ==, "Plan of 2026");
  g_assert_cmpuint (self->page->outline->actions->len, ==, 2);
  again = follow_import_file (self->reg, path, &options, NULL, &error);
  g_assert_false (follow_import_summary_has_news (again));
  undo (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->page->stack), ==, "gone");
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

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
  add_test ("/plan-page/outcomes", test_outcomes);
  add_test ("/plan-page/export", test_export);
  add_test ("/plan-page/import", test_import);
  return g_test_run ();
}
