/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-private.h"

G_BEGIN_DECLS

typedef struct _FollowImportDoubts FollowImportDoubts;

/* What the rows of a file say, before the register is looked at. Texts are the sheets'. */

typedef struct
{
  const FollowImportTable *table;
  guint row;
  const char *wording; /* (unowned) */
  char *folded;        /* the wording, to compare */
  GString *feedback;   /* NULL: none */
} FollowImportSection;

/* A row that is a record, with those that go on with it. */
typedef struct
{
  const FollowImportTable *table;
  guint row;
  guint last_row;
  FollowImportSection *section; /* (unowned), NULL: the row stands above the first one */
  const char *origin;           /* an id, (unowned), or NULL */
  const char *meeting;          /* the heading it stands under, (unowned), or NULL */
  GString *note;                /* what goes into a note beside its columns of notes */
  GArray *left;                 /* of guint: columns that are not filled down here; NULL: none */
  GStringChunk *texts;          /* (unowned): for what stands in several rows */
} FollowImportEntry;

typedef struct
{
  char *title;         /* what stands above the first table, or NULL */
  GPtrArray *sections; /* of FollowImportSection */
  GPtrArray *entries;  /* of FollowImportEntry */
  GPtrArray *dropped;  /* of those that are left out after all */
  GStringChunk *texts;
} FollowImportRows;

FollowImportRows *follow_import_rows_read (FollowImport *import,
                                           FollowImportDoubts *doubts,
                                           FollowImportResult *result);
void follow_import_rows_free (FollowImportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportRows, follow_import_rows_free)

/* Returns: (nullable): what the entry’s row says in the column that means the field */
const char *follow_import_entry_get (const FollowImportEntry *self, const char *kind, const char *field);
/* Returns: (nullable): what it is edited inside of, as the row names that */
const char *follow_import_entry_get_parent (const FollowImportEntry *self);
/* Returns: the id that our own workbook hid; 0 for none */
gint64 follow_import_entry_get_id (const FollowImportEntry *self);
void follow_import_entry_add_to_note (FollowImportEntry *self, const char *heading, const char *words);

/* Asks about entries that say the same again, and takes out those that are to be left. */
void follow_import_rows_ask_duplicates (FollowImportRows *self,
                                        FollowImportDoubts *doubts,
                                        FollowImportResult *result);

G_END_DECLS
