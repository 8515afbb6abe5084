/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "follow-timescale.h"

G_BEGIN_DECLS

/* What one field of one record holds. A value never changes once made, so records, the history
 * and the undo stack can share it. Empty is NULL: there is no empty value and no empty text. */
typedef struct _FollowValue FollowValue;

typedef enum
{
  FOLLOW_VALUE_TEXT,
  FOLLOW_VALUE_INTEGER,
  FOLLOW_VALUE_NUMBER,
  FOLLOW_VALUE_TIMESCALE,
  FOLLOW_VALUE_LINKS,
} FollowValueType;

#define FOLLOW_TYPE_VALUE (follow_value_get_type ())
GType follow_value_get_type (void);

FollowValue *follow_value_new_text (const char *text);
FollowValue *follow_value_new_integer (gint64 number);
FollowValue *follow_value_new_number (double number);
FollowValue *follow_value_new_timescale (FollowTimescale *timescale);
FollowValue *follow_value_new_links (const gint64 *ids, guint n_ids);
FollowValue *follow_value_ref (FollowValue *self);
void follow_value_unref (FollowValue *self);
gboolean follow_value_equal (const FollowValue *a, const FollowValue *b);

FollowValueType follow_value_get_value_type (const FollowValue *self);
const char *follow_value_get_text (const FollowValue *self);
gint64 follow_value_get_integer (const FollowValue *self);
double follow_value_get_number (const FollowValue *self);
FollowTimescale *follow_value_get_timescale (const FollowValue *self);
const gint64 *follow_value_get_links (const FollowValue *self, guint *n_ids);

char *follow_value_store (const FollowValue *self);
FollowValue *follow_value_restore (FollowValueType type, const char *stored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowValue, follow_value_unref)

G_END_DECLS
