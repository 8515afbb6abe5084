/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* A stranger's zip of XML parts, opened with suspicion: entries are counted, what they expand to is
 * counted as it comes, XML may not declare types or entities, nor nest or run on for ever. Names of
 * entries are looked up and never used as paths. */
typedef struct _FollowXlsxPackage FollowXlsxPackage;

/* Names come without their namespace prefix, attributes as pairs. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, int length);
} FollowXlsxHandlers;

/* @bytes or the file at @path; @name is the file's for people. */
FollowXlsxPackage *follow_xlsx_package_open (const char *path,
                                             GBytes *bytes,
                                             const char *name,
                                             const FollowReadLimits *limits,
                                             GCancellable *cancellable,
                                             GError **error);
void follow_xlsx_package_free (FollowXlsxPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowXlsxPackage, follow_xlsx_package_free)

const FollowReadLimits *follow_xlsx_package_limits (FollowXlsxPackage *self);
const char *follow_xlsx_package_name (FollowXlsxPackage *self);
gboolean follow_xlsx_package_has (FollowXlsxPackage *self, const char *part);
gboolean follow_xlsx_package_parse (FollowXlsxPackage *self,
                                    const char *part,
                                    const FollowXlsxHandlers *handlers,
                                    gpointer data,
                                    GError **error);

/* For handlers: ends the parsing, which then fails with this. The first reason stays. */
void follow_xlsx_package_refuse (FollowXlsxPackage *self, int code, const char *reason);
void follow_xlsx_package_refuse_damaged (FollowXlsxPackage *self);
void follow_xlsx_package_refuse_large (FollowXlsxPackage *self);
/* Whether a handler has refused: later handlers of the same part need do nothing. */
gboolean follow_xlsx_package_has_refused (FollowXlsxPackage *self);

/* Returns: the value of the attribute, by its name without prefix, or NULL. */
const char *follow_xlsx_attribute (const char **attributes, const char *name);
gboolean follow_xlsx_attribute_is_true (const char **attributes, const char *name);

/* Returns: (transfer full): the name of the part that @target means where @base stands. */
char *follow_xlsx_resolve_part (const char *base, const char *target);

G_END_DECLS
