/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-register-private.h"

/* Where SQLite locks: https://www.sqlite.org/src/file/src/os.h, "File locking notes". */
#define FIRST_LOCK_BYTE 0x40000000UL
#define LAST_LOCK_BYTE (FIRST_LOCK_BYTE + 511)

/* Returns: the process that the line of /proc/locks names as holding a lock on the file @inode of
 * the register at SQLite's bytes, else 0 */
static int
read_lock (const char *line, guint64 inode, gboolean *writes)
{
  char type[8] = "";
  char mode[8] = "";
  int pid = 0;
  unsigned long file = 0;
  unsigned long start = 0;

  if (sscanf (line, "%*d: %7s %*s %7s %d %*x:%*x:%lu %lu", type, mode, &pid, &file, &start) != 5 ||
      !g_str_equal (type, "POSIX") || file != inode || start < FIRST_LOCK_BYTE || start > LAST_LOCK_BYTE)
    return 0;
  *writes = g_str_equal (mode, "WRITE");
  return pid;
}

/* Asks the kernel and never the file: to open and close it here would drop the locks that SQLite
 * holds on it for this process. */
static int
find_holder (const char *path)
{
  g_autofree char *locks = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat info;
  int holder = 0;

  if (stat (path, &info) != 0 || !g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return 0;
  lines = g_strsplit (locks, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean writes = FALSE;
      int pid = read_lock (lines[i], info.st_ino, &writes);

      if (pid <= 0 || (holder != 0 && holder != getpid () && !writes))
        continue;
      if (pid != getpid () || holder == 0)
        holder = pid;
    }
  return holder;
}

/* Another program holds the register: which one, where that can be told. On a network share it is
 * on another machine, and cannot. */
static char *
describe_holder (FollowRegister *self)
{
  int pid = find_holder (self->path);
  g_autofree char *file = g_strdup_printf ("/proc/%d/comm", pid);
  g_autofree char *name = NULL;

  if (pid == getpid ())
    return g_strdup (_ ("another window or task of this program holds the register. Try again in a moment"));
  if (pid <= 0 || !g_file_get_contents (file, &name, NULL, NULL))
    return g_strdup (_ ("another program holds the register. Try again in a moment"));
  g_strstrip (name);
  /* Translators: the name of a program and its number */
  return g_strdup_printf (_ ("“%s” (process %d) holds the register. Try again in a moment"), name, pid);
}

/* A quota or a limit is a full disk to the person who meets it; SQLite takes them for a broken one.
 * @reason: the system's, which SQLite leaves in errno */
static gboolean
is_full (int code, int reason)
{
  return code == SQLITE_FULL || ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) &&
                                 (reason == ENOSPC || reason == EDQUOT || reason == EFBIG));
}

/* The reason SQLite gives, as the part of a sentence after the colon. */
static char *
describe_failure (FollowRegister *self, int system_reason, FollowError *domain_code)
{
  int code = sqlite3_extended_errcode (self->db);
  g_autofree char *shown = g_filename_display_name (self->path);

  *domain_code = FOLLOW_ERROR_FAILED;
  if (is_full (code & 0xff, system_reason))
    {
      *domain_code = FOLLOW_ERROR_FULL;
      return g_strdup (_ ("the disk is full. What was saved before is safe"));
    }
  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      *domain_code = FOLLOW_ERROR_READ_ONLY;
      return g_strdup (_ ("the file or its folder cannot be written to. What was saved before is safe"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *domain_code = FOLLOW_ERROR_BUSY;
      return describe_holder (self);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      *domain_code = FOLLOW_ERROR_DAMAGED;
      /* Translators: where the register lies */
      return g_strdup_printf (_ ("“%s” is damaged. Nothing was changed; go back to a backup"), shown);
    case SQLITE_ERROR: /* the program's own SQL is right, so the tables are not what they were */
      *domain_code = FOLLOW_ERROR_DAMAGED;
      return g_strdup_printf (
          /* Translators: where the register lies, then what SQLite says, in English */
          _ ("“%s” is damaged or was altered by another program (%s). Nothing was changed; go back to a "
             "backup"),
          shown, sqlite3_errmsg (self->db));
    case SQLITE_IOERR:
      return g_strdup (_ ("the disk or the network share did not answer. What was saved before is safe"));
    case SQLITE_TOOBIG:
      return g_strdup (_ ("it holds more text than one record can keep"));
    case SQLITE_CONSTRAINT:
      *domain_code = FOLLOW_ERROR_INVALID;
      return code == SQLITE_CONSTRAINT_FOREIGNKEY
                 ? g_strdup (_ ("it names a record that is not in the register"))
                 /* Translators: what SQLite says, in English */
                 : g_strdup_printf (_ ("it breaks a rule of the register (%s)"), sqlite3_errmsg (self->db));
    default:
      return g_strdup (sqlite3_errmsg (self->db));
    }
}

/* Always FALSE, so that a caller can return it. @doing: "Could not save". */
gboolean
follow_register_fail (FollowRegister *self, const char *doing, GError **error)
{
  int system_reason = errno;
  FollowError code;
  g_autofree char *reason = describe_failure (self, system_reason, &code);

  g_set_error (error, FOLLOW_ERROR, code, "%s: %s.", doing, reason);
  return FALSE;
}
