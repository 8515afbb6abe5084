/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowChoice types[] = {
  { "joint_inspection", N_ ("Joint inspection") },
  { "interim_follow_through", N_ ("Interim follow-through") },
  { "follow_through", N_ ("Follow-through") },
  { "progress_review", N_ ("Progress review") },
  { "thematic_review", N_ ("Thematic review") },
  { "other", N_ ("Other") },
  { NULL },
};

static const FollowChoice finding_types[] = {
  { "strength", N_ ("Strength") },
  { "improvement", N_ ("Area for improvement") },
  { "main_point", N_ ("Main point for action") },
  { "good_practice", N_ ("Good practice") },
  { "key_message", N_ ("Key message") },
  { "other", N_ ("Other area named in the text") },
  { NULL },
};

static const FollowField fields[] = {
  { "title", N_ ("Title"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .headings = "Inspection" },
  { "body", N_ ("Inspecting body"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "organisation" },
  { "partners", N_ ("Scrutiny partners"), FOLLOW_FIELD_LINKS, .links_to = "organisation" },
  { "type", N_ ("Type"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = types },
  { "follows", N_ ("Follows"), FOLLOW_FIELD_LINK, .links_to = "inspection" },
  { "notified", N_ ("Notified"), FOLLOW_FIELD_DATE },
  { "fieldwork_from", N_ ("Fieldwork from"), FOLLOW_FIELD_DATE },
  { "fieldwork_to", N_ ("Fieldwork to"), FOLLOW_FIELD_DATE },
  { "published", N_ ("Published"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "reference", N_ ("Reference"), FOLLOW_FIELD_TEXT },
  { "web_address", N_ ("Web address"), FOLLOW_FIELD_TEXT },
  { "context", N_ ("Context"), FOLLOW_FIELD_LONG_TEXT },
  { "findings", N_ ("Findings"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
  { "unanswered", N_ ("Without an action"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_inspection = {
  .name = "inspection",
  .label = N_ ("Inspection"),
  .plural = N_ ("Inspections"),
  .title = "title",
  .order = "-published title",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowField evaluation_fields[] = {
  { "indicator", N_ ("Quality indicator"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "indicator" },
  { "grade", N_ ("Grade"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "grade" },
  { "note", N_ ("Note"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_evaluation = {
  .name = "evaluation",
  .label = N_ ("Evaluation"),
  .plural = N_ ("Evaluations"),
  .parent = "inspection",
  .title = "note",
  .order = "indicator",
  .fields = evaluation_fields,
  .n_fields = G_N_ELEMENTS (evaluation_fields),
};

static const FollowField finding_fields[] = {
  { "type", N_ ("Type"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .choices = finding_types },
  { "number", N_ ("No."), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "statement", N_ ("Statement"), FOLLOW_FIELD_TEXT },
  { "wording", N_ ("Wording"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .headings = "Finding" },
  { "feedback", N_ ("Feedback – key points"), FOLLOW_FIELD_LONG_TEXT },
  { "quotation", N_ ("Quotation"), FOLLOW_FIELD_LONG_TEXT },
  { "page", N_ ("Page"), FOLLOW_FIELD_TEXT },
  { "indicator", N_ ("Quality indicator"), FOLLOW_FIELD_LINK, .links_to = "indicator" },
  { "judged_again_as", N_ ("Judged again as"), FOLLOW_FIELD_LINK, .links_to = "finding" },
  { "position", N_ ("Position"), FOLLOW_FIELD_NUMBER, FOLLOW_FIELD_INTERNAL },
  { "actions", N_ ("Actions"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_finding = {
  .name = "finding",
  .label = N_ ("Finding"),
  .plural = N_ ("Findings"),
  .parent = "inspection",
  .number = "number",
  .title = "wording",
  .order = "position",
  .fields = finding_fields,
  .n_fields = G_N_ELEMENTS (finding_fields),
};
