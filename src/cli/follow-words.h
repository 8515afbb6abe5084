/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind.h"

G_BEGIN_DECLS

/* Names the words there are when one is wrong. */

const char *follow_words_find_closest (const char *word, const char *const *words);
char *follow_words_join (const char *const *words, const char *before);
gboolean follow_words_refuse (const char *problem,
                              const char *word,
                              const char *const *words,
                              GError **error);
const FollowKind *follow_words_find_kind (const char *word, GError **error);
const FollowField *follow_words_find_field (const FollowKind *kind, const char *word, GError **error);

G_END_DECLS
