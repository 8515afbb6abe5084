/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-store-resources.h"

/* Step n takes a file from version n - 1 to version n. A released step is never edited, and never
 * made from the kinds, which change over time; a test sees that the steps arrive at the kinds.
 *
 *   1  the register, from an inspection's findings to the plan (0.1)
 */
#define NEWEST_VERSION 1

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
take_step (FollowRegister *self, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/org/followthrough/store/migrations/%03d.sql", version);
  g_autoptr (GBytes) step = g_resource_lookup_data (follow_store_get_resource (), path, 0, error);
  g_autofree char *sql = NULL;

  if (step == NULL)
    return FALSE;
  sql =
      g_strdup_printf ("BEGIN IMMEDIATE; %s\nPRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT;",
                       (const char *) g_bytes_get_data (step, NULL), FOLLOW_REGISTER_APPLICATION_ID, version);
  if (follow_register_execute (self, sql, _ ("Could not bring the register to this version"), error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
back_up (FollowRegister *self, int version, GError **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *path = g_strdup_printf ("%s.version-%d-%s.backup", self->path, version, now);

  return follow_register_backup (self, path, error);
}

/* Brings the file to the newest version, after a backup beside it. */
gboolean
follow_register_migrate (FollowRegister *self, GError **error)
{
  int version = read_version (self, error);

  if (version < 0)
    return FALSE;
  if (version == NEWEST_VERSION)
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
  for (int next = version + 1; next <= NEWEST_VERSION; next++)
    if (!take_step (self, next, error))
      return FALSE;
  return TRUE;
}
