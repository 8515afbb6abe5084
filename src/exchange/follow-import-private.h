/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-table.h"

G_BEGIN_DECLS

/* What was chosen for one sheet. */
typedef struct
{
  gboolean is_chosen_set;
  gboolean chosen;
  guint first_heading;
  guint n_headings;     /* 0: found by looking */
  GHashTable *roles;    /* row → FollowImportRole */
  GHashTable *meanings; /* column → FollowImportMeaning */
} FollowImportChoices;

/* What was read; several imports may share it. */
typedef struct
{
  FollowReadBook *book;
} FollowImportSource;

struct _FollowImport
{
  FollowImportSource *source;
  char *path;
  char *name;
  gboolean is_text;
  FollowDelimitedForm form;
  char *target; /* "plan", a kind, or NULL */
  gint64 plan_id;
  char *plan_title;
  GPtrArray *choices;     /* of FollowImportChoices, a sheet each */
  GHashTable *mappings;   /* folded heading → name of a meaning; for every sheet */
  GHashTable *decisions;  /* key of a doubt, or its folded text, → answer */
  GHashTable *remembered; /* what earlier files were taken for; never changed once loaded */
  GPtrArray *tables;      /* of FollowImportTable; NULL: to be looked for again */
};

FollowImport *follow_import_open_with_form (const char *path,
                                            const FollowDelimitedForm *form,
                                            FollowRegister *reg,
                                            GCancellable *cancellable,
                                            GError **error);

void follow_import_join_continued (FollowReadBook *book);

/* A name for what is remembered, so that headings and doubts do not meet. */
char *follow_import_memory_of_heading (const FollowKind *kind, const char *heading);

/* Looks at every sheet as things stand. Returns: (transfer none) (element-type FollowImportTable) */
GPtrArray *follow_import_get_tables (FollowImport *self);

/* Finds where the table stands on a sheet, and what its headings mean. */
void follow_import_find_headings (FollowImportTable *self,
                                  const FollowImport *import,
                                  const FollowImportChoices *choices);
/* Then what each row is. */
void follow_import_find_roles (FollowImportTable *self, const FollowImportChoices *choices);

G_END_DECLS
