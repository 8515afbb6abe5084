/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-json.h"
#include "follow-show.h"
#include "follow-where.h"

static gboolean
run (FollowCall *call, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_call_open (call, TRUE, error);
  g_autoptr (FollowRecord) record = reg != NULL ? follow_where_find (call, reg, 1, error) : NULL;
  g_autoptr (FollowJson) json = NULL;

  if (record == NULL)
    return FALSE;
  if (!follow_call_format_is (call, "json"))
    return follow_show_append_record (call->answer, reg, record, error);
  json = follow_json_new (call->answer);
  return follow_show_add_record (json, reg, record, TRUE, TRUE, error);
}

static const FollowOption options[] = {
  FOLLOW_WHERE_OPTION,
  { .name = "format", .value = "FORMAT", .choices = "text json", .about = N_ ("text for people, or json") },
};

const FollowVerb follow_verb_show = {
  .name = "show",
  .words = "FILE KIND REF",
  .about = N_ ("Shows one record whole, with what is edited inside of it."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .run = run,
};
