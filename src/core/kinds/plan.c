/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowChoice states[] = {
  { "draft", N_ ("Draft") },
  { "approved", N_ ("Approved") },
  { "live", N_ ("Live") },
  { "closed", N_ ("Closed") },
  { NULL },
};

const FollowChoice follow_marking_choices[] = {
  { "official", N_ ("OFFICIAL") },
  { "official_sensitive", N_ ("OFFICIAL-SENSITIVE") },
  { NULL },
};

static const FollowField fields[] = {
  { "title", N_ ("Title"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN, .headings = "Plan" },
  { "inspection", N_ ("Inspection"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "inspection" },
  { "source", N_ ("Other source"), FOLLOW_FIELD_TEXT },
  { "vision", N_ ("Vision"), FOLLOW_FIELD_LONG_TEXT },
  { "overseeing", N_ ("Overseeing groups"), FOLLOW_FIELD_LINKS, .links_to = "group" },
  { "approved_by", N_ ("Approved by"), FOLLOW_FIELD_LINK, .links_to = "group" },
  { "approved_on", N_ ("Approved on"), FOLLOW_FIELD_DATE, FOLLOW_FIELD_MAIN },
  { "state", N_ ("State"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = states },
  { "marking", N_ ("Marking"), FOLLOW_FIELD_CHOICE, .choices = follow_marking_choices },
  { "actions", N_ ("Actions"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
  { "complete", N_ ("Complete"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
  { "overdue", N_ ("Overdue"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_plan = {
  .name = "plan",
  .label = N_ ("Plan"),
  .plural = N_ ("Plans"),
  .title = "title",
  .order = "-approved_on title",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowField section_fields[] = {
  { "number", N_ ("No."), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "short_name", N_ ("Short name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "wording", N_ ("Outcome required or area for improvement"), FOLLOW_FIELD_LONG_TEXT,
    FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN, .headings = "Outcome Required|Area for Improvement" },
  { "finding", N_ ("Answers the finding"), FOLLOW_FIELD_LINK, .links_to = "finding" },
  { "feedback", N_ ("Inspection feedback – key points"), FOLLOW_FIELD_LONG_TEXT },
  { "formal", N_ ("Formal area"), FOLLOW_FIELD_BOOLEAN },
  { "position", N_ ("Position"), FOLLOW_FIELD_NUMBER, FOLLOW_FIELD_INTERNAL },
};

/* A section is named by the few words under which people know it, where it has them. */
const FollowKind follow_kind_section = {
  .name = "section",
  .label = N_ ("Section"),
  .plural = N_ ("Sections"),
  .parent = "plan",
  .number = "number",
  .title = "short_name wording",
  .order = "position",
  .fields = section_fields,
  .n_fields = G_N_ELEMENTS (section_fields),
};
