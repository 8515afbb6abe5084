/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-rows.h"

G_BEGIN_DECLS

/* The doubts of one import at work, and what it has to say about cells. Equal ones are told once. */
FollowImportDoubts *follow_import_doubts_new (const FollowImport *import, FollowImportResult *result);
void follow_import_doubts_free (FollowImportDoubts *self);

/* Returns: (transfer none): the doubt about @text in what @scope names (a field, say), with the place among
 * its cells. Its answers are to be added when it has none yet; then follow_import_doubts_answer(). */
FollowImportDoubt *follow_import_doubts_find (FollowImportDoubts *self,
                                              FollowDoubtType type,
                                              const char *scope,
                                              const char *text,
                                              const FollowImportPlace *place);
/* Returns: the id of the answer that stands: the user's, an earlier one, or the first. Takes @message. */
const char *follow_import_doubts_answer (FollowImportDoubts *self, FollowImportDoubt *doubt, char *message);

/* Takes @message. */
void follow_import_doubts_remark (FollowImportDoubts *self,
                                  const FollowImportPlace *place,
                                  FollowSeverity severity,
                                  char *message);

/* Puts doubts and remarks into the result. */
void follow_import_doubts_finish (FollowImportDoubts *self);

/* Whether an answer is good for other files too. */
gboolean follow_doubt_type_is_lasting (FollowDoubtType type);

G_END_DECLS
