/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_IMPORT_NEW,
  FOLLOW_IMPORT_CHANGED,
  FOLLOW_IMPORT_UNCHANGED,
} FollowImportOutcome;

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
                                       const char *sheet,
                                       const FollowImportArea *cell,
                                       FollowSeverity severity,
                                       char *message);
void follow_import_result_add_not_taken (FollowImportResult *self,
                                         const char *sheet,
                                         const FollowImportArea *area,
                                         const char *reason);
/* Puts problems and what was not taken in the order of the file. */
void follow_import_result_sort (FollowImportResult *self);

G_END_DECLS
