/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowChoice sectors[] = {
  { "council", N_ ("Council") },
  { "health", N_ ("Health") },
  { "police", N_ ("Police") },
  { "fire", N_ ("Fire") },
  { "third_sector", N_ ("Third sector") },
  { "inspectorate", N_ ("Inspectorate") },
  { "government", N_ ("Government") },
  { "other", N_ ("Other") },
  { NULL },
};

static const FollowField fields[] = {
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .headings = "Organisation|Agency" },
  { "short_name", N_ ("Short name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN, .headings = "Abbreviation" },
  { "sector", N_ ("Sector"), FOLLOW_FIELD_CHOICE, FOLLOW_FIELD_MAIN, .choices = sectors },
};

const FollowKind follow_kind_organisation = {
  .name = "organisation",
  .label = N_ ("Organisation"),
  .plural = N_ ("Organisations"),
  .title = "short_name name",
  .order = "name",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
