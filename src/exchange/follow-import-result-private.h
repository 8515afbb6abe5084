/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-result.h"
#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* A rectangle of a sheet; rows and columns count from 0. */
typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
} FollowImportArea;

FollowImportResult *follow_import_result_new (void);
void follow_import_result_count (FollowImportResult *self,
                                 const FollowKind *kind,
                                 FollowImportOutcome outcome);
/* @cell may be NULL. Takes @message. */
void follow_import_result_add_problem (FollowImportResult *self,
                                       guint sheet,
                                       const char *name,
                                       const FollowImportArea *cell,
                                       FollowSeverity severity,
                                       char *message);
/* Notes that nothing was lost in silence: the cells of the area are not taken. */
void follow_import_result_add_not_taken (FollowImportResult *self,
                                         guint sheet,
                                         const char *name,
                                         const FollowImportArea *area,
                                         const char *reason);
FollowImportRowResult *follow_import_result_add_row (FollowImportResult *self, guint sheet, guint row);
/* Takes @before and @after. */
void follow_import_row_result_add_change (
    FollowImportRowResult *self, const FollowKind *kind, const FollowField *field, char *before, char *after);

/* Every cell of a sheet that is taken gets a fate. Sheets come in their order. */
void follow_import_result_begin_sheet (FollowImportResult *self,
                                       const FollowReadSheet *cells,
                                       gboolean taken);
void follow_import_result_mark (
    FollowImportResult *self, guint sheet, guint row, guint column, FollowImportFate fate);
/* Unless something was said of it. */
void follow_import_result_mark_rest (
    FollowImportResult *self, guint sheet, guint row, guint column, FollowImportFate fate);
void follow_import_result_mark_area (FollowImportResult *self,
                                     guint sheet,
                                     const FollowImportArea *area,
                                     FollowImportFate fate);
/* Says of every cell that has no fate yet that it was not taken. */
void follow_import_result_sweep (FollowImportResult *self, guint sheet, const char *name, const char *reason);

/* Puts everything in the order of the file. */
void follow_import_result_sort (FollowImportResult *self);

FollowImportDoubt *follow_import_doubt_new (const char *key, FollowDoubtType type);
void follow_import_doubt_add_answer (FollowImportDoubt *self, const char *id, const char *label);

G_END_DECLS
