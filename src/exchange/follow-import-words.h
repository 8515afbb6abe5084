/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What single cells say about the rows of a table. */

/* Returns: (nullable): the id of the origin that @text names */
const char *follow_words_read_origin (const char *text);
/* "None.", "n/a", a dash: there is nothing here. */
gboolean follow_words_say_none (const char *text);
/* "tbc", "to be agreed" and the like: nobody is named yet. */
gboolean follow_words_are_open (const char *text);
gboolean follow_words_are_total (const char *text);
/* The title of a key of colours. */
gboolean follow_words_are_key (const char *text);
/* A line of such a key: begins with a colour, a letter or a word of a status. */
gboolean follow_words_begin_with_status (const char *text);
/* "Meeting of 12 May 2026", "CPC 12/05/2026": a heading over what one meeting agreed. */
gboolean follow_words_are_meeting (const char *text);
/* Whether both have the same lines, whatever stands around them. */
gboolean follow_words_say_the_same (const char *one, const char *other);
gboolean follow_words_have_letters (const char *text);
/* Returns: (transfer full): as much of a cell's text as goes into a sentence; … stands for the rest */
char *follow_words_quote (const char *text);

G_END_DECLS
