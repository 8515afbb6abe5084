/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON (RFC 8259) as it is told to: what comes inside an object is a key, then its value.
 * Two spaces a level; every entry on a line of its own. */
typedef struct _FollowJson FollowJson;

FollowJson *follow_json_new (GString *out);
void follow_json_free (FollowJson *self);
void follow_json_begin_object (FollowJson *self);
void follow_json_end_object (FollowJson *self);
void follow_json_begin_array (FollowJson *self);
void follow_json_end_array (FollowJson *self);
void follow_json_add_key (FollowJson *self, const char *key);
void follow_json_add_string (FollowJson *self, const char *text);
void follow_json_add_integer (FollowJson *self, gint64 number);
void follow_json_add_number (FollowJson *self, double number);
void follow_json_add_boolean (FollowJson *self, gboolean yes);
void follow_json_add_null (FollowJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowJson, follow_json_free)

G_END_DECLS
