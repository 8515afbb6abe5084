/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowField fields[] = {
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "description", N_ ("Description"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
};

/* Inspection programmes grade on scales of their own, so scales are records. */
const FollowKind follow_kind_scale = {
  .name = "scale",
  .label = N_ ("Scale"),
  .plural = N_ ("Scales"),
  .title = "name",
  .order = "name",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static const FollowField grade_fields[] = {
  { "value", N_ ("Value"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN, .min = 0,
    .max = 100 },
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "description", N_ ("Description"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_grade = {
  .name = "grade",
  .label = N_ ("Grade"),
  .plural = N_ ("Grades"),
  .parent = "scale",
  .title = "name",
  .order = "-value",
  .fields = grade_fields,
  .n_fields = G_N_ELEMENTS (grade_fields),
};
