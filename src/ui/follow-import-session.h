/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"

G_BEGIN_DECLS

/* One import on its way through the assistant: what was chosen so far, and what would happen by it. Each choice
 * is tried at once, on a thread and a connection of its own; the answer to an older one is thrown away.
 *
 * Signals
 * changed (): what the file is taken for is another now; what would happen is being worked out
 * tried (): that is known now, or could not be */
#define FOLLOW_TYPE_IMPORT_SESSION (follow_import_session_get_type ())
G_DECLARE_FINAL_TYPE (FollowImportSession, follow_import_session, FOLLOW, IMPORT_SESSION, GObject)

/* @import: (transfer full) */
FollowImportSession *follow_import_session_new (FollowRegister *reg, FollowImport *import);
FollowRegister *follow_import_session_get_register (FollowImportSession *self);

/* Returns: (transfer none): for reading; who changes it calls follow_import_session_touch () */
FollowImport *follow_import_session_get_import (FollowImportSession *self);
void follow_import_session_touch (FollowImportSession *self);
/* The sheet to begin with: the first that is to be taken. */
guint follow_import_session_find_first_sheet (FollowImportSession *self);

/* Returns: (transfer none) (nullable): what would happen by the newest choices; while that is worked out, what
 * would have happened before */
FollowImportResult *follow_import_session_get_result (FollowImportSession *self);
/* Returns: (transfer none) (nullable): why nothing can happen */
const GError *follow_import_session_get_error (FollowImportSession *self);
gboolean follow_import_session_is_busy (FollowImportSession *self);
/* Whether anything would be written. */
gboolean follow_import_session_has_news (FollowImportSession *self);

/* Writes all of it in one step, or nothing, on a thread. Neither the choices nor the register may be changed until
 * it is finished. */
void follow_import_session_commit_async (FollowImportSession *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);
/* Returns: (transfer full) (nullable): what was done */
FollowImportResult *follow_import_session_commit_finish (FollowImportSession *self,
                                                         GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
