/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Several files that take their place in a folder together, or not at all: they are written into a
 * hidden folder inside of it and moved when all are there. What is not kept is taken back. */
typedef struct
{
  char *folder;
  char *temp;
  GPtrArray *names;    /* of char *: of the files, as they were added */
  GPtrArray *replaced; /* of char *: older files that were moved aside */
  guint n_moved;
  gboolean made_folder;
} FollowSafeFolder;

/* @folder is made when it is not there, inside one that is. */
gboolean follow_safe_folder_open (FollowSafeFolder *self, const char *folder, GError **error);
/* Returns: (transfer full): the path to write the file to. @name is a plain name. */
char *follow_safe_folder_add (FollowSafeFolder *self, const char *name);
/* Refuses when files of these names are in @folder already. @names: (element-type utf8) */
gboolean follow_safe_folder_check (const char *folder, GPtrArray *names, GError **error);
/* Moves all files to their places; older ones of their names are put aside. After an error everything
 * is where it was. */
gboolean follow_safe_folder_move (FollowSafeFolder *self, GError **error);
/* What was moved stays, and older files are gone. */
void follow_safe_folder_keep (FollowSafeFolder *self);
/* Without follow_safe_folder_keep() all is as it was before. */
void follow_safe_folder_clear (FollowSafeFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowSafeFolder, follow_safe_folder_clear)

G_END_DECLS
