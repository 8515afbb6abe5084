/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-cell.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-pill.h"
#include "follow-widgets.h"

struct _FollowCell
{
  GtkBox parent_instance;

  FollowRegister *reg; /* not owned: the table outlives its cells */
  FollowColumn column;
  FollowRecord *record;
  gulong notify_id;

  GtkWidget *first; /* a label or a pill */
  GtkWidget *line;  /* of the second field, made when it is needed */
  GtkWidget *icon;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (FollowCell, follow_cell, GTK_TYPE_BOX)

static gboolean
is_pill (const FollowField *field)
{
  return g_str_equal (field->name, "status") || g_str_equal (field->name, "impact");
}

char *
follow_cell_describe_due (FollowRegister *reg, FollowRecord *action, const char **icon, const char **style)
{
  const char *state = follow_record_get_text (action, "due_state");
  const char *due = follow_record_get_text (action, "due");
  const char *today = follow_register_get_today (reg);
  gboolean late = g_strcmp0 (state, "overdue") == 0;
  gboolean soon = g_strcmp0 (state, "due_soon") == 0;

  if (icon != NULL)
    *icon = late ? "follow-overdue-symbolic" : soon ? "follow-due-soon-symbolic" : NULL;
  if (style != NULL)
    *style = late ? "late" : soon ? "soon" : NULL;
  if (late || soon)
    return follow_date_describe_distance (due, today);
  if (due != NULL)
    return follow_date_format_short (due);
  if (follow_record_get (action, "timescale") == NULL)
    return NULL;
  if (follow_timescale_get_recurs (follow_value_get_timescale (follow_record_get (action, "timescale"))) !=
      FOLLOW_RECURS_NEVER)
    return g_strdup (_ ("Comes round again"));
  if (style != NULL)
    *style = "gap";
  return g_strdup (_ ("Not a date"));
}

static void
set_style (GtkWidget *widget, const char *style)
{
  static const char *const styles[] = { "late", "soon", "gap" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (widget, styles[i]);
    else
      gtk_widget_remove_css_class (widget, styles[i]);
}

static const char *
get_separator (const FollowField *field)
{
  return g_str_equal (field->name, "agencies") ? " · " : "; ";
}

/* What a person reads in place of a value that is missing; NULL where a dash says enough. */
static char *
describe_gap (FollowCell *self, const FollowField *field)
{
  const FollowField *written_field;
  const char *written;

  if (g_str_equal (field->name, "timescale"))
    return g_strdup (follow_record_get (self->record, "due") != NULL ? _ ("As milestones")
                                                                     : _ ("No timescale"));
  if (!g_str_equal (field->name, "leads"))
    return NULL;
  written_field = follow_kind_find_field (follow_record_get_kind (self->record), "lead_as_written");
  written = written_field != NULL ? follow_record_get_text (self->record, "lead_as_written") : NULL;
  return g_strdup (written != NULL ? written : _ ("No lead"));
}

static char *
format_field (FollowCell *self, const FollowField *field)
{
  const FollowValue *value = follow_record_get (self->record, field->name);

  if (self->column.number_only)
    return g_strdup (follow_register_get_number (self->reg, follow_value_get_integer (value)));
  return follow_register_format (self->reg, field, value, get_separator (field));
}

static void
show_first (FollowCell *self)
{
  const FollowField *field = self->column.field;
  const FollowValue *value = follow_record_get (self->record, field->name);
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;
  gboolean gap = FALSE;

  if (is_pill (field))
    {
      const char *id = follow_value_get_text (value);

      follow_pill_set_choice (FOLLOW_PILL (self->first), field->name, id,
                              id != NULL ? follow_field_get_choice_label (field, id) : "—");
      return;
    }
  text = format_field (self, field);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      text = describe_gap (self, field);
      gap = TRUE;
    }
  set_style (self->first, gap ? "gap" : NULL);
  gtk_label_set_label (GTK_LABEL (self->first), text != NULL ? text : "—");
  if (self->column.number_only && value != NULL)
    full = follow_register_format (self->reg, field, value, "; ");
  gtk_widget_set_tooltip_text (self->first, full != NULL ? full : gap ? NULL : text);
  if (full != NULL)
    follow_accessible_name (self->first, full);
}

static void
make_line (FollowCell *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->icon = follow_icon_new (NULL, NULL);
  self->second = follow_label_new (NULL, "second", "figures", NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 12);
  gtk_label_set_ellipsize (GTK_LABEL (self->second), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->line), self->icon);
  gtk_box_append (GTK_BOX (self->line), self->second);
  gtk_box_append (GTK_BOX (self), self->line);
}

static void
show_second (FollowCell *self)
{
  const FollowField *field = self->column.second;
  const char *icon = NULL;
  const char *style = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (field->name, "due_state"))
    text = follow_cell_describe_due (self->reg, self->record, &icon, &style);
  else
    text = follow_register_format (self->reg, field, follow_record_get (self->record, field->name),
                                   get_separator (field));
  if (text == NULL && g_str_equal (field->name, "last_progress"))
    {
      text = g_strdup (_ ("No note yet"));
      style = "gap";
    }
  if (text == NULL && self->line == NULL)
    return;
  if (self->line == NULL)
    make_line (self);
  gtk_widget_set_visible (self->line, text != NULL);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  set_style (self->icon, style);
  set_style (self->second, style);
  gtk_label_set_label (GTK_LABEL (self->second), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->second, text);
}

static void
show_record (FollowCell *self)
{
  show_first (self);
  if (self->column.second != NULL)
    show_second (self);
}

static void
record_notify_cb (FollowCell *self)
{
  show_record (self);
}

static void
follow_cell_dispose (GObject *object)
{
  FollowCell *self = FOLLOW_CELL (object);

  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (follow_cell_parent_class)->dispose (object);
}

static void
follow_cell_class_init (FollowCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_cell_dispose;
}

static void
follow_cell_init (FollowCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 1);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static GtkWidget *
make_first (const FollowColumn *column)
{
  gboolean quantity =
      column->field->type == FOLLOW_FIELD_INTEGER || column->field->type == FOLLOW_FIELD_NUMBER;
  GtkWidget *label;

  if (is_pill (column->field))
    return follow_pill_new (NULL, "", "grey");
  if (column->second != NULL)
    {
      label = follow_label_new (NULL, "figures", NULL);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  else if (quantity || column->field->type == FOLLOW_FIELD_DATE || column->number_only ||
           g_str_equal (column->field->name, "number"))
    label = follow_label_new (NULL, "figures", NULL); /* short, and never to be cut */
  else
    {
      label = follow_wrapped_label_new (NULL, NULL);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_yalign (GTK_LABEL (label), 0.0);
    }
  if (g_str_equal (column->field->name, "number"))
    gtk_widget_add_css_class (label, "dim-label");
  if (g_str_equal (column->field->name, "section") && !column->number_only)
    gtk_widget_add_css_class (label, "second");
  if (quantity)
    gtk_label_set_xalign (GTK_LABEL (label), 1.0);
  return label;
}

GtkWidget *
follow_cell_new (FollowRegister *reg, const FollowColumn *column)
{
  FollowCell *self = g_object_new (FOLLOW_TYPE_CELL, NULL);

  self->reg = reg;
  self->column = *column;
  self->first = make_first (column);
  gtk_box_append (GTK_BOX (self), self->first);
  return GTK_WIDGET (self);
}

void
follow_cell_set_record (FollowCell *self, FollowRecord *record)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  self->notify_id = g_signal_connect_swapped (record, "notify", G_CALLBACK (record_notify_cb), self);
  show_record (self);
}
