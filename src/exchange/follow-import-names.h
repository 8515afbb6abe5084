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

FollowImportPeople *follow_import_names_read (FollowImportNames *self, const char *text);
void follow_import_people_free (FollowImportPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowImportPeople, follow_import_people_free)

G_END_DECLS
