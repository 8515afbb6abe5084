/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A grade of an inspection: its figure, its word, how it moved, and as many steps as its scale has. Never in
 * red or green: a grade is not a status. */
#define FOLLOW_TYPE_GRADE (follow_grade_get_type ())
G_DECLARE_FINAL_TYPE (FollowGrade, follow_grade, FOLLOW, GRADE, GtkBox)

GtkWidget *follow_grade_new (void);

/* @figure: (nullable), @word: (nullable), @movement: (nullable): “up from Adequate in 2021”
 * @value: how many of @steps are filled; with no @steps none are shown */
void follow_grade_set (
    FollowGrade *self, const char *figure, const char *word, const char *movement, guint value, guint steps);

G_END_DECLS
