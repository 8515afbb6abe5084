/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-names.h"
#include "follow-import-rows.h"

G_BEGIN_DECLS

/* One import at work: what the file proposes, and what of it is to be written. The register is only read
 * until all of it is known. */
typedef struct
{
  FollowRegister *reg;          /* (unowned) */
  FollowImport *import;         /* (unowned) */
  GCancellable *cancellable;    /* (unowned) (nullable) */
  FollowImportResult *result;   /* (unowned) */
  const FollowImportRows *rows; /* (unowned) */
  FollowChanges *changes;
  FollowRecord *plan; /* NULL: the actions go into none */
  FollowImportNames *names;
  GHashTable *reported;   /* folded names nobody has, each reported once */
  GHashTable *programmes; /* folded name → id */
  GHashTable *sections;   /* FollowImportSection → FollowRecord */
} FollowImportRun;

gboolean follow_import_run_settle (FollowImportRun *self, FollowRecord *record, GError **error);
gboolean follow_import_run_match (FollowImportRun *self, GError **error);
gboolean follow_import_run_fill_action (FollowImportRun *self,
                                        FollowRecord *action,
                                        const FollowImportEntry *entry,
                                        GError **error);

/* Adds a progress note to @action unless it is among its @notes already. */
gboolean follow_import_run_take_note (FollowImportRun *self,
                                      const FollowImportEntry *entry,
                                      FollowRecord *action,
                                      GPtrArray *notes,
                                      const char *text,
                                      guint column,
                                      GError **error);
/* Returns: (transfer full) (nullable): what no field takes, each under its heading */
char *follow_import_entry_describe_rest (const FollowImportEntry *self, FollowImportResult *result);

void follow_import_run_report (FollowImportRun *self,
                               const FollowImportEntry *entry,
                               const char *kind,
                               const char *field,
                               FollowSeverity severity,
                               char *message);
void follow_import_run_leave_out (FollowImportRun *self,
                                  const FollowImportEntry *entry,
                                  const char *kind,
                                  const char *field,
                                  const char *reason);

G_END_DECLS
