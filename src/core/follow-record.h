/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind.h"

G_BEGIN_DECLS

#define FOLLOW_TYPE_RECORD (follow_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (FollowRecord, follow_record, FOLLOW, RECORD, GObject)

struct _FollowRecordClass
{
  GObjectClass parent_class;
  const FollowKind *kind;
};

GType follow_record_type_for_kind (const FollowKind *kind);

FollowRecord *follow_record_new (const FollowKind *kind, gint64 parent_id);
FollowRecord *follow_record_new_with_id (const FollowKind *kind, gint64 id, gint64 parent_id);
FollowRecord *follow_record_copy (FollowRecord *self);
void follow_record_assign (FollowRecord *self, FollowRecord *from);
void follow_record_refresh (FollowRecord *self, FollowRecord *now);
FollowValue *follow_record_get_base (FollowRecord *self, guint field);
gboolean follow_record_is_changed (FollowRecord *self);

const FollowKind *follow_record_get_kind (FollowRecord *self);
gint64 follow_record_get_id (FollowRecord *self);
gint64 follow_record_get_parent_id (FollowRecord *self);
gboolean follow_record_is_stored (FollowRecord *self);
void follow_record_set_stored (FollowRecord *self, gboolean stored);

FollowValue *follow_record_get_value (FollowRecord *self, guint field);
void follow_record_set_value (FollowRecord *self, guint field, FollowValue *value);
FollowValue *follow_record_get (FollowRecord *self, const char *field);
void follow_record_set (FollowRecord *self, const char *field, FollowValue *value);

const char *follow_record_get_text (FollowRecord *self, const char *field);
void follow_record_set_text (FollowRecord *self, const char *field, const char *text);
gint64 follow_record_get_integer (FollowRecord *self, const char *field);
void follow_record_set_integer (FollowRecord *self, const char *field, gint64 number);
void follow_record_set_number (FollowRecord *self, const char *field, double number);
gint64 follow_record_get_link (FollowRecord *self, const char *field);
void follow_record_set_link (FollowRecord *self, const char *field, gint64 id);
void follow_record_set_timescale (FollowRecord *self, const char *field, const char *wording);

char *follow_record_get_title (FollowRecord *self);
gboolean follow_record_is_blank (FollowRecord *self);
gboolean follow_record_check (FollowRecord *self, GError **error);

G_END_DECLS
