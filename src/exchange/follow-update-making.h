/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* Makes a round of update sheets: a workbook for each lead or agency in a folder, and the records that
 * say who was asked about what. All of it, or nothing. */

typedef struct
{
  const char *by;           /* "lead", the default, or "agency" */
  const char *title;        /* of the round; NULL: with today's date */
  const char *deadline;     /* ISO, or NULL */
  const char *return_to;    /* NULL: nothing is said about it */
  const char *note;         /* to those who are asked, or NULL */
  const FollowQuery *query; /* of actions: of the live ones only these; NULL: all */
  const char *folder;       /* made when it is not there */
  gboolean replace;         /* files of the same names are replaced */
  FollowXlsxProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} FollowUpdateOptions;

typedef struct
{
  char *recipient;
  char *file_name;
  const char *marking; /* in words, or NULL */
  guint n_actions;
  gboolean is_nobody; /* nobody leads these */
} FollowUpdateMade;

typedef struct _FollowUpdateMaking FollowUpdateMaking;

/* Writes all workbooks where nobody sees them yet; @reg is only read. */
FollowUpdateMaking *follow_update_making_write (FollowRegister *reg,
                                                const FollowUpdateOptions *options,
                                                GError **error);
/* Puts them into the folder and the round into @reg: one step for Undo. */
gboolean follow_update_making_finish (FollowUpdateMaking *self, FollowRegister *reg, GError **error);
/* What was not finished leaves nothing behind. */
void follow_update_making_free (FollowUpdateMaking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowUpdateMaking, follow_update_making_free)

/* Returns: (transfer none) (element-type FollowUpdateMade): one for each workbook */
GPtrArray *follow_update_making_get_made (FollowUpdateMaking *self);
/* Returns: (transfer none): the name of the workbook that lists them */
const char *follow_update_making_get_list_name (FollowUpdateMaking *self);
gint64 follow_update_making_get_round_id (FollowUpdateMaking *self);

G_END_DECLS
