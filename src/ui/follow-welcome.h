/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The page without a register: four ways in, and the registers opened lately. */
#define FOLLOW_TYPE_WELCOME (follow_welcome_get_type ())
G_DECLARE_FINAL_TYPE (FollowWelcome, follow_welcome, FOLLOW, WELCOME, AdwBin)

void follow_welcome_refresh (FollowWelcome *self);

/* Puts @path at the head of the registers opened lately. */
void follow_welcome_remember (GSettings *settings, const char *path);

G_END_DECLS
