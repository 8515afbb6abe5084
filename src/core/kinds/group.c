/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowChoice group_kinds[] = {
  { "committee", N_ ("Committee") },         { "chief_officers_group", N_ ("Chief officers group") },
  { "sub_group", N_ ("Sub-group") },         { "oversight_group", N_ ("Oversight group") },
  { "working_group", N_ ("Working group") }, { NULL },
};

static const FollowChoice roles[] = {
  { "chair", N_ ("Chair") },
  { "depute_chair", N_ ("Depute chair") },
  { "member", N_ ("Member") },
  { "adviser", N_ ("Adviser") },
  { "minute_taker", N_ ("Minute-taker") },
  { "designated_manager", N_ ("Designated manager") },
  { NULL },
};

static const FollowField fields[] = {
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN, .headings = "Group" },
  { "short_name", N_ ("Short name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "kind", N_ ("Kind"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = group_kinds },
  { "parent", N_ ("Reports to"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "group" },
  { "remit", N_ ("Remit"), FOLLOW_FIELD_LONG_TEXT },
  { "quorum", N_ ("Quorum"), FOLLOW_FIELD_TEXT },
  { "frequency", N_ ("Meets"), FOLLOW_FIELD_TEXT },
  { "members", N_ ("Members"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_group = {
  .name = "group",
  .label = N_ ("Group"),
  .plural = N_ ("Groups"),
  .title = "name",
  .order = "name",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowField membership_fields[] = {
  { "person", N_ ("Person"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "person" },
  { "organisation", N_ ("Organisation"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "organisation" },
  { "position", N_ ("Position"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "role", N_ ("Role"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = roles },
  { "from", N_ ("From"), FOLLOW_FIELD_DATE },
  { "to", N_ ("To"), FOLLOW_FIELD_DATE },
};

const FollowKind follow_kind_membership = {
  .name = "membership",
  .label = N_ ("Membership"),
  .plural = N_ ("Members"),
  .parent = "group",
  .title = "position role",
  .order = "role",
  .fields = membership_fields,
  .n_fields = G_N_ELEMENTS (membership_fields),
};
