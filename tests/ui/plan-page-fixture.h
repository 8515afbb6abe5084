/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "follow-example.h"
#include "follow-plan-page-private.h"
#include "follow-plan-writer.h"
#include "follow-window.h"
#include "ui-keys.h"

/* The example in a window, on the page of its improvement plan. */
typedef struct
{
  char *folder;
  FollowRegister *reg;
  FollowWindow *window;
  FollowPlanPage *page;
  gint64 plan_id;
} Fixture;

static inline gint64
find_record (FollowRegister *reg, const char *kind, const char *field, const char *text)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  g_autoptr (GArray) ids = NULL;

  follow_query_add_text (query, field, FOLLOW_TEST_IS, text);
  ids = follow_register_list (reg, query, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

static inline void
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

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  /* Out of sight first: see page_fixture_tear_down(). */
  gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  settle ();
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
static inline GtkWidget *
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

static inline GtkWidget *
get_named (Fixture *self, GType type, const char *name)
{
  GtkWidget *found = find_named (GTK_WIDGET (self->page), type, name);

  if (found == NULL)
    g_error ("Nothing is named “%s”", name);
  return found;
}

static inline FollowPlanRow *
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
static inline void
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

static inline void
do_with (Fixture *self, const char *number, const char *action)
{
  GtkWidget *row = GTK_WIDGET (find_row (self, number));

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_has_focus (row));
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
  settle ();
}

static inline void
undo (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "win.undo", NULL));
  settle ();
}

static inline void
type (Fixture *self, const char *text)
{
  FollowPlanWriter *writer =
      FOLLOW_PLAN_WRITER (find_widget (GTK_WIDGET (self->page), FOLLOW_TYPE_PLAN_WRITER));
  GtkTextView *view = follow_plan_writer_get_view (writer);

  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static inline void
press (Fixture *self, guint keyval)
{
  FollowPlanWriter *writer =
      FOLLOW_PLAN_WRITER (find_widget (GTK_WIDGET (self->page), FOLLOW_TYPE_PLAN_WRITER));

  g_assert_true (press_key (GTK_WIDGET (follow_plan_writer_get_view (writer)), keyval));
  settle ();
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
