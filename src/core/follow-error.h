/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOLLOW_ERROR (follow_error_quark ())

/* Only what a caller tells apart. Every message is a sentence for the user, translated, that says
 * what could not be done, why, and what is safe. */
typedef enum
{
  FOLLOW_ERROR_FAILED,
  FOLLOW_ERROR_INVALID,   /* a value breaks a rule of its field or kind */
  FOLLOW_ERROR_NOT_FOUND, /* there is no such record, kind, field or file */
  FOLLOW_ERROR_AMBIGUOUS, /* several records fit */
  FOLLOW_ERROR_EXISTS,    /* a file is in the way */
  FOLLOW_ERROR_FOREIGN,   /* a file of some other program */
  FOLLOW_ERROR_DAMAGED,   /* a file cut short or altered */
  FOLLOW_ERROR_TOO_NEW,   /* a file of a newer version of this program */
  FOLLOW_ERROR_READ_ONLY, /* the file or its folder cannot be written to */
  FOLLOW_ERROR_BUSY,      /* another program holds the register */
  FOLLOW_ERROR_FULL,      /* no space left */
  FOLLOW_ERROR_REFUSED,   /* a stranger's file breaks a bound or is of a kind not read */
  FOLLOW_ERROR_CANCELLED,
} FollowError;

GQuark follow_error_quark (void);

G_END_DECLS
