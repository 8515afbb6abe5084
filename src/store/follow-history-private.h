/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-history.h"
#include "follow-register-private.h"

#define FOLLOW_HISTORY_COLUMNS \
  "c.id, c.set_id, s.at, s.who, s.label, r.kind, c.record_id, c.what, c.field, c.before, c.after"
#define FOLLOW_HISTORY_TABLES \
  "change c JOIN change_set s ON s.id = c.set_id JOIN record r ON r.id = c.record_id"

FollowChange *follow_change_read (FollowStatement *statement);
