/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-changes.h"
#include "follow-query.h"
#include "follow-record.h"

G_BEGIN_DECLS

/* One partnership's register: one SQLite file, one connection, one thread. */
#define FOLLOW_TYPE_REGISTER (follow_register_get_type ())
G_DECLARE_FINAL_TYPE (FollowRegister, follow_register, FOLLOW, REGISTER, GObject)

/* "Fthr": stands in the file's header, where `file` and the desktop look for it. */
#define FOLLOW_REGISTER_APPLICATION_ID 0x46746872

FollowRegister *follow_register_create (const char *path, GError **error);
FollowRegister *follow_register_open (const char *path, gboolean read_only, GError **error);
const char *follow_register_get_path (FollowRegister *self);
char *follow_register_get_name (FollowRegister *self);
gboolean follow_register_is_read_only (FollowRegister *self);
void follow_register_set_user (FollowRegister *self, const char *user);
const char *follow_register_get_user (FollowRegister *self);
void follow_register_set_marking (FollowRegister *self, const char *marking);
void follow_register_set_due_soon_days (FollowRegister *self, int days);
int follow_register_get_due_soon_days (FollowRegister *self);
const char *follow_register_get_today (FollowRegister *self);
void follow_register_set_time (FollowRegister *self, const char *utc);
gboolean follow_register_poll (FollowRegister *self);

FollowRecord *follow_register_get (FollowRegister *self, const FollowKind *kind, gint64 id, GError **error);
FollowRecord *follow_register_find (FollowRegister *self, gint64 id, GError **error);
GArray *follow_register_list (FollowRegister *self, const FollowQuery *query, GError **error);
GHashTable *follow_register_find_linked (FollowRegister *self,
                                         const FollowKind *kind,
                                         const FollowField *field,
                                         GError **error);
guint follow_register_count (FollowRegister *self, const FollowQuery *query, GError **error);
GPtrArray *follow_register_load_all (FollowRegister *self, const FollowQuery *query, GError **error);
GPtrArray *follow_register_load_children (FollowRegister *self,
                                          const FollowKind *kind,
                                          gint64 parent_id,
                                          GError **error);
const char *follow_register_get_title (FollowRegister *self, gint64 id);
const char *follow_register_get_number (FollowRegister *self, gint64 id);
char *follow_register_name_record (FollowRegister *self, gint64 id);
const FollowKind *follow_register_get_kind (FollowRegister *self, gint64 id);
gboolean follow_register_is_removed (FollowRegister *self, gint64 id);
char *follow_register_format (FollowRegister *self,
                              const FollowField *field,
                              const FollowValue *value,
                              const char *separator);
gint64 follow_register_find_by_title (FollowRegister *self, const FollowKind *kind, const char *title);
GArray *follow_register_search (FollowRegister *self, const char *text, guint limit, GError **error);

gboolean follow_register_commit (FollowRegister *self, FollowChanges *changes, GError **error);
gboolean follow_register_save (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_register_remove (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_register_write_together (FollowRegister *self,
                                         gboolean (*work) (FollowRegister *self,
                                                           gpointer data,
                                                           GError **error),
                                         gpointer data,
                                         GError **error);

gboolean follow_register_can_undo (FollowRegister *self);
gboolean follow_register_can_redo (FollowRegister *self);
void follow_register_forget_steps (FollowRegister *self);
gboolean follow_register_undo (FollowRegister *self, char **label, GError **error);
gboolean follow_register_redo (FollowRegister *self, char **label, GError **error);

gboolean follow_register_save_draft (FollowRegister *self, FollowRecord *record, GError **error);
gboolean follow_register_remove_draft (FollowRegister *self, gint64 id, GError **error);
GPtrArray *follow_register_load_drafts (FollowRegister *self, const FollowKind *kind, GError **error);
char *follow_register_get_draft_time (FollowRegister *self, gint64 id);

gboolean follow_register_backup (FollowRegister *self, const char *path, GError **error);
gboolean follow_register_check (FollowRegister *self, GPtrArray *problems, GError **error);

G_END_DECLS
