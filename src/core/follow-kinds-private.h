/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-kind.h"

/* Each is described in the file of src/core/kinds/ named after it or after its parent. */
extern const FollowKind follow_kind_organisation;
extern const FollowKind follow_kind_person;
extern const FollowKind follow_kind_group;
extern const FollowKind follow_kind_membership;
extern const FollowKind follow_kind_theme;
extern const FollowKind follow_kind_programme;
extern const FollowKind follow_kind_scale;
extern const FollowKind follow_kind_grade;
extern const FollowKind follow_kind_indicator;
extern const FollowKind follow_kind_inspection;
extern const FollowKind follow_kind_evaluation;
extern const FollowKind follow_kind_finding;
extern const FollowKind follow_kind_plan;
extern const FollowKind follow_kind_section;
extern const FollowKind follow_kind_action;
extern const FollowKind follow_kind_milestone;
extern const FollowKind follow_kind_progress_note;
extern const FollowKind follow_kind_timescale_change;
extern const FollowKind follow_kind_evidence;
extern const FollowKind follow_kind_update_round;
extern const FollowKind follow_kind_update_sheet;
extern const FollowKind follow_kind_update_answer;

extern const FollowChoice follow_marking_choices[];
extern const FollowChoice follow_status_choices[];
