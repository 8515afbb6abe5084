/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-parts.h"

#include <stdlib.h>

/* Excel allows 65,490 of the cells' own. */
#define MAX_STYLES 1000000

#define BLACK 0x000000
#define WHITE 0xffffff

/* How much of the area the pattern's own colour covers, about. */
static const struct
{
  const char *name;
  double share;
} patterns[] = {
  { "solid", 1 },
  { "darkGray", 0.75 },
  { "darkTrellis", 0.75 },
  { "mediumGray", 0.5 },
  { "darkHorizontal", 0.5 },
  { "darkVertical", 0.5 },
  { "darkDown", 0.5 },
  { "darkUp", 0.5 },
  { "darkGrid", 0.5 },
  { "lightGrid", 0.4 },
  { "lightTrellis", 0.3 },
  { "lightGray", 0.25 },
  { "lightHorizontal", 0.25 },
  { "lightVertical", 0.25 },
  { "lightDown", 0.25 },
  { "lightUp", 0.25 },
  { "gray125", 0.125 },
  { "gray0625", 0.0625 },
};

typedef struct
{
  double share; /* 0 for no fill */
  FollowXlsxColour colour;
  FollowXlsxColour ground;
} Fill;

/* What the code of a number's format says. */
typedef struct
{
  guint8 kind;
  FollowNumberDigits digits;
} Code;

typedef struct
{
  Code code;
  guint32 font;
  guint32 fill;
} Format;

typedef struct
{
  FollowXlsxParts *parts;
  GHashTable *codes; /* Code by the format's number */
  GByteArray *fonts; /* whether struck through */
  GArray *fills;     /* of Fill */
  GArray *formats;   /* of Format: resolved at the end, when the palette is known */
  enum
  {
    SECTION_NONE,
    SECTION_FONTS,
    SECTION_FILLS,
    SECTION_CELLS,
    SECTION_PALETTE,
  } section;
} StylesParse;

static guint32
number_attribute (const char **attributes, const char *name)
{
  const char *value = follow_xlsx_attribute (attributes, name);

  return value != NULL ? MIN (strtoul (value, NULL, 10), G_MAXINT32) : 0;
}

static void
add_code (StylesParse *self, const char **attributes)
{
  const char *text = follow_xlsx_attribute (attributes, "formatCode");
  Code code;

  if (g_hash_table_size (self->codes) >= MAX_STYLES)
    follow_xlsx_package_refuse_large (self->parts->package);
  else if (text != NULL)
    {
      code = (Code){ follow_number_kind_of_code (text), follow_number_digits_of_code (text) };
      g_hash_table_insert (self->codes, GUINT_TO_POINTER (number_attribute (attributes, "numFmtId")),
                           g_memdup2 (&code, sizeof code));
    }
}

static void
add_format (StylesParse *self, const char **attributes)
{
  guint number = number_attribute (attributes, "numFmtId");
  const Code *known = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (number));
  Format format = { .font = number_attribute (attributes, "fontId"),
                    .fill = number_attribute (attributes, "fillId") };

  format.code = known != NULL
                    ? *known
                    : (Code){ follow_number_kind_of_id (number), follow_number_digits_of_id (number) };
  if (self->formats->len >= MAX_STYLES)
    follow_xlsx_package_refuse_large (self->parts->package);
  else
    g_array_append_val (self->formats, format);
}

static void
start_in_fonts (StylesParse *self, const char *name, const char **attributes)
{
  const guint8 not_struck = FALSE;

  if (g_str_equal (name, "font") && self->fonts->len >= MAX_STYLES)
    follow_xlsx_package_refuse_large (self->parts->package);
  else if (g_str_equal (name, "font"))
    g_byte_array_append (self->fonts, &not_struck, 1);
  else if (g_str_equal (name, "strike") && self->fonts->len > 0)
    self->fonts->data[self->fonts->len - 1] = follow_xlsx_attribute (attributes, "val") == NULL ||
                                              follow_xlsx_attribute_is_true (attributes, "val");
}

static double
pattern_share (const char *pattern)
{
  for (gsize i = 0; pattern != NULL && i < G_N_ELEMENTS (patterns); i++)
    if (g_str_equal (pattern, patterns[i].name))
      return patterns[i].share;
  return 0;
}

static void
start_in_fills (StylesParse *self, const char *name, const char **attributes)
{
  const Fill none = { 0 };
  Fill *fill;

  if (g_str_equal (name, "fill") && self->fills->len >= MAX_STYLES)
    follow_xlsx_package_refuse_large (self->parts->package);
  else if (g_str_equal (name, "fill"))
    g_array_append_val (self->fills, none);
  if (self->fills->len == 0)
    return;
  fill = &g_array_index (self->fills, Fill, self->fills->len - 1);
  if (g_str_equal (name, "patternFill"))
    fill->share = pattern_share (follow_xlsx_attribute (attributes, "patternType"));
  else if (g_str_equal (name, "fgColor"))
    fill->colour = follow_xlsx_colour_read (attributes);
  else if (g_str_equal (name, "bgColor"))
    fill->ground = follow_xlsx_colour_read (attributes);
  else if (g_str_equal (name, "color"))
    {
      /* A gradient counts as half of its first colour and half of its last. */
      FollowXlsxColour colour = follow_xlsx_colour_read (attributes);

      if (fill->share == 0)
        fill->colour = colour;
      fill->share = 0.5;
      fill->ground = colour;
    }
}

static void
style_started_cb (gpointer data, const char *name, const char **attributes)
{
  StylesParse *self = data;

  /* Formats for conditions (dxfs) hold fonts and fills of their own. What they colour follows from the
   * cells' values, so that is no fill of the cell; neither is a table's style. */
  if (g_str_equal (name, "fonts"))
    self->section = SECTION_FONTS;
  else if (g_str_equal (name, "fills"))
    self->section = SECTION_FILLS;
  else if (g_str_equal (name, "cellXfs"))
    self->section = SECTION_CELLS;
  else if (g_str_equal (name, "indexedColors"))
    self->section = SECTION_PALETTE;
  else if (g_str_equal (name, "dxfs") || g_str_equal (name, "cellStyleXfs") || g_str_equal (name, "extLst"))
    self->section = SECTION_NONE;
  else if (g_str_equal (name, "numFmt") && self->section == SECTION_NONE)
    add_code (self, attributes);
  else if (self->section == SECTION_FONTS)
    start_in_fonts (self, name, attributes);
  else if (self->section == SECTION_FILLS)
    start_in_fills (self, name, attributes);
  else if (self->section == SECTION_CELLS && g_str_equal (name, "xf"))
    add_format (self, attributes);
  else if (self->section == SECTION_PALETTE && g_str_equal (name, "rgbColor"))
    follow_xlsx_colours_add (&self->parts->colours, attributes);
}

static void
style_ended_cb (gpointer data, const char *name)
{
  StylesParse *self = data;

  if (g_str_equal (name, "fonts") || g_str_equal (name, "fills") || g_str_equal (name, "cellXfs") ||
      g_str_equal (name, "indexedColors"))
    self->section = SECTION_NONE;
}

static FollowReadColour
fill_colour (const FollowXlsxColours *colours, const Fill *fill)
{
  guint32 colour = follow_xlsx_colours_resolve (colours, &fill->colour, BLACK);
  guint32 ground = follow_xlsx_colours_resolve (colours, &fill->ground, WHITE);

  return fill->share > 0 ? FOLLOW_READ_FILLED | follow_xlsx_colours_mix (colour, ground, fill->share)
                         : FOLLOW_READ_NO_FILL;
}

static void
resolve (StylesParse *self)
{
  for (guint i = 0; i < self->formats->len; i++)
    {
      const Format *format = &g_array_index (self->formats, Format, i);
      FollowXlsxStyle style = { .kind = format->code.kind, .digits = format->code.digits };

      if (format->font < self->fonts->len)
        style.is_struck = self->fonts->data[format->font];
      if (format->fill < self->fills->len)
        style.fill = fill_colour (&self->parts->colours, &g_array_index (self->fills, Fill, format->fill));
      g_array_append_val (self->parts->styles, style);
    }
}

gboolean
follow_xlsx_read_styles (FollowXlsxParts *self, const char *part, GError **error)
{
  const FollowXlsxHandlers handlers = { style_started_cb, style_ended_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GByteArray) fonts = g_byte_array_new ();
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (Fill));
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (Format));
  StylesParse parse = { self, codes, fonts, fills, formats, SECTION_NONE };

  if (!follow_xlsx_package_parse (self->package, part, &handlers, &parse, error))
    return FALSE;
  resolve (&parse);
  return TRUE;
}
