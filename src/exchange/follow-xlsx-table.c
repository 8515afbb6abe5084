/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-table.h"

#include <math.h>
#include <string.h>

#include "follow-xlsx-text.h"

/* Excel's bound for a row's height in points; a cell that needs more is merged over several rows. */
#define MAX_HEIGHT 405.0

/* A cell, or the cells merged with it, of the rows being laid out. */
typedef struct
{
  const FollowSheetCell *cell; /* (unowned) */
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
  GPtrArray *parts; /* of escaped text; NULL unless it is text */
} Block;

/* Where a block, or one part of its text, comes to stand: rows from the group's first. */
typedef struct
{
  const Block *block; /* (unowned) */
  const char *text;   /* (unowned) */
  guint top;
  guint n_rows;
  double height;
} Area;

typedef struct
{
  GArray *blocks;
  GArray *areas;
  guint *first;    /* of each row of the plan, and one more */
  double *heights; /* of each row of the worksheet */
  gboolean *hidden;
  guint n_rows;
  guint n_columns;
} Group;

static void
block_clear (Block *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->heights, g_free);
  g_clear_pointer (&self->hidden, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static double
width_of (FollowXlsxTable *self, guint column, guint n_columns, FollowCellStyle style)
{
  double width = 0;

  for (guint i = column; i < column + n_columns; i++)
    if (!follow_sheet_column ((FollowSheet *) self->sheet, i)->hidden)
      width += follow_sheet_column ((FollowSheet *) self->sheet, i)->width;
  /* Bold letters are wider; a title's are larger too. */
  if (style == FOLLOW_CELL_STYLE_TITLE)
    return width * 0.57;
  return style == FOLLOW_CELL_STYLE_NORMAL || style == FOLLOW_CELL_STYLE_DIM ? width : width * 0.92;
}

static double
height_of (
    FollowXlsxTable *self, const FollowSheetCell *cell, const char *text, guint column, guint n_columns)
{
  double width = width_of (self, column, n_columns, cell->style);
  double line = follow_xlsx_line_height (cell->style);

  return width <= 0 || text == NULL ? line : line * follow_xlsx_text_lines (text, width);
}

static gboolean
is_too_high (FollowXlsxTable *self, const FollowSheetCell *cell, guint column)
{
  /* No text this short fills a page. */
  if (self->sheet->native_table || strlen (cell->text) < 60)
    return FALSE;
  return height_of (self, cell, cell->text, column, 1) > MAX_HEIGHT;
}

static gboolean
is_plain (FollowXlsxTable *self, const FollowSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      const FollowSheetCell *cell = &row->cells[i];

      if (!self->sheet->native_table && (cell->n_rows > 1 || cell->n_columns > 1))
        return FALSE;
      /* Escapes are up to seven times as long as what they stand for. */
      if (cell->type == FOLLOW_CELL_TEXT &&
          (strlen (cell->text) > FOLLOW_XLSX_MAX_TEXT / 7 || is_too_high (self, cell, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_start (FollowXlsxTable *self, lxw_row_t row)
{
  if (self->starts != NULL)
    g_array_append_val (self->starts, row);
  return row < LXW_ROW_MAX;
}

/* Short text needs no look: even of capitals, three stand on four characters of the column. */
static gboolean
may_wrap (FollowXlsxTable *self, const FollowSheetCell *cell, guint column)
{
  return cell->type == FOLLOW_CELL_TEXT &&
         (strlen (cell->text) > 0.75 * width_of (self, column, 1, cell->style) || strchr (cell->text, '\n'));
}

/* Returns: the height the row needs, 0 for one line. Excel would find out by itself, LibreOffice does
 * not when a file says that it is Excel's. */
static double
plain_height (FollowXlsxTable *self, const FollowSheetRow *row)
{
  double line = follow_xlsx_line_height (FOLLOW_CELL_STYLE_NORMAL);
  double height = line * MAX (self->sheet->min_lines, 1);

  for (guint i = 0; i < row->n_cells; i++)
    if (may_wrap (self, &row->cells[i], i))
      height = MAX (height, height_of (self, &row->cells[i], row->cells[i].text, i, 1));
  return height > line ? MIN (height + 2, MAX_HEIGHT) : 0;
}

static gboolean
put_plain_row (FollowXlsxTable *self, const FollowSheetRow *row)
{
  lxw_row_col_options options = { .hidden = row->hidden };
  double height = plain_height (self, row);

  if (!note_start (self, self->row))
    return FALSE;
  if (row->hidden || height > 0)
    worksheet_set_row_opt (self->cells.worksheet, self->row, height > 0 ? height : LXW_DEF_ROW_HEIGHT, NULL,
                           &options);
  for (guint i = 0; i < row->n_cells; i++)
    follow_xlsx_cells_put (&self->cells, self->row, i, &row->cells[i], NULL);
  self->row++;
  return TRUE;
}

/* A span that would hide another cell's content, or runs into another, is not merged. */
static gboolean
is_free (GPtrArray *rows, const gboolean *covered, const Block *block, guint n_columns)
{
  if (block->row + block->n_rows > rows->len || block->column + block->n_columns > n_columns)
    return FALSE;
  for (guint r = block->row; r < block->row + block->n_rows; r++)
    for (guint c = block->column; c < block->column + block->n_columns; c++)
      {
        const FollowSheetRow *row = g_ptr_array_index (rows, r);

        if (covered[r * n_columns + c])
          return FALSE;
        if ((r != block->row || c != block->column) && row->cells[c].type != FOLLOW_CELL_EMPTY)
          return FALSE;
      }
  return TRUE;
}

static void
collect_blocks (FollowXlsxTable *self, Group *group)
{
  g_autofree gboolean *covered = g_new0 (gboolean, self->waiting->len * group->n_columns + 1);

  for (guint r = 0; r < self->waiting->len; r++)
    for (guint c = 0; c < group->n_columns; c++)
      {
        const FollowSheetRow *row = g_ptr_array_index (self->waiting, r);
        Block block = { &row->cells[c], r, c, row->cells[c].n_rows, row->cells[c].n_columns, NULL };

        if (covered[r * group->n_columns + c])
          continue;
        if (self->sheet->native_table || !is_free (self->waiting, covered, &block, group->n_columns))
          block.n_rows = block.n_columns = 1;
        for (guint i = r; i < r + block.n_rows; i++)
          for (guint j = c; j < c + block.n_columns; j++)
            covered[i * group->n_columns + j] = TRUE;
        if (block.cell->type == FOLLOW_CELL_TEXT)
          block.parts =
              follow_xlsx_text_split (follow_xlsx_text_escape (block.cell->text, self->cells.scratch));
        g_array_append_val (group->blocks, block);
      }
}

/* How many rows of the worksheet the part needs so that all of it can be seen. */
static guint
rows_for (FollowXlsxTable *self, const Block *block, const char *text)
{
  if (self->sheet->native_table)
    return 1;
  return ceil (height_of (self, block->cell, text, block->column, block->n_columns) / MAX_HEIGHT);
}

static guint
rows_for_all (FollowXlsxTable *self, const Block *block)
{
  guint n_rows = 0;

  for (guint i = 0; block->parts != NULL && i < block->parts->len; i++)
    n_rows += rows_for (self, block, g_ptr_array_index (block->parts, i));
  return MAX (n_rows, 1);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *one = a;
  const Block *other = b;

  return (one->n_rows > other->n_rows) - (one->n_rows < other->n_rows);
}

/* Each row of the plan takes one row of the worksheet, or as many as its longest text; what is
 * merged over several is short of rows at its last one. */
static void
place_rows (FollowXlsxTable *self, Group *group)
{
  guint n = self->waiting->len;
  g_autofree guint *taken = g_new0 (guint, n + 1);

  g_array_sort (group->blocks, compare_blocks);
  for (guint i = 0; i < group->blocks->len; i++)
    {
      const Block *block = &g_array_index (group->blocks, Block, i);
      guint need = rows_for_all (self, block);
      guint have = 0;

      for (guint r = block->row; r < block->row + block->n_rows; r++)
        have += taken[r] = MAX (taken[r], 1);
      if (need > have)
        taken[block->row + block->n_rows - 1] += need - have;
    }
  group->first = g_new0 (guint, n + 1);
  for (guint r = 0; r < n; r++)
    group->first[r + 1] = group->first[r] + taken[r];
  group->n_rows = group->first[n];
  group->hidden = g_new0 (gboolean, group->n_rows);
  for (guint r = 0; r < n; r++)
    for (guint p = group->first[r]; p < group->first[r + 1]; p++)
      group->hidden[p] = ((const FollowSheetRow *) g_ptr_array_index (self->waiting, r))->hidden;
}

static void
place_areas (FollowXlsxTable *self, Group *group)
{
  for (guint i = 0; i < group->blocks->len; i++)
    {
      const Block *block = &g_array_index (group->blocks, Block, i);
      guint top = group->first[block->row];
      guint end = group->first[block->row + block->n_rows];
      guint n_parts = block->parts != NULL ? block->parts->len : 1;

      for (guint part = 0; part < n_parts; part++)
        {
          const char *text = block->parts != NULL ? g_ptr_array_index (block->parts, part) : NULL;
          Area area = { block, text, top, end - top, 0 };

          if (part + 1 < n_parts)
            area.n_rows = rows_for (self, block, text);
          /* Cells of a native table cannot be merged: below the last part they stay empty. */
          if (self->sheet->native_table)
            area.n_rows = 1;
          area.height = height_of (self, block->cell, text, block->column, block->n_columns);
          g_array_append_val (group->areas, area);
          top += area.n_rows;
        }
    }
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const Area *one = a;
  const Area *other = b;

  return (one->n_rows > other->n_rows) - (one->n_rows < other->n_rows);
}

/* Excel fits no row to a merged cell: what such a cell needs beyond its rows' own heights is spread
 * over them, the areas of fewest rows first. */
static void
share_heights (Group *group)
{
  group->heights = g_new (double, group->n_rows);
  for (guint p = 0; p < group->n_rows; p++)
    group->heights[p] = follow_xlsx_line_height (FOLLOW_CELL_STYLE_NORMAL) + 2;
  g_array_sort (group->areas, compare_areas);
  for (guint i = 0; i < group->areas->len; i++)
    {
      const Area *area = &g_array_index (group->areas, Area, i);
      double missing = area->height + 2;
      guint left = area->n_rows;

      for (guint p = area->top; p < area->top + area->n_rows; p++)
        missing -= group->heights[p];
      for (guint p = area->top; missing > 0 && p < area->top + area->n_rows; p++, left--)
        {
          double more = MIN (missing / left, MAX_HEIGHT + 3 - group->heights[p]);

          group->heights[p] += more;
          missing -= more;
        }
    }
}

static void
put_area (FollowXlsxTable *self, const Area *area, guint row, guint column)
{
  const Block *block = area->block;
  lxw_row_t top = self->row + area->top;
  FollowSheetCell blank = { FOLLOW_CELL_EMPTY, block->cell->style, block->cell->input };

  if (row > area->top || column > block->column)
    {
      follow_xlsx_cells_put (&self->cells, self->row + row, column, &blank, NULL);
      return;
    }
  follow_xlsx_cells_put (&self->cells, top, column, block->cell, area->text);
  /* Without a format it only notes the area down: the cells are written here, as their rows come. */
  if (area->n_rows > 1 || block->n_columns > 1)
    worksheet_merge_range (self->cells.worksheet, top, column, top + area->n_rows - 1,
                           column + block->n_columns - 1, NULL, NULL);
}

static void
put_group (FollowXlsxTable *self, Group *group)
{
  g_autofree const Area **grid = g_new0 (const Area *, group->n_rows * group->n_columns + 1);

  for (guint i = 0; i < group->areas->len; i++)
    {
      const Area *area = &g_array_index (group->areas, Area, i);

      for (guint r = area->top; r < area->top + area->n_rows; r++)
        for (guint c = 0; c < area->block->n_columns; c++)
          grid[r * group->n_columns + area->block->column + c] = area;
    }
  for (guint r = 0; r < group->n_rows; r++)
    {
      lxw_row_col_options options = { .hidden = group->hidden[r] };

      if (!self->sheet->native_table || group->hidden[r])
        worksheet_set_row_opt (self->cells.worksheet, self->row + r,
                               self->sheet->native_table ? LXW_DEF_ROW_HEIGHT : group->heights[r], NULL,
                               &options);
      for (guint c = 0; c < group->n_columns; c++)
        if (grid[r * group->n_columns + c] != NULL)
          put_area (self, grid[r * group->n_columns + c], r, c);
    }
}

gboolean
follow_xlsx_table_flush (FollowXlsxTable *self)
{
  g_auto (Group) group = { .n_columns = self->sheet->columns->len };

  self->n_missing = 0;
  if (self->waiting->len == 0)
    return TRUE;
  group.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (group.blocks, (GDestroyNotify) block_clear);
  group.areas = g_array_new (FALSE, FALSE, sizeof (Area));
  collect_blocks (self, &group);
  place_rows (self, &group);
  for (guint r = 0; r < self->waiting->len; r++)
    note_start (self, self->row + group.first[r]);
  if ((guint64) self->row + group.n_rows > LXW_ROW_MAX)
    return FALSE;
  place_areas (self, &group);
  share_heights (&group);
  put_group (self, &group);
  self->row += group.n_rows;
  g_ptr_array_set_size (self->waiting, 0);
  return TRUE;
}

gboolean
follow_xlsx_table_add_row (FollowXlsxTable *self, const FollowSheetRow *row)
{
  guint span = 1;

  if (self->n_missing == 0 && is_plain (self, row))
    return put_plain_row (self, row);
  for (guint i = 0; i < row->n_cells && !self->sheet->native_table; i++)
    span = MAX (span, row->cells[i].n_rows);
  g_ptr_array_add (self->waiting, follow_sheet_row_copy (row));
  self->n_missing = MAX (self->n_missing, span);
  return --self->n_missing > 0 || follow_xlsx_table_flush (self);
}

gboolean
follow_xlsx_table_add_line (FollowXlsxTable *self, const char *text, FollowCellStyle style)
{
  lxw_format *format = follow_xlsx_styles_line (self->cells.styles, style);
  lxw_col_t last = MAX (self->sheet->columns->len, 1) - 1;
  const FollowSheetCell cell = { .style = style };
  g_autoptr (GPtrArray) parts = NULL;

  parts = follow_xlsx_text_split (follow_xlsx_text_escape (text != NULL ? text : "", self->cells.scratch));
  for (guint i = 0; i < MAX (parts->len, 1); i++)
    {
      const char *part = i < parts->len ? g_ptr_array_index (parts, i) : "";

      if (self->row >= LXW_ROW_MAX)
        return FALSE;
      worksheet_set_row (self->cells.worksheet, self->row,
                         MIN (height_of (self, &cell, part, 0, last + 1) + 2, 409), NULL);
      if (*part != '\0')
        follow_xlsx_table_put_text (self, 0, part, format);
      if (last > 0)
        worksheet_merge_range (self->cells.worksheet, self->row, 0, self->row, last, NULL, NULL);
      self->row++;
    }
  return TRUE;
}

void
follow_xlsx_table_put_text (FollowXlsxTable *self, lxw_col_t column, const char *text, lxw_format *format)
{
  worksheet_write_string (self->cells.worksheet, self->row, column, text, format);
  self->cells.n_cells++;
}

void
follow_xlsx_table_init (FollowXlsxTable *self,
                        const FollowSheet *sheet,
                        lxw_worksheet *worksheet,
                        FollowXlsxStyles *styles)
{
  *self = (FollowXlsxTable){ .sheet = sheet };
  self->cells = (FollowXlsxCells){ worksheet, styles, sheet->native_table, g_string_new (NULL), 0 };
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_sheet_row_free);
}

void
follow_xlsx_table_clear (FollowXlsxTable *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  if (self->cells.scratch != NULL)
    g_string_free (g_steal_pointer (&self->cells.scratch), TRUE);
}
