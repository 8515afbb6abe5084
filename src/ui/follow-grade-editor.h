/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* A popover in which a grade is changed: the grades of its scale, a note, and the way to the bin. It saves by
 * itself. */
#define FOLLOW_TYPE_GRADE_EDITOR (follow_grade_editor_get_type ())
G_DECLARE_FINAL_TYPE (FollowGradeEditor, follow_grade_editor, FOLLOW, GRADE_EDITOR, GtkPopover)

GtkWidget *follow_grade_editor_new (FollowRegister *reg, FollowRecord *evaluation);

/* Returns: (transfer full) (element-type FollowRecord): the grades one may choose from, the highest first:
 * those of the scale of @grade, or of all scales when it is 0 */
GPtrArray *follow_grades_load (FollowRegister *reg, gint64 grade);

/* Returns: (transfer full): "4 Good" */
char *follow_grade_describe (FollowRecord *grade);

G_END_DECLS
