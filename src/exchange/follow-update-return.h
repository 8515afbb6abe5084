/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-import.h"
#include "follow-update-text.h"
#include "follow-xlsx-writer.h"

G_BEGIN_DECLS

/* Returned update sheets beside what the register holds now: for each cell who changed it since it was sent,
 * and whether it is taken. What only the lead changed is taken at first, the rest is left to a person. */

typedef enum
{
  FOLLOW_UPDATE_UNCHANGED,   /* the sheet says nothing, or what the register holds already */
  FOLLOW_UPDATE_BY_LEAD,     /* only the lead changed it */
  FOLLOW_UPDATE_IN_REGISTER, /* only the register moved on */
  FOLLOW_UPDATE_BOTH,        /* both, to something else: a conflict */
} FollowUpdateChange;

/* One cell that the lead may have written in. */
typedef struct
{
  FollowUpdateColumn column;
  FollowUpdateChange change;
  gboolean is_known; /* the sheet said the same when it was read before */
  gboolean accepted; /* it is to be taken */
  char *said;        /* in the sheet's words, NULL for nothing */
  char *text;        /* what is taken, the sheet's words at first */
  char *sent;        /* what it held when it was sent, as people read it; or NULL */
  char *now;         /* what the register holds now, as people read it; or NULL */
  char *doubt;       /* a sentence: why a person should look at it; or NULL */
} FollowUpdateItem;

typedef struct
{
  FollowRecord *answer; /* the sheet's line in the register; of a proposal new */
  FollowRecord *action; /* NULL of a proposal */
  char *proposal;       /* what is proposed as a new action, or NULL */
  gboolean accepted;    /* the proposal is to become one */
  gint64 plan_id;       /* of which plan it is to be one; 0, as at first: of none */
  guint row;
  FollowUpdateItem items[FOLLOW_UPDATE_N_INPUTS];
} FollowUpdateAnswer;

typedef struct
{
  char *name;    /* of the file */
  char *refusal; /* a sentence: why nothing of it is taken; or NULL */
  FollowUpdateText *text;
  FollowRecord *round; /* these are set unless it was refused */
  FollowRecord *sheet;
  char *recipient;
  char *by;           /* who answers, as notes are signed */
  char *date;         /* when it was filled in, ISO */
  char *saved_at;     /* UTC */
  GPtrArray *answers; /* of FollowUpdateAnswer */
} FollowUpdateFile;

typedef struct
{
  FollowRegister *reg;        /* (unowned) */
  GPtrArray *files;           /* of FollowUpdateFile */
  FollowImportResult *result; /* what was noticed while reading */
} FollowUpdateReturn;

/* @paths: (array zero-terminated=1): workbooks, and folders of which every workbook is read. A file that
 * cannot be taken is refused on its own. Returns: (transfer full) (nullable): NULL with a sentence when
 * there is none to read */
FollowUpdateReturn *follow_update_return_read (FollowRegister *reg,
                                               const char *const *paths,
                                               FollowXlsxProgressFunc progress,
                                               gpointer progress_data,
                                               GCancellable *cancellable,
                                               GError **error);
void follow_update_return_free (FollowUpdateReturn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowUpdateReturn, follow_update_return_free)

FollowUpdateItem *follow_update_answer_get_item (FollowUpdateAnswer *self, FollowUpdateColumn column);
/* Whether the sheet says anything that was not taken already, or waits for a decision. */
gboolean follow_update_answer_has_news (FollowUpdateAnswer *self);
/* Sets what is taken in place of the sheet's words, and takes it. Returns: FALSE with a sentence when the
 * column cannot hold it */
gboolean follow_update_item_edit (FollowUpdateItem *self, const char *text, GError **error);

/* Whether it is for a person to look at: a word that was not known before, or that waits for a decision. */
gboolean follow_update_item_is_news (const FollowUpdateItem *self);
/* Who reviews takes time, and others write meanwhile: looks at the actions as they are by now. What they changed
 * becomes a conflict that is not taken. Returns: how many cells were to be taken and are not any more */
guint follow_update_return_refresh (FollowUpdateReturn *self);

/* Writes all that is accepted, and what each sheet said: one step for Undo, or nothing. What was done is
 * counted in @self's result, and what was left is said there. */
gboolean follow_update_return_commit (FollowUpdateReturn *self, gboolean dry_run, GError **error);

G_END_DECLS
