/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-example.h"

static gboolean
run_new (FollowCall *call, GError **error)
{
  const char *path = follow_call_get_word (call, 0);
  g_autoptr (FollowRegister) reg = follow_call_has (call, "example") ? follow_example_create (path, error)
                                                                     : follow_register_create (path, error);

  return reg != NULL;
}

static const FollowOption new_options[] = {
  { .name = "example", .about = N_ ("with a fictional partnership in it, to look around in") },
};

const FollowVerb follow_verb_new = {
  .name = "new",
  .words = "FILE",
  .about = N_ ("Makes a register. What is there already is never overwritten."),
  .options = new_options,
  .n_options = G_N_ELEMENTS (new_options),
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
