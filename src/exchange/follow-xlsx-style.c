/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-style.h"

#include <string.h>

#include "follow-xlsx-text.h"

#define FONT "Arial"
#define FONT_SIZE 10
#define INK 0x1e1e1e
#define DIM_INK 0x5e5c64
#define LINES 0xb5b5b8
#define HEADER_GROUND 0xdce4ee
#define HEADING_GROUND 0xe9eef5
#define SUB_HEADING_GROUND 0xf1f1f3
#define INPUT_GROUND 0xfffae0
#define MAX_RULE_TEXT 250

typedef struct
{
  char letter;
  lxw_color_t ink;
  lxw_color_t ground;
  lxw_color_t edge;
} Brag;

/* Each ink has 4.5 : 1 or more on its ground, so that a status reads on a poor printer too. */
static const Brag brags[] = {
  { 'B', 0x1a5fb4, 0xe2ecf8, 0x1a5fb4 }, { 'G', 0x1a6b43, 0xdff2e8, 0x1f7a4d },
  { 'A', 0x3d3000, 0xfbe596, 0xf5c211 }, { 'R', 0xb01a26, 0xfbe4e6, 0xb01a26 },
  { 'N', 0x3d3846, 0xe4e4e7, 0x77767b }, { 'W', 0x3d3846, 0xffffff, 0x77767b },
};

static const Brag *
find_brag (char letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (brags); i++)
    if (brags[i].letter == letter)
      return &brags[i];
  return NULL;
}

static void
dress (lxw_format *format, FollowCellStyle style)
{
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (format);
  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  if (style == FOLLOW_CELL_STYLE_TITLE)
    format_set_font_size (format, 16);
  if (style == FOLLOW_CELL_STYLE_DIM)
    format_set_font_color (format, DIM_INK);
  else if (style != FOLLOW_CELL_STYLE_NORMAL)
    format_set_bold (format);
}

static void
draw_lines (lxw_format *format)
{
  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, LINES);
}

static lxw_format *
new_cell_format (FollowXlsxStyles *self, FollowCellStyle style, FollowXlsxFormat kind, gboolean in_table)
{
  lxw_format *format = workbook_add_format (self->workbook);

  dress (format, style);
  if (style == FOLLOW_CELL_STYLE_HEADING)
    format_set_bg_color (format, HEADING_GROUND);
  if (style == FOLLOW_CELL_STYLE_SUB_HEADING)
    format_set_bg_color (format, SUB_HEADING_GROUND);
  if (!in_table)
    draw_lines (format);
  if (kind == FOLLOW_XLSX_FORMAT_DATE)
    format_set_num_format (format, "d mmm yyyy");
  if (kind == FOLLOW_XLSX_FORMAT_DATE_TIME)
    format_set_num_format (format, "d mmm yyyy hh:mm");
  if (kind == FOLLOW_XLSX_FORMAT_DATE || kind == FOLLOW_XLSX_FORMAT_DATE_TIME)
    format_set_align (format, LXW_ALIGN_LEFT);
  if (kind == FOLLOW_XLSX_FORMAT_NUMBER)
    {
      format_set_align (format, LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
    }
  /* Excel's format for text, so that what looks like a number stays text when it is edited. Long
   * text does not get it: some Excels then show number signs instead. */
  if (kind == FOLLOW_XLSX_FORMAT_TEXT)
    format_set_num_format_index (format, 49);
  return format;
}

void
follow_xlsx_styles_init (FollowXlsxStyles *self, lxw_workbook *workbook)
{
  lxw_format *normal = STAILQ_FIRST (workbook->formats);

  *self = (FollowXlsxStyles){ .workbook = workbook };
  /* Widths of columns are counted in the normal style's digits. */
  format_set_font_name (normal, FONT);
  format_set_font_size (normal, FONT_SIZE);
}

lxw_format *
follow_xlsx_styles_cell (FollowXlsxStyles *self,
                         const FollowSheetCell *cell,
                         FollowXlsxFormat format,
                         gboolean in_table)
{
  gboolean is_input = cell->input != FOLLOW_CELL_LOCKED;
  lxw_format **where = &self->formats[cell->style][format][in_table ? 1 : 0][is_input ? 1 : 0];

  if (*where == NULL)
    {
      *where = new_cell_format (self, cell->style, format, in_table);
      if (is_input)
        {
          format_set_unlocked (*where);
          format_set_bg_color (*where, INPUT_GROUND);
        }
    }
  return *where;
}

lxw_format *
follow_xlsx_styles_header (FollowXlsxStyles *self)
{
  if (self->header == NULL)
    {
      self->header = workbook_add_format (self->workbook);
      dress (self->header, FOLLOW_CELL_STYLE_BOLD);
      format_set_bg_color (self->header, HEADER_GROUND);
      format_set_font_color (self->header, INK);
      draw_lines (self->header);
    }
  return self->header;
}

lxw_format *
follow_xlsx_styles_line (FollowXlsxStyles *self, FollowCellStyle style)
{
  if (self->line[style] == NULL)
    {
      self->line[style] = workbook_add_format (self->workbook);
      dress (self->line[style], style);
    }
  return self->line[style];
}

double
follow_xlsx_line_height (FollowCellStyle style)
{
  return style == FOLLOW_CELL_STYLE_TITLE ? 20.5 : 13;
}

static lxw_format *
new_rule_format (FollowXlsxStyles *self, const Brag *brag)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_color (format, brag->ink);
  format_set_bold (format);
  if (brag->letter != 'W')
    format_set_bg_color (format, brag->ground);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, brag->edge);
  return format;
}

void
follow_xlsx_add_colours (FollowXlsxStyles *self,
                         lxw_worksheet *worksheet,
                         const FollowSheetColumn *column,
                         lxw_col_t index,
                         lxw_row_t first,
                         lxw_row_t last)
{
  for (guint i = 0; column->colours != NULL && i < column->colours->len; i++)
    {
      const FollowSheetColour *colour = &g_array_index (column->colours, FollowSheetColour, i);
      const Brag *brag = find_brag (colour->letter);
      g_autofree char *word = follow_xlsx_text_one_line (colour->text, MAX_RULE_TEXT);
      g_auto (GStrv) pieces = g_strsplit (word, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", pieces);
      g_autofree char *quoted = g_strconcat ("\"", doubled, "\"", NULL);
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = quoted,
      };

      if (brag == NULL || *word == '\0')
        continue;
      rule.format = new_rule_format (self, brag);
      worksheet_conditional_format_range (worksheet, first, index, last, index, &rule);
    }
}

void
follow_xlsx_add_table_lines (
    FollowXlsxStyles *self, lxw_worksheet *worksheet, lxw_col_t column, lxw_row_t first, lxw_row_t last)
{
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = (char *) "=TRUE" };

  rule.format = workbook_add_format (self->workbook);
  format_set_bottom (rule.format, LXW_BORDER_THIN);
  format_set_bottom_color (rule.format, LINES);
  worksheet_conditional_format_range (worksheet, first, column, last, column, &rule);
}

lxw_color_t
follow_xlsx_letter_colour (char letter)
{
  const Brag *brag = find_brag (letter);

  return brag != NULL ? brag->edge : 0x3584e4;
}
