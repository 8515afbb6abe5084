/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-child-list.h"

G_BEGIN_DECLS

/* The evidence of an action: files with the SHA-256 they had when they were added, and links. */
#define FOLLOW_TYPE_EVIDENCE (follow_evidence_get_type ())
G_DECLARE_FINAL_TYPE (FollowEvidence, follow_evidence, FOLLOW, EVIDENCE, FollowChildList)

GtkWidget *follow_evidence_new (FollowRegister *reg);

/* Adds @file once it was read through; says so meanwhile. */
void follow_evidence_add_file (FollowEvidence *self, GFile *file);
gboolean follow_evidence_add_link (FollowEvidence *self, const char *link);

G_END_DECLS
