/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Not a test: all small widgets in one window, to look at. `gallery [TEXT-SCALE [rtl]]`; ADW_DEBUG_COLOR_SCHEME
 * and ADW_DEBUG_HIGH_CONTRAST show the other styles. */
#include <adwaita.h>

#include "follow-bar.h"
#include "follow-choice-item.h"
#include "follow-choice-row.h"
#include "follow-date-row.h"
#include "follow-entry-row.h"
#include "follow-grade.h"
#include "follow-pill.h"
#include "follow-rail.h"
#include "follow-status.h"
#include "follow-tag-box.h"
#include "follow-tag.h"
#include "follow-text-row.h"
#include "follow-text-scale.h"
#include "follow-timescale-row.h"
#include "follow-widgets.h"

static double text_scale = 1;
static gboolean from_right;

static const char *const words[] = { "Complete",  "On track", "Some slippage", "Off track", "Not started",
                                     "Withdrawn", NULL };
static const char *const posts[] = { "Service Manager, Children and Families",
                                     "Advocacy Services Manager",
                                     "Lead Nurse, Child Protection",
                                     "Locality Reporter Manager",
                                     "Detective Chief Inspector, Public Protection",
                                     "Head of Education Support",
                                     NULL };

static GListModel *
search_posts (const char *text, gpointer data)
{
  GListStore *found = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; posts[i] != NULL; i++)
    {
      g_autofree char *title = g_utf8_casefold (posts[i], -1);
      g_autoptr (FollowChoiceItem) item =
          follow_choice_item_new (i + 1, posts[i], i % 2 == 0 ? "Glenmarrow Council" : NULL);

      if (strstr (title, wanted) != NULL)
        g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

/* As wide as the form beside a table. */
static GtkWidget *
add_column (GtkWidget *columns)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *clamp = adw_clamp_new ();

  follow_keep_width (column, 332);
  follow_keep_px (G_OBJECT (clamp), "maximum-size", 332);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_box_append (GTK_BOX (columns), clamp);
  return column;
}

static void
add_section (GtkWidget *column, const char *heading, GtkWidget *content)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (section), follow_heading_new (heading));
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (GTK_BOX (column), section);
}

static void
app_started_cb (GtkApplication *app)
{
  if (from_right)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static GtkWidget *
create_pills (void)
{
  GtkWidget *pills = follow_wrap_box_new (6);

  for (guint i = 0; follow_status_order[i] != NULL; i++)
    gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("status", follow_status_order[i], words[i]));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("impact", "achieved", "Achieved"));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("impact", "partly", "Partly"));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("impact", "not_yet", "Not yet"));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("impact", "not_known", "Not known"));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("priority", "high", "High"));
  gtk_box_append (GTK_BOX (pills), follow_pill_new_for_choice ("priority", NULL, "None"));
  return pills;
}

static GtkWidget *
create_counts (void)
{
  const guint counts[] = { 9, 17, 8, 3, 8, 1 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = follow_bar_new ();
  GtkWidget *pills = follow_wrap_box_new (6);

  for (guint i = 0; follow_status_order[i] != NULL; i++)
    {
      const FollowStatusLook *look = follow_status_look ("status", follow_status_order[i]);

      follow_bar_set_count (FOLLOW_BAR (bar), look->id, counts[i], words[i]);
      gtk_box_append (GTK_BOX (pills),
                      follow_pill_new_count (look->letter, counts[i], words[i], look->colour));
    }
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), pills);
  return box;
}

static GtkWidget *
create_tags (void)
{
  GtkWidget *tags = follow_wrap_box_new (6);

  gtk_box_append (GTK_BOX (tags), follow_tag_new ("Council", FOLLOW_TAG_VALUE));
  gtk_box_append (GTK_BOX (tags), follow_tag_new ("Plan: 2025–27", FOLLOW_TAG_CHIP));
  gtk_box_append (GTK_BOX (tags), follow_tag_new ("Third sector", FOLLOW_TAG_PLAIN));
  gtk_box_append (GTK_BOX (tags), follow_tag_new ("Neglect", FOLLOW_TAG_THEME));
  gtk_box_append (GTK_BOX (tags), follow_tag_new ("Voice of the child", FOLLOW_TAG_THEME));
  return tags;
}

static GtkWidget *
create_tag_box (const char *name, const char *add, const char *const *titles)
{
  GtkWidget *box = follow_tag_box_new (name, add);

  follow_tag_box_set_search (FOLLOW_TAG_BOX (box), search_posts, NULL, NULL);
  follow_tag_box_set_can_create (FOLLOW_TAG_BOX (box), TRUE);
  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      g_autoptr (FollowChoiceItem) item =
          follow_choice_item_new (g_strv_contains (posts, titles[i]) ? i + 1 : 100 + i, titles[i], NULL);

      follow_tag_box_add (FOLLOW_TAG_BOX (box), item);
    }
  return box;
}

static GtkWidget *
create_rows (void)
{
  const char *const leads[] = { posts[0], posts[1], NULL };
  const char *const agencies[] = { "Council", "NHS", "Third sector", NULL };
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  row = create_tag_box ("Leads", "Add Lead", leads);
  gtk_list_box_append (GTK_LIST_BOX (list), follow_field_row_new ("Leads", row, NULL));
  row = create_tag_box ("Agencies", "Add Agency", agencies);
  gtk_list_box_append (GTK_LIST_BOX (list), follow_field_row_new ("Agencies", row, NULL));
  row = create_tag_box ("Programme", "Choose a Programme", NULL);
  follow_tag_box_set_single (FOLLOW_TAG_BOX (row), TRUE);
  follow_tag_box_set_placeholder (FOLLOW_TAG_BOX (row), "No programme");
  gtk_list_box_append (GTK_LIST_BOX (list), follow_field_row_new ("Programme", row, NULL));
  row = follow_text_row_new ("Intended outcome");
  follow_text_row_set_text (FOLLOW_TEXT_ROW (row), "Children come to their first planning meeting having had "
                                                   "someone independent to talk to.");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  row = follow_text_row_new ("Reason");
  follow_text_row_set_placeholder (FOLLOW_TEXT_ROW (row), "Why the timescale moved");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  row = follow_choice_row_new ("Declared status", "status");
  for (guint i = 0; follow_status_order[i] != NULL; i++)
    follow_choice_row_append (FOLLOW_CHOICE_ROW (row), follow_status_order[i], words[i]);
  follow_choice_row_set_id (FOLLOW_CHOICE_ROW (row), "slippage");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  row = follow_entry_row_new ("Reference");
  follow_entry_row_set_text (FOLLOW_ENTRY_ROW (row), "CPC 31/2026");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
create_dated_rows (void)
{
  const char *const wordings[] = { "August 2026", "30th November 2026", "Six-monthly reporting",
                                   "Dates set" };
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autoptr (FollowTimescale) timescale = follow_timescale_parse (wordings[i]);

      row = follow_timescale_row_new ("Timescale, as agreed");
      follow_timescale_entry_set_timescale (
          follow_timescale_row_get_timescale_entry (FOLLOW_TIMESCALE_ROW (row)), timescale);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  row = follow_date_row_new ("Published");
  follow_date_row_set_date (FOLLOW_DATE_ROW (row), "2025-03-18");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  row = follow_date_row_new ("Fieldwork from");
  follow_date_row_set_date (FOLLOW_DATE_ROW (row), "early March");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
create_grades (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *grade = follow_grade_new ();

  follow_grade_set (FOLLOW_GRADE (grade), "4", "Good", "up from Adequate in 2021", 4, 6);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pad");
  gtk_box_append (GTK_BOX (card),
                  follow_wrapped_label_new ("2.1  Impact on children and young people", NULL));
  gtk_box_append (GTK_BOX (card), grade);
  gtk_box_append (GTK_BOX (box), card);
  return box;
}

static void
add_stage (
    GtkWidget *box, FollowRailMode mode, gboolean first, gboolean last, const char *title, const char *fact)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (text, "stage-text");
  gtk_box_append (GTK_BOX (text), follow_wrapped_label_new (title, NULL));
  gtk_box_append (GTK_BOX (text), follow_wrapped_label_new (fact, "second", NULL));
  gtk_box_append (GTK_BOX (row), follow_rail_new (mode, first, last));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (box), row);
}

static GtkWidget *
create_rails (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_stage (box, FOLLOW_RAIL_DONE, TRUE, FALSE, "7  Report", "Accepted 22 Oct");
  add_stage (box, FOLLOW_RAIL_CURRENT, FALSE, FALSE, "8  Outcome to the regulator", "Due tomorrow");
  add_stage (box, FOLLOW_RAIL_PAUSE, FALSE, FALSE, "9  Publication", "On hold");
  add_stage (box, FOLLOW_RAIL_NEXT, FALSE, TRUE, "10  Action plan", "3 of 7 actions complete");
  add_stage (box, FOLLOW_RAIL_MARK, TRUE, FALSE, "14 Oct 2026", "Protocol signed by both partners.");
  add_stage (box, FOLLOW_RAIL_DOT, FALSE, TRUE, "2 Sep 2026", "Protocol agreed, subject to funding.");
  return box;
}

static void
app_activated_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = follow_wrap_box_new (24);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = add_column (columns);

  /* The design's font, whatever the desktop at hand has. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  if (text_scale > 1)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * text_scale), NULL);
  add_section (column, "Pills", create_pills ());
  add_section (column, "Counts", create_counts ());
  add_section (column, "Tags", create_tags ());
  add_section (column, "Grade", create_grades ());
  column = add_column (columns);
  add_section (column, "Rows", create_rows ());
  column = add_column (columns);
  add_section (column, "Rows with days", create_dated_rows ());
  add_section (column, "Rails", create_rails ());

  g_object_set (columns, "margin-top", 15, "margin-bottom", 15, "margin-start", 15, "margin-end", 15, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 1000);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = adw_application_new (FOLLOW_APPLICATION_ID, G_APPLICATION_NON_UNIQUE);

  if (argc > 1)
    text_scale = g_ascii_strtod (argv[1], NULL);
  from_right = argc > 2 && g_str_equal (argv[2], "rtl");
  g_signal_connect_after (app, "startup", G_CALLBACK (app_started_cb), NULL);
  g_signal_connect (app, "activate", G_CALLBACK (app_activated_cb), NULL);
  return g_application_run (G_APPLICATION (app), 0, NULL);
}
