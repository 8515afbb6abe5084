/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "follow-widgets.h"
#include "follow-wrap-layout.h"

static GtkWidget *
create_box (void)
{
  return g_object_ref_sink (follow_wrap_box_new (6));
}

static GtkWidget *
add_child (GtkWidget *box, int width, int height)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, height);
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static void
assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  g_assert_cmpint (bounds.origin.x, ==, x);
  g_assert_cmpint (bounds.origin.y, ==, y);
  g_assert_cmpint (bounds.size.width, ==, width);
  g_assert_cmpint (bounds.size.height, ==, height);
}

static int
measure (GtkWidget *box, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum;

  gtk_widget_measure (box, orientation, for_size, &minimum, natural, NULL, NULL);
  return minimum;
}

static void
test_measure (void)
{
  GtkWidget *box = create_box ();
  int natural;

  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &natural), ==, 0);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 100, &natural), ==, 0);
  add_child (box, 40, 10);
  add_child (box, 70, 20);
  add_child (box, 30, 10);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &natural), ==, 70);
  g_assert_cmpint (natural, ==, 40 + 6 + 70 + 6 + 30);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 152, &natural), ==, 20);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 151, &natural), ==, 20 + 6 + 10);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 70, &natural), ==, 10 + 6 + 20 + 6 + 10);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, -1, &natural), ==, 20);
  g_assert_finalize_object (box);
}

static void
test_allocate (void)
{
  GtkWidget *box = create_box ();
  GtkWidget *first = add_child (box, 40, 10);
  GtkWidget *hidden = add_child (box, 40, 10);
  GtkWidget *second = add_child (box, 70, 20);
  GtkWidget *third = add_child (box, 30, 10);

  gtk_widget_set_visible (hidden, FALSE);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 130, 36 }, -1);
  assert_place (first, 0, 0, 40, 20);
  assert_place (second, 46, 0, 70, 20);
  assert_place (third, 0, 26, 30, 10);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (box);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 130, 36 }, -1);
  assert_place (first, 90, 0, 40, 20);
  assert_place (second, 14, 0, 70, 20);
  assert_place (third, 100, 26, 30, 10);
  g_assert_finalize_object (box);
}

static void
test_expand (void)
{
  GtkWidget *box = create_box ();
  GtkWidget *entry = add_child (box, 40, 10);
  GtkWidget *chip = add_child (box, 70, 10);
  GtkWidget *last = add_child (box, 30, 10);

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 130, 26 }, -1);
  assert_place (entry, 0, 0, 54, 10);
  assert_place (chip, 60, 0, 70, 10);
  assert_place (last, 0, 16, 30, 10);
  g_assert_finalize_object (box);
}

static void
test_spacing (void)
{
  GtkWidget *box = create_box ();
  FollowWrapLayout *layout = FOLLOW_WRAP_LAYOUT (gtk_widget_get_layout_manager (box));
  int natural;

  add_child (box, 40, 10);
  add_child (box, 40, 10);
  follow_wrap_layout_set_spacing (layout, 12);
  g_assert_cmpint (follow_wrap_layout_get_spacing (layout), ==, 12);
  measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
  g_assert_cmpint (natural, ==, 92);
  g_assert_finalize_object (box);
}

/* A label wider than the line wraps inside its child's place. */
static void
test_long_label (void)
{
  GtkWidget *box = create_box ();
  GtkWidget *label =
      follow_wrapped_label_new ("Service Manager, Children and Families, and whoever deputises "
                                "for the Service Manager while the post is vacant",
                                NULL);
  int natural;
  int one_line;
  int at_120;

  gtk_box_append (GTK_BOX (box), label);
  one_line = measure (box, GTK_ORIENTATION_VERTICAL, 2000, &natural);
  at_120 = measure (box, GTK_ORIENTATION_VERTICAL, 120, &natural);
  g_assert_cmpint (at_120, >, 2 * one_line);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 120, at_120 }, -1);
  assert_place (label, 0, 0, 120, at_120);
  g_assert_finalize_object (box);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wrap-layout/measure", test_measure);
  g_test_add_func ("/wrap-layout/allocate", test_allocate);
  g_test_add_func ("/wrap-layout/expand", test_expand);
  g_test_add_func ("/wrap-layout/spacing", test_spacing);
  g_test_add_func ("/wrap-layout/long-label", test_long_label);

  return g_test_run ();
}
