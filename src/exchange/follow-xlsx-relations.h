/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-xlsx-package.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *type;   /* the last word of it: worksheet, styles, hyperlink …, the same in the strict variant */
  char *target; /* the name of a part; of an external one the address as written */
  gboolean is_external;
} FollowXlsxRelation;

/* What a part of the package refers to. */
typedef struct
{
  FollowXlsxPackage *package; /* (unowned) */
  char *base;                 /* the part whose relations these are */
  GPtrArray *all;             /* of FollowXlsxRelation, in the file's order */
  GHashTable *by_id;          /* of FollowXlsxRelation, (unowned) */
} FollowXlsxRelations;

/* Reads the relations of @base, "" for the whole package's. A part without any has none. */
gboolean follow_xlsx_relations_read (FollowXlsxRelations *self,
                                     FollowXlsxPackage *package,
                                     const char *base,
                                     GError **error);
void follow_xlsx_relations_clear (FollowXlsxRelations *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowXlsxRelations, follow_xlsx_relations_clear)

/* Returns: (transfer none) (nullable) */
const FollowXlsxRelation *follow_xlsx_relations_find (const FollowXlsxRelations *self, const char *id);
/* Returns: (transfer none) (nullable): the first part of the type that is in the package. */
const char *follow_xlsx_relations_part (const FollowXlsxRelations *self, const char *type);

G_END_DECLS
