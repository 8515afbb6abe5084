/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-package.h"

G_BEGIN_DECLS

#define FOLLOW_XLSX_N_THEME_COLOURS 12
#define FOLLOW_XLSX_N_INDEXED_COLOURS 64

/* The colours that a workbook's styles only number: those of its theme, and of its palette. */
typedef struct
{
  guint32 theme[FOLLOW_XLSX_N_THEME_COLOURS]; /* 0xRRGGBB, in the order that styles count them */
  guint32 palette[FOLLOW_XLSX_N_INDEXED_COLOURS];
  guint n_own; /* entries of the palette that the workbook gave */
} FollowXlsxColours;

/* A colour as it is written. */
typedef struct
{
  enum
  {
    FOLLOW_XLSX_COLOUR_ABSENT,
    FOLLOW_XLSX_COLOUR_RGB,
    FOLLOW_XLSX_COLOUR_THEME,
    FOLLOW_XLSX_COLOUR_INDEXED,
  } type;
  guint32 value;
  double tint; /* from -1, black, to 1, white */
} FollowXlsxColour;

/* Office's own theme and palette. */
void follow_xlsx_colours_init (FollowXlsxColours *self);
gboolean follow_xlsx_colours_read_theme (FollowXlsxColours *self,
                                         FollowXlsxPackage *package,
                                         const char *part,
                                         GError **error);
/* The next entry of the workbook's own palette. */
void follow_xlsx_colours_add (FollowXlsxColours *self, const char **attributes);

FollowXlsxColour follow_xlsx_colour_read (const char **attributes);
/* Returns: 0xRRGGBB; @fallback where there is none or one that nobody knows. */
guint32 follow_xlsx_colours_resolve (const FollowXlsxColours *self,
                                     const FollowXlsxColour *colour,
                                     guint32 fallback);
/* How it looks when a @share of 0 to 1 of an area has the one colour and the rest the other. */
guint32 follow_xlsx_colours_mix (guint32 colour, guint32 other, double share);

G_END_DECLS
