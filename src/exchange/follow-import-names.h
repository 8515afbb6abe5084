/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* The names that a register knows: organisations, groups and people, by name, short name or post. */
typedef struct _FollowImportNames FollowImportNames;

FollowImportNames *follow_import_names_load (FollowRegister *reg, GError **error);
void follow_import_names_free (FollowImportNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportNames, follow_import_names_free)

/* Whom a cell names. */
typedef struct
{
  GArray *leads;      /* gint64: people and groups */
  GArray *agencies;   /* gint64 */
  GPtrArray *unknown; /* utf8: what names nobody the register knows */
  GPtrArray *several; /* utf8: names that several records have */
} FollowImportPeople;

/* What was made since is known too. */
void follow_import_names_add (FollowImportNames *self, const char *name, gint64 id, gboolean is_agency);
/* Returns: the one record that is called so; 0 for none or several. @is_agency may be NULL. */
gint64 follow_import_names_find (FollowImportNames *self, const char *name, gboolean *is_agency);
/* Returns: (transfer container) (element-type utf8): known names that are nearly @name */
GPtrArray *follow_import_names_find_similar (FollowImportNames *self, const char *name);

FollowImportPeople *follow_import_names_read (FollowImportNames *self, const char *text);
void follow_import_people_free (FollowImportPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportPeople, follow_import_people_free)

G_END_DECLS
