/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Finds the records that links and parents name, among the register's and those the import makes. */
typedef struct _FollowImportLinks FollowImportLinks;

FollowImportLinks *follow_import_links_new (FollowRegister *reg);
void follow_import_links_free (FollowImportLinks *self);

/* Returns: the one record of @kind that is called @name; 0 for none or several */
gint64 follow_import_links_find (FollowImportLinks *self, const FollowKind *kind, const char *name);
/* A workbook of ours holds the record @id, which other rows of it call by @number and @title (either may be
 * NULL). It is meant before others that are called so. */
void follow_import_links_expect (
    FollowImportLinks *self, const FollowKind *kind, gint64 id, const char *number, const char *title);
/* The record will not come after all. Returns: FALSE when something links to it already */
gboolean follow_import_links_forget (FollowImportLinks *self, gint64 id);
/* A new record can be linked to from now on. */
void follow_import_links_add (FollowImportLinks *self, FollowRecord *record);

G_END_DECLS
