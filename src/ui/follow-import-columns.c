/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-columns.h"

#include <glib/gi18n.h>

#include "follow-import-choose.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

/* How far down one looks for how wide a column is. */
#define ROWS_MEASURED 60

#define LEAST_WIDTH 76
#define MOST_WIDTH 250
#define CHARACTER_WIDTH 7

static guint
longest_line (const char *text)
{
  guint longest = 0;
  guint length = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      length = *c == '\n' ? 0 : length + 1;
      longest = MAX (longest, length);
    }
  return longest;
}

static const char *
get_meaning_label (const FollowImportSheet *view, guint column)
{
  return follow_import_meaning_get_label (&g_array_index (view->columns, FollowImportColumn, column).meaning);
}

/* Long texts take two lines; a title above the table says nothing of its column. */
static int
measure (FollowImportSession *session, const FollowImportSheet *view, guint sheet, guint column)
{
  FollowImport *import = follow_import_session_get_import (session);
  guint longest = column < view->columns->len ? g_utf8_strlen (get_meaning_label (view, column), -1) + 3 : 0;

  for (guint row = view->first_heading; row < MIN (view->rows->len, view->first_heading + ROWS_MEASURED);
       row++)
    {
      FollowImportRole role = g_array_index (view->rows, FollowImportRow, row).role;

      if (role == FOLLOW_ROLE_HEADINGS || role == FOLLOW_ROLE_RECORD || role == FOLLOW_ROLE_BLANK)
        longest = MAX (longest, longest_line (follow_import_get_text (import, sheet, row, column, NULL)));
    }
  return CLAMP ((int) (longest > 26 ? longest * 3 / 5 : longest) * CHARACTER_WIDTH + 22, LEAST_WIDTH,
                MOST_WIDTH);
}

static gboolean
holds_something (const FollowImportSheet *view, guint column)
{
  const GArray *cells = view->cells->cells;

  if (column < view->columns->len &&
      *g_array_index (view->columns, FollowImportColumn, column).heading != '\0')
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, FollowReadCell, i).column == column)
      return TRUE;
  return FALSE;
}

GArray *
follow_import_columns_measure (FollowImportSession *session, guint sheet)
{
  const FollowImportSheet *view = follow_import_get_sheet (follow_import_session_get_import (session), sheet);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (FollowImportShown));

  for (guint i = 0; i < view->cells->n_columns && shown->len < FOLLOW_IMPORT_MOST_COLUMNS; i++)
    {
      FollowImportShown column = { i, 0 };

      if (!holds_something (view, i))
        continue;
      column.width = measure (session, view, sheet, i);
      g_array_append_val (shown, column);
    }
  return shown;
}

char *
follow_import_columns_name (guint column)
{
  char letters[8];
  gsize i = sizeof letters - 1;

  letters[i] = '\0';
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--i] = 'A' + (rest - 1) % 26;
  return g_strdup (letters + i);
}

char *
follow_import_columns_name_cell (guint row, guint column)
{
  g_autofree char *name = follow_import_columns_name (column);

  return g_strdup_printf ("%s%u", name, row + 1);
}

typedef struct
{
  FollowImportSession *session;
  guint sheet;
  guint column;
  GtkWidget *label;
} Meaning;

static void
meaning_free (gpointer data)
{
  Meaning *meaning = data;

  g_object_unref (meaning->session);
  g_free (meaning);
}

static Meaning *
get_meaning (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "follow-meaning");
}

/* A field of another kind says which: “Area: wording”. */
static const char *
get_kind_label (const FollowImportMeaning *meaning, const FollowKind *own)
{
  return meaning->type == FOLLOW_MEANING_FIELD && meaning->kind != own ? follow_kind_get_label (meaning->kind)
                                                                       : NULL;
}

static void
meaning_chosen_cb (GtkWidget *button, gint64 id, gpointer data)
{
  Meaning *meaning = data;
  FollowImport *import = follow_import_session_get_import (meaning->session);
  g_autoptr (GArray) meanings = follow_import_list_meanings (import, meaning->sheet);

  if (id < 1 || id > meanings->len)
    return;
  follow_import_set_meaning (import, meaning->sheet, meaning->column,
                             g_array_index (meanings, FollowImportMeaning, id - 1));
  follow_import_session_touch (meaning->session);
}

static void
meaning_clicked_cb (GtkWidget *button)
{
  Meaning *meaning = get_meaning (button);
  FollowImport *import = follow_import_session_get_import (meaning->session);
  const FollowImportSheet *view = follow_import_get_sheet (import, meaning->sheet);
  const FollowImportMeaning *now =
      &g_array_index (view->columns, FollowImportColumn, meaning->column).meaning;
  g_autoptr (GArray) meanings = follow_import_list_meanings (import, meaning->sheet);
  g_autoptr (GListStore) items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  g_autofree char *letter = follow_import_columns_name (meaning->column);
  /* Translators: %s is a column’s letter */
  g_autofree char *name = g_strdup_printf (_ ("Column %s Means"), letter);
  gint64 current = 0;

  for (guint i = 0; i < meanings->len; i++)
    {
      const FollowImportMeaning *other = &g_array_index (meanings, FollowImportMeaning, i);
      g_autoptr (FollowChoiceItem) item = follow_choice_item_new (
          i + 1, follow_import_meaning_get_label (other), get_kind_label (other, view->kind));

      g_list_store_append (items, item);
      if (follow_import_meaning_equal (other, now))
        current = i + 1;
    }
  follow_import_choose (button, name, G_LIST_MODEL (items), current, meaning_chosen_cb, meaning);
}

static void
refresh_meaning (GtkWidget *button)
{
  Meaning *meaning = get_meaning (button);
  const FollowImportSheet *view =
      follow_import_get_sheet (follow_import_session_get_import (meaning->session), meaning->sheet);
  g_autofree char *letter = follow_import_columns_name (meaning->column);
  const FollowImportColumn *column;
  const char *label;
  g_autofree char *name = NULL;

  /* Without a table no column means anything. */
  gtk_widget_set_visible (button, meaning->column < view->columns->len);
  if (meaning->column >= view->columns->len)
    return;
  column = &g_array_index (view->columns, FollowImportColumn, meaning->column);
  label = follow_import_meaning_get_label (&column->meaning);
  /* Translators: a column’s letter and the field it means */
  name = g_strdup_printf (_ ("Column %s means %s"), letter, label);
  gtk_label_set_text (GTK_LABEL (meaning->label), label);
  gtk_widget_set_tooltip_text (button, name);
  follow_accessible_name (button, name);
  follow_accessible_description (button, column->heading);
  if (column->meaning.type >= FOLLOW_MEANING_FIELD)
    gtk_widget_remove_css_class (button, "unclaimed");
  else
    gtk_widget_add_css_class (button, "unclaimed");
}

static GtkWidget *
create_meaning (FollowImportSession *session, guint sheet, guint column)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Meaning *meaning = g_new0 (Meaning, 1);

  *meaning = (Meaning){ g_object_ref (session), sheet, column, follow_label_new (NULL, NULL) };
  g_object_set_data_full (G_OBJECT (button), "follow-meaning", meaning, meaning_free);
  gtk_label_set_ellipsize (GTK_LABEL (meaning->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (meaning->label, TRUE);
  gtk_box_append (GTK_BOX (line), meaning->label);
  gtk_box_append (GTK_BOX (line), follow_icon_new ("pan-down-symbolic", NULL));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "map-button");
  g_signal_connect (button, "clicked", G_CALLBACK (meaning_clicked_cb), NULL);
  refresh_meaning (button);
  return button;
}

static GtkWidget *
create_corner (int width)
{
  GtkWidget *corner = follow_label_new (NULL, "grid-head", NULL);

  follow_keep_width (corner, width);
  return corner;
}

GtkWidget *
follow_import_columns_header_new (FollowImportSession *session, guint sheet, const GArray *shown)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (header), create_corner (FOLLOW_IMPORT_ROLE_WIDTH));
  gtk_box_append (GTK_BOX (header), create_corner (FOLLOW_IMPORT_NUMBER_WIDTH));
  for (guint i = 0; i < shown->len; i++)
    {
      const FollowImportShown *column = &g_array_index (shown, FollowImportShown, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      g_autofree char *letter = follow_import_columns_name (column->column);
      GtkWidget *label = follow_label_new (letter, "grid-head", NULL);
      GtkWidget *button = create_meaning (session, sheet, column->column);

      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_add_css_class (holder, "grid-head");
      gtk_box_append (GTK_BOX (holder), button);
      gtk_label_set_xalign (GTK_LABEL (label), 0.5);
      gtk_box_append (GTK_BOX (box), holder);
      gtk_box_append (GTK_BOX (box), label);
      follow_keep_width (box, column->width);
      gtk_box_append (GTK_BOX (header), box);
    }
  return header;
}

/* Returns: (nullable): the button over the @index-th column */
static GtkWidget *
find_button (GtkWidget *header, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (header);

  for (guint i = 0; child != NULL && i < index + 2; i++)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? gtk_widget_get_first_child (gtk_widget_get_first_child (child)) : NULL;
}

void
follow_import_columns_header_refresh (GtkWidget *header)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_button (header, i)) != NULL; i++)
    refresh_meaning (button);
}

void
follow_import_columns_header_ask (GtkWidget *header, guint index)
{
  GtkWidget *button = find_button (header, index);

  if (button != NULL)
    gtk_widget_activate (button);
}
