/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-chooser.h"
#include "follow-import-dialog.h"
#include "follow-window-private.h"
#include "page-fixture.h"

#define HEADINGS "Outcome Required,No,Actions,By when,RAG,Chair’s view\r\n"
#define ROWS                                                      \
  "Children are heard,1,Ask them,31/02/2027,Compl.,Keep red?\r\n" \
  ",2,Answer them,Sept 2027,On track,\r\n"

static gboolean
shows_import (PageFixture *fixture)
{
  return find_named (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, "Doubts") != NULL;
}

static gboolean
shows_dialog (PageFixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  return g_list_model_get_n_items (windows) > 1;
}

static gboolean
has_left (PageFixture *fixture)
{
  return !fixture->window->whole || follow_window_get_register (fixture->window) == NULL;
}

/* Returns: (nullable): the button that says just @text */
static GtkWidget *
look_for_button (GtkWidget *within, const char *text)
{
  if (GTK_IS_BUTTON (within))
    return find_label (within, text) != NULL ? within : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = look_for_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (PageFixture *fixture, const char *text)
{
  GtkWidget *button = look_for_button (GTK_WIDGET (follow_window_get_page (fixture->window)), text);

  g_assert_nonnull (button);
  return button;
}

/* It can be pressed only when what will happen is known. */
static gboolean
can_import (PageFixture *fixture)
{
  return gtk_widget_is_sensitive (find_button (fixture, "Import"));
}

static void
press (PageFixture *fixture, const char *text)
{
  g_signal_emit_by_name (find_button (fixture, text), "clicked");
  settle ();
}

static char *
write_file (PageFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
open_import (PageFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = write_file (fixture, name, text);

  follow_import_dialog_show (fixture->window, path, 0);
  wait_until (shows_import, fixture);
}

static void
go_to_last_step (PageFixture *fixture)
{
  for (int i = 0; i < 4; i++)
    press (fixture, "Next");
  wait_until (can_import, fixture);
}

static GtkWidget *
find_meaning (PageFixture *fixture, const char *name)
{
  return find_named (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, name);
}

static gboolean
knows_doubts (PageFixture *fixture)
{
  return find_label (GTK_WIDGET (fixture->window), "“Compl.”") != NULL;
}

static void
test_whole_way (PageFixture *fixture, gconstpointer data)
{
  FollowPage *page;
  g_autoptr (FollowRecord) action = NULL;
  g_autoptr (GError) error = NULL;

  open_import (fixture, "Plan of 2026.csv", HEADINGS ROWS);
  g_assert_false (adw_flap_get_reveal_flap (fixture->window->flap));
  g_assert_nonnull (find_meaning (fixture, "Column D means Timescale"));
  g_assert_nonnull (find_meaning (fixture, "Column F means As a note"));
  g_assert_nonnull (find_named (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Row 1: Headings"));
  wait_until (knows_doubts, fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "“31/02/2027”"));

  go_to_last_step (fixture);
  press (fixture, "Import");
  wait_until (has_left, fixture);
  page = follow_window_get_page (fixture->window);
  g_assert_cmpstr (follow_page_get_title (page), ==, "Plan of 2026");
  g_assert_true (adw_flap_get_reveal_flap (fixture->window->flap));
  action = find_titled (fixture->reg, "action", "Ask them");
  g_assert_cmpstr (follow_record_get_text (action, "status"), ==, "complete");
  g_assert_true (follow_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (follow_register_find_by_title (fixture->reg, follow_kind_find ("plan"), "Plan of 2026"),
                   ==, 0);
}

/* Steps can be gone back to, and what was chosen stays. */
static void
test_steps (PageFixture *fixture, gconstpointer data)
{
  open_import (fixture, "Plan of 2026.csv", HEADINGS ROWS);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "Which sheets"));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "Back")));
  press (fixture, "Next");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "What is each row?"));
  press (fixture, "Next");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "What does each heading mean?"));
  press (fixture, "Back");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "What is each row?"));
  press (fixture, "Cancel");
  wait_until (has_left, fixture);
  g_assert_cmpint (follow_register_find_by_title (fixture->reg, follow_kind_find ("plan"), "Plan of 2026"),
                   ==, 0);
  g_assert_false (follow_register_can_undo (fixture->reg));
}

static gboolean
is_left_out (PageFixture *fixture)
{
  return find_meaning (fixture, "Row 3: Left out") != NULL;
}

/* What a row is taken for can be changed by typing, and the focus goes back to where it was. */
static void
test_row (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *before;
  GtkWidget *chooser;

  open_import (fixture, "Plan of 2026.csv", HEADINGS ROWS);
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_signal_emit_by_name (find_meaning (fixture, "Row 3: Action"), "clicked");
  settle ();
  chooser = find_widget (GTK_WIDGET (follow_window_get_page (fixture->window)), FOLLOW_TYPE_CHOOSER);
  g_assert_nonnull (chooser);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), chooser));
  gtk_editable_set_text (follow_chooser_get_entry (FOLLOW_CHOOSER (chooser)), "left");
  follow_chooser_choose (FOLLOW_CHOOSER (chooser));
  wait_until (is_left_out, fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
  press (fixture, "Cancel");
}

/* Given up while it is written, nothing is, and it can be done after all. */
static void
test_stopped (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADINGS ROWS);

  /* So many that it takes a moment. */
  for (guint i = 3; i < 1500; i++)
    g_string_append_printf (text, ",%u,Ask them for the %uth time,Sept 2027,On track,\r\n", i, i);
  open_import (fixture, "Plan of 2026.csv", text->str);
  go_to_last_step (fixture);
  g_signal_emit_by_name (find_button (fixture, "Import"), "clicked");
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "Import")));
  g_signal_emit_by_name (find_button (fixture, "Cancel"), "clicked");
  wait_until (can_import, fixture);
  g_assert_false (follow_register_can_undo (fixture->reg));
  press (fixture, "Import");
  wait_until (has_left, fixture);
  g_assert_true (follow_register_can_undo (fixture->reg));
}

/* Somebody without a register brings a plan in: given up, nothing is left of it. */
static void
test_new_register (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *source = write_file (fixture, "Plan of 2026.csv", HEADINGS ROWS);
  g_autofree char *path = g_build_filename (fixture->folder, "New.follow", NULL);

  follow_window_set_register (fixture->window, NULL);
  follow_import_dialog_show_new (fixture->window, source, path);
  wait_until (shows_import, fixture);
  press (fixture, "Cancel");
  wait_until (has_left, fixture);
  g_assert_null (follow_window_get_register (fixture->window));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  follow_import_dialog_show_new (fixture->window, source, path);
  wait_until (shows_import, fixture);
  go_to_last_step (fixture);
  press (fixture, "Import");
  wait_until (has_left, fixture);
  g_assert_cmpstr (follow_register_get_path (follow_window_get_register (fixture->window)), ==, path);
  g_assert_cmpstr (follow_page_get_title (follow_window_get_page (fixture->window)), ==, "Plan of 2026");
}

/* What cannot be read is said, and no register is made for it. */
static void
test_not_readable (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *source = write_file (fixture, "Plan.xlsx", "This is no workbook.");
  g_autofree char *path = g_build_filename (fixture->folder, "New.follow", NULL);

  follow_window_set_register (fixture->window, NULL);
  follow_import_dialog_show_new (fixture->window, source, path);
  wait_until (shows_dialog, fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  {
    g_autoptr (GtkWindow) dialog = NULL;
    g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

    for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
      {
        g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

        if (window != GTK_WINDOW (fixture->window))
          g_set_object (&dialog, window);
      }
    gtk_window_destroy (dialog);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define add(path, function) \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, function, page_fixture_tear_down)
  add ("/import-page/whole-way", test_whole_way);
  add ("/import-page/steps", test_steps);
  add ("/import-page/row", test_row);
  add ("/import-page/stopped", test_stopped);
  add ("/import-page/new-register", test_new_register);
  add ("/import-page/not-readable", test_not_readable);
#undef add
  return g_test_run ();
}
