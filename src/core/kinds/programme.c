/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

static const FollowField fields[] = {
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_REQUIRED | FOLLOW_FIELD_MAIN,
    .headings = "Improvement programme" },
  { "description", N_ ("Description"), FOLLOW_FIELD_LONG_TEXT, FOLLOW_FIELD_MAIN },
};

/* The improvement programme that owns an action. */
const FollowKind follow_kind_programme = {
  .name = "programme",
  .label = N_ ("Programme"),
  .plural = N_ ("Programmes"),
  .title = "name",
  .order = "name",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
