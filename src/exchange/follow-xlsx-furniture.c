/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-furniture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follow-xlsx-text.h"

#define A4 9
#define MAX_LIST 255
#define MAX_HEADING 255
#define CHART_ROWS 16
#define MAX_HEADER_HEIGHT 200.0
#define MAX_HELP_TITLE 32
/* Excel allows 255 characters for a header, and an ampersand takes two. */
#define MAX_HEADER_TITLE 75
#define MAX_HEADER_MARKING 40

static char *
header_text (const char *text, gsize max)
{
  g_autofree char *line = follow_xlsx_text_one_line (text, max);
  g_auto (GStrv) pieces = g_strsplit (line, "&", -1);

  return g_strjoinv ("&&", pieces);
}

void
follow_xlsx_set_page (lxw_worksheet *worksheet, const FollowBook *book)
{
  g_autofree char *loud = g_utf8_make_valid (book->marking != NULL ? book->marking : "", -1);
  g_autofree char *capitals = g_utf8_strup (loud, -1);
  g_autofree char *marking = header_text (capitals, MAX_HEADER_MARKING);
  g_autofree char *title = header_text (book->title, MAX_HEADER_TITLE);
  g_autofree char *created = header_text (book->created_at, MAX_HEADER_TITLE - 20);
  /* Translators: &P and &N stand for numbers and stay as they are. */
  const char *pages = _ ("Page &P of &N");
  g_autofree char *header = g_strdup_printf ("&L%s&C&B%s&R&A", title, marking);
  g_autofree char *footer = g_strdup_printf ("&L%s&C&B%s&R%s", created, marking, pages);

  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, 0.5, 0.5, 0.75, 0.75);
  worksheet_set_header (worksheet, header);
  worksheet_set_footer (worksheet, footer);
}

void
follow_xlsx_set_panes (lxw_worksheet *worksheet, const FollowSheet *sheet, const FollowXlsxPlace *place)
{
  if (place->has_header)
    {
      worksheet_freeze_panes (worksheet, place->header + 1, sheet->n_frozen_columns);
      worksheet_repeat_rows (worksheet, place->header, place->header);
    }
  else if (sheet->n_frozen_columns > 0)
    worksheet_freeze_panes (worksheet, 0, sheet->n_frozen_columns);
}

void
follow_xlsx_set_columns (lxw_worksheet *worksheet, const FollowSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const FollowSheetColumn *column = &g_array_index (sheet->columns, FollowSheetColumn, i);
      lxw_row_col_options options = { .hidden = column->hidden };

      worksheet_set_column_opt (worksheet, i, i, CLAMP (column->width, 1, 255), NULL, &options);
    }
}

/* A native table's headings are single lines, all there and each another. */
static char *
table_heading (const char *heading, guint index, GHashTable *taken)
{
  g_autofree char *line = follow_xlsx_text_one_line (heading, MAX_HEADING);
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autofree char *base = g_strdup (line);

  if (*base == '\0')
    {
      g_free (base);
      base = g_strdup_printf (_ ("Column %u"), index + 1);
    }
  for (guint n = 2;; n++)
    {
      g_autofree char *name = n == 2 ? g_strdup (base) : g_strdup_printf ("%s (%u)", base, n - 1);

      if (g_hash_table_add (taken, g_utf8_casefold (name, -1)))
        return g_strdup (follow_xlsx_text_escape (name, scratch));
    }
}

GPtrArray *
follow_xlsx_headings (const FollowSheet *sheet)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const char *heading = g_array_index (sheet->columns, FollowSheetColumn, i).heading;

      if (sheet->native_table)
        g_ptr_array_add (headings, table_heading (heading, i, taken));
      else
        g_ptr_array_add (headings,
                         g_strdup (follow_xlsx_text_escape (heading != NULL ? heading : "", scratch)));
    }
  return headings;
}

/* Bold letters are wider, and in a native table a button for the filter stands beside them. */
static double
heading_room (FollowXlsxTable *table, guint column)
{
  const FollowSheetColumn *planned = &g_array_index (table->sheet->columns, FollowSheetColumn, column);

  if (planned->hidden)
    return G_MAXUINT8;
  return planned->width * 0.92 - (table->sheet->native_table ? 2.5 : 0);
}

static void
put_header (FollowXlsxTable *table, GPtrArray *headings)
{
  lxw_format *format = follow_xlsx_styles_header (table->cells.styles);
  guint n_lines = 1;

  for (guint i = 0; i < headings->len; i++)
    n_lines =
        MAX (n_lines, follow_xlsx_text_lines (g_ptr_array_index (headings, i), heading_room (table, i)));
  if (n_lines > 1)
    worksheet_set_row (
        table->cells.worksheet, table->row,
        MIN (n_lines * follow_xlsx_line_height (FOLLOW_CELL_STYLE_BOLD) + 4, MAX_HEADER_HEIGHT), NULL);
  for (guint i = 0; i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);

      if (*heading == '\0')
        worksheet_write_blank (table->cells.worksheet, table->row, i, format);
      else
        follow_xlsx_table_put_text (table, i, heading, format);
    }
  table->row++;
}

static void
put_keys (FollowXlsxTable *table)
{
  lxw_row_col_options hidden = { .hidden = TRUE };

  worksheet_set_row_opt (table->cells.worksheet, table->row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  for (guint i = 0; i < table->sheet->columns->len; i++)
    {
      const char *key = g_array_index (table->sheet->columns, FollowSheetColumn, i).key;

      if (key != NULL && *key != '\0')
        follow_xlsx_table_put_text (table, i, follow_xlsx_text_escape (key, table->cells.scratch), NULL);
    }
  table->row++;
}

void
follow_xlsx_put_top (FollowXlsxTable *table, FollowXlsxPlace *place, GPtrArray *headings)
{
  const FollowSheet *sheet = table->sheet;

  for (guint i = 0; i < sheet->titles->len; i++)
    {
      const FollowSheetLine *line = &g_array_index (sheet->titles, FollowSheetLine, i);

      follow_xlsx_table_add_line (table, line->text, line->style);
    }
  if (sheet->key_row)
    put_keys (table);
  place->has_header = sheet->native_table && headings->len > 0;
  for (guint i = 0; i < headings->len; i++)
    place->has_header = place->has_header || *(const char *) g_ptr_array_index (headings, i) != '\0';
  place->header = table->row;
  if (place->has_header)
    put_header (table, headings);
  place->first = table->row;
}

gboolean
follow_xlsx_add_native_table (FollowXlsxTable *table, const FollowXlsxPlace *place, GPtrArray *headings)
{
  guint n = headings->len;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **pointers = g_new0 (lxw_table_column *, n + 1);
  lxw_worksheet *worksheet = table->cells.worksheet;
  lxw_table_options options = {
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 15,
    .columns = pointers,
  };
  uint8_t optimize = worksheet->optimize;
  lxw_error result;

  for (guint i = 0; i < n; i++)
    {
      columns[i].header = g_ptr_array_index (headings, i);
      pointers[i] = &columns[i];
    }
  /* libxlsxwriter refuses tables while it streams rows, as it could not go back to write their
   * headings. Those are written already; what it writes of them now is dropped with the sheet. */
  worksheet->optimize = LXW_FALSE;
  result = worksheet_add_table (worksheet, place->header, 0, MAX (place->last, place->header + 1), n - 1,
                                &options);
  worksheet->optimize = optimize;
  return result == LXW_NO_ERROR;
}

gboolean
follow_xlsx_needs_list (const FollowSheetColumn *column)
{
  gsize length = 0;

  for (guint i = 0; column->choices != NULL && column->choices[i] != NULL; i++)
    {
      const char *word = column->choices[i];
      g_autofree char *line = follow_xlsx_text_one_line (word, G_MAXSIZE);
      gsize n = strlen (word);

      length += n + 1;
      if (n == 0 || strpbrk (word, ",\"") != NULL || g_ascii_isspace (word[0]) ||
          g_ascii_isspace (word[n - 1]) || !g_str_equal (line, word))
        return TRUE;
    }
  return length > MAX_LIST;
}

static char *
list_formula (FollowXlsxLists *lists, guint index)
{
  g_auto (GStrv) pieces = g_strsplit (lists->name, "'", -1);
  g_autofree char *name = g_strjoinv ("''", pieces);
  char column[LXW_MAX_COL_NAME_LENGTH + 1];
  guint n = g_strv_length (g_ptr_array_index (lists->lists, index));

  lxw_col_to_name (column, index, 0);
  return g_strdup_printf ("='%s'!$%s$1:$%s$%u", name, column, column, n);
}

static void
add_rule (FollowXlsxTable *table, const FollowXlsxPlace *place, FollowXlsxLists *lists, guint index)
{
  const FollowSheetColumn *column = follow_sheet_column ((FollowSheet *) table->sheet, index);
  g_autofree char *formula = NULL;
  g_autofree char *help_title = follow_xlsx_text_one_line (column->help_title, MAX_HELP_TITLE);
  g_autofree char *help = follow_xlsx_text_one_line (column->help, MAX_LIST);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_ANY,
    .error_type = column->strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) _ ("Not in the list"),
    .error_message = (char *) _ ("This is none of the words in the cell’s list."),
    .input_title = help_title,
    .input_message = help,
  };

  if (column->choices != NULL && column->choices[0] != NULL && follow_xlsx_needs_list (column))
    {
      g_ptr_array_add (lists->lists, column->choices);
      formula = list_formula (lists, lists->lists->len - 1);
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = formula;
    }
  else if (column->choices != NULL && column->choices[0] != NULL)
    {
      validation.validate = LXW_VALIDATION_TYPE_LIST;
      validation.value_list = column->choices;
    }
  else if (*help == '\0')
    return;
  worksheet_data_validation_range (table->cells.worksheet, place->first, index,
                                   MAX (place->last, place->first), index, &validation);
}

void
follow_xlsx_add_choices (FollowXlsxTable *table, const FollowXlsxPlace *place, FollowXlsxLists *lists)
{
  for (guint i = 0; i < table->sheet->columns->len; i++)
    add_rule (table, place, lists, i);
}

void
follow_xlsx_protect (lxw_worksheet *worksheet, const FollowSheet *sheet)
{
  /* Whoever writes may need more room. */
  lxw_protection allowed = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };

  if (sheet->is_protected)
    worksheet_protect (worksheet, NULL, &allowed);
}

void
follow_xlsx_add_all_colours (FollowXlsxTable *table, const FollowXlsxPlace *place)
{
  lxw_row_t last = MAX (place->last, place->first);

  for (guint i = 0; i < table->sheet->columns->len; i++)
    {
      const FollowSheetColumn *column = &g_array_index (table->sheet->columns, FollowSheetColumn, i);

      follow_xlsx_add_colours (table->cells.styles, table->cells.worksheet, column, i, place->first, last);
      if (table->sheet->native_table)
        follow_xlsx_add_table_lines (table->cells.styles, table->cells.worksheet, i, place->first, last);
    }
}

/* Gives each bar the colour of its letter, as the same word has in the table. */
static void
colour_bars (lxw_chart_series *series, const char *letters, guint n)
{
  g_autofree lxw_chart_fill *fills = g_new0 (lxw_chart_fill, n);
  g_autofree lxw_chart_point *points = g_new0 (lxw_chart_point, n);
  g_autofree lxw_chart_point **pointers = g_new0 (lxw_chart_point *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      fills[i].color = follow_xlsx_letter_colour (i < strlen (letters) ? letters[i] : '\0');
      points[i].fill = &fills[i];
      pointers[i] = &points[i];
    }
  chart_series_set_points (series, pointers);
}

static void
add_chart (FollowXlsxTable *table, const FollowSheetChart *plan, lxw_row_t at, lxw_workbook *workbook)
{
  lxw_worksheet *worksheet = table->cells.worksheet;
  lxw_row_t first = g_array_index (table->starts, lxw_row_t, plan->first_row);
  lxw_row_t last = g_array_index (table->starts, lxw_row_t, plan->first_row + plan->n_rows - 1);
  g_autofree char *title = follow_xlsx_text_one_line (plan->title, MAX_LIST);
  lxw_chart *chart = workbook_add_chart (workbook, LXW_CHART_BAR);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = follow_xlsx_letter_colour ('\0') };
  lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE };

  chart_series_set_categories (series, worksheet->name, first, plan->label_column, last, plan->label_column);
  chart_series_set_values (series, worksheet->name, first, plan->value_column, last, plan->value_column);
  /* Its labels may stand in a column of their own that nobody else is to see. */
  chart_show_hidden_data (chart);
  chart_series_set_labels (series);
  chart_series_set_fill (series, &fill);
  if (plan->letters != NULL)
    colour_bars (series, plan->letters, plan->n_rows);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  /* Bars are drawn upwards; the table reads downwards. A bar chart's x axis is that of its values. */
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  chart_axis_off (chart->x_axis);
  if (*title != '\0')
    chart_title_set_name (chart, title);
  else
    chart_title_off (chart);
  worksheet_insert_chart_opt (worksheet, at, table->sheet->columns->len + 1, chart, &options);
}

void
follow_xlsx_add_charts (FollowXlsxTable *table, const FollowXlsxPlace *place, lxw_workbook *workbook)
{
  lxw_row_t at = place->has_header ? place->header : place->first;

  for (guint i = 0; i < table->sheet->charts->len; i++)
    {
      const FollowSheetChart *plan = &g_array_index (table->sheet->charts, FollowSheetChart, i);

      if (plan->n_rows == 0 || (guint64) plan->first_row + plan->n_rows > table->starts->len)
        continue;
      add_chart (table, plan, at, workbook);
      at += CHART_ROWS;
    }
}
