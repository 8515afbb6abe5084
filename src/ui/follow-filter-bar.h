/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* What narrows a table down: text as it is typed, and a chip for each test, so that nobody takes a part for
 * the whole. Escape takes the text away first, then the chips from the right.
 *
 * Signal changed (): other records are asked for */
#define FOLLOW_TYPE_FILTER_BAR (follow_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (FollowFilterBar, follow_filter_bar, FOLLOW, FILTER_BAR, AdwBin)

GtkWidget *follow_filter_bar_new (FollowRegister *reg, const FollowKind *kind);

/* Returns: (transfer full): the records asked for, in no order */
FollowQuery *follow_filter_bar_dup_query (FollowFilterBar *self);
gboolean follow_filter_bar_is_active (FollowFilterBar *self);

/* Adds a chip: only records whose @field passes @test with @value. */
void follow_filter_bar_add (FollowFilterBar *self, const char *field, FollowTest test, FollowValue *value);

/* Takes away text and chips. */
void follow_filter_bar_clear (FollowFilterBar *self);

/* One step of Escape. FALSE: there was nothing to take away. */
gboolean follow_filter_bar_step_back (FollowFilterBar *self);
void follow_filter_bar_focus (FollowFilterBar *self);
void follow_filter_bar_open_menu (FollowFilterBar *self);

G_END_DECLS
