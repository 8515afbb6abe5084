/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* What an inspection's page says about it that stands in other records. Lists are of gint64 ids and never
 * NULL: what cannot be read is left out, as saving and opening already say what is wrong with a file. */

/* The inspections before @id, itself, and those after it, the oldest first. */
GArray *follow_inspection_list_chain (FollowRegister *reg, gint64 id);

/* "March 2025", or what is known while it is not published: "fieldwork March 2025" */
char *follow_inspection_describe_when (FollowRecord *inspection);

/* Returns: (transfer full) (nullable): the year it was published in */
char *follow_inspection_dup_year (FollowRecord *inspection);

/* Where its actions belong, the plans of @id. */
GArray *follow_inspection_list_plans (FollowRegister *reg, gint64 id);

/* Whether findings of @type ask for an action. */
gboolean follow_finding_wants_action (const char *type);

/* The actions that name the finding as a source, and those in the sections that answer it, by number. */
GArray *follow_finding_list_actions (FollowRegister *reg, gint64 id);

/* Returns: the section that answers the finding, 0 for none */
gint64 follow_finding_find_section (FollowRegister *reg, gint64 id);

/* Returns: (transfer full): "Indicator 5.4 · page 31 · judged before: area for improvement 5, 2021"; may be
 * empty */
char *follow_finding_describe (FollowRegister *reg, FollowRecord *finding);

/* Returns: (transfer full): "Area for improvement 3" */
char *follow_finding_name (FollowRecord *finding);

/* Returns: (transfer full) (nullable): how the grade compares with the one the indicator was last given in
 * the chain: "up from Adequate in 2021" */
char *follow_evaluation_describe_movement (FollowRegister *reg, FollowRecord *evaluation);

/* How many grades its scale has, and which of them this is, counted from the lowest. */
void follow_grade_count_steps (FollowRegister *reg, FollowRecord *grade, guint *value, guint *steps);

/* Returns: (transfer full): the number after the highest among the records @query asks for */
char *follow_next_number (FollowRegister *reg, const FollowQuery *query);

G_END_DECLS
