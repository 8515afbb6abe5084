/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-error.h"

/* SQLite's file header, https://www.sqlite.org/fileformat.html#the_database_header */
#define HEADER_SIZE 100
#define PAGE_SIZE_OFFSET 16
#define PAGE_COUNT_OFFSET 28
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static guint32
read_number (const guint8 *bytes, guint size)
{
  guint32 number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | bytes[i];
  return number;
}

static gboolean
refuse (GError **error, FollowError code, const char *path, const char *reason)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  /* Translators: the name of a file, then what is wrong with it */
  g_set_error (error, FOLLOW_ERROR, code, _ ("“%s” %s."), shown, reason);
  return FALSE;
}

/* A program that was killed while writing leaves a journal; until SQLite has rolled it back, the
 * file's length may not fit its header. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
check_header (const char *path, const guint8 *header, gint64 size, GError **error)
{
  guint32 page_size = read_number (header + PAGE_SIZE_OFFSET, 2);

  if (memcmp (header, "PK\3\4", 4) == 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path,
                   _ ("is a workbook or an archive, not a register. Import it into a register instead"));
  if (memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is not a register of Follow-through"));
  if (read_number (header + APPLICATION_ID_OFFSET, 4) != FOLLOW_REGISTER_APPLICATION_ID)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is a database of another program, not a register"));
  if (read_number (header + USER_VERSION_OFFSET, 4) > (guint32) follow_register_newest_version ())
    return refuse (error, FOLLOW_ERROR_TOO_NEW, path,
                   _ ("was written by a newer version of Follow-through. Install that version to open it"));
  if (!has_journal (path) &&
      (gint64) read_number (header + PAGE_COUNT_OFFSET, 4) * (page_size == 1 ? 65536 : page_size) > size)
    return refuse (error, FOLLOW_ERROR_DAMAGED, path,
                   _ ("is damaged: its end is missing. Go back to a backup"));
  return TRUE;
}

/**
 * follow_register_inspect_file:
 *
 * Tells from the first bytes of @path, without altering it, whether it can be a register.
 */
gboolean
follow_register_inspect_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  guint8 header[HEADER_SIZE] = { 0 };
  gsize length = 0;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is a folder, not a register"));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error, FOLLOW_ERROR_NOT_FOUND, path,
                   _ ("is not there. It may have been moved, or its drive may not be connected"));
  if ((stream = g_file_read (file, NULL, NULL)) == NULL ||
      (info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL)) == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &length, NULL, NULL))
    return refuse (error, FOLLOW_ERROR_READ_ONLY, path, _ ("cannot be read. Ask for permission to read it"));
  if (length == 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is empty, not a register"));
  if (length < sizeof header && memcmp (header, "SQLite format 3", MIN (length, 16)) == 0)
    return refuse (error, FOLLOW_ERROR_DAMAGED, path,
                   _ ("is damaged: its end is missing. Go back to a backup"));
  return check_header (path, header, g_file_info_get_size (info), error);
}
