/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-store-resources.h"

/* Step n takes a file from version n - 1 to version n. A released step is never edited, and never
 * made from the kinds, which change over time; a test sees that the steps arrive at the kinds.
 *
 *   1  the register, from an inspection's findings to the plan (0.1)
 *   2  indexes for what took longer the more there was (0.1)
 *   3  update sheets: who was asked, and what they answered (0.1)
 *   4  what an import was told, to be remembered (0.1)
 */
#define NEWEST_VERSION 4

int
follow_register_newest_version (void)
{
  return NEWEST_VERSION;
}

static int
read_version (FollowRegister *self, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, "PRAGMA user_version", error);

  if (statement == NULL)
    return -1;
  if (sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int (statement, 0);
  follow_register_fail (self, _ ("Could not open the register"), error);
  return -1;
}

static gboolean
take_step (FollowRegister *self, const char *step, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s\nPRAGMA application_id = %d; PRAGMA user_version = %d", step,
                                          FOLLOW_REGISTER_APPLICATION_ID, version);

  return follow_register_execute (self, sql, _ ("Could not bring the register to this version"), error);
}

/* Steps are taken with foreign keys off, as rebuilding a table asks for; so they are checked after. */
static gboolean
check_links (FollowRegister *self, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, "PRAGMA foreign_key_check", error);
  int code;

  if (statement == NULL)
    return FALSE;
  if ((code = sqlite3_step (statement)) == SQLITE_DONE)
    return TRUE;
  if (code != SQLITE_ROW)
    return follow_register_fail (self, _ ("Could not bring the register to this version"), error);
  g_set_error_literal (
      error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED,
      _ ("Could not bring the register to this version: a record names another that is not in "
         "it. Nothing was changed; go back to a backup."));
  return FALSE;
}

static gboolean
back_up (FollowRegister *self, int version, GError **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time ());
  g_autofree char *path = g_strdup_printf ("%s.version-%d-%s.backup", self->path, version, now);

  return follow_register_backup (self, path, error);
}

/* All steps that are still to be taken, or none: a file half-way would be of no version that any
 * program opens. */
static gboolean
take_steps (FollowRegister *self, const char *const *steps, int newest, GError **error)
{
  int version = read_version (self, error); /* again: another program may have taken them meanwhile */

  if (version < 0)
    return FALSE;
  for (int next = version + 1; next <= newest; next++)
    if (!take_step (self, steps[next - 1], next, error))
      return FALSE;
  return version >= newest || check_links (self, error);
}

/**
 * follow_register_take_steps:
 * @steps: SQL; the first makes version 1
 * @newest: how many there are
 *
 * Brings the file to version @newest in one transaction, after a backup beside it.
 */
gboolean
follow_register_take_steps (FollowRegister *self, const char *const *steps, int newest, GError **error)
{
  int version = read_version (self, error);
  gboolean ok;

  if (version < 0)
    return FALSE;
  if (version == newest)
    return TRUE;
  if (self->read_only)
    {
      g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY,
                           _ ("The register is of an older version and has to be brought to this one, but it "
                              "cannot be written to. Copy it to where you may write."));
      return FALSE;
    }
  if (version > 0 && !back_up (self, version, error))
    return FALSE;
  sqlite3_exec (self->db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
  ok = follow_register_begin (self, error) &&
       follow_register_end (self, take_steps (self, steps, newest, error), error);
  sqlite3_exec (self->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  return ok;
}

gboolean
follow_register_migrate (FollowRegister *self, GError **error)
{
  const char *steps[NEWEST_VERSION];

  for (int i = 0; i < NEWEST_VERSION; i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/followthrough/store/migrations/%03d.sql", i + 1);
      g_autoptr (GBytes) step = g_resource_lookup_data (follow_store_get_resource (), path, 0, error);

      if (step == NULL)
        return FALSE;
      steps[i] = g_bytes_get_data (step, NULL); /* in the program's own memory, ended by a zero */
    }
  return follow_register_take_steps (self, steps, NEWEST_VERSION, error);
}
