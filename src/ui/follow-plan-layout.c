/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-layout.h"

#include "follow-text-scale.h"

/* All at text scale 1. */
#define GAP 12
#define LINE_GAP 3
#define LEAD_WIDTH 142
#define WHEN_WIDTH 128
#define PILL_WIDTH 124
#define TEXT_WIDTH 220      /* what a wording would like to have */
#define LEAD_FROM_WIDTH 600 /* of a row that has a column for the lead */
#define WHEN_FROM_WIDTH 470 /* of a row that has columns for timescale and status */
#define LEFT_WIDTH 322      /* of an area's text beside its actions */
#define BESIDE_FROM_WIDTH 800

enum
{
  NUMBER,
  TEXT,
  LEAD,
  WHEN,
  PILL,
  N_CELLS
};

/* The cells of one row at one width. */
typedef struct
{
  GtkWidget *cells[N_CELLS];
  GdkRectangle places[N_CELLS];
  int height;
} RowPlan;

static int
get_width (GtkWidget *widget, gboolean natural)
{
  int min, nat;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  return natural ? nat : min;
}

static int
get_height (GtkWidget *widget, int width)
{
  int nat;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &nat, NULL, NULL);
  return nat;
}

static void
find_cells (GtkWidget *box, GtkWidget **cells)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = 0; i < N_CELLS; i++, child = gtk_widget_get_next_sibling (child))
    cells[i] = child;
}

static void
put (RowPlan *plan, guint cell, int x, int y, int width)
{
  int height = get_height (plan->cells[cell], width);

  plan->places[cell] = (GdkRectangle){ x, y, width, height };
  plan->height = MAX (plan->height, y + height);
}

static RowPlan
plan_row (GtkWidget *box, int width)
{
  RowPlan plan = { .height = 0 };
  int number, when, pill, left, right;

  find_cells (box, plan.cells);
  number = get_width (plan.cells[NUMBER], TRUE);
  when = MAX (follow_px (box, WHEN_WIDTH), get_width (plan.cells[WHEN], FALSE));
  pill = MAX (follow_px (box, PILL_WIDTH), get_width (plan.cells[PILL], FALSE));
  left = number + GAP;
  right = width;
  put (&plan, NUMBER, 0, 0, number);
  if (width >= follow_px (box, WHEN_FROM_WIDTH))
    {
      put (&plan, PILL, right - pill, 0, pill);
      put (&plan, WHEN, right - pill - GAP - when, 0, when);
      right -= pill + when + 2 * GAP;
    }
  if (width >= follow_px (box, LEAD_FROM_WIDTH))
    {
      int lead = MAX (follow_px (box, LEAD_WIDTH), get_width (plan.cells[LEAD], FALSE));

      put (&plan, LEAD, right - lead, 0, lead);
      right -= lead + GAP;
      put (&plan, TEXT, left, 0, MAX (right - left, 0));
      return plan;
    }
  put (&plan, TEXT, left, 0, MAX (right - left, 0));
  put (&plan, LEAD, left, plan.places[TEXT].height + 1, MAX (right - left, 0));
  if (plan.places[PILL].width == 0)
    {
      int y = plan.places[LEAD].y + plan.places[LEAD].height + LINE_GAP;
      gboolean fits = when + GAP + pill <= right - left;

      put (&plan, WHEN, left, y, when);
      put (&plan, PILL, fits ? left + when + GAP : left, fits ? y : y + plan.places[WHEN].height + LINE_GAP,
           pill);
    }
  return plan;
}

static void
measure_row (GtkWidget *box,
             GtkOrientation orientation,
             int for_size,
             int *minimum,
             int *natural,
             int *minimum_baseline,
             int *natural_baseline)
{
  GtkWidget *cells[N_CELLS];

  find_cells (box, cells);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = plan_row (box, for_size >= 0 ? for_size : get_width (box, TRUE)).height;
      return;
    }
  *minimum = follow_px (box, WHEN_WIDTH);
  for (guint i = TEXT; i < N_CELLS; i++)
    *minimum = MAX (*minimum, get_width (cells[i], FALSE));
  *minimum += get_width (cells[NUMBER], TRUE) + GAP;
  *natural = MAX (*minimum, get_width (cells[NUMBER], TRUE) + 4 * GAP +
                                follow_px (box, TEXT_WIDTH + LEAD_WIDTH + WHEN_WIDTH + PILL_WIDTH));
}

static void
allocate_row (GtkWidget *box, int width, int height, int baseline)
{
  RowPlan plan = plan_row (box, width);
  gboolean mirrored = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < N_CELLS; i++)
    {
      if (mirrored)
        plan.places[i].x = width - plan.places[i].x - plan.places[i].width;
      gtk_widget_size_allocate (plan.cells[i], &plan.places[i], -1);
    }
}

static GtkSizeRequestMode
request_height_for_width (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

GtkLayoutManager *
follow_plan_row_layout_new (void)
{
  return gtk_custom_layout_new (request_height_for_width, measure_row, allocate_row);
}

/* Returns: how wide the text beside the actions is; 0 when it stands above them */
static int
get_left_width (GtkWidget *box, int width)
{
  return width >= follow_px (box, BESIDE_FROM_WIDTH) ? follow_px (box, LEFT_WIDTH) : 0;
}

static void
measure_area (GtkWidget *box,
              GtkOrientation orientation,
              int for_size,
              int *minimum,
              int *natural,
              int *minimum_baseline,
              int *natural_baseline)
{
  GtkWidget *left = gtk_widget_get_first_child (box);
  GtkWidget *right = gtk_widget_get_last_child (box);
  int left_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (get_width (left, FALSE), get_width (right, FALSE));
      *natural = follow_px (box, LEFT_WIDTH) + 1 + get_width (right, TRUE);
      return;
    }
  for_size = for_size >= 0 ? for_size : get_width (box, TRUE);
  left_width = get_left_width (box, for_size);
  if (left_width > 0)
    *minimum = MAX (get_height (left, left_width), get_height (right, for_size - left_width - 1));
  else
    *minimum = get_height (left, for_size) + 1 + get_height (right, for_size);
  *natural = *minimum;
}

static void
allocate_area (GtkWidget *box, int width, int height, int baseline)
{
  GtkWidget *left = gtk_widget_get_first_child (box);
  GtkWidget *line = gtk_widget_get_next_sibling (left);
  GtkWidget *right = gtk_widget_get_last_child (box);
  int left_width = get_left_width (box, width);
  int left_height = get_height (left, width);
  gboolean mirrored = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;

  if (left_width == 0)
    {
      gtk_widget_size_allocate (left, &(GtkAllocation){ 0, 0, width, left_height }, -1);
      gtk_widget_size_allocate (line, &(GtkAllocation){ 0, left_height, width, 1 }, -1);
      gtk_widget_size_allocate (
          right, &(GtkAllocation){ 0, left_height + 1, width, MAX (height - left_height - 1, 0) }, -1);
      return;
    }
  gtk_widget_size_allocate (left,
                            &(GtkAllocation){ mirrored ? width - left_width : 0, 0, left_width, height }, -1);
  gtk_widget_size_allocate (
      line, &(GtkAllocation){ mirrored ? width - left_width - 1 : left_width, 0, 1, height }, -1);
  gtk_widget_size_allocate (
      right, &(GtkAllocation){ mirrored ? 0 : left_width + 1, 0, width - left_width - 1, height }, -1);
}

GtkLayoutManager *
follow_plan_area_layout_new (void)
{
  return gtk_custom_layout_new (request_height_for_width, measure_area, allocate_area);
}
