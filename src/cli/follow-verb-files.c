/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"

static gboolean
run_new (FollowCall *call, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_register_create (follow_call_get_word (call, 0), error);

  return reg != NULL;
}

const FollowVerb follow_verb_new = {
  .name = "new",
  .words = "FILE",
  .about = N_ ("Makes a register. What is there already is never overwritten."),
  .run = run_new,
};

static gboolean
run_backup (FollowCall *call, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_call_open (call, TRUE, error);

  return reg != NULL && follow_register_backup (reg, follow_call_get_word (call, 1), error);
}

const FollowVerb follow_verb_backup = {
  .name = "backup",
  .words = "FILE DEST",
  .about = N_ ("Copies the register as it stands, also while it is in use."),
  .run = run_backup,
};
