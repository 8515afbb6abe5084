/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* One evaluation of an inspection: the indicator, its grade, how it moved. A click changes it. */
#define FOLLOW_TYPE_GRADE_TILE (follow_grade_tile_get_type ())
G_DECLARE_FINAL_TYPE (FollowGradeTile, follow_grade_tile, FOLLOW, GRADE_TILE, AdwBin)

GtkWidget *follow_grade_tile_new (FollowRegister *reg, FollowRecord *evaluation);
FollowRecord *follow_grade_tile_get_evaluation (FollowGradeTile *self);

/* As one line, where it stands above the findings. */
void follow_grade_tile_set_narrow (FollowGradeTile *self, gboolean narrow);
void follow_grade_tile_update (FollowGradeTile *self);

G_END_DECLS
