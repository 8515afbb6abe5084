/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* How much of the file is kept in memory, in KiB. Records have random ids, so that many written in one step
 * lie all over the file: with little memory each page would be read again many times; so there is more while
 * something is written. */
#define FOLLOW_READING_CACHE "PRAGMA cache_size = -2000"

struct _FollowRegister
{
  GObject parent_instance;

  sqlite3 *db;
  GThread *thread;        /* the only one that may use @db */
  GHashTable *statements; /* SQL → sqlite3_stmt, owned */
  GHashTable *live;       /* id → LiveRecord: the records somebody holds */
  GHashTable *labels;     /* id → RecordLabel: titles already asked for */
  char *path;
  char *user;    /* who the history names */
  char *marking; /* of new records that can have one: a choice's id, or NULL */
  char *today;   /* YYYY-MM-DD */
  char *soon;    /* last day that is still "due soon" */
  char *time;    /* what the history is to take for now, or NULL for the clock's */
  int due_soon_days;
  int data_version;
  int busy_timeout; /* how long a write waits its turn, in ms */
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
int follow_register_read_version (FollowRegister *self);
void follow_register_emit_changed (FollowRegister *self, GHashTable *touched);
gboolean follow_register_begin (FollowRegister *self, GError **error);
gboolean follow_register_end (FollowRegister *self, gboolean ok, GError **error);

/* What is being written, and what of it must be told once it stands. */
typedef struct
{
  gint64 set_id; /* 0 until the first real change */
  gint64 undoes;
  const char *label;
  char *now;             /* one time for all that is written together */
  GHashTable *touched;   /* id → FollowKind */
  GHashTable *owners;    /* ids of the records that what was touched is edited inside of */
  GPtrArray *positioned; /* new records that were given their place */
  GPtrArray *marked;     /* new records that were given the usual marking */
  GPtrArray *numbered;   /* new records that were given their number */
  GHashTable *left;      /* id → GPtrArray: numbers that went away from it with their records */
} FollowTransaction;

void follow_transaction_clear (FollowTransaction *transaction);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowTransaction, follow_transaction_clear)

gboolean follow_transaction_save (FollowRegister *self,
                                  FollowTransaction *transaction,
                                  FollowRecord *record,
                                  GError **error);
gboolean follow_transaction_set_removed (FollowRegister *self,
                                         FollowTransaction *transaction,
                                         FollowRecord *record,
                                         gboolean removed,
                                         GError **error);
gboolean follow_transaction_join_owner (FollowRegister *self,
                                        FollowTransaction *transaction,
                                        FollowRecord *record,
                                        GError **error);
gboolean follow_transaction_run (
    FollowRegister *self,
    FollowTransaction *transaction,
    gboolean (*work) (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error),
    gpointer data,
    GError **error);
void follow_transaction_tell (FollowRegister *self, FollowTransaction *transaction);
gboolean follow_transaction_note_change (FollowRegister *self,
                                         FollowTransaction *transaction,
                                         FollowRecord *record,
                                         const char *what,
                                         GError **error);
gboolean follow_transaction_note_field (FollowRegister *self,
                                        FollowTransaction *transaction,
                                        FollowRecord *record,
                                        guint field,
                                        const FollowValue *before,
                                        GError **error);
gboolean follow_transaction_note_timescale (FollowRegister *self,
                                            FollowTransaction *transaction,
                                            FollowRecord *before,
                                            FollowRecord *after,
                                            GError **error);

gboolean follow_transaction_give_number (FollowRegister *self,
                                         FollowTransaction *transaction,
                                         FollowRecord *before,
                                         FollowRecord *record,
                                         GError **error);

gboolean follow_row_step (FollowRegister *self, FollowStatement *statement, GError **error);
gboolean follow_row_insert (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_row_update (FollowRegister *self, FollowRecord *record, guint field, GError **error);
gboolean follow_row_insert_label (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_row_update_label (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_row_insert_search (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_row_update_search (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_row_delete_search (FollowRegister *self, gint64 id, GError **error);

gboolean follow_draft_delete (FollowRegister *self, gint64 id, GError **error);

GArray *follow_register_collect_ids (FollowRegister *self, FollowStatement *statement, GError **error);
FollowRecord *follow_register_load (FollowRegister *self, const FollowKind *kind, gint64 id, GError **error);
void follow_register_update_live (FollowRegister *self, FollowTransaction *written);
void follow_register_forget_labels (FollowRegister *self, GHashTable *touched);
void follow_register_drop_live (FollowRegister *self);

gboolean follow_register_take_steps (FollowRegister *self,
                                     const char *const *steps,
                                     int newest,
                                     GError **error);
gboolean follow_register_migrate (FollowRegister *self, GError **error);
int follow_register_newest_version (void);
gboolean follow_register_inspect_file (const char *path, GError **error);
gboolean follow_register_add_shipped (FollowRegister *self, GError **error);
char *follow_fold_text (const char *text);
void follow_register_add_functions (FollowRegister *self);

const char *follow_computed_sql (const FollowKind *kind, const FollowField *field);
gboolean follow_computed_reads (const FollowKind *kind, const FollowKind *other);
char **follow_words_to_matches (const char *text);
GArray *follow_register_find_word (FollowRegister *self, const char *match, GError **error);
gboolean follow_register_keep_found (
    FollowRegister *self, const FollowKind *kind, GArray *found, GArray *ids, GError **error);
char *follow_query_make_sql (const FollowQuery *self, const char *columns, gboolean ordered);
guint follow_query_get_limit (const FollowQuery *self);
void follow_query_bind (const FollowQuery *self, FollowStatement *statement);

char *follow_column_dup_text (FollowStatement *statement, int column);
int follow_bind_text (FollowStatement *statement, int index, const char *text);
void follow_bind_value (FollowStatement *statement,
                        int *index,
                        const FollowField *field,
                        const FollowValue *value);

G_END_DECLS
