/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that takes its place whole or not at all: written beside the target under another name,
 * synced and renamed. Until follow_safe_file_commit() an old file stays as it was, and clearing
 * removes what was written. */
typedef struct
{
  char *target;
  char *folder;
  char *temp;
  char *name; /* for people */
  int fd;
  gboolean existed;
} FollowSafeFile;

gboolean follow_safe_file_open (FollowSafeFile *self, const char *path, GError **error);
gboolean follow_safe_file_commit (FollowSafeFile *self, GError **error);
void follow_safe_file_clear (FollowSafeFile *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowSafeFile, follow_safe_file_clear)

/* Says that the file could not be written, why, and what became of the old one. @reason is part of a
 * sentence, without a full stop. */
void follow_safe_file_set_error (FollowSafeFile *self, GError **error, int code, const char *reason);
/* The same from an errno. */
void follow_safe_file_set_errno (FollowSafeFile *self, GError **error, int number);

/* Returns: bytes that can still be written beside the target, or G_MAXUINT64 when nobody knows. */
guint64 follow_safe_file_room (FollowSafeFile *self);

G_END_DECLS
