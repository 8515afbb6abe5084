/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-cell-private.h"

#include <math.h>

/* Sizes as in style.css, where pills made of widgets have them. */
#define SMALL_SCALE 0.9
#define PILL_SCALE 0.88
#define PILL_RADIUS 6
#define PILL_TINT 0.14
#define ICON_SIZE 12
#define ICON_SPACE 4
#define LINE_SPACE 1

typedef struct
{
  FollowCell *cell;
  GtkSnapshot *snapshot;
  GdkRGBA text_colour;
  int width;
  gboolean rtl;
} Painter;

/* Asked of the list, which has one font for all its cells and remembers how high it is. */
static int
get_line_height (FollowCell *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  PangoContext *context = gtk_widget_get_pango_context (list != NULL ? list : GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

int
follow_cell_measure_height (FollowCell *self)
{
  int n_lines = self->column.n_lines;

  return n_lines * get_line_height (self) + (n_lines - 1) * LINE_SPACE;
}

static PangoLayout *
make_layout (FollowCell *self, const char *text, double scale, PangoStyle style, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_style_new (style));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static GdkRGBA
look_up (FollowCell *self, const char *name, GdkRGBA fallback)
{
  GdkRGBA colour;

  return gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour)
             ? colour
             : fallback;
}

static GdkRGBA
get_colour (Painter *painter, FollowCellStyle style)
{
  GdkRGBA colour = painter->text_colour;

  switch (style)
    {
    case FOLLOW_CELL_LATE:
      return look_up (painter->cell, "follow_late", colour);
    case FOLLOW_CELL_SOON:
      return look_up (painter->cell, "follow_soon", colour);
    case FOLLOW_CELL_DIM:
    case FOLLOW_CELL_GAP:
      colour.alpha *= 0.74f;
      return colour;
    case FOLLOW_CELL_PLAIN:
    default:
      return colour;
    }
}

/* Paints @layout at the edge where reading begins, @x from it. */
static void
paint_layout (Painter *painter, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (painter->rtl)
    x = painter->width - x -
        (pango_layout_get_width (layout) > 0 ? PANGO_PIXELS (pango_layout_get_width (layout)) : width);
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (painter->snapshot, layout, colour);
  gtk_snapshot_restore (painter->snapshot);
}

static void
paint_icon (Painter *painter, const char *name, double y, const GdkRGBA *colour)
{
  FollowCell *self = painter->cell;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (GTK_WIDGET (self)), GTK_TEXT_DIR_NONE, 0);
  double x = painter->rtl ? painter->width - ICON_SIZE : 0;

  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (painter->snapshot),
                                            ICON_SIZE, ICON_SIZE, colour, 1);
  gtk_snapshot_restore (painter->snapshot);
}

/* Returns: the height of the line */
static int
paint_line (Painter *painter, const FollowCellLine *line, int n_lines, int y)
{
  gboolean loud = line->style == FOLLOW_CELL_LATE || line->style == FOLLOW_CELL_SOON;
  g_autoptr (PangoLayout) layout =
      make_layout (painter->cell, line->text, line->small ? SMALL_SCALE : 1.0,
                   line->style == FOLLOW_CELL_GAP ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL,
                   loud ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  GdkRGBA colour = get_colour (painter, line->style);
  int x = line->icon != NULL ? ICON_SIZE + ICON_SPACE : 0;
  int height;

  pango_layout_set_width (layout, MAX (painter->width - x, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (painter->cell->column.field->type == FOLLOW_FIELD_INTEGER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (line->icon != NULL)
    paint_icon (painter, line->icon, y + (height - ICON_SIZE) / 2.0, &colour);
  paint_layout (painter, layout, x, y, &colour);
  return height;
}

static void
fill_rounded (Painter *painter,
              double x,
              double y,
              double width,
              double height,
              gboolean only_start,
              const GdkRGBA *colour)
{
  GskRoundedRect rect;
  graphene_size_t round = GRAPHENE_SIZE_INIT (PILL_RADIUS, PILL_RADIUS);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);
  double start = painter->rtl ? painter->width - x - width : x;
  gboolean left = !only_start || !painter->rtl;
  gboolean right = !only_start || painter->rtl;

  gsk_rounded_rect_init (&rect, &GRAPHENE_RECT_INIT ((float) start, (float) y, (float) width, (float) height),
                         left ? &round : &square, right ? &round : &square, right ? &round : &square,
                         left ? &round : &square);
  gtk_snapshot_push_rounded_clip (painter->snapshot, &rect);
  gtk_snapshot_append_color (painter->snapshot, colour, &rect.bounds);
  gtk_snapshot_pop (painter->snapshot);
}

static void
outline_rounded (Painter *painter, double y, double width, double height, const GdkRGBA *colour)
{
  const float line[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  double x = painter->rtl ? painter->width - width : 0;
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (
      &rect, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), PILL_RADIUS);
  gtk_snapshot_append_border (painter->snapshot, &rect, line, colours);
}

/* A letter on a solid ground, a word on a tint of it, as FollowPill has them. Returns: the height */
static int
paint_pill (Painter *painter)
{
  FollowCell *self = painter->cell;
  g_autoptr (PangoLayout) letter =
      make_layout (self, self->letter, PILL_SCALE, PANGO_STYLE_NORMAL, PANGO_WEIGHT_ULTRABOLD);
  g_autoptr (PangoLayout) word =
      make_layout (self, self->first.text, PILL_SCALE, PANGO_STYLE_NORMAL, PANGO_WEIGHT_NORMAL);
  g_autofree char *name = g_strconcat ("follow_", self->colour, NULL);
  GdkRGBA ground = look_up (self, name, painter->text_colour);
  GdkRGBA tint = ground;
  GdkRGBA white = { 1, 1, 1, 1 };
  gboolean outline = g_str_equal (self->colour, "outline");
  GdkRGBA ink = outline                               ? painter->text_colour
                : g_str_equal (self->colour, "amber") ? look_up (self, "follow_amber_letter", white)
                                                      : white;
  int em = get_line_height (self) * PILL_SCALE;
  int letter_width, word_width, word_height, block, width, height;

  pango_layout_get_pixel_size (letter, &letter_width, NULL);
  pango_layout_get_pixel_size (word, &word_width, &word_height);
  block = MAX (letter_width + 6, (int) (em * 1.2));
  height = word_height + 3;
  width = MIN (block + word_width + (int) (em * 0.85), painter->width);
  pango_layout_set_width (word, MAX (width - block - (int) (em * 0.6), 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (word, PANGO_ELLIPSIZE_END);
  tint.alpha = PILL_TINT;
  if (outline)
    outline_rounded (painter, 0, width, height, &ground);
  else
    {
      fill_rounded (painter, 0, 0, width, height, FALSE, &tint);
      fill_rounded (painter, 0, 0, block, height, TRUE, &ground);
    }
  paint_layout (painter, letter, (block - letter_width) / 2.0, 1, &ink);
  paint_layout (painter, word, block + em * 0.4, 1, &painter->text_colour);
  return height;
}

void
follow_cell_paint (FollowCell *self, GtkSnapshot *snapshot)
{
  Painter painter = {
    .cell = self,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };
  int y = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &painter.text_colour);
  if (self->letter != NULL)
    y = paint_pill (&painter);
  else if (self->first.text != NULL)
    y = paint_line (&painter, &self->first, self->column.second != NULL ? 1 : self->column.n_lines, 0);
  if (self->second.text != NULL)
    paint_line (&painter, &self->second, 1, MAX (y, get_line_height (self)) + LINE_SPACE);
}
