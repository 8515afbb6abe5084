/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-colour.h"

#include <glib/gi18n-lib.h>

/* Upwards by hue, in degrees. */
static const struct
{
  guint below;
  const char *name;
  const char *status;
} hues[] = {
  { 18, N_ ("red"), "off_track" },   { 44, N_ ("orange"), "slippage" }, { 68, N_ ("yellow"), "slippage" },
  { 170, N_ ("green"), "on_track" }, { 262, N_ ("blue"), "complete" },  { 335, N_ ("purple"), NULL },
  { 361, N_ ("red"), "off_track" },
};

/* Under this, in 255ths, a colour is one of grey. */
#define LEAST_CHROMA 28

static guint
get_hue (int red, int green, int blue, int chroma)
{
  const int most = MAX (red, MAX (green, blue));
  int hue;

  if (most == red)
    hue = 60 * (green - blue) / chroma;
  else if (most == green)
    hue = 120 + 60 * (blue - red) / chroma;
  else
    hue = 240 + 60 * (red - green) / chroma;
  return (hue + 360) % 360;
}

/* Returns: where in the list, -1 for grey */
static int
find_hue (guint32 colour)
{
  const int red = colour >> 16 & 0xff;
  const int green = colour >> 8 & 0xff;
  const int blue = colour & 0xff;
  const int chroma = MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue));
  int i = 0;

  if (chroma < LEAST_CHROMA)
    return -1;
  while (get_hue (red, green, blue, chroma) >= hues[i].below)
    i++;
  return i;
}

const char *
follow_colour_get_name (guint32 colour)
{
  int i = find_hue (colour);

  return i >= 0 ? _ (hues[i].name) : (colour & 0xff) > 0xf0 ? _ ("white") : _ ("grey");
}

const char *
follow_colour_guess_status (guint32 colour)
{
  int i = find_hue (colour);

  return i >= 0 ? hues[i].status : NULL;
}
