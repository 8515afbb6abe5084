/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "follow-value.h"

G_BEGIN_DECLS

typedef enum
{
  FOLLOW_FIELD_TEXT,
  FOLLOW_FIELD_LONG_TEXT,
  FOLLOW_FIELD_INTEGER,
  FOLLOW_FIELD_NUMBER,
  FOLLOW_FIELD_BOOLEAN, /* an integer, 0 or 1 */
  FOLLOW_FIELD_DATE,    /* text, "YYYY-MM-DD" */
  FOLLOW_FIELD_TIMESCALE,
  FOLLOW_FIELD_CHOICE, /* stores the choice's id, shows its label */
  FOLLOW_FIELD_LINK,   /* one record */
  FOLLOW_FIELD_LINKS,  /* several records, in order */
} FollowFieldType;

typedef enum
{
  FOLLOW_FIELD_DEFAULT = 0,
  FOLLOW_FIELD_REQUIRED = 1 << 0,
  FOLLOW_FIELD_COMPUTED = 1 << 1, /* worked out when a record is read; never saved */
  FOLLOW_FIELD_INTERNAL = 1 << 2, /* keeps the order of rows; not for people */
  FOLLOW_FIELD_MAIN = 1 << 3,     /* tells records apart at a glance */
} FollowFieldFlags;

typedef struct
{
  const char *id;    /* stored; never renamed */
  const char *label; /* N_() */
} FollowChoice;

/* One field of a kind of record. @name is at once the SQL column, the GObject property, the key
 * in the history and the name scripts use; it is frozen once released. What is said here is true
 * of the data; where a field stands on a screen is the screen's business. */
typedef struct
{
  const char *name;
  const char *label; /* N_(); translated where it is shown */
  FollowFieldType type;
  FollowFieldFlags flags;
  const FollowChoice *choices; /* choices only; ends with a NULL id */
  const char *links_to;        /* links only: names of kinds, separated by spaces */
  gint64 min;                  /* integers only, with @max; both 0: no bounds */
  gint64 max;
  const char *headings; /* other headings this field comes in under, separated by | */
} FollowField;

typedef struct _FollowKind FollowKind;
typedef struct _FollowRecord FollowRecord;

/* A kind of record. */
struct _FollowKind
{
  const char *name;        /* SQL table and name in scripts */
  const char *label;       /* N_(), one: "Action" */
  const char *plural;      /* N_(), several: "Actions" */
  const char *parent;      /* the kind it is edited inside of, or NULL */
  const char *number;      /* the field that numbers its records, or NULL */
  const char *numbered_in; /* the link to the record within which a number is given to each, or NULL */
  const char *title;       /* fields that name a record, separated by spaces: the first not empty does */
  const char *order;       /* fields a list is sorted by at first; "-" in front: downwards */
  const FollowField *fields;
  guint n_fields;
  /* Rules over several fields; what one field's description cannot say. */
  gboolean (*check) (FollowRecord *record, GError **error);
};

#define FOLLOW_MAX_FIELDS 48

const FollowKind *const *follow_kinds_get (guint *n_kinds);
const FollowKind *follow_kind_find (const char *name);
guint follow_kind_get_index (const FollowKind *kind);
const FollowField *follow_kind_find_field (const FollowKind *kind, const char *name);
const FollowField *follow_kind_find_notified (const FollowKind *kind, GParamSpec *pspec);
int follow_kind_find_field_index (const FollowKind *kind, const char *name);
const char *follow_kind_get_label (const FollowKind *kind);
const char *follow_kind_get_plural (const FollowKind *kind);
gboolean follow_kind_has_links (const FollowKind *kind);

const char *follow_field_get_label (const FollowField *field);
FollowValueType follow_field_get_value_type (const FollowField *field);
const FollowChoice *follow_field_find_choice (const FollowField *field, const char *id);
const char *follow_field_get_choice_label (const FollowField *field, const char *id);
gboolean follow_field_is_link (const FollowField *field);
gboolean follow_field_links_to (const FollowField *field, const char *kind);
gboolean follow_field_is_text (const FollowField *field);
gboolean follow_field_check (const FollowField *field, const FollowValue *value, GError **error);
FollowValue *follow_field_read (const FollowField *field, const char *text, GError **error);
char *follow_field_format (const FollowField *field, const FollowValue *value);

G_END_DECLS
