/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kinds-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-record.h"

static const FollowField fields[] = {
  { "post", N_ ("Post"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN, .headings = "Job title|Role" },
  { "name", N_ ("Name"), FOLLOW_FIELD_TEXT, FOLLOW_FIELD_MAIN },
  { "organisation", N_ ("Organisation"), FOLLOW_FIELD_LINK, FOLLOW_FIELD_MAIN, .links_to = "organisation",
    .headings = "Agency" },
  { "email", N_ ("E-mail"), FOLLOW_FIELD_TEXT, .headings = "Email|E-mail address" },
  { "phone", N_ ("Phone"), FOLLOW_FIELD_TEXT, .headings = "Telephone" },
  { "active", N_ ("Active"), FOLLOW_FIELD_BOOLEAN },
  { "open_actions", N_ ("Open actions"), FOLLOW_FIELD_INTEGER, FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_MAIN },
};

static gboolean
check (FollowRecord *person, GError **error)
{
  if (follow_record_get_text (person, "post") != NULL || follow_record_get_text (person, "name") != NULL)
    return TRUE;
  g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                       _ ("A person needs a post or a name: either may be missing, not both."));
  return FALSE;
}

/* Leads are posts before they are people. */
const FollowKind follow_kind_person = {
  .name = "person",
  .label = N_ ("Person"),
  .plural = N_ ("People"),
  .title = "post name",
  .order = "post name",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
