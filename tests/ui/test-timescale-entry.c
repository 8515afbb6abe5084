/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-date.h"
#include "follow-timescale-row.h"
#include "ui-keys.h"

typedef struct
{
  GtkWidget *entry;
  FollowTimescaleEntry *timescale;
  GtkWidget *text;
  GtkWidget *clock;
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
  fixture->entry = g_object_ref_sink (follow_timescale_entry_new ("Timescale, as agreed"));
  fixture->timescale = FOLLOW_TIMESCALE_ENTRY (fixture->entry);
  fixture->text = GTK_WIDGET (follow_timescale_entry_get_entry (fixture->timescale));
  fixture->clock = find_widget (fixture->entry, GTK_TYPE_IMAGE);
  g_signal_connect_swapped (fixture->entry, "changed", G_CALLBACK (count_cb), &fixture->changed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->entry);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->text), text);
}

/* @state: the style class of the clock, or NULL if there must be none */
static void
assert_line (Fixture *fixture, const char *read_as, const char *distance, const char *state)
{
  g_assert_cmpstr (follow_timescale_entry_get_read_as (fixture->timescale), ==, read_as);
  g_assert_cmpstr (follow_timescale_entry_get_distance (fixture->timescale), ==, distance);
  g_assert_cmpint (gtk_widget_get_visible (fixture->clock), ==, state != NULL);
  if (state != NULL)
    g_assert_true (gtk_widget_has_css_class (fixture->clock, state));
}

static void
test_read_as (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timescale, as agreed");
  assert_line (fixture, "", "", NULL);
  type (fixture, "August 2026");
  assert_line (fixture, "Read as August 2026 – due by 31 August 2026,", "73 days overdue", "late");
  gtk_test_accessible_assert_property (fixture->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Read as August 2026 – due by 31 August 2026, 73 days overdue");
  type (fixture, "30th November 2026");
  assert_line (fixture, "Read as 30 November 2026 –", "In 18 days", "soon");
  type (fixture, "March 2028");
  assert_line (fixture, "Read as March 2028 – due by 31 March 2028", "", NULL);
  type (fixture, "Dates set");
  assert_line (fixture, "Not a date: kept as written", "", NULL);
  type (fixture, " ");
  assert_line (fixture, "", "", NULL);
  g_assert_null (follow_timescale_entry_get_timescale (fixture->timescale));
  g_assert_cmpuint (fixture->changed, >, 0);
}

static void
test_bold (Fixture *fixture, gconstpointer data)
{
  GtkWidget *words = gtk_widget_get_next_sibling (fixture->clock);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (words));
  g_autofree char *bold = NULL;

  type (fixture, "August 2026");
  bold = pango_attr_list_to_string (gtk_label_get_attributes (label));
  g_assert_cmpstr (bold, ==, "8 19 weight bold");
  /* What was typed is never markup, and what was not read is not bold. */
  type (fixture, "<b>Dates</b> & more");
  g_assert_false (gtk_label_get_use_markup (label));
  g_assert_null (pango_attr_list_get_attributes (gtk_label_get_attributes (label)));
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  type (fixture, "August 2026");
  follow_timescale_entry_set_closed (fixture->timescale, TRUE);
  assert_line (fixture, "Read as August 2026 – due by 31 August 2026", "", NULL);
  follow_timescale_entry_set_closed (fixture->timescale, FALSE);
  assert_line (fixture, "Read as August 2026 – due by 31 August 2026,", "73 days overdue", "late");
}

/* Days that a person chose for words that say none stay with these words. */
static void
test_given (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FollowTimescale) given = follow_timescale_restore (
      "before the next meeting", "2027-02-10", "2027-02-10", FOLLOW_PRECISION_DAY, FOLLOW_RECURS_NEVER);

  follow_timescale_entry_set_timescale (fixture->timescale, given);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->text)), ==, "before the next meeting");
  assert_line (fixture, "Read as 10 February 2027", "", NULL);
  g_assert_cmpuint (fixture->changed, ==, 0);
  type (fixture, "before the next meetin");
  assert_line (fixture, "Not a date: kept as written", "", NULL);
  type (fixture, "before the next meeting");
  assert_line (fixture, "Read as 10 February 2027", "", NULL);
  g_assert_true (follow_timescale_equal (follow_timescale_entry_get_timescale (fixture->timescale), given));
  follow_timescale_entry_set_timescale (fixture->timescale, NULL);
  assert_line (fixture, "", "", NULL);
}

static void
test_row (void)
{
  GtkWidget *widget = g_object_ref_sink (follow_timescale_row_new ("Timescale, as agreed"));
  FollowTimescaleEntry *entry = follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (widget));
  GtkEntry *text = follow_timescale_entry_get_entry (entry);
  guint changed = 0;

  g_signal_connect_swapped (widget, "changed", G_CALLBACK (count_cb), &changed);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timescale, as agreed");
  gtk_editable_set_text (GTK_EDITABLE (text), "Q3 2026/27");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_finalize_object (widget);
}

#define add_test(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("FOLLOW_TODAY", "2026-11-12", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/timescale-entry/read-as", test_read_as);
  add_test ("/timescale-entry/bold", test_bold);
  add_test ("/timescale-entry/closed", test_closed);
  add_test ("/timescale-entry/given", test_given);
  g_test_add_func ("/timescale-entry/row", test_row);

  return g_test_run ();
}
