/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-summary.h"

#include <glib/gi18n.h>

#include "follow-text-scale.h"
#include "follow-widgets.h"

/* At text scale 1. */
#define WIDTH 460
#define MAX_HEIGHT 360

/* Of each list; the rest is counted. */
#define MAX_ROWS 200

static GtkWidget *
make_group (GtkWidget *box, const char *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  follow_accessible_name (list, heading);
  gtk_box_append (GTK_BOX (box), follow_heading_new (heading));
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

/* @icon: (nullable) */
static void
add_row (GtkWidget *list, const char *icon, const char *place, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = follow_wrapped_label_new (text, "small", NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (line, "field");
  if (icon != NULL)
    {
      GtkWidget *image = follow_icon_new (icon, NULL);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), image);
    }
  if (place != NULL)
    {
      GtkWidget *label = follow_label_new (place, "small", "strong", "figures", NULL);

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
append_count (GString *text, guint count, const char *format)
{
  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%u %s", count, format);
}

static void
add_counts (GtkWidget *box, const FollowImportResult *result)
{
  GtkWidget *list = make_group (box, _ ("Records"));

  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);
      g_autoptr (GString) text = g_string_new (NULL);

      append_count (text, count->n_new, _ ("new"));
      append_count (text, count->n_changed, _ ("changed"));
      append_count (text, count->n_unchanged, _ ("unchanged"));
      if (text->len > 0)
        add_row (list, NULL, follow_kind_get_plural (count->kind), text->str);
    }
}

static void
add_rest (GtkWidget *list, guint n_rows)
{
  g_autofree char *text = NULL;

  if (n_rows <= MAX_ROWS)
    return;
  text = g_strdup_printf (_ ("and %u more"), n_rows - MAX_ROWS);
  add_row (list, NULL, NULL, text);
}

static void
add_problems (GtkWidget *box, const FollowImportResult *result)
{
  GtkWidget *list;

  if (result->problems->len == 0)
    return;
  list = make_group (box, _ ("To look at"));
  for (guint i = 0; i < MIN (result->problems->len, MAX_ROWS); i++)
    {
      const FollowImportProblem *problem = g_ptr_array_index (result->problems, i);

      add_row (list,
               problem->severity == FOLLOW_SEVERITY_NOTE ? "dialog-information-symbolic"
                                                         : "dialog-warning-symbolic",
               problem->cell, problem->message);
    }
  add_rest (list, result->problems->len);
}

static void
add_not_taken (GtkWidget *box, const FollowImportResult *result)
{
  GtkWidget *list;

  if (result->not_taken->len == 0)
    return;
  list = make_group (box, _ ("Not taken"));
  for (guint i = 0; i < MIN (result->not_taken->len, MAX_ROWS); i++)
    {
      const FollowImportNotTaken *left = g_ptr_array_index (result->not_taken, i);

      add_row (list, NULL, left->range, left->reason);
    }
  add_rest (list, result->not_taken->len);
}

GtkWidget *
follow_import_summary_new (const FollowImportResult *result)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_start (box, 3);
  gtk_widget_set_margin_end (box, 3);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  add_counts (box, result);
  add_problems (box, result);
  add_not_taken (box, result);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              follow_px (scroller, MAX_HEIGHT));
  follow_keep_width (scroller, WIDTH);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

gboolean
follow_import_summary_has_news (const FollowImportResult *result)
{
  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

      if (count->n_new > 0 || count->n_changed > 0)
        return TRUE;
    }
  return FALSE;
}
