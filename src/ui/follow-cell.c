/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-cell.h"

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-cell-private.h"
#include "follow-status.h"
#include "follow-widgets.h"

G_DEFINE_FINAL_TYPE (FollowCell, follow_cell, GTK_TYPE_WIDGET)

static gboolean
is_pill (const FollowField *field)
{
  return g_str_equal (field->name, "status") || g_str_equal (field->name, "impact");
}

/* When something is due that is neither overdue nor due soon. */
static char *
describe_later (FollowTimescale *timescale, const char *due, gboolean is_done)
{
  FollowRecurs recurs = timescale != NULL ? follow_timescale_get_recurs (timescale) : FOLLOW_RECURS_NEVER;
  const char *first = timescale != NULL ? follow_timescale_get_first (timescale) : NULL;
  g_autofree char *date = follow_date_format_short (due != NULL ? due : first);

  if (due != NULL && !is_done && follow_recurs_get_months (recurs) > 0)
    /* Translators: when what comes round is due next: "Next 31 Mar 2027" */
    return g_strdup_printf (_ ("Next %s"), date);
  if (due != NULL)
    return g_steal_pointer (&date);
  if (recurs != FOLLOW_RECURS_NEVER)
    return g_strdup (_ ("Comes round again"));
  /* Translators: it begins then and has no end: "From 1 Apr 2022" */
  return first != NULL ? g_strdup_printf (_ ("From %s"), date) : NULL;
}

char *
follow_cell_describe_due (FollowRegister *reg, FollowRecord *action, const char **icon, const char **style)
{
  const char *state = follow_record_get_text (action, "due_state");
  const char *due = follow_record_get_text (action, "due");
  const char *today = follow_register_get_today (reg);
  gboolean late = g_strcmp0 (state, "overdue") == 0;
  gboolean soon = g_strcmp0 (state, "due_soon") == 0;
  FollowTimescale *timescale = follow_value_get_timescale (follow_record_get (action, "timescale"));
  char *text;

  if (icon != NULL)
    *icon = late ? "follow-overdue-symbolic" : soon ? "follow-due-soon-symbolic" : NULL;
  if (style != NULL)
    *style = late ? "late" : soon ? "soon" : NULL;
  if (late || soon)
    return follow_date_describe_distance (due, today);
  text = describe_later (timescale, due, g_strcmp0 (state, "done") == 0);
  if (text != NULL || timescale == NULL)
    return text;
  if (style != NULL)
    *style = "gap";
  return g_strdup (_ ("Not a date"));
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
set_line (FollowCellLine *line, char *text, FollowCellStyle style)
{
  g_free (line->text);
  line->text = text;
  line->style = style;
}

static void
update_first (FollowCell *self)
{
  const FollowField *field = self->column.field;
  const FollowValue *value = follow_record_get (self->record, field->name);
  const FollowStatusLook *look = follow_status_look (field->name, follow_value_get_text (value));
  FollowCellStyle style = g_str_equal (field->name, "number") ? FOLLOW_CELL_DIM : FOLLOW_CELL_PLAIN;
  char *text = format_field (self, field);

  self->letter = is_pill (field) && look != NULL ? look->letter : NULL;
  self->colour = look != NULL ? look->colour : NULL;
  self->first.small = g_str_equal (field->name, "section") && !self->column.number_only;
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      text = describe_gap (self, field);
      style = text != NULL ? FOLLOW_CELL_GAP : FOLLOW_CELL_DIM;
    }
  set_line (&self->first, text != NULL ? text : g_strdup ("—"), style);
}

static FollowCellStyle
read_style (const char *style)
{
  if (g_strcmp0 (style, "late") == 0)
    return FOLLOW_CELL_LATE;
  if (g_strcmp0 (style, "soon") == 0)
    return FOLLOW_CELL_SOON;
  return g_strcmp0 (style, "gap") == 0 ? FOLLOW_CELL_GAP : FOLLOW_CELL_DIM;
}

static void
update_second (FollowCell *self)
{
  const FollowField *field = self->column.second;
  const char *style = NULL;
  char *text;

  self->second.icon = NULL;
  self->second.small = TRUE;
  if (g_str_equal (field->name, "due_state"))
    text = follow_cell_describe_due (self->reg, self->record, &self->second.icon, &style);
  else
    text = follow_register_format (self->reg, field, follow_record_get (self->record, field->name),
                                   get_separator (field));
  if (text == NULL && g_str_equal (field->name, "last_progress"))
    {
      text = g_strdup (_ ("No note yet"));
      style = "gap";
    }
  set_line (&self->second, text, read_style (style));
}

/* What a screen reader says, and what the tooltip shows of a text that may be cut. */
static char *
describe (FollowCell *self)
{
  const FollowField *field = self->column.field;
  g_autofree char *full = NULL;

  if (self->column.number_only)
    full = follow_register_format (self->reg, field, follow_record_get (self->record, field->name), "; ");
  if (self->second.text == NULL)
    return full != NULL ? g_steal_pointer (&full) : g_strdup (self->first.text);
  return g_strdup_printf ("%s, %s", full != NULL ? full : self->first.text, self->second.text);
}

static void
show_record (FollowCell *self)
{
  g_autofree char *name = NULL;

  update_first (self);
  if (self->column.second != NULL)
    update_second (self);
  name = describe (self);
  follow_accessible_name (GTK_WIDGET (self), name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
record_notify_cb (FollowCell *self)
{
  show_record (self);
}

static gboolean
follow_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  FollowCell *self = FOLLOW_CELL (widget);
  g_autofree char *text = self->record != NULL ? describe (self) : NULL;

  /* Where a line may be cut, or a number stands for more. */
  if (text == NULL || (g_utf8_strlen (text, -1) < 16 && !self->column.number_only))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
follow_cell_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_VERTICAL ? follow_cell_measure_height (FOLLOW_CELL (widget)) : 8;
}

static void
follow_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  follow_cell_paint (FOLLOW_CELL (widget), snapshot);
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
follow_cell_finalize (GObject *object)
{
  FollowCell *self = FOLLOW_CELL (object);

  g_free (self->first.text);
  g_free (self->second.text);

  G_OBJECT_CLASS (follow_cell_parent_class)->finalize (object);
}

static void
follow_cell_class_init (FollowCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_cell_finalize;
  widget_class->measure = follow_cell_measure;
  widget_class->snapshot = follow_cell_snapshot;
  widget_class->query_tooltip = follow_cell_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
follow_cell_init (FollowCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
follow_cell_new (FollowRegister *reg, const FollowColumn *column)
{
  FollowCell *self = g_object_new (FOLLOW_TYPE_CELL, NULL);

  self->reg = reg;
  self->column = *column;
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

static gboolean
links_to_any (FollowCell *self, const FollowField *field, GHashTable *touched)
{
  guint n_ids;
  const gint64 *ids;

  if (field == NULL || !follow_field_is_link (field))
    return FALSE;
  ids = follow_value_get_links (follow_record_get (self->record, field->name), &n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (touched == NULL || g_hash_table_contains (touched, &ids[i]))
      return TRUE;
  return FALSE;
}

void
follow_cell_refresh_links (FollowCell *self, GHashTable *touched)
{
  if (self->record != NULL &&
      (links_to_any (self, self->column.field, touched) || links_to_any (self, self->column.second, touched)))
    show_record (self);
}
