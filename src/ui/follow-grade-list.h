/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* The grades an inspection gave, and the way to add one. */
#define FOLLOW_TYPE_GRADE_LIST (follow_grade_list_get_type ())
G_DECLARE_FINAL_TYPE (FollowGradeList, follow_grade_list, FOLLOW, GRADE_LIST, GtkBox)

GtkWidget *follow_grade_list_new (FollowRegister *reg, gint64 inspection);
void follow_grade_list_set_narrow (FollowGradeList *self, gboolean narrow);
void follow_grade_list_update (FollowGradeList *self);

/* Returns: whether the evaluation @id is among them; it then has the focus */
gboolean follow_grade_list_show (FollowGradeList *self, gint64 id);

G_END_DECLS
