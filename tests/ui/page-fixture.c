/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <glib/gstdio.h>

#include "follow-example.h"

#define LONGEST_MS 10000

void
page_fixture_set_up (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("follow-pages-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "Example.follow", NULL);
  fixture->reg = follow_example_create (path, &error);
  g_assert_no_error (error);
  fixture->window = follow_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  follow_window_set_register (fixture->window, fixture->reg);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_ms (100);
}

void
page_fixture_tear_down (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  /* GTK 4.8 looks where the pointer is a moment after widgets have gone, and complains when the window's surface has
   * gone by then: so the window goes out of sight first. */
  if (fixture->window != NULL)
    gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  settle ();
  if (fixture->window != NULL) /* else a test closed it */
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->reg);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

void
wait_until (gboolean (*ready) (PageFixture *fixture), PageFixture *fixture)
{
  gint64 end = g_get_monotonic_time () + LONGEST_MS * G_TIME_SPAN_MILLISECOND;

  while (!ready (fixture) && g_get_monotonic_time () < end)
    wait_for_ms (10);
  g_assert_true (ready (fixture));
}

static gboolean
time_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
wait_for_ms (guint ms)
{
  gboolean up = FALSE;

  g_timeout_add (ms, time_up_cb, &up);
  while (!up)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  g_autofree char *other =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

GtkWidget *
find_named (GtkWidget *within, GType type, const char *name)
{
  if (!gtk_widget_get_visible (within))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (within), type) && is_named (within, name))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
find_label (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_visible (within))
    return NULL;
  if (GTK_IS_LABEL (within) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (within)), text))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

FollowRecord *
find_titled (FollowRegister *reg, const char *kind, const char *beginning)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find (kind));
  g_autoptr (GPtrArray) records = follow_register_load_all (reg, query, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = follow_record_get_title (records->pdata[i]);

      if (g_str_has_prefix (title, beginning))
        return g_object_ref (records->pdata[i]);
    }
  g_assert_not_reached ();
}
