/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* How much a problem weighs: what one may like to know, what one should look at, what was left out. */
typedef enum
{
  FOLLOW_SEVERITY_NOTE,
  FOLLOW_SEVERITY_WARNING,
  FOLLOW_SEVERITY_ERROR,
} FollowSeverity;

/* "note", "warning", "error". */
const char *follow_severity_to_id (FollowSeverity severity);

typedef struct
{
  char *sheet; /* NULL: of the file as a whole */
  char *cell;  /* "B12", or NULL */
  FollowSeverity severity;
  char *message; /* a sentence, translated */
  guint row;     /* where the cell stands, counted from 0; G_MAXUINT for the file as a whole */
  guint column;
} FollowImportProblem;

/* Something the file holds that went into no record. */
typedef struct
{
  char *sheet;
  char *range; /* "A1:F1" */
  char *reason;
  guint row; /* where the range begins, counted from 0 */
  guint column;
} FollowImportNotTaken;

typedef struct
{
  const FollowKind *kind;
  guint n_new;
  guint n_changed;
  guint n_unchanged;
} FollowImportCount;

/* What an import did, or would do. */
typedef struct
{
  GArray *counts;       /* of FollowImportCount, kinds in the order of follow_kinds_get() */
  GPtrArray *problems;  /* of FollowImportProblem, in the order of the file */
  GPtrArray *not_taken; /* of FollowImportNotTaken, in the order of the file */
  gint64 record_id;     /* the plan that was imported into; not in the register after a dry run */
} FollowImportResult;

void follow_import_result_free (FollowImportResult *self);
/* Returns: (nullable): the counts of @kind, NULL when the file holds none of it. */
const FollowImportCount *follow_import_result_get_count (FollowImportResult *self, const char *kind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportResult, follow_import_result_free)

/* All may be left empty. */
typedef struct
{
  const char *as;              /* what the file is read as: "plan", the default */
  const char *sheet;           /* NULL: the first with a table */
  const char *const *mappings; /* "HEADING=FIELD", ends with NULL; "HEADING=" leaves a column out */
  const char *plan_title;      /* NULL: the table's, else the file's name */
  gint64 plan_id;              /* the plan to update, before any title */
  gboolean dry_run;
} FollowImportOptions;

FollowImportResult *follow_import_file (FollowRegister *reg,
                                        const char *path,
                                        const FollowImportOptions *options,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
