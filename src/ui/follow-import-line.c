/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-line.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-import-choose.h"
#include "follow-text-scale.h"
#include "follow-widgets.h"

struct _FollowImportLine
{
  GtkWidget parent_instance;

  FollowImportSession *session;
  GArray *shown; /* of FollowImportShown */
  guint sheet;
  guint row;
  int current;
  gboolean shows_outcome;

  /* Children */
  GtkWidget *role;
  GtkWidget *number;
  GtkWidget *span; /* in the place of the cells where one text goes over all of them */
  GPtrArray *cells;
};

enum
{
  CELL_PRESSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowImportLine, follow_import_line, GTK_TYPE_WIDGET)

static const FollowImportSheet *
get_view (FollowImportLine *self)
{
  return follow_import_get_sheet (follow_import_session_get_import (self->session), self->sheet);
}

static const FollowImportRow *
get_facts (FollowImportLine *self)
{
  return &g_array_index (get_view (self)->rows, FollowImportRow, self->row);
}

/* What a person can take a row for, in the order to offer it. */
static const FollowImportRole roles[] = {
  FOLLOW_ROLE_RECORD, FOLLOW_ROLE_CONTINUED, FOLLOW_ROLE_AREA,  FOLLOW_ROLE_ORIGIN,     FOLLOW_ROLE_MEETING,
  FOLLOW_ROLE_TITLE,  FOLLOW_ROLE_HEADINGS,  FOLLOW_ROLE_TOTAL, FOLLOW_ROLE_COLOUR_KEY, FOLLOW_ROLE_LEFT_OUT,
};

/* The headings are where the table is found by; the other roles follow from there. */
static void
set_headings (FollowImportLine *self, FollowImport *import)
{
  const FollowImportSheet *view = get_view (self);
  gboolean second = view->n_headings == 1 && self->row == view->first_heading + 1;

  if (second)
    follow_import_set_headings (import, self->sheet, view->first_heading, 2);
  else
    follow_import_set_headings (import, self->sheet, self->row, 1);
}

static void
role_chosen_cb (GtkWidget *at, gint64 id, gpointer data)
{
  FollowImportLine *self = FOLLOW_IMPORT_LINE (data);
  FollowImport *import = follow_import_session_get_import (self->session);

  if (id == FOLLOW_ROLE_HEADINGS)
    set_headings (self, import);
  else
    follow_import_set_role (import, self->sheet, self->row, id);
  follow_import_session_touch (self->session);
}

void
follow_import_line_ask (FollowImportLine *self)
{
  g_autoptr (GListStore) items = g_list_store_new (FOLLOW_TYPE_CHOICE_ITEM);
  /* Translators: %u is the number of a row */
  g_autofree char *name = g_strdup_printf (_ ("Row %u Is"), self->row + 1);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (FollowChoiceItem) item = follow_choice_item_new (
          roles[i], follow_import_role_get_label (roles[i], get_view (self)->kind), NULL);

      g_list_store_append (items, item);
    }
  follow_import_choose (self->role, name, G_LIST_MODEL (items), get_facts (self)->role, role_chosen_cb, self);
}

static const char *
get_role_class (FollowImportRole role)
{
  switch (role)
    {
    case FOLLOW_ROLE_TITLE:
      return "grid-title";
    case FOLLOW_ROLE_KEYS:
    case FOLLOW_ROLE_HEADINGS:
      return "grid-headrow";
    case FOLLOW_ROLE_AREA:
    case FOLLOW_ROLE_MEETING:
      return "grid-section";
    case FOLLOW_ROLE_ORIGIN:
      return "grid-origin";
    case FOLLOW_ROLE_NONE:
    case FOLLOW_ROLE_TOTAL:
    case FOLLOW_ROLE_COLOUR_KEY:
    case FOLLOW_ROLE_LEFT_OUT:
      return "grid-left";
    case FOLLOW_ROLE_BLANK:
    case FOLLOW_ROLE_RECORD:
    case FOLLOW_ROLE_CONTINUED:
    default:
      return NULL;
    }
}

/* Returns: (nullable): the row's only text, when nothing stands beside it */
static const char *
get_only_text (FollowImportLine *self)
{
  FollowImport *import = follow_import_session_get_import (self->session);
  const char *only = NULL;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const char *text = follow_import_get_text (
          import, self->sheet, self->row, g_array_index (self->shown, FollowImportShown, i).column, NULL);

      if (*text == '\0' || g_strcmp0 (text, only) == 0) /* a merged cell says the same all along */
        continue;
      if (only != NULL)
        return NULL;
      only = text;
    }
  return only;
}

static gboolean
goes_over_all (FollowImportRole role)
{
  return role == FOLLOW_ROLE_TITLE || role == FOLLOW_ROLE_AREA || role == FOLLOW_ROLE_ORIGIN ||
         role == FOLLOW_ROLE_MEETING || role == FOLLOW_ROLE_COLOUR_KEY;
}

static const char *
get_outcome (const FollowImportRowResult *result)
{
  if (result == NULL)
    return NULL;
  switch (result->outcome)
    {
    case FOLLOW_IMPORT_NEW:
      return _ ("New");
    case FOLLOW_IMPORT_CHANGED:
      return _ ("Changed");
    case FOLLOW_IMPORT_UNCHANGED:
    default:
      return _ ("Unchanged");
    }
}

static void
show_role (FollowImportLine *self)
{
  const FollowImportRow *facts = get_facts (self);
  FollowImportResult *result = follow_import_session_get_result (self->session);
  const char *outcome = self->shows_outcome && result != NULL
                            ? get_outcome (follow_import_result_find_row (result, self->sheet, self->row))
                            : NULL;
  const char *label =
      outcome != NULL ? outcome : follow_import_role_get_label (facts->role, get_view (self)->kind);
  g_autofree char *number = g_strdup_printf ("%u", self->row + 1);
  /* Translators: the number of a row, and what it is */
  g_autofree char *name = g_strdup_printf (_ ("Row %u: %s"), self->row + 1, label);

  gtk_button_set_label (GTK_BUTTON (self->role), label);
  gtk_widget_set_tooltip_text (self->role, facts->hidden ? _ ("This row is hidden in the file") : NULL);
  follow_accessible_name (self->role, name);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_set_css_classes (self->number, facts->hidden
                                                ? (const char *[]){ "grid-head", "figures", "gap", NULL }
                                                : (const char *[]){ "grid-head", "figures", NULL });
}

static const FollowImportDoubt *
find_doubt (FollowImportLine *self, guint column)
{
  FollowImportResult *result = follow_import_session_get_result (self->session);

  return result != NULL ? follow_import_result_find_doubt (result, self->sheet, self->row, column) : NULL;
}

static gboolean
is_left_out (FollowImportLine *self, guint column)
{
  FollowImportResult *result = follow_import_session_get_result (self->session);

  return result != NULL &&
         follow_import_result_get_fate (result, self->sheet, self->row, column) == FOLLOW_FATE_NOT_TAKEN;
}

/* A colour without a word is shown as a square of it. */
static char *
show_colour (const FollowImportDoubt *doubt, PangoAttrList *looks)
{
  PangoAttribute *colour = pango_attr_foreground_new (
      (doubt->colour >> 16 & 0xff) * 257, (doubt->colour >> 8 & 0xff) * 257, (doubt->colour & 0xff) * 257);

  colour->start_index = 0;
  colour->end_index = strlen ("■");
  pango_attr_list_insert (looks, colour);
  /* Translators: stands in a cell that has a fill colour and no text, after a square of the colour */
  return g_strdup_printf ("■ %s", _ ("colour"));
}

static void
show_cell (FollowImportLine *self, GtkWidget *cell, guint column, const char *role_class)
{
  gboolean filled_down = FALSE;
  const char *text = follow_import_get_text (follow_import_session_get_import (self->session), self->sheet,
                                             self->row, column, &filled_down);
  const FollowReadCell *read = follow_read_sheet_cell (get_view (self)->cells, self->row, column);
  const FollowImportDoubt *doubt = find_doubt (self, column);
  g_autoptr (PangoAttrList) looks = pango_attr_list_new ();
  g_autofree char *shown = NULL;
  const char *classes[] = { "grid-cell", role_class, NULL, NULL, NULL, NULL };
  guint n = role_class != NULL ? 2 : 1;

  if (read != NULL && read->struck == FOLLOW_READ_STRUCK)
    pango_attr_list_insert (looks, pango_attr_strikethrough_new (TRUE));
  if (*text == '\0' && doubt != NULL && doubt->type == FOLLOW_DOUBT_COLOUR)
    shown = show_colour (doubt, looks);
  else
    shown = filled_down ? g_strdup_printf ("↑ %s", text) : g_strdup (text);
  if (filled_down || (*text == '\0' && *shown != '\0'))
    classes[n++] = "gap";
  if (doubt != NULL)
    classes[n++] = "grid-doubt";
  else if (role_class == NULL && is_left_out (self, column))
    classes[n++] = "grid-left";
  gtk_widget_set_css_classes (cell, classes);
  gtk_label_set_text (GTK_LABEL (cell), shown);
  gtk_label_set_attributes (GTK_LABEL (cell), looks);
  gtk_widget_set_tooltip_text (cell, doubt != NULL ? doubt->message : NULL);
}

static void
show_current (FollowImportLine *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      if ((int) i == self->current)
        gtk_widget_add_css_class (self->cells->pdata[i], "grid-current");
      else
        gtk_widget_remove_css_class (self->cells->pdata[i], "grid-current");
    }
  if (self->current == -1)
    gtk_widget_add_css_class (self->role, "grid-current");
  else
    gtk_widget_remove_css_class (self->role, "grid-current");
}

void
follow_import_line_show (FollowImportLine *self, guint row)
{
  const FollowImportSheet *view = get_view (self);
  const char *role_class;
  const char *only = NULL;

  self->row = row;
  if (row >= view->rows->len)
    return;
  role_class = get_role_class (get_facts (self)->role);
  if (goes_over_all (get_facts (self)->role))
    only = get_only_text (self);
  show_role (self);
  gtk_widget_set_visible (self->span, only != NULL);
  gtk_label_set_text (GTK_LABEL (self->span), only != NULL ? only : "");
  gtk_widget_set_css_classes (self->span, (const char *[]){ "grid-cell", role_class, NULL });
  for (guint i = 0; i < self->cells->len; i++)
    {
      gtk_widget_set_visible (self->cells->pdata[i], only == NULL);
      if (only == NULL)
        show_cell (self, self->cells->pdata[i], g_array_index (self->shown, FollowImportShown, i).column,
                   role_class);
    }
  show_current (self);
}

guint
follow_import_line_get_row (FollowImportLine *self)
{
  return self->row;
}

void
follow_import_line_set_current (FollowImportLine *self, int index)
{
  self->current = index;
  show_current (self);
}

void
follow_import_line_set_shows_outcome (FollowImportLine *self, gboolean shows_outcome)
{
  self->shows_outcome = shows_outcome;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FollowImportLine *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint index;

  if (g_ptr_array_find (self->cells, cell, &index))
    g_signal_emit (self, signals[CELL_PRESSED], 0, self->row, index);
}

/* The columns' widths are the sheet's, whatever stands in them, so that cells stand below each other and no text is
 * asked how wide it would like to be. */
static int
get_width (FollowImportLine *self, int index)
{
  int width = index == -2   ? FOLLOW_IMPORT_ROLE_WIDTH
              : index == -1 ? FOLLOW_IMPORT_NUMBER_WIDTH
                            : g_array_index (self->shown, FollowImportShown, index).width;

  return follow_px (GTK_WIDGET (self), width);
}

static GtkSizeRequestMode
follow_import_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_whole_width (FollowImportLine *self)
{
  int width = 0;

  for (int i = -2; i < (int) self->cells->len; i++)
    width += get_width (self, i);
  return width;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
get_height (FollowImportLine *self)
{
  int height = measure_height (self->role, get_width (self, -2));

  if (gtk_widget_get_visible (self->span))
    return MAX (height, measure_height (self->span, -1));
  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, measure_height (self->cells->pdata[i], get_width (self, i)));
  return height;
}

static void
follow_import_line_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FollowImportLine *self = FOLLOW_IMPORT_LINE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? get_whole_width (self) : get_height (self);
  *natural = *minimum;
}

static void
allocate (GtkWidget *child, int x, int width, int height)
{
  int least;

  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, MAX (width, least), height }, -1);
}

static void
follow_import_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FollowImportLine *self = FOLLOW_IMPORT_LINE (widget);
  int x = get_width (self, -2);

  allocate (self->role, 0, x, height);
  allocate (self->number, x, get_width (self, -1), height);
  x += get_width (self, -1);
  allocate (self->span, x, width - x, height);
  for (guint i = 0; i < self->cells->len; i++)
    {
      allocate (self->cells->pdata[i], x, get_width (self, i), height);
      x += get_width (self, i);
    }
}

static void
follow_import_line_dispose (GObject *object)
{
  FollowImportLine *self = FOLLOW_IMPORT_LINE (object);

  follow_clear_children (GTK_WIDGET (self));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (follow_import_line_parent_class)->dispose (object);
}

static void
follow_import_line_class_init (FollowImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_import_line_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = follow_import_line_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = follow_import_line_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = follow_import_line_size_allocate;
  signals[CELL_PRESSED] = g_signal_new ("cell-pressed", FOLLOW_TYPE_IMPORT_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
follow_import_line_init (FollowImportLine *self)
{
  self->current = -2;
  self->cells = g_ptr_array_new ();
  self->role = gtk_button_new_with_label ("");
  /* F2 in the sheet does the same. Its popover takes the focus all the same. */
  gtk_widget_set_focusable (self->role, FALSE);
  gtk_widget_set_css_classes (self->role, (const char *[]){ "grid-head", "grid-role", NULL });
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->role))), 0);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->role))), PANGO_ELLIPSIZE_END);
  g_signal_connect_swapped (self->role, "clicked", G_CALLBACK (follow_import_line_ask), self);
  self->number = follow_label_new (NULL, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_label_set_yalign (GTK_LABEL (self->number), 0.5);
  self->span = follow_label_new (NULL, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->span), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->span, TRUE);
  gtk_widget_set_parent (self->role, GTK_WIDGET (self));
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (self->span, GTK_WIDGET (self));
}

static GtkWidget *
create_cell (FollowImportLine *self)
{
  GtkWidget *cell = follow_wrapped_label_new (NULL, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_yalign (GTK_LABEL (cell), 0);
  gtk_label_set_lines (GTK_LABEL (cell), 2);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell),
                                 6); /* less than the ellipsis needs makes GTK 4.8 complain */
  follow_label_reveal (GTK_LABEL (cell));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

GtkWidget *
follow_import_line_new (FollowImportSession *session, guint sheet, GArray *shown)
{
  FollowImportLine *self = g_object_new (FOLLOW_TYPE_IMPORT_LINE, NULL);

  self->session = g_object_ref (session);
  self->sheet = sheet;
  self->shown = g_array_ref (shown);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (self->cells, create_cell (self));
  return GTK_WIDGET (self);
}
