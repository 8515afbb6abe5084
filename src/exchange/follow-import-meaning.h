/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"

G_BEGIN_DECLS

/* Which headings mean which field, of one kind of rows. */

/* Returns: (transfer full): folded heading → FollowImportMeaning, with those of what stands around and
 * inside the records */
GHashTable *follow_meanings_of_kind (const FollowKind *kind);
/* Reads what a mapping, or what is remembered, says a column means: a field’s name, "note", "id", or "" for
 * left out. */
gboolean follow_import_meaning_read (FollowImportMeaning *self, const FollowKind *kind, const char *name);
/* Returns: (transfer full): the name that is read so */
char *follow_import_meaning_get_name (const FollowImportMeaning *self);
/* Returns: (transfer full): what a column over rows of @kind can mean */
GArray *follow_meanings_list (const FollowKind *kind);
/* Whether records of @kind can have notes. */
gboolean follow_kind_has_notes (const FollowKind *kind);
/* Whether a field can be read from a column over rows of @kind. */
gboolean follow_field_can_be_column (const FollowKind *kind, const FollowField *field);

G_END_DECLS
