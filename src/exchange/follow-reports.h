/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* The reports the program knows, for the window and the command line alike. */

/* What a report is asked for. What a report does not take is left empty. */
typedef struct
{
  const char *for_ref;       /* number, reference or title of the record it is about; NULL: the only one */
  gint64 for_id;             /* its id, when that is known; goes before @for_ref */
  const char *layout;        /* one of the report's, NULL: the first of them */
  const FollowQuery *query;  /* the records that are listed */
  const GArray *ids;         /* of gint64: of these records only these; NULL: all */
  const char *const *fields; /* the fields that are listed; NULL: all */
  const char *output;        /* what it ends in decides the form; of some reports a folder */
  const char *by;            /* what each file is about: one of the report's groupings; NULL: the first */
  const char *deadline;      /* ISO; when answers are wanted */
  const char *return_to;     /* and where */
  const char *since;         /* ISO; the first day of which a report tells; NULL: three months ago */
  const char *note;          /* to those who are asked */
  gboolean replace;          /* files in the folder may be replaced */
  GPtrArray *files;          /* takes the names (char *) of what was made in the folder; or NULL */
  FollowXlsxProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} FollowReportOptions;

typedef struct
{
  const char *name;
  const char *label;       /* N_() */
  const char *description; /* N_(); a sentence */
  const char *for_kind;    /* the kind of record it is about, or NULL */
  gboolean for_all;        /* without such a record it is about the whole register */
  const char *layouts;     /* separated by spaces, the usual one first, or NULL */
  const char *endings;     /* what its file's name can end in, the usual one first; NULL: it fills a folder */
  gboolean takes_query;    /* lists the records of a query */
  const char *lists;       /* the kind of those records, when it is always the same */
  const char *groupings;   /* what there can be a file for each of, the usual one first, or NULL */
  gboolean takes_since;    /* tells what changed since a day */
  gboolean writes;         /* notes in the register what was made */
  /* Called with options that were checked and @for_id found. */
  gboolean (*make) (FollowRegister *reg, const FollowReportOptions *options, GError **error);
} FollowReport;

const FollowReport *follow_reports_get (guint *n_reports);
const FollowReport *follow_report_find (const char *name);
const char *follow_report_get_label (const FollowReport *report);
const char *follow_report_get_description (const FollowReport *report);
gboolean follow_report_make (const FollowReport *report,
                             FollowRegister *reg,
                             const FollowReportOptions *options,
                             GError **error);

G_END_DECLS
