/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-stages.h"

#include <glib/gi18n.h>

#include "follow-widgets.h"

struct _FollowImportStages
{
  GtkWidget parent_instance;

  FollowImportSession *session;
  FollowImportStep step;
  guint sheet;
  gboolean filling;

  /* Children */
  GtkWidget *box;
  GtkWidget *steps;
  GtkWidget *sheets;
};

enum
{
  STEP_CHOSEN,
  SHEET_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowImportStages, follow_import_stages, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *question;
  const char *hint;
} texts[FOLLOW_N_STEPS] = {
  [FOLLOW_STEP_FILE] = { N_ ("File and sheets"), N_ ("Which sheets are to be taken?"),
                         N_ ("Tick them at the left. Nothing is written before the last step.") },
  [FOLLOW_STEP_TABLE] = { N_ ("Where the table is"), N_ ("What is each row?"),
                          N_ ("This is what was found by looking. What is wrong can be changed: choose it "
                              "beside "
                              "the row.") },
  [FOLLOW_STEP_HEADINGS] = { N_ ("What headings mean"), N_ ("What does each heading mean?"),
                             N_ ("Choose a field above each column. What nothing claims is kept as a "
                                 "note.") },
  [FOLLOW_STEP_VALUES] = { N_ ("What values mean"), N_ ("What do these values mean?"),
                           N_ ("Each is decided once for all its cells, and remembered for the next file.") },
  [FOLLOW_STEP_OUTCOME] = { N_ ("What will happen"), N_ ("Is this what should happen?"),
                            N_ ("All of it is written in one step, which Ctrl+Z takes back, or nothing.") },
};

const char *
follow_import_step_get_title (FollowImportStep step)
{
  return _ (texts[step].title);
}

const char *
follow_import_step_get_question (FollowImportStep step)
{
  return _ (texts[step].question);
}

const char *
follow_import_step_get_hint (FollowImportStep step)
{
  return _ (texts[step].hint);
}

static char *
describe_sheets (FollowImport *import)
{
  guint n = follow_import_get_n_sheets (import);
  guint n_chosen = 0;

  for (guint i = 0; i < n; i++)
    n_chosen += follow_import_get_sheet (import, i)->chosen ? 1 : 0;
  return g_strdup_printf (ngettext ("%u of %u sheet", "%u of %u sheets", n), n_chosen, n);
}

static char *
describe_table (const FollowImportSheet *view)
{
  if (view->kind == NULL)
    return g_strdup (_ ("No table found"));
  return g_strdup_printf (_ ("Headings in row %u, %u records"), view->first_heading + 1, view->n_records);
}

static char *
describe_headings (const FollowImportSheet *view)
{
  guint n = 0;
  guint n_matched = 0;

  for (guint i = 0; view->kind != NULL && i < view->columns->len; i++)
    {
      const FollowImportColumn *column = &g_array_index (view->columns, FollowImportColumn, i);

      if (*column->heading == '\0')
        continue;
      n++;
      n_matched += column->meaning.type >= FOLLOW_MEANING_FIELD;
    }
  return g_strdup_printf (_ ("%u of %u matched"), n_matched, n);
}

static guint
count_open (FollowImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->doubts->len; i++)
    {
      const FollowImportDoubt *doubt = g_ptr_array_index (result->doubts, i);

      n += doubt->said_by == FOLLOW_SAID_BY_NOBODY || doubt->said_by == FOLLOW_SAID_BY_LOOKING;
    }
  return n;
}

static char *
describe_step (FollowImportStages *self, FollowImportStep step)
{
  FollowImport *import = follow_import_session_get_import (self->session);
  FollowImportResult *result = follow_import_session_get_result (self->session);

  switch (step)
    {
    case FOLLOW_STEP_FILE:
      return describe_sheets (import);
    case FOLLOW_STEP_TABLE:
      return describe_table (follow_import_get_sheet (import, self->sheet));
    case FOLLOW_STEP_HEADINGS:
      return describe_headings (follow_import_get_sheet (import, self->sheet));
    case FOLLOW_STEP_VALUES:
      if (result == NULL)
        return g_strdup ("");
      if (count_open (result) == 0)
        return g_strdup (_ ("Nothing to decide"));
      return g_strdup_printf (_ ("%u to decide"), count_open (result));
    case FOLLOW_STEP_OUTCOME:
    case FOLLOW_N_STEPS:
    default:
      return g_strdup ("");
    }
}

static GtkWidget *
create_number (FollowImportStep step, FollowImportStep now)
{
  g_autofree char *number = g_strdup_printf ("%u", step + 1);
  GtkWidget *widget = step < now ? follow_icon_new ("object-select-symbolic", "step-no", NULL)
                                 : follow_label_new (number, "step-no", NULL);

  if (GTK_IS_LABEL (widget))
    gtk_label_set_xalign (GTK_LABEL (widget), 0.5);
  if (step == now)
    gtk_widget_add_css_class (widget, "current");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  return widget;
}

static void
show_step (FollowImportStages *self, FollowImportStep step)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->steps), step);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = follow_wrapped_label_new (follow_import_step_get_title (step),
                                               step == self->step ? "strong" : NULL, NULL);
  g_autofree char *facts = describe_step (self, step);
  /* Translators: the number of a step, what it is called, what was found */
  g_autofree char *name =
      g_strdup_printf (_ ("Step %u: %s, %s"), step + 1, follow_import_step_get_title (step), facts);

  gtk_box_append (GTK_BOX (words), title);
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (words), follow_wrapped_label_new (facts, "second", NULL));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (line, 3);
  gtk_widget_set_margin_bottom (line, 3);
  gtk_box_append (GTK_BOX (line), create_number (step, self->step));
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (row, line);
  follow_accessible_name (GTK_WIDGET (row), name);
}

static const char *
describe_state (const FollowImportSheet *view)
{
  switch (view->state)
    {
    case FOLLOW_SHEET_EMPTY:
      return view->hidden ? _ ("hidden, empty") : _ ("empty");
    case FOLLOW_SHEET_REPEATS:
      return _ ("the same rows as another sheet");
    case FOLLOW_SHEET_NO_TABLE:
      return view->hidden ? _ ("hidden, no table found") : _ ("no table found");
    case FOLLOW_SHEET_TABLE:
    default:
      return NULL;
    }
}

static char *
describe_sheet (const FollowImportSheet *view)
{
  const char *state = describe_state (view);

  if (state != NULL)
    return g_strdup (state);
  /* Translators: how many records a sheet holds */
  return g_strdup_printf (view->hidden ? ngettext ("hidden, %u record", "hidden, %u records", view->n_records)
                                       : ngettext ("%u record", "%u records", view->n_records),
                          view->n_records);
}

static void
sheet_toggled_cb (GtkCheckButton *check, FollowImportStages *self)
{
  guint sheet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "follow-sheet"));

  if (self->filling)
    return;
  follow_import_choose_sheet (follow_import_session_get_import (self->session), sheet,
                              gtk_check_button_get_active (check));
  follow_import_session_touch (self->session);
}

static void
add_sheet (FollowImportStages *self, guint sheet)
{
  const FollowImportSheet *view =
      follow_import_get_sheet (follow_import_session_get_import (self->session), sheet);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *facts = describe_sheet (view);
  /* Translators: the name of a sheet */
  g_autofree char *name = g_strdup_printf (_ ("Take the sheet %s"), view->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), view->chosen);
  gtk_widget_set_sensitive (check, view->kind != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "follow-sheet", GUINT_TO_POINTER (sheet));
  follow_accessible_name (check, name);
  g_signal_connect (check, "toggled", G_CALLBACK (sheet_toggled_cb), self);
  gtk_box_append (GTK_BOX (words), follow_wrapped_label_new (view->name, NULL));
  gtk_box_append (GTK_BOX (words), follow_wrapped_label_new (facts, "second", NULL));
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_append (GTK_LIST_BOX (self->sheets), line);
  follow_accessible_name (gtk_widget_get_parent (line), view->name);
}

static void
fill_sheets (FollowImportStages *self)
{
  guint n = follow_import_get_n_sheets (follow_import_session_get_import (self->session));
  GtkWidget *row;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (self->sheets)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->sheets), row);
  for (guint i = 0; i < n; i++)
    add_sheet (self, i);
  gtk_list_box_select_row (GTK_LIST_BOX (self->sheets),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sheets), self->sheet));
  self->filling = FALSE;
}

/* The rows stay, so that the focus does; only what they say is made anew. */
static void
refresh (FollowImportStages *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->sheets);
  guint n = follow_import_get_n_sheets (follow_import_session_get_import (self->session));

  for (guint i = 0; i < FOLLOW_N_STEPS; i++)
    show_step (self, i);
  self->filling = TRUE;
  for (guint i = 0; i < n && row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    {
      const FollowImportSheet *view =
          follow_import_get_sheet (follow_import_session_get_import (self->session), i);
      GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
      GtkWidget *facts = gtk_widget_get_last_child (gtk_widget_get_next_sibling (check));
      g_autofree char *text = describe_sheet (view);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), view->chosen);
      gtk_widget_set_sensitive (check, view->kind != NULL);
      gtk_label_set_text (GTK_LABEL (facts), text);
    }
  self->filling = FALSE;
}

static void
step_selected_cb (GtkListBox *list, GtkListBoxRow *row, FollowImportStages *self)
{
  if (row != NULL && !self->filling && gtk_list_box_row_get_index (row) != (int) self->step)
    g_signal_emit (self, signals[STEP_CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
sheet_selected_cb (GtkListBox *list, GtkListBoxRow *row, FollowImportStages *self)
{
  if (row != NULL && !self->filling && gtk_list_box_row_get_index (row) != (int) self->sheet)
    g_signal_emit (self, signals[SHEET_CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
follow_import_stages_dispose (GObject *object)
{
  FollowImportStages *self = FOLLOW_IMPORT_STAGES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (follow_import_stages_parent_class)->dispose (object);
}

static void
follow_import_stages_class_init (FollowImportStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_import_stages_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[STEP_CHOSEN] = g_signal_new ("step-chosen", FOLLOW_TYPE_IMPORT_STAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHEET_CHOSEN] = g_signal_new ("sheet-chosen", FOLLOW_TYPE_IMPORT_STAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_css_classes (list, (const char *[]){ "navigation-sidebar", "agenda", NULL });
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  follow_accessible_name (list, name);
  return list;
}

static void
follow_import_stages_init (FollowImportStages *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->steps = create_list (_ ("Steps"));
  self->sheets = create_list (_ ("Sheets"));
  self->filling = TRUE;
  for (guint i = 0; i < FOLLOW_N_STEPS; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->steps), gtk_list_box_row_new ());
  self->filling = FALSE;
  gtk_widget_set_margin_top (self->steps, 12);
  gtk_widget_set_margin_top (separator, 12);
  gtk_widget_set_margin_bottom (separator, 6);
  gtk_widget_set_margin_start (separator, 15);
  gtk_widget_set_margin_end (separator, 15);
  gtk_box_append (GTK_BOX (self->box), self->steps);
  gtk_box_append (GTK_BOX (self->box), separator);
  gtk_box_append (GTK_BOX (self->box), follow_label_new (_ ("Sheets"), "places-heading", NULL));
  gtk_box_append (GTK_BOX (self->box), self->sheets);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self->steps, "row-selected", G_CALLBACK (step_selected_cb), self);
  g_signal_connect (self->sheets, "row-selected", G_CALLBACK (sheet_selected_cb), self);
}

GtkWidget *
follow_import_stages_new (FollowImportSession *session)
{
  FollowImportStages *self = g_object_new (FOLLOW_TYPE_IMPORT_STAGES, NULL);

  self->session = g_object_ref (session);
  fill_sheets (self);
  refresh (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "tried", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
follow_import_stages_set_step (FollowImportStages *self, FollowImportStep step)
{
  self->step = step;
  gtk_list_box_select_row (GTK_LIST_BOX (self->steps),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->steps), step));
  refresh (self);
}

void
follow_import_stages_set_sheet (FollowImportStages *self, guint sheet)
{
  self->sheet = sheet;
  self->filling = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->sheets),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->sheets), sheet));
  self->filling = FALSE;
  refresh (self);
}
