/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-doubts.h"
#include "follow-import-links.h"
#include "follow-import-names.h"
#include "follow-import-resemble.h"
#include "follow-import-rows.h"

G_BEGIN_DECLS

/* One import at work: what the file proposes, and what of it is to be written. The register is only read
 * until all of it is known. */
typedef struct
{
  FollowRegister *reg;        /* (unowned) */
  FollowImport *import;       /* (unowned) */
  GCancellable *cancellable;  /* (unowned) (nullable) */
  FollowImportResult *result; /* (unowned) */
  FollowImportDoubts *doubts;
  FollowImportRows *rows;
  FollowImportRowResult *row; /* (unowned): the row at work, or NULL */
  FollowChanges *changes;
  FollowRecord *plan; /* NULL: the actions go into none */
  char *last_number;  /* that was given to an action without one; NULL: none was */
  FollowImportNames *names;
  FollowImportLinks *links;
  FollowResembling *written; /* names that the file writes and the register does not know */
  GHashTable *people;        /* folded name → whom it was taken for */
  GHashTable *programmes;    /* folded name → id */
  GHashTable *sections;      /* FollowImportSection → FollowRecord */
} FollowImportRun;

/* Counts @record, and puts it among the changes when it is new or differs. */
gboolean follow_import_run_settle (FollowImportRun *self, FollowRecord *record, GError **error);
/* Finds for each row the record of the register that it is, and says in the changes what is to be written. */
gboolean follow_import_run_match (FollowImportRun *self, GError **error);
gboolean follow_import_run_take_sections (FollowImportRun *self, GError **error);
gboolean follow_import_run_fill_action (FollowImportRun *self,
                                        FollowRecord *action,
                                        FollowImportEntry *entry,
                                        GError **error);
gboolean follow_import_run_fill_record (FollowImportRun *self,
                                        FollowRecord *record,
                                        FollowImportEntry *entry,
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
char *follow_import_run_describe_rest (FollowImportRun *self, FollowImportEntry *entry);
/* Comments outside of records go into no note, and are said. */
void follow_import_run_report_comments (FollowImportRun *self, const FollowImportTable *table);

/* Says something about a cell; the same of several is said once. Takes @message. */
void follow_import_run_remark (FollowImportRun *self,
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
