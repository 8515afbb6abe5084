/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind.h"

G_BEGIN_DECLS

/* When something was written into the register, by whom and what they were doing. */
typedef struct
{
  char *at; /* wall clock, "YYYY-MM-DD HH:MM" */
  char *who;
  char *what; /* or NULL */
} FollowExampleStep;

/* What one step says of one record: a new record when its key was not seen before. */
typedef struct
{
  FollowExampleStep step;
  const FollowKind *kind;
  char *key;      /* of a child: its parent's, a slash and its own */
  char *parent;   /* key of the record it is edited inside of, or NULL */
  GPtrArray *set; /* FollowExampleSet */
  gboolean bin;   /* it goes to the recycle bin */
  char *place;    /* "people.txt, line 12" */
} FollowExampleEntry;

typedef struct
{
  const FollowField *field;
  char *text; /* "" empties the field */
} FollowExampleSet;

/* A file of the example as it was read. */
typedef struct
{
  char *told_on;      /* the day it is told as of */
  GPtrArray *entries; /* FollowExampleEntry, as they stand in the file */
} FollowExampleSource;

FollowExampleSource *follow_example_source_read (const char *name, const char *text, GError **error);
void follow_example_source_free (FollowExampleSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowExampleSource, follow_example_source_free)

G_END_DECLS
