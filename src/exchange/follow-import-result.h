/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* What an import did, or would do: counts, the outcome of each row, the doubts and how they were taken,
 * what to look at, and what of the file went into no record. Sheets, rows and columns count from 0. */

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
  char *message;     /* a sentence, translated */
  guint sheet_index; /* where the cell stands; each G_MAXUINT for the file as a whole */
  guint row;
  guint column;
} FollowImportProblem;

/* Something the file holds that went into no record. */
typedef struct
{
  char *sheet;
  char *range; /* "A1:F1" */
  char *reason;
  guint sheet_index; /* where the range begins */
  guint row;
  guint column;
} FollowImportNotTaken;

typedef enum
{
  FOLLOW_IMPORT_NEW,
  FOLLOW_IMPORT_CHANGED,
  FOLLOW_IMPORT_UNCHANGED,
} FollowImportOutcome;

typedef struct
{
  const FollowKind *kind;
  guint n_new;
  guint n_changed;
  guint n_unchanged;
} FollowImportCount;

/* Under what a row's record was found in the register. */
typedef enum
{
  FOLLOW_MATCHED_NOT,
  FOLLOW_MATCHED_ID, /* the one our own workbooks hide */
  FOLLOW_MATCHED_NUMBER,
  FOLLOW_MATCHED_WORDING,
  FOLLOW_N_MATCHED,
} FollowMatched;

/* A field that a row changes, or one of a record edited inside the row's. */
typedef struct
{
  const FollowKind *kind;
  const FollowField *field;
  char *before; /* as people see it; NULL: empty */
  char *after;
} FollowImportChange;

/* The record that a row is. */
typedef struct
{
  guint sheet;
  guint row;
  const FollowKind *kind;
  gint64 record_id; /* after a dry run a new one is not in the register */
  FollowImportOutcome outcome;
  FollowMatched matched;
  GPtrArray *changes; /* of FollowImportChange; NULL: none, or all of it is new */
} FollowImportRowResult;

/* What became of a cell that holds something. */
typedef enum
{
  FOLLOW_FATE_NONE,    /* the cell is blank, or its sheet is not taken */
  FOLLOW_FATE_RECORD,  /* it is in a field, or says what the register says already */
  FOLLOW_FATE_NOTE,    /* it is part of a note */
  FOLLOW_FATE_HEADING, /* it is a heading, or says where rows belong: a title, an area, a meeting */
  FOLLOW_FATE_NOT_TAKEN,
} FollowImportFate;

typedef struct
{
  guint sheet;
  guint row;
  guint column;
} FollowImportPlace;

typedef enum
{
  FOLLOW_DOUBT_CHOICE,          /* a word that is none of a field's choices */
  FOLLOW_DOUBT_COLOUR,          /* a fill without a word where a status stands */
  FOLLOW_DOUBT_STRUCK,          /* a row that is struck through */
  FOLLOW_DOUBT_SENTENCE,        /* a date in a sentence */
  FOLLOW_DOUBT_SEVERAL_DATES,   /* two dates in one cell */
  FOLLOW_DOUBT_IMPOSSIBLE_DATE, /* 31/02/2027 */
  FOLLOW_DOUBT_RESEMBLES,       /* a name that is nearly a known one */
  FOLLOW_DOUBT_UNKNOWN_NAME,
  FOLLOW_DOUBT_FILLED_DOWN, /* a cell under a merged one */
  FOLLOW_DOUBT_DUPLICATE,   /* a number or wording that stands in the file already */
  FOLLOW_DOUBT_ROW,         /* a row that looks like a total or a key of colours */
  FOLLOW_DOUBT_UNREADABLE,  /* what is no day, number, yes or no where one belongs */
} FollowDoubtType;

typedef struct
{
  char *id;    /* what is decided and remembered: "complete", "keep" … */
  char *label; /* translated */
} FollowImportAnswer;

/* Who an answer or a meaning is from. */
typedef enum
{
  FOLLOW_SAID_BY_NOBODY,
  FOLLOW_SAID_BY_LOOKING, /* found, or proposed */
  FOLLOW_SAID_BEFORE,     /* remembered by the register */
  FOLLOW_SAID_BY_USER,
} FollowSaidBy;

/* Something that can be meant in several ways. The same text in the same sort of column is one doubt,
 * decided once for all its cells. None stops the import: the answer that stands is taken. */
typedef struct
{
  char *key; /* for follow_import_decide() */
  FollowDoubtType type;
  GArray *cells;      /* of FollowImportPlace, in the order of the file; never empty */
  char *text;         /* what the cells say; "" of a colour */
  guint32 colour;     /* 0xRRGGBB, of a colour */
  char *message;      /* “Compl.” is not a status. Translated */
  GPtrArray *answers; /* of FollowImportAnswer, the proposed one first */
  char *answer;       /* the id of the one that was taken */
  FollowSaidBy said_by;
} FollowImportDoubt;

typedef struct
{
  GArray *counts;       /* of FollowImportCount, kinds in the order of follow_kinds_get() */
  GPtrArray *problems;  /* of FollowImportProblem, in the order of the file */
  GPtrArray *not_taken; /* of FollowImportNotTaken, in the order of the file */
  GPtrArray *doubts;    /* of FollowImportDoubt, in the order of the file */
  GPtrArray *rows;      /* of FollowImportRowResult, in the order of the file */
  guint n_matched[FOLLOW_N_MATCHED];
  gint64 record_id; /* the plan that was imported into, 0 for none; not in the register after a dry run */
  GPtrArray *fates; /* ask follow_import_result_get_fate() */
  GHashTable *doubts_by_cell; /* ask follow_import_result_find_doubt() */
} FollowImportResult;

void follow_import_result_free (FollowImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportResult, follow_import_result_free)

/* Returns: (nullable): the counts of @kind, NULL when the file holds none of it. */
const FollowImportCount *follow_import_result_get_count (FollowImportResult *self, const char *kind);
/* Returns: (nullable): what the row is; NULL when it is no record, or was left out. */
const FollowImportRowResult *follow_import_result_find_row (FollowImportResult *self, guint sheet, guint row);
/* Returns: (nullable): the first doubt about the cell. */
const FollowImportDoubt *follow_import_result_find_doubt (FollowImportResult *self,
                                                          guint sheet,
                                                          guint row,
                                                          guint column);
FollowImportFate follow_import_result_get_fate (FollowImportResult *self,
                                                guint sheet,
                                                guint row,
                                                guint column);
/* Returns: (transfer none): the label of the answer that was taken. */
const char *follow_import_doubt_get_answer_label (const FollowImportDoubt *self);

G_END_DECLS
