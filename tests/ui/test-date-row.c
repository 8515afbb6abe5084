/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-date.h"
#include "follow-date-row.h"
#include "ui-keys.h"

typedef struct
{
  GtkWidget *window;
  FollowDateRow *row;
  GtkWidget *entry;
  guint changed;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = follow_date_row_new ("Published");

  fixture->window = gtk_window_new ();
  fixture->row = FOLLOW_DATE_ROW (row);
  fixture->entry = GTK_WIDGET (follow_date_row_get_entry (fixture->row));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &fixture->changed);
  gtk_window_set_child (GTK_WINDOW (fixture->window), row);
  present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  FollowDateRow *row = g_object_ref (fixture->row);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (row);
}

static void
assert_row (Fixture *fixture, const char *date, const char *text, const char *hint)
{
  g_assert_cmpstr (follow_date_row_get_date (fixture->row), ==, date);
  g_assert_cmpstr (follow_date_row_get_text (fixture->row), ==, text);
  g_assert_cmpstr (follow_field_row_get_hint (FOLLOW_FIELD_ROW (fixture->row)), ==, hint);
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  assert_row (fixture, NULL, "", NULL);
  gtk_test_accessible_assert_property (fixture->entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Published");
  follow_date_row_set_date (fixture->row, "2025-03-18");
  assert_row (fixture, "2025-03-18", "18 March 2025", NULL);
  g_assert_false (follow_date_row_is_unreadable (fixture->row));
  follow_date_row_set_date (fixture->row, "early March");
  assert_row (fixture, NULL, "early March", "Not a day: kept as typed");
  g_assert_true (follow_date_row_is_unreadable (fixture->row));
  follow_date_row_set_date (fixture->row, NULL);
  assert_row (fixture, NULL, "", NULL);
  g_assert_cmpuint (fixture->changed, ==, 0);
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "12/11/");
  assert_row (fixture, NULL, "12/11/", NULL);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "12/11/26");
  assert_row (fixture, "2026-11-12", "12/11/26", "Thursday 12 November 2026");
  g_assert_cmpuint (fixture->changed, >, 0);
  fixture->changed = 0;
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_row (fixture, "2026-11-12", "12 November 2026", NULL);
  g_assert_cmpuint (fixture->changed, ==, 0);

  /* A day that does not exist is said to be none, and not bent into one that does. */
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "31/02/2027");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_row (fixture, NULL, "31/02/2027", "Not a day: kept as typed");
  gtk_test_accessible_assert_property (fixture->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not a day: kept as typed");
}

static GtkWidget *
open_calendar (Fixture *fixture)
{
  GtkWidget *button = find_widget (GTK_WIDGET (fixture->row), GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  return find_widget (button, GTK_TYPE_CALENDAR);
}

static void
select_day (GtkWidget *calendar, int year, int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 0, 0, 0);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calendar;
  g_autoptr (GDateTime) shown = NULL;
  g_autofree char *text = NULL;

  follow_date_row_set_date (fixture->row, "2026-10-31");
  calendar = open_calendar (fixture);
  shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  text = g_date_time_format (shown, "%Y-%m-%d");
  g_assert_cmpstr (text, ==, "2026-10-31");
  /* What its arrows do: nobody chose a day yet. */
  select_day (calendar, 2026, 11, 30);
  assert_row (fixture, "2026-10-31", "31 October 2026", NULL);
  select_day (calendar, 2026, 11, 12);
  assert_row (fixture, "2026-11-12", "12 November 2026", NULL);
  g_assert_cmpuint (fixture->changed, ==, 1);
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calendar = open_calendar (fixture);
  GtkWidget *buttons = gtk_widget_get_next_sibling (calendar);

  g_signal_emit_by_name (gtk_widget_get_first_child (buttons), "clicked");
  assert_row (fixture, "2026-11-12", "12 November 2026", NULL);
  open_calendar (fixture);
  g_signal_emit_by_name (gtk_widget_get_last_child (buttons), "clicked");
  assert_row (fixture, NULL, "", NULL);
  g_assert_cmpuint (fixture->changed, ==, 2);
}

#define add_test(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/date-row/set", test_set);
  add_test ("/date-row/type", test_type);
  add_test ("/date-row/calendar", test_calendar);
  add_test ("/date-row/today", test_today);

  return g_test_run ();
}
