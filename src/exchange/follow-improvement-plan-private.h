/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-plan-content.h"
#include "follow-sheet-plan.h"

G_BEGIN_DECLS

/* The sheets of a plan's workbook, one function each. They only fill @book. */

/* Its headings and merged cells as committees publish it: by outcomes or by areas. */
void follow_improvement_plan_add_outcomes (FollowBook *book, FollowPlanContent *content);
void follow_improvement_plan_add_areas (FollowBook *book, FollowPlanContent *content);
/* Counts of all actions, by status and by section, with their charts; as the columns of an empty sheet. */
void follow_improvement_plan_add_counts (FollowSheet *sheet, FollowPlanContent *content);
void follow_improvement_plan_add_summary (FollowBook *book, FollowPlanContent *content);
void follow_improvement_plan_add_actions (FollowBook *book, FollowPlanContent *content);
gboolean follow_improvement_plan_add_findings (FollowBook *book, FollowPlanContent *content, GError **error);
/* What the letters of the declared status mean, as rows of a sheet with two columns. */
void follow_improvement_plan_add_statuses (FollowSheet *sheet);
void follow_improvement_plan_add_key (FollowBook *book, FollowPlanContent *content, const char *made);

G_END_DECLS
