/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-form.h"

/* An empty form, until the real one takes its place. */
struct _FollowForm
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FollowForm, follow_form, ADW_TYPE_BIN)

static void
follow_form_class_init (FollowFormClass *klass)
{
}

static void
follow_form_init (FollowForm *self)
{
}

GtkWidget *
follow_form_new (FollowRegister *reg)
{
  return g_object_new (FOLLOW_TYPE_FORM, NULL);
}

void
follow_form_set_record (FollowForm *self, FollowRecord *record)
{
}

void
follow_form_focus (FollowForm *self)
{
}
