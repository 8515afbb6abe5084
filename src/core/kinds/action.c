/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

const FollowChoice follow_status_choices[] = {
  { "not_started", N_ ("Not started") },
  { "on_track", N_ ("On track") },
  { "slippage", N_ ("Some slippage") },
  { "off_track", N_ ("Off track") },
  { "complete", N_ ("Complete") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL },
};

static const FollowChoice origins[] = {
  { "already", N_ ("Already within improvement plans") },
  { "additional", N_ ("Additional improvement actions") },
  { NULL },
};

static const FollowChoice impacts[] = {
  { "achieved", N_ ("Achieved") },
  { "partly", N_ ("Partly") },
  { "not_yet", N_ ("Not yet") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

static const FollowChoice priorities[] = {
  { "high", N_ ("High") },
  { "medium", N_ ("Medium") },
  { "low", N_ ("Low") },
  { NULL },
};

static const FollowChoice due_states[] = {
  { "overdue", N_ ("Overdue") }, { "due_soon", N_ ("Due soon") }, { "later", N_ ("Later") },
  { "no_date", N_ ("No date") }, { "done", N_ ("Done") },         { NULL },
};

/* The declared status and the computed state of its timescale stand side by side; neither
 * overwrites the other. */
static const FollowField fields[] = {
  { "number", N_ ("No."), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN,
    .headings = "No|Number|Ref|Reference|Action no|Action number|Item|#" },
  { "wording", N_ ("Action"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .headings = "Actions|Improvement Activity|Activity|Agreed action|Action agreed|Action required|Task" },
  { "plan", N_ ("Plan"), FOLLOW_FIELD_LINK, .links_to = "plan" },
  { "section", N_ ("Section"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "section" },
  { "sources", N_ ("Comes from"), FOLLOW_FIELD_LINKS, .links_to = "finding" },
  { "origin", N_ ("Origin"), FOLLOW_FIELD_CHOICE, .choices = origins },
  { "programme", N_ ("Programme"), FOLLOW_FIELD_LINK, .links_to = "programme",
    .headings = "Improvement Programme" },
  { "leads", N_ ("Leads"), FOLLOW_FIELD_LINKS, FOLLOW_FIELD_MAIN, .links_to = "person group",
    .headings =
        "Lead|Lead Officer|Lead person|Responsible|Responsibility|Responsible officer|Person responsible|"
        "Owner|Action owner|Who|By whom" },
  { "lead_as_written", N_ ("Lead as written"), FOLLOW_FIELD_TEXT },
  { "agencies", N_ ("Agencies"), FOLLOW_FIELD_LINKS, FOLLOW_FIELD_MAIN, .links_to = "organisation",
    .headings = "Agency|Lead agency|Partner|Partners|Organisation" },
  { "timescale", N_ ("Timescale"), FOLLOW_FIELD_TIMESCALE, FOLLOW_FIELD_MAIN,
    .headings = "Timeframe|Due|Due date|By when|When|Deadline|Target date|Timescale / Initial Milestone" },
  { "status", N_ ("Declared status"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN,
    .choices = follow_status_choices,
    .headings = "Status|RAG|BRAG|RAG status|BRAG status|RAG rating|Current status" },
  { "intended_outcome", N_ ("Intended outcome"), FOLLOW_FIELD_LONG_TEXT },
  { "measure", N_ ("Measure"), FOLLOW_FIELD_LONG_TEXT },
  { "impact", N_ ("Impact"), FOLLOW_FIELD_CHOICE, .choices = impacts },
  { "closure_proposed", N_ ("Proposed for closure"), FOLLOW_FIELD_DATE },
  { "closure_agreed_at", N_ ("Closure agreed at"), FOLLOW_FIELD_TEXT },
  { "closure_agreed_on", N_ ("Closure agreed on"), FOLLOW_FIELD_DATE },
  { "priority", N_ ("Priority"), FOLLOW_FIELD_CHOICE, .choices = priorities },
  { "marking", N_ ("Marking"), FOLLOW_FIELD_CHOICE, .choices = follow_marking_choices },
  { "position", N_ ("Position"), FOLLOW_FIELD_NUMBER, FOLLOW_FIELD_INTERNAL },
  { "due", N_ ("Due by"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_COMPUTED },
  { "due_state", N_ ("Due"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN,
    .choices = due_states },
  { "no_lead", N_ ("Without a lead"), FOLLOW_FIELD_BOOLEAN, FOLLOW_FIELD_COMPUTED },
  { "last_progress", N_ ("Last progress"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_action = {
  .name = "action",
  .label = N_ ("Action"),
  .plural = N_ ("Actions"),
  .number = "number",
  .numbered_in = "plan",
  .title = "wording",
  .order = "position",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowField milestone_fields[] = {
  { "wording", N_ ("Milestone"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
  { "timescale", N_ ("Timescale"), FOLLOW_FIELD_TIMESCALE, FOLLOW_FIELD_MAIN },
  { "done", N_ ("Done"), FOLLOW_FIELD_BOOLEAN, FOLLOW_FIELD_MAIN },
  { "done_on", N_ ("Done on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "position", N_ ("Position"), FOLLOW_FIELD_NUMBER, FOLLOW_FIELD_INTERNAL },
};

const FollowKind follow_kind_milestone = {
  .name = "milestone",
  .label = N_ ("Milestone"),
  .plural = N_ ("Milestones"),
  .parent = "action",
  .title = "wording timescale",
  .order = "position",
  .fields = milestone_fields,
  .n_fields = G_N_ELEMENTS (milestone_fields),
};

static const FollowField progress_note_fields[] = {
  { "date", N_ ("Date"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "by", N_ ("By"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "text", N_ ("Progress"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "status", N_ ("Declared status that day"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN,
    .choices = follow_status_choices },
  { "reported_to", N_ ("Reported to"), FOLLOW_FIELD_TEXT },
};

const FollowKind follow_kind_progress_note = {
  .name = "progress_note",
  .label = N_ ("Progress note"),
  .plural = N_ ("Progress notes"),
  .parent = "action",
  .title = "text",
  .order = "-date",
  .fields = progress_note_fields,
  .n_fields = G_N_ELEMENTS (progress_note_fields),
};

static const FollowField timescale_change_fields[] = {
  { "from", N_ ("From"), FOLLOW_FIELD_TIMESCALE, FOLLOW_FIELD_MAIN },
  { "to", N_ ("To"), FOLLOW_FIELD_TIMESCALE, FOLLOW_FIELD_MAIN },
  { "reason", N_ ("Reason"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
  { "agreed_by", N_ ("Agreed by"), FOLLOW_FIELD_TEXT },
  { "on", N_ ("On"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_timescale_change = {
  .name = "timescale_change",
  .label = N_ ("Timescale change"),
  .plural = N_ ("Timescale changes"),
  .parent = "action",
  .title = "to reason",
  .order = "-on",
  .fields = timescale_change_fields,
  .n_fields = G_N_ELEMENTS (timescale_change_fields),
};

static const FollowChoice evidence_kinds[] = {
  { "output", N_ ("Output") },
  { "outcome", N_ ("Outcome") },
  { NULL },
};

static const FollowField evidence_fields[] = {
  { "title", N_ ("Title"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "kind", N_ ("Kind"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = evidence_kinds },
  { "location", N_ ("File or link"), FOLLOW_FIELD_TEXT },
  { "sha256", N_ ("SHA-256"), FOLLOW_FIELD_TEXT },
  { "added_on", N_ ("Added on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_evidence = {
  .name = "evidence",
  .label = N_ ("Evidence"),
  .plural = N_ ("Evidence"),
  .parent = "action",
  .title = "title",
  .order = "-added_on",
  .fields = evidence_fields,
  .n_fields = G_N_ELEMENTS (evidence_fields),
};
