/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "follow-bar.h"
#include "follow-grade.h"
#include "follow-pill.h"
#include "follow-rail.h"
#include "follow-status.h"
#include "follow-tag.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"
#include "ui-keys.h"

static void
test_status (void)
{
  g_assert_cmpstr (follow_status_look ("status", "slippage")->letter, ==, "A");
  g_assert_cmpstr (follow_status_look ("status", "slippage")->colour, ==, "amber");
  g_assert_cmpstr (follow_status_look ("impact", "not_known")->letter, ==, "?");
  g_assert_null (follow_status_look ("impact", "slippage"));
  g_assert_null (follow_status_look ("status", NULL));
  g_assert_null (follow_status_look (NULL, "slippage"));
  /* Every one of the order has a look, and no two have the same letter. */
  for (guint i = 0; follow_status_order[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (follow_status_look ("status", follow_status_order[i])->letter, !=,
                       follow_status_look ("status", follow_status_order[j])->letter);
}

static void
assert_parts (GtkWidget *pill, const char *letter, const char *word)
{
  GtkWidget *first = gtk_widget_get_first_child (pill);

  g_assert_cmpint (gtk_widget_get_visible (first), ==, letter != NULL);
  if (letter != NULL)
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (first)), ==, letter);
  g_assert_cmpstr (follow_pill_get_word (FOLLOW_PILL (pill)), ==, word);
}

static void
test_pill (void)
{
  GtkWidget *pill = g_object_ref_sink (follow_pill_new ("R", "Off track", "red"));

  assert_parts (pill, "R", "Off track");
  g_assert_true (gtk_widget_has_css_class (pill, "red"));
  gtk_test_accessible_assert_role (pill, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, "Off track");

  follow_pill_set_choice (FOLLOW_PILL (pill), "status", "complete", "Complete");
  assert_parts (pill, "B", "Complete");
  g_assert_true (gtk_widget_has_css_class (pill, "blue"));
  g_assert_false (gtk_widget_has_css_class (pill, "red"));
  follow_pill_set_choice (FOLLOW_PILL (pill), "priority", "high", "High");
  assert_parts (pill, NULL, "High");
  follow_pill_set_choice (FOLLOW_PILL (pill), "priority", NULL, "None");
  assert_parts (pill, NULL, "None");
  g_assert_true (gtk_widget_has_css_class (pill, "none"));

  follow_pill_set_count (FOLLOW_PILL (pill), "B", 2, "2 complete", "blue");
  assert_parts (pill, "B", "2");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (pill), ==, "2 complete");
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 complete");
  follow_pill_set (FOLLOW_PILL (pill), "N", "<b>Not</b> _started", "grey");
  assert_parts (pill, "N", "<b>Not</b> _started");
  g_assert_null (gtk_widget_get_tooltip_text (pill));
  g_assert_finalize_object (pill);
}

static void
test_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (follow_bar_new ());
  int minimum;

  follow_bar_set_count (FOLLOW_BAR (bar), "off_track", 1, "Off track");
  follow_bar_set_count (FOLLOW_BAR (bar), "complete", 9, "Complete");
  follow_bar_set_count (FOLLOW_BAR (bar), "slippage", 0, "Some slippage");
  follow_bar_set_count (FOLLOW_BAR (bar), "unheard_of", 5, "Unheard of");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "9 complete, 1 off track");
  follow_bar_clear (FOLLOW_BAR (bar));
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "None");
  follow_bar_set_height (FOLLOW_BAR (bar), 12);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 12);
  g_assert_finalize_object (bar);
}

static void
test_grade (void)
{
  GtkWidget *grade = g_object_ref_sink (follow_grade_new ());

  follow_grade_set (FOLLOW_GRADE (grade), "3", "Adequate", "down from Good in 2021", 3, 6);
  gtk_test_accessible_assert_property (grade, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3, Adequate, down from Good in 2021");
  follow_grade_set (FOLLOW_GRADE (grade), "5", "Very Good", NULL, 5, 6);
  gtk_test_accessible_assert_property (grade, GTK_ACCESSIBLE_PROPERTY_LABEL, "5, Very Good");
  g_assert_finalize_object (grade);
}

static void
assert_drawn (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (node == NULL && g_get_monotonic_time () < end)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
      gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), 100, 400);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  g_assert_nonnull (node);
}

/* Drawn without a style sheet too: no colour may be taken for granted. */
static void
test_drawing (void)
{
  const FollowRailMode modes[] = { FOLLOW_RAIL_MARK,    FOLLOW_RAIL_DOT,  FOLLOW_RAIL_DONE,
                                   FOLLOW_RAIL_CURRENT, FOLLOW_RAIL_NEXT, FOLLOW_RAIL_PAUSE };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = follow_bar_new ();

  follow_bar_set_count (FOLLOW_BAR (bar), "withdrawn", 1, "Withdrawn");
  follow_bar_set_count (FOLLOW_BAR (bar), "complete", 1000, "Complete");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), follow_bar_new ());
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    gtk_box_append (GTK_BOX (box), follow_rail_new (modes[i], i == 0, i + 1 == G_N_ELEMENTS (modes)));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  assert_drawn (box);
  gtk_widget_set_direction (bar, GTK_TEXT_DIR_RTL);
  assert_drawn (box);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
tag_removed_cb (guint *count)
{
  (*count)++;
}

static void
test_tag (void)
{
  GtkWidget *tag = g_object_ref_sink (follow_tag_new ("NHS", FOLLOW_TAG_CHIP));
  GtkWidget *plain = g_object_ref_sink (follow_tag_new ("Neglect", FOLLOW_TAG_THEME));
  GtkWidget *cross = find_widget (tag, GTK_TYPE_BUTTON);
  guint count = 0;

  g_signal_connect_swapped (tag, "removed", G_CALLBACK (tag_removed_cb), &count);
  gtk_test_accessible_assert_property (tag, GTK_ACCESSIBLE_PROPERTY_LABEL, "NHS");
  gtk_test_accessible_assert_property (cross, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove NHS");
  g_signal_emit_by_name (cross, "clicked");
  g_assert_cmpuint (count, ==, 1);
  g_assert_null (find_widget (plain, GTK_TYPE_BUTTON));
  g_assert_finalize_object (tag);
  g_assert_finalize_object (plain);
}

static void
test_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *clamp = g_object_ref_sink (adw_clamp_new ());
  int width;

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  follow_keep_width (box, 218);
  follow_keep_px (G_OBJECT (clamp), "maximum-size", 720);
  gtk_widget_get_size_request (box, &width, NULL);
  g_assert_cmpint (width, ==, 218);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_get_size_request (box, &width, NULL);
  g_assert_cmpint (width, ==, 436);
  g_assert_cmpint (follow_px (box, 10), ==, 20);
  g_assert_cmpint (adw_clamp_get_maximum_size (ADW_CLAMP (clamp)), ==, 1440);
  follow_keep_width (box, 100);
  gtk_widget_get_size_request (box, &width, NULL);
  g_assert_cmpint (width, ==, 200);
  g_object_set (settings, "gtk-xft-dpi", 120 * 1024, NULL);
  gtk_widget_get_size_request (box, &width, NULL);
  g_assert_cmpint (width, ==, 125);
  g_assert_finalize_object (box);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (adw_clamp_get_maximum_size (ADW_CLAMP (clamp)), ==, 720);
  g_assert_finalize_object (clamp);
}

static void
test_widgets (void)
{
  GtkWidget *label = g_object_ref_sink (follow_label_new ("<i>_Text</i>", "small", "figures", NULL));
  GtkWidget *button = g_object_ref_sink (follow_icon_button_new ("list-add-symbolic", "Add a Note"));
  GtkWidget *box = g_object_ref_sink (follow_wrap_box_new (6));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "<i>_Text</i>");
  g_assert_true (gtk_widget_has_css_class (label, "small"));
  g_assert_true (gtk_widget_has_css_class (label, "figures"));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Add a Note");
  gtk_box_append (GTK_BOX (box), follow_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), follow_heading_new ("Milestones"));
  follow_clear_children (box);
  g_assert_null (gtk_widget_get_first_child (box));
  g_assert_finalize_object (label);
  g_assert_finalize_object (button);
  g_assert_finalize_object (box);
}

/* libadwaita takes the style sheets from the application's folder of the resources, GTK the icons. */
static void
test_resources (void)
{
  const char *const paths[] = {
    "/org/followthrough/FollowThrough/style.css", "/org/followthrough/FollowThrough/style-hc.css",
    "/org/followthrough/FollowThrough/icons/scalable/actions/follow-overdue-symbolic.svg"
  };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (paths[i], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert_nonnull (bytes);
    }
  gtk_icon_theme_add_resource_path (theme, "/org/followthrough/FollowThrough/icons");
  g_assert_true (gtk_icon_theme_has_icon (theme, "follow-overdue-symbolic"));
}

static void
css_failed_cb (GtkCssProvider *provider, GtkCssSection *section, GError *error)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_error ("%s: %s", where, error->message);
}

static void
test_style (void)
{
  const char *const sheets[] = { "style.css", "style-hc.css" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat ("/org/followthrough/FollowThrough/", sheets[i], NULL);

      g_signal_connect (provider, "parsing-error", G_CALLBACK (css_failed_cb), NULL);
      gtk_css_provider_load_from_resource (provider, path);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/looks/status", test_status);
  g_test_add_func ("/looks/pill", test_pill);
  g_test_add_func ("/looks/bar", test_bar);
  g_test_add_func ("/looks/grade", test_grade);
  g_test_add_func ("/looks/drawing", test_drawing);
  g_test_add_func ("/looks/tag", test_tag);
  g_test_add_func ("/looks/text-scale", test_text_scale);
  g_test_add_func ("/looks/widgets", test_widgets);
  g_test_add_func ("/looks/resources", test_resources);
  g_test_add_func ("/looks/style", test_style);

  return g_test_run ();
}
