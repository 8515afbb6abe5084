/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowField fields[] = {
  { "number", N_ ("No."), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN },
  { "framework", N_ ("Framework"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
};

const FollowKind follow_kind_indicator = {
  .name = "indicator",
  .label = N_ ("Indicator"),
  .plural = N_ ("Indicators"),
  .number = "number",
  .title = "name",
  .order = "number",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
