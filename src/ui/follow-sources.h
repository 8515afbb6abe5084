/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* What a record answers: a row for each record that a link field of it holds, which opens that; and one to
 * find another. */
#define FOLLOW_TYPE_SOURCES (follow_sources_get_type ())
G_DECLARE_FINAL_TYPE (FollowSources, follow_sources, FOLLOW, SOURCES, GtkBox)

GtkWidget *follow_sources_new (FollowRegister *reg, const FollowField *field, const char *title);

/* @record: (nullable): the record of an editor */
void follow_sources_set_record (FollowSources *self, FollowRecord *record);

/* Its links have changed. */
void follow_sources_refresh (FollowSources *self);

G_END_DECLS
