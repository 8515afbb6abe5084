/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowChoice groupings[] = {
  { "lead", N_ ("Lead") },
  { "agency", N_ ("Agency") },
  { NULL },
};

static const FollowField fields[] = {
  { "title", N_ ("Title"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "made_on", N_ ("Made on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "deadline", N_ ("Deadline"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "return_to", N_ ("Return to"), FOLLOW_FIELD_TEXT },
  { "grouped_by", N_ ("A sheet for each"), FOLLOW_FIELD_CHOICE, .choices = groupings },
  { "note", N_ ("Note to leads"), FOLLOW_FIELD_LONG_TEXT },
  { "sheets", N_ ("Sheets"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
  { "answered", N_ ("Answered"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
  { "unanswered", N_ ("Not answered"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

/* Everybody who leads something is asked at one time how it goes, each with an update sheet of their
 * own. */
const FollowKind follow_kind_update_round = {
  .name = "update_round",
  .label = N_ ("Update round"),
  .plural = N_ ("Update rounds"),
  .title = "title",
  .order = "-made_on title",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowChoice sheet_outcomes[] = {
  { "taken", N_ ("All taken") },
  { "partly", N_ ("Something left to decide") },
  { "nothing", N_ ("Nothing new") },
  { NULL },
};

/* The hidden id that a sheet carries is the record's own. @saved_at is when the file that was read last had
 * been saved, so that an older copy of it is known. */
static const FollowField sheet_fields[] = {
  { "recipient_as_written", N_ ("Recipient"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "recipient", N_ ("Recipient’s record"), FOLLOW_FIELD_LINKS, .links_to = "person group organisation" },
  { "file_name", N_ ("File name"), FOLLOW_FIELD_TEXT },
  { "sent_on", N_ ("Sent on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "marking", N_ ("Marking"), FOLLOW_FIELD_CHOICE, .choices = follow_marking_choices },
  { "answered_on", N_ ("Answered on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "answered_by", N_ ("Answered by"), FOLLOW_FIELD_TEXT },
  { "outcome", N_ ("Outcome"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = sheet_outcomes },
  { "saved_at", N_ ("File saved at"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_INTERNAL },
  { "actions", N_ ("Actions"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_update_sheet = {
  .name = "update_sheet",
  .label = N_ ("Update sheet"),
  .plural = N_ ("Update sheets"),
  .parent = "update_round",
  .title = "recipient_as_written",
  .order = "recipient_as_written",
  .fields = sheet_fields,
  .n_fields = G_N_ELEMENTS (sheet_fields),
};

static const FollowChoice answer_outcomes[] = {
  { "taken", N_ ("Taken") },
  { "partly", N_ ("Taken in part") },
  { "left", N_ ("Left") },
  { NULL },
};

/* One line of a sheet: what the action was when the sheet was sent, and what came back, in the
 * sheet's own words, whatever was then done with it. A line without an action proposes a new one.
 * @taken names the fields whose words were taken over. */
static const FollowField answer_fields[] = {
  { "number", N_ ("No."), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "action", N_ ("Action"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "action" },
  { "sent_status", N_ ("Status when sent"), FOLLOW_FIELD_CHOICE, .choices = follow_status_choices },
  { "sent_timescale", N_ ("Timescale when sent"), FOLLOW_FIELD_TIMESCALE },
  { "answered_on", N_ ("Answered on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "proposal", N_ ("Proposed action"), FOLLOW_FIELD_LONG_TEXT },
  { "progress", N_ ("Progress this period"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
  { "status", N_ ("Status as written"), FOLLOW_FIELD_TEXT },
  { "expected", N_ ("Expected date as written"), FOLLOW_FIELD_TEXT },
  { "reason", N_ ("Why the date moves"), FOLLOW_FIELD_LONG_TEXT },
  { "evidence", N_ ("Evidence as written"), FOLLOW_FIELD_LONG_TEXT },
  { "reassign", N_ ("Please reassign to"), FOLLOW_FIELD_TEXT },
  { "outcome", N_ ("Outcome"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = answer_outcomes },
  { "taken", N_ ("Fields taken"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_INTERNAL },
  { "position", N_ ("Position"), FOLLOW_FIELD_NUMBER, FOLLOW_FIELD_INTERNAL },
};

const FollowKind follow_kind_update_answer = {
  .name = "update_answer",
  .label = N_ ("Answer"),
  .plural = N_ ("Answers"),
  .parent = "update_sheet",
  .number = "number",
  .title = "progress proposal",
  .order = "position",
  .fields = answer_fields,
  .n_fields = G_N_ELEMENTS (answer_fields),
};
