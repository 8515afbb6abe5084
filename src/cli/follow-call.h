/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* The words of the call are wrong, whatever the register holds: exit status 2. Other errors: 1. */
#define FOLLOW_USAGE_ERROR (follow_usage_error_quark ())
GQuark follow_usage_error_quark (void);

typedef struct
{
  const char *name;    /* without the dashes */
  const char *value;   /* how the help calls the value; NULL when there is none */
  const char *choices; /* the values there are, separated by spaces, the usual one first; or NULL */
  gboolean many;       /* may be given again */
  gboolean required;
  const char *about; /* N_() */
} FollowOption;

typedef struct _FollowVerb FollowVerb;

/* One call of the program with a verb. */
typedef struct
{
  const FollowVerb *verb;
  GPtrArray *words;
  GHashTable *options;  /* FollowOption → GPtrArray of its values */
  GString *answer;      /* goes to stdout once everything has gone well … */
  gboolean keep_answer; /* … or also when not */
} FollowCall;

struct _FollowVerb
{
  const char *name;
  const char *words; /* "FILE KIND [REF]" */
  const char *about; /* N_() */
  const FollowOption *options;
  guint n_options;
  gboolean (*run) (FollowCall *call, GError **error);
};

extern const FollowVerb follow_verb_backup;
extern const FollowVerb follow_verb_check;
extern const FollowVerb follow_verb_export;
extern const FollowVerb follow_verb_history;
extern const FollowVerb follow_verb_import;
extern const FollowVerb follow_verb_kinds;
extern const FollowVerb follow_verb_list;
extern const FollowVerb follow_verb_new;
extern const FollowVerb follow_verb_reports;
extern const FollowVerb follow_verb_show;

FollowCall *follow_call_new (const FollowVerb *verb, char **arguments, GError **error);
void follow_call_free (FollowCall *self);
gboolean follow_call_wants_help (char **arguments);

const char *follow_call_get_word (FollowCall *self, guint index);
gboolean follow_call_has (FollowCall *self, const char *option);
const char *follow_call_get_value (FollowCall *self, const char *option);
const char *const *follow_call_get_values (FollowCall *self, const char *option);
gboolean follow_call_format_is (FollowCall *self, const char *format);
FollowRegister *follow_call_open (FollowCall *self, gboolean read_only, GError **error);

void follow_call_append_help (const FollowVerb *verb, GString *out);
void follow_call_append_usage (const FollowVerb *verb, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowCall, follow_call_free)

G_END_DECLS
