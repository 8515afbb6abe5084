/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import-result-private.h"
#include "follow-update-return.h"

G_BEGIN_DECLS

/* Finds the line of the register for each row of the file, and compares their cells. */
gboolean follow_update_compare (FollowUpdateReturn *self, FollowUpdateFile *file, GError **error);
void follow_update_answer_free (gpointer answer);

/* Fills the items of one row of the sheet. */
void follow_update_answer_fill (FollowUpdateReturn *self,
                                FollowUpdateAnswer *answer,
                                const FollowUpdateLine *line);
/* The action is another by now. Returns: how many cells were to be taken and are not any more */
guint follow_update_answer_compare_again (FollowUpdateReturn *self, FollowUpdateAnswer *answer);
/* Two sheets that say different things about one action: a person has to choose. */
void follow_update_find_rivals (FollowUpdateReturn *self);

/* Returns: (transfer full): the sheet's name for a report, or the file's where there are several */
const char *follow_update_file_get_place (FollowUpdateReturn *self, FollowUpdateFile *file);
/* Says something about the file as a whole. Takes @message. */
void follow_update_remark_on_file (FollowUpdateReturn *self,
                                   FollowUpdateFile *file,
                                   FollowSeverity severity,
                                   char *message);
guint follow_update_file_get_index (FollowUpdateReturn *self, FollowUpdateFile *file);
/* @column: -1 for the row as a whole. Takes @message. */
void follow_update_remark (FollowUpdateReturn *self,
                           FollowUpdateFile *file,
                           guint row,
                           int column,
                           FollowSeverity severity,
                           char *message);
/* Returns: (transfer full): "action 12", for sentences */
char *follow_update_name_action (FollowRecord *answer);

G_END_DECLS
