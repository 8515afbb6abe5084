/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

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

/* Reads through SQLite's own file, never by opening another: closing that would drop the locks this
 * process holds on the file, while another of its connections is writing. SQLite itself reads
 * nothing here, and rolls no journal back. */
static gboolean
read_header (const char *path, guint8 *header, gint64 *size)
{
  sqlite3 *db = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;
  g_autofree char *full = g_canonicalize_filename (path, NULL); /* never taken for a URI */
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (full, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
      file->pMethods != NULL && file->pMethods->xFileSize (file, &length) == SQLITE_OK)
    {
      int code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);

      ok = code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
    }
  sqlite3_close (db);
  *size = length;
  return ok;
}

static gboolean
refuse_cut (GError **error, const char *path)
{
  return refuse (error, FOLLOW_ERROR_DAMAGED, path,
                 _ ("is damaged: its end is missing. Go back to a backup"));
}

static gboolean
check_header (const char *path, const guint8 *header, GError **error)
{
  guint32 version = read_number (header + USER_VERSION_OFFSET, 4);

  if (memcmp (header, "PK\3\4", 4) == 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path,
                   _ ("is a workbook or an archive, not a register. Import it into a register instead"));
  if (memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is not a register of Follow-through"));
  if (read_number (header + APPLICATION_ID_OFFSET, 4) != FOLLOW_REGISTER_APPLICATION_ID)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is a database of another program, not a register"));
  if (version == 0)
    return refuse (error, FOLLOW_ERROR_DAMAGED, path,
                   _ ("is damaged: its first page was altered. Go back to a backup"));
  if (version > (guint32) follow_register_newest_version ())
    return refuse (error, FOLLOW_ERROR_TOO_NEW, path,
                   _ ("was written by a newer version of Follow-through. Install that version to open it"));
  return TRUE;
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
is_cut (const guint8 *header, gint64 size)
{
  guint32 page_size = read_number (header + PAGE_SIZE_OFFSET, 2);

  return (gint64) read_number (header + PAGE_COUNT_OFFSET, 4) * (page_size == 1 ? 65536 : page_size) > size;
}

/* While another program writes, and after one was killed writing, the file's length may not fit
 * its header; a journal beside it tells of that. One that was just taken away means that the
 * writing is done: then a second look shows the whole file. */
static gboolean
check_size (const char *path, const guint8 *header, gint64 size, GError **error)
{
  guint8 again[HEADER_SIZE] = { 0 };

  if (!is_cut (header, size) || has_journal (path))
    return TRUE;
  return (read_header (path, again, &size) && !is_cut (again, size)) || refuse_cut (error, path);
}

static gboolean
check_start (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  if (!read_header (path, header, &size))
    return refuse (error, FOLLOW_ERROR_READ_ONLY, path, _ ("cannot be read. Ask for permission to read it"));
  if (size == 0)
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is empty, not a register"));
  if (size < HEADER_SIZE && memcmp (header, "SQLite format 3", MIN (size, 16)) == 0)
    return refuse_cut (error, path);
  return check_header (path, header, error) && check_size (path, header, size, error);
}

/**
 * follow_register_inspect_file:
 *
 * Tells from the first bytes of @path, without altering it, whether it can be a register.
 */
gboolean
follow_register_inspect_file (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is a folder, not a register"));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error, FOLLOW_ERROR_NOT_FOUND, path,
                   _ ("is not there. It may have been moved, or its drive may not be connected"));
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* reading it might wait for ever */
    return refuse (error, FOLLOW_ERROR_FOREIGN, path, _ ("is a device, not a register"));
  return check_start (path, error);
}
