/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* One record while it is edited: a copy that widgets set values on. It is saved a moment after the last
 * change; what may not be saved yet is kept as a draft. What others write meanwhile shows up in the fields
 * that were not changed here. An editor that could write neither record nor draft stays alive until it can, so
 * that what was typed comes back with follow_editor_get().
 *
 * Signals
 * saved (): nothing waits to be saved any more
 * failed (GError *error): it could not be saved; the copy keeps what was typed and the next change tries again
 * incomplete (GError *error): something required is missing: kept as a draft */
#define FOLLOW_TYPE_EDITOR (follow_editor_get_type ())
G_DECLARE_FINAL_TYPE (FollowEditor, follow_editor, FOLLOW, EDITOR, GObject)

/* @record: a record of the register, or a new one; with a blank new one nothing is written until something is
 * typed. The same editor is given for a record that is being edited already.
 * Returns: (transfer full) */
FollowEditor *follow_editor_get (FollowRegister *reg, FollowRecord *record);
FollowRegister *follow_editor_get_register (FollowEditor *self);

/* Returns: (transfer none): the copy; set values on it, and listen to its notify signals */
FollowRecord *follow_editor_get_record (FollowEditor *self);

/* Saves now what waits to be saved. FALSE with @error: it is kept as a draft or, when even that failed, only
 * here. */
gboolean follow_editor_flush (FollowEditor *self, GError **error);

/* Gives up what is not saved yet, the draft of it too. */
void follow_editor_discard (FollowEditor *self);

/* Saves now whatever any editor of @reg still holds. FALSE with @error: something is only on screen. */
gboolean follow_editor_flush_all (FollowRegister *reg, GError **error);

G_END_DECLS
