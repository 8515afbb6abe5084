/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A wording cut into words, numbers and marks, for the timescale reader. Everything that is not
 * plain English is brought to one form first: every dash, apostrophe and space there is. */

typedef enum
{
  FOLLOW_MARK_END = 0,
  FOLLOW_MARK_WORD = 'a',   /* letters; lower case in text */
  FOLLOW_MARK_NUMBER = '0', /* digits */
  FOLLOW_MARK_LINE = '\n',  /* a new line, or a semicolon: what follows is said for itself */
  FOLLOW_MARK_DASH = '~',   /* en dash, em dash; a hyphen is '-' */
  FOLLOW_MARK_OTHER = '?',  /* what never stands beside a date; the question mark too */
} FollowMark;

typedef struct
{
  char mark;       /* a FollowMark, or the punctuation itself */
  gboolean spaced; /* white space or the beginning stands before it */
  guint start;     /* bytes in the wording */
  guint end;
  guint length;     /* of text */
  const char *text; /* plain ASCII; not terminated */
  int value;        /* of a number; -1 when it has more than nine digits */
} FollowWord;

typedef struct
{
  char *plain;
  GArray *words; /* FollowWord, one END last */
} FollowWords;

FollowWords *follow_words_new (const char *text);
void follow_words_free (FollowWords *words);

/* Past the end there is END, for ever. */
const FollowWord *follow_words_at (const FollowWords *words, guint at);
gboolean follow_words_ends_line (const FollowWords *words, guint at);
gboolean follow_words_is (const FollowWords *words, guint at, const char *word);
gboolean follow_words_is_mark (const FollowWords *words, guint at, char mark);
/* Whether nothing is glued to the front of it, so that "2009" in "330-2009" is no year. */
gboolean follow_words_stands_free (const FollowWords *words, guint at);
/* The place of the word at @at in a NULL-terminated list, or -1. */
int follow_words_find (const FollowWords *words, guint at, const char *const *list);
/* A number of that many digits, glued to what stands before it when @glued. */
gboolean follow_words_is_number (const FollowWords *words, guint at, guint least, guint most);

/* Each moves *@at past what it names, or leaves it. */
gboolean follow_words_take (const FollowWords *words, guint *at, const char *word);
gboolean follow_words_take_mark (const FollowWords *words, guint *at, char mark);
gboolean follow_words_take_any (const FollowWords *words, guint *at, const char *const *list);
gboolean follow_words_take_phrase (const FollowWords *words, guint *at, const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowWords, follow_words_free)

G_END_DECLS
