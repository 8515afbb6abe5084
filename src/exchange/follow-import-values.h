/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-run.h"

G_BEGIN_DECLS

/* What single cells mean for fields of choices, days and numbers: read, or asked about. */

/* Reads @text into the field, which is no link. What cannot be read is a doubt, and goes where its answer says. */
void follow_import_take_value (FollowImportRun *self,
                               FollowImportEntry *entry,
                               FollowRecord *record,
                               const FollowImportField *column,
                               const char *text);
/* A declared status from a colour where no word stands, and from a row that is struck through. */
void follow_import_take_colour (FollowImportRun *self, FollowImportEntry *entry, FollowRecord *action);

G_END_DECLS
