/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "follow-error.h"

#define BLOCK (256 * 1024)
#define END "</worksheet>"
/* Kept of each block, so that what its end cuts is seen whole. */
#define CARRY (sizeof END - 1)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_t, zip_discard)

/* "<" stands in no text of an XML file, so these can only be the tags themselves. */
static guint64
count_values (const char *text, gsize length)
{
  const char *end = text + length;
  guint64 count = 0;

  for (const char *p = memchr (text, '<', length); p != NULL && end - p > 3;
       p = memchr (p + 1, '<', end - p - 1))
    if ((p[1] == 'v' && p[2] == '>') || (p[1] == 'i' && p[2] == 's' && p[3] == '>'))
      count++;
  return count;
}

static gboolean
count_sheet (zip_file_t *file, guint64 *count)
{
  g_autofree char *block = g_malloc (CARRY + BLOCK + 1);
  gsize have = 0;
  gboolean ended = FALSE;
  zip_int64_t n;

  *count = 0;
  while ((n = zip_fread (file, block + have, BLOCK)) > 0)
    {
      gsize length = have + n;
      /* A tag in the last three bytes was not counted, as it may not have been whole. */
      gsize seen = have > 3 ? have - 3 : 0;
      gsize keep = MIN (length, CARRY);

      block[length] = '\0';
      *count += count_values (block + seen, length - seen);
      memmove (block, block + length - keep, keep + 1);
      ended = g_str_equal (block, END);
      have = keep;
    }
  return n == 0 && ended;
}

gboolean
follow_xlsx_count_cells (const char *path, guint n_sheets, guint64 *counts, GError **error)
{
  g_autoptr (zip_t) zip = zip_open (path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      zip_file_t *file = zip != NULL ? zip_fopen (zip, name, 0) : NULL;
      gboolean whole = file != NULL && count_sheet (file, &counts[i]);

      /* The checksum is compared at the end of the entry. */
      if (file != NULL && zip_fclose (file) != 0)
        whole = FALSE;
      if (!whole)
        {
          g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED,
                               _ ("The workbook did not arrive whole."));
          return FALSE;
        }
    }
  return TRUE;
}
