/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-doubt-list.h"

#include <glib/gi18n.h>

#include "follow-import-choose.h"
#include "follow-import-columns.h"
#include "follow-widgets.h"

/* The rest is counted; it can be reached with F8. */
#define MAX_ROWS 200

typedef struct
{
  FollowImportSession *session; /* not owned: the list holds it */
  FollowImportGrid *grid;       /* not owned, likewise */
  GtkWidget *list;
} Doubts;

static void
answer_chosen_cb (GtkWidget *button, gint64 id, gpointer data)
{
  Doubts *self = data;
  const FollowImportDoubt *doubt = g_object_get_data (G_OBJECT (button), "follow-doubt");
  FollowImport *import = follow_import_session_get_import (self->session);

  if (id < 1 || id > doubt->answers->len)
    return;
  follow_import_decide (import, doubt->key, ((FollowImportAnswer *) doubt->answers->pdata[id - 1])->id);
  follow_import_session_touch (self->session);
}

static void
answer_clicked_cb (GtkWidget *button, Doubts *self)
{
  const FollowImportDoubt *doubt = g_object_get_data (G_OBJECT (button), "follow-doubt");
  g_autoptr (GListStore) items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  gint64 current = 0;

  for (guint i = 0; i < doubt->answers->len; i++)
    {
      const FollowImportAnswer *answer = g_ptr_array_index (doubt->answers, i);
      g_autoptr (FollowChoiceItem) item =
          follow_choice_item_new (i + 1, answer->label, i == 0 ? _ ("proposed") : NULL);

      g_list_store_append (items, item);
      if (g_strcmp0 (answer->id, doubt->answer) == 0)
        current = i + 1;
    }
  follow_import_choose (button, doubt->message, G_LIST_MODEL (items), current, answer_chosen_cb, self);
}

static GtkWidget *
create_answer (Doubts *self, const FollowImportDoubt *doubt)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = follow_wrapped_label_new (follow_import_doubt_get_answer_label (doubt), NULL);
  /* Translators: what is asked, and the answer that is taken */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), doubt->message, follow_import_doubt_get_answer_label (doubt));

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), follow_icon_new ("pan-down-symbolic", NULL));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "tag-add", NULL });
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, doubt->answers->len > 1);
  follow_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "follow-doubt", (gpointer) doubt);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  return button;
}

static char *
describe_more (const FollowImportDoubt *doubt)
{
  if (doubt->cells->len > 1)
    return g_strdup_printf (ngettext ("and in %u more cell", "and in %u more cells", doubt->cells->len - 1),
                            doubt->cells->len - 1);
  return doubt->said_by == FOLLOW_SAID_BEFORE ? g_strdup (_ ("as decided before")) : NULL;
}

static void
add_doubt (Doubts *self, const FollowImportDoubt *doubt)
{
  const FollowImportPlace *place = &g_array_index (doubt->cells, FollowImportPlace, 0);
  g_autofree char *cell = follow_import_columns_name_cell (place->row, place->column);
  g_autofree char *more = describe_more (doubt);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *badge = follow_label_new (cell, "badge", "figures", NULL);
  GtkWidget *message = follow_wrapped_label_new (doubt->message, "small", NULL);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), message);
  if (more != NULL)
    gtk_box_append (GTK_BOX (texts), follow_wrapped_label_new (more, "second", NULL));
  gtk_widget_add_css_class (line, "compact-check");
  gtk_box_append (GTK_BOX (line), badge);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), create_answer (self, doubt));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), "follow-place", g_memdup2 (place, sizeof *place), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_line (Doubts *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = follow_wrapped_label_new (text, "gap", "compact-check", NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear (Doubts *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

/* The row that has the focus, by its place; -1 for none. */
static int
find_focus (Doubts *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == self->list
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : -1;
}

static void
tried_cb (GtkWidget *list)
{
  Doubts *self = g_object_get_data (G_OBJECT (list), "follow-doubts");
  FollowImportResult *result = follow_import_session_get_result (self->session);
  int focus = gtk_widget_get_root (self->list) != NULL ? find_focus (self) : -1;
  GtkListBoxRow *row;

  clear (self);
  for (guint i = 0; result != NULL && i < MIN (result->doubts->len, MAX_ROWS); i++)
    add_doubt (self, g_ptr_array_index (result->doubts, i));
  if (result != NULL && result->doubts->len > MAX_ROWS)
    {
      g_autofree char *text = g_strdup_printf (_ ("and %u more"), result->doubts->len - MAX_ROWS);

      add_line (self, text);
    }
  if (result == NULL || result->doubts->len == 0)
    add_line (self, _ ("None."));
  if (focus >= 0 && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), focus)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Doubts *self)
{
  const FollowImportPlace *place = g_object_get_data (G_OBJECT (row), "follow-place");

  if (place != NULL)
    follow_import_grid_go_to (self->grid, place->sheet, place->row, place->column);
}

GtkWidget *
follow_import_doubt_list_new (FollowImportSession *session, FollowImportGrid *grid)
{
  Doubts *self = g_new0 (Doubts, 1);

  self->session = session;
  self->grid = grid;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  follow_accessible_name (self->list, _ ("Doubts"));
  g_object_set_data_full (G_OBJECT (self->list), "follow-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (self->list), "follow-doubts", self, g_free);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_object (session, "tried", G_CALLBACK (tried_cb), self->list, G_CONNECT_SWAPPED);
  return self->list;
}

char *
follow_import_doubt_list_describe (FollowImportSession *session)
{
  FollowImportResult *result = follow_import_session_get_result (session);

  if (result == NULL || result->doubts->len == 0)
    return g_strdup ("");
  return g_strdup_printf (
      ngettext ("%u, does not stop the import", "%u, none stops the import", result->doubts->len),
      result->doubts->len);
}
