/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-outcome.h"

#include <glib/gi18n.h>

#include "follow-widgets.h"

/* Of each list; the rest is counted. */
#define MAX_ROWS 200

static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  follow_accessible_name (list, name);
  return list;
}

static FollowImportSession *
get_session (GtkWidget *list)
{
  return g_object_get_data (G_OBJECT (list), "follow-session");
}

static void
clear (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

/* @count: 0: none is shown
 * @second: (nullable) */
static void
add_line (GtkWidget *list, guint count, const char *text, const char *second)
{
  g_autofree char *number = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *figure = follow_label_new (number, "strong", "figures", NULL);
  GtkWidget *words = follow_wrapped_label_new (text, count > 0 ? NULL : "gap", NULL);
  GtkWidget *rest = follow_wrapped_label_new (second, "second", NULL);

  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_label_set_width_chars (GTK_LABEL (figure), 4);
  gtk_label_set_xalign (GTK_LABEL (rest), 1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_visible (figure, count > 0);
  gtk_widget_set_visible (rest, second != NULL);
  gtk_widget_add_css_class (line, "compact-check");
  gtk_box_append (GTK_BOX (line), figure);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), rest);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* By what the records that are there already were found. */
static char *
describe_matches (FollowImportResult *result)
{
  static const char *const words[FOLLOW_N_MATCHED] = {
    [FOLLOW_MATCHED_ID] = N_ ("known from our own workbook"),
    [FOLLOW_MATCHED_NUMBER] = N_ ("found by number"),
    [FOLLOW_MATCHED_WORDING] = N_ ("found by wording"),
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = FOLLOW_MATCHED_ID; i < FOLLOW_N_MATCHED; i++)
    if (result->n_matched[i] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", result->n_matched[i], _ (words[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_count (GtkWidget *list, const FollowImportCount *count, const char *matches)
{
  const char *label = follow_kind_get_plural (count->kind);
  /* Translators: kinds of records, several: “Actions, new” */
  g_autofree char *is_new = g_strdup_printf (_ ("%s, new"), label);
  g_autofree char *changed = g_strdup_printf (_ ("%s, changed"), label);
  g_autofree char *unchanged = g_strdup_printf (_ ("%s, unchanged"), label);

  if (count->n_new > 0)
    add_line (list, count->n_new, is_new, NULL);
  if (count->n_changed > 0)
    add_line (list, count->n_changed, changed, matches);
  if (count->n_unchanged > 0)
    add_line (list, count->n_unchanged, unchanged, count->n_changed == 0 ? matches : NULL);
}

/* The kind that the rows are; the others come with it. */
static const FollowKind *
find_main_kind (FollowImportResult *result)
{
  return result->rows->len > 0 ? ((FollowImportRowResult *) result->rows->pdata[0])->kind : NULL;
}

/* The rows themselves first, then what is left of them, then what comes along. */
static void
add_counts (GtkWidget *list, FollowImportResult *result)
{
  const FollowKind *main = find_main_kind (result);
  g_autofree char *matches = describe_matches (result);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < result->counts->len; i++)
        {
          const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

          if ((count->kind == main) == (pass == 0))
            add_count (list, count, pass == 0 && *matches != '\0' ? matches : NULL);
        }
      if (pass == 0 && result->not_taken->len > 0)
        add_line (list, result->not_taken->len, _ ("Left out, each with its reason"), NULL);
    }
}

static void
show_outcome (GtkWidget *list)
{
  FollowImportSession *session = get_session (list);
  FollowImportResult *result = follow_import_session_get_result (session);
  const GError *error = follow_import_session_get_error (session);

  clear (list);
  if (error != NULL)
    add_line (list, 0, error->message, NULL);
  else if (result == NULL)
    add_line (list, 0, _ ("Working it out…"), NULL);
  if (result == NULL)
    return;
  add_counts (list, result);
  if (!follow_import_session_has_news (session))
    add_line (list, 0, _ ("Everything in the file is in the register already."), NULL);
}

GtkWidget *
follow_import_outcome_new (FollowImportSession *session)
{
  GtkWidget *list = create_list (_ ("What will happen"));

  g_object_set_data_full (G_OBJECT (list), "follow-session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (session, "tried", G_CALLBACK (show_outcome), list, G_CONNECT_SWAPPED);
  show_outcome (list);
  return list;
}

static void
add_remark (GtkWidget *list, const char *icon, const char *place, const char *text, FollowImportPlace where)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = follow_wrapped_label_new (text, "small", NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (line, "compact-check");
  gtk_box_append (GTK_BOX (line), follow_icon_new (icon, NULL));
  if (place != NULL)
    {
      GtkWidget *badge = follow_label_new (place, "badge", "figures", NULL);

      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), badge);
    }
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), where.sheet != G_MAXUINT);
  g_object_set_data_full (G_OBJECT (row), "follow-place", g_memdup2 (&where, sizeof where), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_rest (GtkWidget *list, guint n_rows)
{
  g_autofree char *text = NULL;

  if (n_rows <= MAX_ROWS)
    return;
  text = g_strdup_printf (_ ("and %u more"), n_rows - MAX_ROWS);
  add_line (list, 0, text, NULL);
}

static void
show_remarks (GtkWidget *list)
{
  FollowImportResult *result = follow_import_session_get_result (get_session (list));

  clear (list);
  if (result == NULL || result->not_taken->len + result->problems->len == 0)
    add_line (list, 0, _ ("None."), NULL);
  if (result == NULL)
    return;
  for (guint i = 0; i < MIN (result->not_taken->len, MAX_ROWS); i++)
    {
      const FollowImportNotTaken *left = g_ptr_array_index (result->not_taken, i);

      add_remark (list, "list-remove-symbolic", left->range, left->reason,
                  (FollowImportPlace){ left->sheet_index, left->row, left->column });
    }
  add_rest (list, result->not_taken->len);
  for (guint i = 0; i < MIN (result->problems->len, MAX_ROWS); i++)
    {
      const FollowImportProblem *problem = g_ptr_array_index (result->problems, i);

      add_remark (list,
                  problem->severity == FOLLOW_SEVERITY_NOTE ? "dialog-information-symbolic"
                                                            : "dialog-warning-symbolic",
                  problem->cell, problem->message,
                  (FollowImportPlace){ problem->sheet_index, problem->row, problem->column });
    }
  add_rest (list, result->problems->len);
}

static void
remark_activated_cb (GtkListBox *list, GtkListBoxRow *row, FollowImportGrid *grid)
{
  const FollowImportPlace *place = g_object_get_data (G_OBJECT (row), "follow-place");

  if (place != NULL && place->sheet != G_MAXUINT)
    follow_import_grid_go_to (grid, place->sheet, place->row, place->column);
}

GtkWidget *
follow_import_remarks_new (FollowImportSession *session, FollowImportGrid *grid)
{
  GtkWidget *list = create_list (_ ("To look at and left out"));

  g_object_set_data_full (G_OBJECT (list), "follow-session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (remark_activated_cb), grid, 0);
  g_signal_connect_object (session, "tried", G_CALLBACK (show_remarks), list, G_CONNECT_SWAPPED);
  show_remarks (list);
  return list;
}
