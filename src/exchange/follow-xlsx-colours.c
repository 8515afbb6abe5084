/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-colours.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Styles count the light ones first, the theme names the dark ones first. */
static const char *const theme_names[FOLLOW_XLSX_N_THEME_COLOURS] = {
  "lt1",     "dk1",     "lt2",     "dk2",     "accent1", "accent2",
  "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink",
};

static const guint32 office_theme[FOLLOW_XLSX_N_THEME_COLOURS] = {
  0xffffff, 0x000000, 0xe7e6e6, 0x44546a, 0x5b9bd5, 0xed7d31,
  0xa5a5a5, 0xffc000, 0x4472c4, 0x70ad47, 0x0563c1, 0x954f72,
};

/* ECMA-376 part 1, 18.8.27. The first eight stand there twice. */
static const guint32 office_palette[FOLLOW_XLSX_N_INDEXED_COLOURS] = {
  0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x000000, 0xffffff,
  0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x800000, 0x008000, 0x000080, 0x808000,
  0x800080, 0x008080, 0xc0c0c0, 0x808080, 0x9999ff, 0x993366, 0xffffcc, 0xccffff, 0x660066, 0xff8080,
  0x0066cc, 0xccccff, 0x000080, 0xff00ff, 0xffff00, 0x00ffff, 0x800080, 0x800000, 0x008080, 0x0000ff,
  0x00ccff, 0xccffff, 0xccffcc, 0xffff99, 0x99ccff, 0xff99cc, 0xcc99ff, 0xffcc99, 0x3366ff, 0x33cccc,
  0x99cc00, 0xffcc00, 0xff9900, 0xff6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300,
  0x993300, 0x993366, 0x333399, 0x333333,
};

void
follow_xlsx_colours_init (FollowXlsxColours *self)
{
  memcpy (self->theme, office_theme, sizeof office_theme);
  memcpy (self->palette, office_palette, sizeof office_palette);
  self->n_own = 0;
}

/* AARRGGBB or RRGGBB. What is written for transparency is not meant: openpyxl's is always 00. */
static gboolean
read_rgb (const char *text, guint32 *rgb)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if ((length != 8 && length != 6) || strspn (text, "0123456789abcdefABCDEF") != length)
    return FALSE;
  *rgb = strtoul (text, NULL, 16) & 0xffffff;
  return TRUE;
}

typedef struct
{
  FollowXlsxColours *colours;
  gboolean in_scheme;
  int index; /* of the colour that is being read, or -1 */
} ThemeParse;

static void
theme_started_cb (gpointer data, const char *name, const char **attributes)
{
  ThemeParse *self = data;
  guint32 rgb;

  if (g_str_equal (name, "clrScheme"))
    self->in_scheme = TRUE;
  if (!self->in_scheme)
    return;
  for (int i = 0; i < FOLLOW_XLSX_N_THEME_COLOURS; i++)
    if (g_str_equal (name, theme_names[i]))
      self->index = i;
  /* A colour of the system's is what it was when the workbook was saved. */
  if (self->index >= 0 &&
      ((g_str_equal (name, "srgbClr") && read_rgb (follow_xlsx_attribute (attributes, "val"), &rgb)) ||
       (g_str_equal (name, "sysClr") && read_rgb (follow_xlsx_attribute (attributes, "lastClr"), &rgb))))
    self->colours->theme[self->index] = rgb;
}

static void
theme_ended_cb (gpointer data, const char *name)
{
  ThemeParse *self = data;

  if (g_str_equal (name, "clrScheme"))
    self->in_scheme = FALSE;
  else if (self->index >= 0 && g_str_equal (name, theme_names[self->index]))
    self->index = -1;
}

gboolean
follow_xlsx_colours_read_theme (FollowXlsxColours *self,
                                FollowXlsxPackage *package,
                                const char *part,
                                GError **error)
{
  const FollowXlsxHandlers handlers = { .start = theme_started_cb, .end = theme_ended_cb };
  ThemeParse parse = { self, FALSE, -1 };

  return follow_xlsx_package_parse (package, part, &handlers, &parse, error);
}

void
follow_xlsx_colours_add (FollowXlsxColours *self, const char **attributes)
{
  guint32 rgb;

  if (self->n_own >= FOLLOW_XLSX_N_INDEXED_COLOURS)
    return;
  if (read_rgb (follow_xlsx_attribute (attributes, "rgb"), &rgb))
    self->palette[self->n_own] = rgb;
  self->n_own++;
}

FollowXlsxColour
follow_xlsx_colour_read (const char **attributes)
{
  const char *theme = follow_xlsx_attribute (attributes, "theme");
  const char *indexed = follow_xlsx_attribute (attributes, "indexed");
  const char *tint = follow_xlsx_attribute (attributes, "tint");
  FollowXlsxColour colour = { 0 };

  if (read_rgb (follow_xlsx_attribute (attributes, "rgb"), &colour.value))
    colour.type = FOLLOW_XLSX_COLOUR_RGB;
  else if (theme != NULL || indexed != NULL)
    {
      colour.type = theme != NULL ? FOLLOW_XLSX_COLOUR_THEME : FOLLOW_XLSX_COLOUR_INDEXED;
      colour.value = MIN (strtoul (theme != NULL ? theme : indexed, NULL, 10), G_MAXUINT16);
    }
  colour.tint = tint != NULL ? g_ascii_strtod (tint, NULL) : 0;
  if (!(colour.tint >= -1 && colour.tint <= 1))
    colour.tint = 0;
  return colour;
}

static double
channel_of_hue (double low, double high, double hue)
{
  hue -= floor (hue);
  if (hue * 6 < 1)
    return low + (high - low) * hue * 6;
  if (hue * 2 < 1)
    return high;
  if (hue * 3 < 2)
    return low + (high - low) * (4 - hue * 6);
  return low;
}

/* Tints change the lightness and leave hue and saturation alone (ECMA-376 part 1, 18.8.19). */
static guint32
apply_tint (guint32 rgb, double tint)
{
  double red = (rgb >> 16 & 0xff) / 255.0;
  double green = (rgb >> 8 & 0xff) / 255.0;
  double blue = (rgb & 0xff) / 255.0;
  double most = MAX (red, MAX (green, blue));
  double least = MIN (red, MIN (green, blue));
  double range = most - least;
  double light = (most + least) / 2;
  double saturation = range > 0 ? range / (1 - fabs (2 * light - 1)) : 0;
  double hue = 0;
  double high;
  double low;

  if (range > 0 && most == red)
    hue = (green - blue) / range / 6;
  else if (range > 0 && most == green)
    hue = ((blue - red) / range + 2) / 6;
  else if (range > 0)
    hue = ((red - green) / range + 4) / 6;
  light = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  high = light < 0.5 ? light * (1 + saturation) : light + saturation - light * saturation;
  low = 2 * light - high;
  return (guint32) round (channel_of_hue (low, high, hue + 1 / 3.0) * 255) << 16 |
         (guint32) round (channel_of_hue (low, high, hue) * 255) << 8 |
         (guint32) round (channel_of_hue (low, high, hue - 1 / 3.0) * 255);
}

guint32
follow_xlsx_colours_resolve (const FollowXlsxColours *self, const FollowXlsxColour *colour, guint32 fallback)
{
  guint32 rgb = fallback;

  if (colour->type == FOLLOW_XLSX_COLOUR_RGB)
    rgb = colour->value;
  else if (colour->type == FOLLOW_XLSX_COLOUR_THEME && colour->value < FOLLOW_XLSX_N_THEME_COLOURS)
    rgb = self->theme[colour->value];
  else if (colour->type == FOLLOW_XLSX_COLOUR_INDEXED && colour->value < FOLLOW_XLSX_N_INDEXED_COLOURS)
    rgb = self->palette[colour->value];
  /* Numbers beyond the palette are the system's colours for text and background: the fallback. */
  return colour->tint != 0 ? apply_tint (rgb, colour->tint) : rgb;
}

guint32
follow_xlsx_colours_mix (guint32 colour, guint32 other, double share)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    mixed |= (guint32) round ((colour >> shift & 0xff) * share + (other >> shift & 0xff) * (1 - share))
             << shift;
  return mixed;
}
