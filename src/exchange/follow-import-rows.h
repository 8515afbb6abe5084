/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-private.h"

G_BEGIN_DECLS

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
  FollowImportSection *section; /* (unowned), NULL: the row stands above the first one */
  const char *origin;           /* an id, (unowned), or NULL */
  const char *meeting;          /* the heading it stands under, (unowned), or NULL */
} FollowImportEntry;

typedef struct
{
  char *title;         /* what stands above the first table, or NULL */
  GPtrArray *sections; /* of FollowImportSection */
  GPtrArray *entries;  /* of FollowImportEntry */
} FollowImportRows;

FollowImportRows *follow_import_rows_read (FollowImport *import, FollowImportResult *result);
void follow_import_rows_free (FollowImportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportRows, follow_import_rows_free)

/* Returns: (nullable): what the entry’s row says in the column that means the field */
const char *follow_import_entry_get (const FollowImportEntry *self, const char *kind, const char *field);

G_END_DECLS
