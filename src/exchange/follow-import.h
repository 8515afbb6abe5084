/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-delimited.h"
#include "follow-import-result.h"
#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* One file on its way into a register: what was found in it, and what the user chose. Everything can be
 * changed at any time, in any order; what was chosen later stays as far as it still applies.
 *
 * An import belongs to one thread. To try it on another one, hand a copy over (the cells are shared, they
 * never change) with a connection of its own:
 *
 *   import = follow_import_open (path, reg, NULL, &error);
 *   … show follow_import_get_sheet() …, follow_import_set_meaning(), follow_import_decide()
 *   copy = follow_import_copy (import);
 *   in a thread: result = follow_import_try (copy, reg_of_the_thread, cancellable, &error);
 *   in the end: result = follow_import_commit (import, reg, NULL, &error);
 */
typedef struct _FollowImport FollowImport;

/* What a row of a sheet is. */
typedef enum
{
  FOLLOW_ROLE_BLANK,
  FOLLOW_ROLE_TITLE,    /* above the table */
  FOLLOW_ROLE_KEYS,     /* fields' names, which our own workbooks hide */
  FOLLOW_ROLE_HEADINGS, /* also where they stand again */
  FOLLOW_ROLE_AREA,     /* a heading over rows: a plan's section */
  FOLLOW_ROLE_ORIGIN,   /* already within improvement plans, additional */
  FOLLOW_ROLE_MEETING,  /* a heading over the rows of one meeting */
  FOLLOW_ROLE_RECORD,
  FOLLOW_ROLE_CONTINUED, /* goes on with the record above */
  FOLLOW_ROLE_NONE,      /* says that there is none */
  FOLLOW_ROLE_TOTAL,
  FOLLOW_ROLE_COLOUR_KEY,
  FOLLOW_ROLE_LEFT_OUT,
} FollowImportRole;

/* "Headings", "Area" …; of a record the kind's label. @kind may be NULL. */
const char *follow_import_role_get_label (FollowImportRole role, const FollowKind *kind);

typedef enum
{
  FOLLOW_MEANING_LEFT_OUT,
  FOLLOW_MEANING_NOTE, /* part of a note, under the heading */
  FOLLOW_MEANING_FIELD,
  FOLLOW_MEANING_ID,     /* what our own workbooks know a record by */
  FOLLOW_MEANING_PARENT, /* the record of @kind that the row's is edited inside of; no field */
} FollowMeaningType;

/* What a column means. Passed by value. */
typedef struct
{
  FollowMeaningType type;
  const FollowKind *kind; /* of a field: the rows' kind, or one that stands around or inside it */
  const FollowField *field;
} FollowImportMeaning;

/* "Timescale", "As a note", "Left out". Translated. */
const char *follow_import_meaning_get_label (const FollowImportMeaning *self);
gboolean follow_import_meaning_equal (const FollowImportMeaning *a, const FollowImportMeaning *b);

/* What stands on a sheet, for people to see. Good until the import is changed. */

typedef struct
{
  FollowImportRole role;
  FollowSaidBy said_by;
  gboolean hidden;
} FollowImportRow;

typedef struct
{
  char *heading; /* of one or two rows, joined; "" where there is none */
  FollowImportMeaning meaning;
  FollowSaidBy said_by; /* by nobody: no field claims the heading */
  gboolean hidden;
} FollowImportColumn;

typedef enum
{
  FOLLOW_SHEET_EMPTY,
  FOLLOW_SHEET_NO_TABLE,
  FOLLOW_SHEET_TABLE,
  FOLLOW_SHEET_REPEATS, /* a table of the same rows as another sheet’s */
} FollowSheetState;

typedef struct
{
  const char *name;
  const FollowReadSheet *cells;
  gboolean hidden;
  gboolean chosen;
  FollowSheetState state;
  const FollowKind *kind; /* of the records in its rows; NULL without a table */
  guint n_records;        /* rows that are records */
  guint first_heading;    /* the row of the headings, or of the first of them */
  guint n_headings;       /* 1 or 2; 0 without a table */
  GArray *rows;           /* of FollowImportRow, as many as the cells have */
  GArray *columns;        /* of FollowImportColumn */
} FollowImportSheet;

/* @path is a file that somebody else may have made. What @reg (may be NULL) remembers of earlier files is
 * taken along. The error is a sentence. Returns: (transfer full) */
FollowImport *follow_import_open (const char *path,
                                  FollowRegister *reg,
                                  GCancellable *cancellable,
                                  GError **error);
FollowImport *follow_import_copy (FollowImport *self);
void follow_import_free (FollowImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImport, follow_import_free)

/* The file's name, for people. */
const char *follow_import_get_name (FollowImport *self);
guint follow_import_get_n_sheets (FollowImport *self);
const FollowImportSheet *follow_import_get_sheet (FollowImport *self, guint sheet);
/* Returns: (transfer none): the cell's text, or that of the merged one it stands under; "" for none.
 * @filled_down (may be NULL) tells which. */
const char *follow_import_get_text (
    FollowImport *self, guint sheet, guint row, guint column, gboolean *filled_down);

/* Of delimited text: how it was read. Returns: (nullable): NULL of a workbook. */
const FollowDelimitedForm *follow_import_get_form (FollowImport *self);
/* Reads the text anew. What was chosen stays. On an error, nothing changes. */
gboolean follow_import_set_form (FollowImport *self,
                                 const FollowDelimitedForm *form,
                                 GCancellable *cancellable,
                                 GError **error);

/* What the rows become: "plan" (its sections and actions), a kind's name, or NULL, told by the headings. */
gboolean follow_import_set_target (FollowImport *self, const char *target, GError **error);
/* Returns: (nullable): what was set. */
const char *follow_import_get_target (FollowImport *self);
/* Whether actions go into a plan, as things stand. */
gboolean follow_import_is_plan (FollowImport *self);
/* The plan to bring up to date, before any title; 0: the one with the title. */
void follow_import_set_plan (FollowImport *self, gint64 plan_id);
/* NULL: what stands above the table, else the file's name. */
void follow_import_set_plan_title (FollowImport *self, const char *title);

void follow_import_choose_sheet (FollowImport *self, guint sheet, gboolean chosen);
/* 1 or 2 rows of headings from @row on; @n_rows 0: found by looking. */
void follow_import_set_headings (FollowImport *self, guint sheet, guint row, guint n_rows);
void follow_import_set_role (FollowImport *self, guint sheet, guint row, FollowImportRole role);
void follow_import_set_meaning (FollowImport *self, guint sheet, guint column, FollowImportMeaning meaning);
/* What was chosen for the row or column is found by looking again. */
void follow_import_reset_role (FollowImport *self, guint sheet, guint row);
void follow_import_reset_meaning (FollowImport *self, guint sheet, guint column);
/* Returns: (transfer full) (element-type FollowImportMeaning): what a column of the sheet can mean, in the
 * order to offer it. */
GArray *follow_import_list_meanings (FollowImport *self, guint sheet);
/* @key of a doubt, and one of its answers' ids; NULL: what is proposed. */
void follow_import_decide (FollowImport *self, const char *key, const char *answer);

/* What would happen; nothing is written. Returns: (transfer full) */
FollowImportResult *follow_import_try (FollowImport *self,
                                       FollowRegister *reg,
                                       GCancellable *cancellable,
                                       GError **error);
/* All of it or nothing, as one step for Undo; then the register remembers what was chosen. The same file
 * again changes nothing. Returns: (transfer full) */
FollowImportResult *follow_import_commit (FollowImport *self,
                                          FollowRegister *reg,
                                          GCancellable *cancellable,
                                          GError **error);

/* For those who have chosen everything beforehand. All may be left empty. */
typedef struct
{
  const char *as;            /* "plan", a kind, or "update" of returned update sheets, also a folder of them;
                                 * NULL: told by the headings */
  const char *const *sheets; /* names, ends with NULL; NULL: those with a table that are not hidden */
  const char *const *mappings;  /* "HEADING=FIELD", ends with NULL; "HEADING=" leaves a column out,
                                 * "HEADING=note" makes it part of a note */
  const char *const *decisions; /* "TEXT=ANSWER", ends with NULL */
  const char *plan_title;       /* NULL: the table's, else the file's name */
  gint64 plan_id;               /* the plan to update, before any title */
  FollowDelimitedForm form;     /* of delimited text; empty: told by looking */
  gboolean dry_run;
} FollowImportOptions;

/* Returns: whether every one of the mappings can be one. */
gboolean follow_import_check_mappings (const char *const *mappings, GError **error);

FollowImportResult *follow_import_file (FollowRegister *reg,
                                        const char *path,
                                        const FollowImportOptions *options,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
