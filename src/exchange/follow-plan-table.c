/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-plan-text.h"

/* What stands above a table: a title, a line on who approved it, some blank rows. */
#define MAX_ROWS_ABOVE 60

/* Names beside those of the kinds under which a heading can be mapped. */
static const struct
{
  const char *name;
  const char *kind;
  const char *field;
} other_names[] = {
  { "section", "section", "wording" },
  { "feedback", "section", "feedback" },
  { "progress", "progress_note", "text" },
};

/* Fields of an action that come from where it stands, or from its other columns. */
static const char *const not_columns[] = { "plan", "section", "sources", "position", NULL };

static gboolean
can_be_column (const FollowField *field)
{
  return !(field->flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL)) &&
         !g_strv_contains (not_columns, field->name);
}

static gboolean
heading_is (const char *folded, const char *name)
{
  g_autofree char *other = follow_plan_fold (name);

  return g_str_equal (folded, other);
}

/* Whether people head a column so when they mean @field. */
static gboolean
names_field (const char *folded, const FollowField *field)
{
  g_auto (GStrv) headings = g_strsplit (field->headings != NULL ? field->headings : "", "|", -1);

  if (heading_is (folded, field->label) || heading_is (folded, follow_field_get_label (field)))
    return TRUE;
  for (guint i = 0; headings[i] != NULL; i++)
    if (heading_is (folded, headings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
set_meaning (FollowPlanColumn *column, const char *kind, const char *field)
{
  column->kind = follow_kind_find (kind);
  column->field = column->kind != NULL ? follow_kind_find_field (column->kind, field) : NULL;
  return column->field != NULL;
}

static gboolean
read_heading (FollowPlanColumn *column, const char *heading)
{
  g_autofree char *folded = follow_plan_fold (heading);
  const FollowKind *action = follow_kind_find ("action");

  for (guint i = 0; i < action->n_fields; i++)
    if (can_be_column (&action->fields[i]) && names_field (folded, &action->fields[i]))
      return set_meaning (column, "action", action->fields[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    {
      FollowPlanColumn other = { 0 };

      if (set_meaning (&other, other_names[i].kind, other_names[i].field) &&
          (names_field (folded, other.field) || heading_is (folded, other_names[i].name)))
        return set_meaning (column, other_names[i].kind, other_names[i].field);
    }
  return FALSE;
}

/* A field as a mapping names it: of the action, or one of the other names. "" is none. */
static gboolean
read_field_name (FollowPlanColumn *column, const char *name)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), name);

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_str_equal (other_names[i].name, name))
      return set_meaning (column, other_names[i].kind, other_names[i].field);
  return field != NULL && can_be_column (field) && set_meaning (column, "action", name);
}

/**
 * follow_plan_mappings_check:
 * @mappings: (nullable): "HEADING=FIELD", ends with NULL
 *
 * Returns: whether each names a field that a plan's column can mean
 */
gboolean
follow_plan_mappings_check (const char *const *mappings, GError **error)
{
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    {
      const char *equals = strrchr (mappings[i], '=');
      FollowPlanColumn column;

      if (equals == NULL || equals == mappings[i])
        {
          g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                       _ ("“%s” maps nothing: write the heading, “=” and the field."), mappings[i]);
          return FALSE;
        }
      if (equals[1] != '\0' && !read_field_name (&column, equals + 1))
        {
          g_set_error (
              error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
              _ ("A plan’s table has no field “%s”. “follow-through kinds” lists those of an action; "
                 "“section”, “feedback” and “progress” can stand beside them."),
              equals + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/* Returns: the field the user mapped @heading to, "" for none, NULL when nothing was said of it. */
static const char *
find_mapping (const char *const *mappings, const char *heading)
{
  g_autofree char *folded = follow_plan_fold (heading);

  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    {
      const char *equals = strrchr (mappings[i], '=');
      g_autofree char *name = g_strndup (mappings[i], equals - mappings[i]);

      if (heading_is (folded, name))
        return equals + 1;
    }
  return NULL;
}

static const FollowPlanColumn *
find_column (const GArray *columns, const char *kind, const char *field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const FollowPlanColumn *column = &g_array_index (columns, FollowPlanColumn, i);

      if (g_str_equal (column->kind->name, kind) && g_str_equal (column->field->name, field))
        return column;
    }
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Blank cells are no cells. */
static const char *
get_text (const FollowReadSheet *cells, guint row, guint column)
{
  const char *text = follow_read_sheet_text (cells, row, column);

  return is_blank (text) ? NULL : text;
}

static GArray *
read_headings (const FollowReadSheet *cells, guint row, const char *const *mappings)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (FollowPlanColumn));

  for (guint i = 0; i < cells->n_columns; i++)
    {
      const char *heading = get_text (cells, row, i);
      const char *mapped = heading != NULL ? find_mapping (mappings, heading) : NULL;
      FollowPlanColumn column = { .column = i };

      if (heading == NULL)
        continue;
      if (mapped != NULL ? !read_field_name (&column, mapped) : !read_heading (&column, heading))
        continue;
      /* A heading that stands twice means its first column. */
      if (find_column (columns, column.kind->name, column.field->name) == NULL)
        g_array_append_val (columns, column);
    }
  return columns;
}

static gboolean
is_known (const FollowPlanTable *self, guint column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, FollowPlanColumn, i).column == column)
      return TRUE;
  return FALSE;
}

/* Returns: (element-type guint): for each column the last row from the header on that has something
 * in it, and 0 where there is none. One pass: a stray cell can make a sheet very wide. */
static GArray *
find_last_rows (const FollowPlanTable *self)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->cells->n_columns);

  g_array_set_size (rows, self->cells->n_columns);
  for (guint i = 0; i < self->cells->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (self->cells->cells, FollowReadCell, i);

      if (cell->row > self->header && !is_blank (cell->text))
        g_array_index (rows, guint, cell->column) = cell->row;
    }
  return rows;
}

/* What stands in a column nobody claims goes into no record, and is said so. */
static void
report_unknown (const FollowPlanTable *self, const char *const *mappings, FollowImportResult *result)
{
  g_autoptr (GArray) last_rows = find_last_rows (self);

  for (guint i = 0; i < last_rows->len; i++)
    {
      const char *heading = get_text (self->cells, self->header, i);
      guint last_row = MAX (g_array_index (last_rows, guint, i), self->header);
      FollowImportArea area = { self->header, i, last_row, i };
      g_autofree char *reason = NULL;

      if (is_known (self, i) || (heading == NULL && last_row == self->header))
        continue;
      if (heading != NULL && find_mapping (mappings, heading) != NULL)
        continue;
      reason = heading != NULL ? g_strdup_printf (_ ("The heading “%s” is not known."), heading)
                               : g_strdup (_ ("The column has no heading."));
      follow_import_result_add_not_taken (result, self->cells->name, &area, reason);
    }
}

/**
 * follow_plan_table_find:
 * @mappings: (nullable): what the user says some headings mean, checked
 * @result: gets what stands in columns that mean nothing
 *
 * Looks for the first row that has a heading for an action’s wording and at least one more that is
 * known.
 *
 * Returns: (transfer full) (nullable): the table; %NULL when there is none on the sheet
 */
FollowPlanTable *
follow_plan_table_find (const FollowReadSheet *cells, const char *const *mappings, FollowImportResult *result)
{
  guint n_rows = MIN (cells->n_rows, MAX_ROWS_ABOVE);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (GArray) columns = read_headings (cells, row, mappings);
      FollowPlanTable *self;

      if (columns->len < 2 || find_column (columns, "action", "wording") == NULL)
        continue;
      self = g_new0 (FollowPlanTable, 1);
      self->cells = cells;
      self->header = row;
      self->columns = g_steal_pointer (&columns);
      report_unknown (self, mappings, result);
      return self;
    }
  return NULL;
}

void
follow_plan_table_free (FollowPlanTable *self)
{
  g_array_unref (self->columns);
  g_free (self);
}

gboolean
follow_plan_table_has (const FollowPlanTable *self, const char *kind, const char *field)
{
  return find_column (self->columns, kind, field) != NULL;
}

/**
 * follow_plan_table_get:
 *
 * Returns: (transfer none) (nullable): the text of the column that means @field, %NULL when the cell
 *   is blank or there is no such column
 */
const char *
follow_plan_table_get (const FollowPlanTable *self, guint row, const char *kind, const char *field)
{
  const FollowPlanColumn *column = find_column (self->columns, kind, field);

  return column != NULL ? get_text (self->cells, row, column->column) : NULL;
}

/* Where that text stands. There must be such a column. */
FollowImportArea
follow_plan_table_where (const FollowPlanTable *self, guint row, const char *kind, const char *field)
{
  guint column = find_column (self->columns, kind, field)->column;

  return (FollowImportArea){ row, column, row, column };
}

/* Where in the sheet's cells the row begins. */
static guint
find_row (const FollowReadSheet *cells, guint row)
{
  guint low = 0;
  guint high = cells->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (cells->cells, FollowReadCell, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The part of the row that has something in it; G_MAXUINT as the column of a blank one. */
FollowImportArea
follow_plan_table_row (const FollowPlanTable *self, guint row)
{
  FollowImportArea area = { row, G_MAXUINT, row, 0 };

  for (guint i = find_row (self->cells, row); i < self->cells->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (self->cells->cells, FollowReadCell, i);

      if (cell->row != row)
        break;
      if (is_blank (cell->text))
        continue;
      area.column = MIN (area.column, cell->column);
      area.last_column = cell->column;
    }
  return area;
}

/* Whether the row repeats the headings, as published tables do on every page. */
gboolean
follow_plan_table_is_header (const FollowPlanTable *self, guint row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint column = g_array_index (self->columns, FollowPlanColumn, i).column;
      g_autofree char *one = follow_plan_fold (get_text (self->cells, row, column));
      g_autofree char *other = follow_plan_fold (get_text (self->cells, self->header, column));

      if (!g_str_equal (one, other))
        return FALSE;
    }
  return TRUE;
}
