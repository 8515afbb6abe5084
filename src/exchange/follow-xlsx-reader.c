/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "follow-error.h"
#include "follow-xlsx-sheet-private.h"

#define HEAD 4096
/* Of the old compound files: a header, then numbered sectors, in one of which the names begin. */
#define COMPOUND_MAGIC "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define COMPOUND_NAMES 2048

/* A file on disk or in memory. */
typedef struct
{
  const char *path;
  GBytes *bytes;
  char *name;
  guint64 size;
} Source;

/* Reads up to @size bytes from @at. Returns: how many there were. */
static gsize
peek (const Source *self, guint64 at, guchar *buffer, gsize size)
{
  gsize n = 0;
  FILE *file;

  if (at >= self->size)
    return 0;
  if (self->bytes != NULL)
    {
      n = MIN (size, self->size - at);
      memcpy (buffer, (const guchar *) g_bytes_get_data (self->bytes, NULL) + at, n);
      return n;
    }
  file = g_fopen (self->path, "rbe");
  if (file == NULL)
    return 0;
  if (fseeko (file, at, SEEK_SET) == 0)
    n = fread (buffer, 1, size, file);
  fclose (file);
  return n;
}

static guint32
little_endian (const guchar *p)
{
  return p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static gboolean
contains_wide (const guchar *bytes, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + 2 * n <= length; i++)
    {
      gsize k = 0;

      while (k < n && bytes[i + 2 * k] == (guchar) word[k] && bytes[i + 2 * k + 1] == 0)
        k++;
      if (k == n)
        return TRUE;
    }
  return FALSE;
}

/* Excel wraps a workbook with a password into the same kind of file as an old .xls. */
static gboolean
has_password (const Source *self, const guchar *head, gsize length)
{
  guchar names[COMPOUND_NAMES];
  guint shift = length >= 52 ? head[30] : 9;
  guint64 at = length >= 52 ? ((guint64) little_endian (head + 48) + 1) << MIN (shift, 16) : 0;
  gsize n = peek (self, at, names, sizeof names);

  return contains_wide (names, n, "Encrypt") || contains_wide (names, n, "DataSpaces");
}

static gboolean
refuse (const Source *self, int code, const char *reason, GError **error)
{
  follow_read_set_error (error, code, self->name, reason);
  return FALSE;
}

static gboolean
refuse_markup (const Source *self, const guchar *head, gsize length, GError **error)
{
  g_autofree char *text = g_ascii_strdown ((const char *) head, length);

  if (g_strstr_len (text, length, "office:document") != NULL)
    return refuse (self, FOLLOW_ERROR_FOREIGN,
                   _ ("it is an OpenDocument file. Save it as an Excel workbook (.xlsx) and try again"),
                   error);
  if (g_strstr_len (text, length, "office:spreadsheet") != NULL)
    return refuse (
        self, FOLLOW_ERROR_FOREIGN,
        _ ("it is a spreadsheet in an old XML form. Save it as an Excel workbook (.xlsx) and try again"),
        error);
  return refuse (self, FOLLOW_ERROR_FOREIGN,
                 _ ("it is a web page named as a workbook. Open it in Excel, save it as .xlsx and try again"),
                 error);
}

static gboolean
check_head (const Source *self, GError **error)
{
  guchar head[HEAD] = { 0 };
  gsize n = peek (self, 0, head, sizeof head);
  gsize at = 0;

  if (self->size == 0)
    return refuse (self, FOLLOW_ERROR_DAMAGED, _ ("it is empty"), error);
  if (n >= 4 && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "PK\5\6", 4) == 0))
    return TRUE;
  if (n >= 8 && memcmp (head, COMPOUND_MAGIC, 8) == 0)
    return has_password (self, head, n)
               ? refuse (self, FOLLOW_ERROR_REFUSED,
                         _ ("it is protected by a password. Open it in Excel, take the password off and try "
                            "again"),
                         error)
               : refuse (self, FOLLOW_ERROR_FOREIGN,
                         _ ("it is an old Excel file (.xls). Save it as .xlsx and try again"), error);
  if (n >= 4 && head[0] == 0x09 && head[1] <= 8 && head[2] <= 16 && head[3] == 0)
    return refuse (self, FOLLOW_ERROR_FOREIGN,
                   _ ("it is an old Excel file (.xls). Save it as .xlsx and try again"), error);
  if (n >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < n && g_ascii_isspace (head[at]))
    at++;
  if (at < n && head[at] == '<')
    return refuse_markup (self, head, n, error);
  return refuse (self, FOLLOW_ERROR_FOREIGN, _ ("it is not an Excel workbook"), error);
}

static FollowReadBook *
read_workbook (const Source *source,
               const FollowReadLimits *limits,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FollowXlsxPackage) package = NULL;
  g_autoptr (FollowReadBook) book = follow_read_book_new ();
  g_auto (FollowXlsxParts) parts = { 0 };

  package = follow_xlsx_package_open (source->path, source->bytes, source->name, limits, cancellable, error);
  if (package == NULL || !follow_xlsx_parts_read (&parts, package, book, error))
    return NULL;
  for (guint i = 0; i < parts.sheets->len; i++)
    {
      const FollowXlsxSheetEntry *entry = &g_array_index (parts.sheets, FollowXlsxSheetEntry, i);
      FollowReadSheet *sheet;

      if (entry->part == NULL)
        continue;
      sheet = follow_read_book_add_sheet (book, entry->name);
      sheet->hidden = entry->hidden;
      sheet->very_hidden = entry->very_hidden;
      if (!follow_xlsx_read_sheet (&parts, entry->part, sheet, error))
        return NULL;
    }
  follow_xlsx_find_sources (&parts);
  return g_steal_pointer (&book);
}

static FollowReadBook *
read_source (const Source *source, const FollowReadLimits *limits, GCancellable *cancellable, GError **error)
{
  if (limits == NULL)
    limits = &follow_read_limits_default;
  if (source->size > limits->file_bytes)
    {
      refuse (source, FOLLOW_ERROR_REFUSED, _ ("it is too large"), error);
      return NULL;
    }
  return check_head (source, error) ? read_workbook (source, limits, cancellable, error) : NULL;
}

FollowReadBook *
follow_xlsx_read (const char *path, const FollowReadLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  Source source = { .path = path, .name = name };
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      refuse (&source, FOLLOW_ERROR_NOT_FOUND, _ ("there is no such file"), error);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      refuse (&source, FOLLOW_ERROR_FOREIGN, _ ("it is not a file"), error);
      return NULL;
    }
  if (g_access (path, R_OK) != 0)
    {
      refuse (&source, FOLLOW_ERROR_FAILED, _ ("it may not be opened"), error);
      return NULL;
    }
  source.size = info.st_size;
  return read_source (&source, limits, cancellable, error);
}

FollowReadBook *
follow_xlsx_read_bytes (GBytes *bytes,
                        const char *name,
                        const FollowReadLimits *limits,
                        GCancellable *cancellable,
                        GError **error)
{
  Source source = { .bytes = bytes, .name = (char *) name, .size = g_bytes_get_size (bytes) };

  return read_source (&source, limits, cancellable, error);
}
