/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "follow-register.h"

G_BEGIN_DECLS

struct _FollowRegister
{
  GObject parent_instance;

  sqlite3 *db;
  GThread *thread;        /* the only one that may use @db */
  GHashTable *statements; /* SQL → sqlite3_stmt, owned */
  GHashTable *live;       /* id → LiveRecord: the records somebody holds */
  GHashTable *labels;     /* id → RecordLabel: titles already asked for */
  char *path;
  char *user;  /* who the history names */
  char *today; /* YYYY-MM-DD */
  char *soon;  /* last day that is still "due soon" */
  char *time;  /* what the history is to take for now, or NULL for the clock's */
  int due_soon_days;
  int data_version;
  gboolean read_only;
  gboolean together; /* follow_register_write_together() is at work */
  GArray *undo;      /* gint64: change sets of this session, newest last */
  GArray *redo;
};

/* A prepared statement the register owns. Leaving scope resets it, so that no read transaction
 * outlives the function that began it. */
typedef sqlite3_stmt FollowStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowStatement, sqlite3_reset)

char *follow_register_get_time (FollowRegister *self);
gboolean follow_register_fail (FollowRegister *self, const char *doing, GError **error);
gboolean follow_register_execute (FollowRegister *self, const char *sql, const char *doing, GError **error);
FollowStatement *follow_register_prepare (FollowRegister *self, const char *sql, GError **error);
gboolean follow_register_begin (FollowRegister *self, GError **error);
gboolean follow_register_end (FollowRegister *self, gboolean ok, GError **error);

/* What is being written, and what of it must be told once it stands. */
typedef struct
{
  gint64 set_id; /* 0 until the first real change */
  gint64 undoes;
  const char *label;
  GHashTable *touched; /* id → FollowKind */
} FollowTransaction;

gboolean follow_transaction_save (FollowRegister *self,
                                  FollowTransaction *transaction,
                                  FollowRecord *record,
                                  GError **error);
gboolean follow_transaction_set_removed (FollowRegister *self,
                                         FollowTransaction *transaction,
                                         FollowRecord *record,
                                         gboolean removed,
                                         GError **error);
gboolean follow_transaction_run (
    FollowRegister *self,
    FollowTransaction *transaction,
    gboolean (*work) (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error),
    gpointer data,
    GError **error);
gboolean follow_transaction_note_timescale (FollowRegister *self,
                                            FollowTransaction *transaction,
                                            FollowRecord *before,
                                            FollowRecord *after,
                                            GError **error);

FollowRecord *follow_register_load (FollowRegister *self, const FollowKind *kind, gint64 id, GError **error);
void follow_register_update_live (FollowRegister *self, GHashTable *touched);
void follow_register_forget_labels (FollowRegister *self);
void follow_register_drop_live (FollowRegister *self);

gboolean follow_register_migrate (FollowRegister *self, GError **error);
int follow_register_newest_version (void);
gboolean follow_register_inspect_file (const char *path, GError **error);
gboolean follow_register_add_shipped (FollowRegister *self, GError **error);
char *follow_fold_text (const char *text);
void follow_register_add_functions (FollowRegister *self);

const char *follow_computed_sql (const FollowKind *kind, const FollowField *field);
char *follow_query_make_sql (const FollowQuery *self, const char *columns, gboolean ordered);
void follow_query_bind (const FollowQuery *self, FollowStatement *statement);

int follow_bind_text (FollowStatement *statement, int index, const char *text);
void follow_bind_value (FollowStatement *statement,
                        int *index,
                        const FollowField *field,
                        const FollowValue *value);

G_END_DECLS
