/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-action-place.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "follow-form-body.h"
#include "follow-record-text.h"

struct _FollowActionPlace
{
  GtkBox parent_instance;
  FollowRegister *reg;
  FollowFieldBinder *binder;

  /* Children */
  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (FollowActionPlace, follow_action_place, GTK_TYPE_BOX)

/* "3  Children’s views and advocacy". Returns: (transfer full) */
static char *
describe_section (FollowActionPlace *self, FollowRecord *record)
{
  gint64 section = follow_record_get_link (record, "section");
  gint64 plan = follow_record_get_link (record, "plan");
  const char *number;

  if (section == 0 && plan == 0)
    return g_strdup (_ ("In no plan"));
  if (section == 0)
    return follow_record_dup_link_text (self->reg, plan);
  number = follow_register_get_number (self->reg, section);
  if (number == NULL || *number == '\0')
    return g_strdup (follow_register_get_title (self->reg, section));
  return g_strdup_printf ("%s  %s", number, follow_register_get_title (self->reg, section));
}

static char *
describe_origin (FollowActionPlace *self, FollowRecord *record)
{
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (record), "origin");
  g_autofree char *origin = follow_field_format (field, follow_record_get (record, "origin"));
  gint64 id = follow_record_get_link (record, "programme");
  g_autofree char *programme = id != 0 ? follow_record_dup_link_text (self->reg, id) : NULL;

  if (origin != NULL && programme != NULL)
    return g_strdup_printf ("%s · %s", origin, programme);
  if (origin == NULL && programme == NULL)
    return g_strdup (_ ("No origin, no programme"));
  return g_strdup (origin != NULL ? origin : programme);
}

/* A section brings its plan along. */
static void
section_changed_cb (FollowActionPlace *self)
{
  FollowRecord *record = follow_field_binder_get_record (self->binder);
  g_autoptr (FollowRecord) section =
      follow_register_find (self->reg, follow_record_get_link (record, "section"), NULL);

  if (section != NULL)
    follow_record_set_link (record, "plan", follow_record_get_parent_id (section));
}

/* In another plan a section of this one would be wrong. */
static void
plan_changed_cb (FollowActionPlace *self)
{
  FollowRecord *record = follow_field_binder_get_record (self->binder);
  g_autoptr (FollowRecord) section =
      follow_register_find (self->reg, follow_record_get_link (record, "section"), NULL);

  if (section != NULL && follow_record_get_parent_id (section) != follow_record_get_link (record, "plan"))
    follow_record_set_link (record, "section", 0);
}

static void
follow_action_place_dispose (GObject *object)
{
  FollowActionPlace *self = FOLLOW_ACTION_PLACE (object);

  g_clear_object (&self->binder);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (follow_action_place_parent_class)->dispose (object);
}

static void
follow_action_place_class_init (FollowActionPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_action_place_dispose;
}

static void
follow_action_place_init (FollowActionPlace *self)
{
}

static GtkWidget *
add_row (FollowActionPlace *self, const char *field)
{
  GtkWidget *row = follow_field_binder_create_row (self->binder, field, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), row);
  return row;
}

GtkWidget *
follow_action_place_new (FollowRegister *reg, FollowFieldBinder *binder)
{
  FollowActionPlace *self = g_object_new (FOLLOW_TYPE_ACTION_PLACE, NULL);
  GtkWidget *group = follow_form_group_new (_ ("Where it belongs"));

  self->reg = g_object_ref (reg);
  self->binder = g_object_ref (binder);
  self->row = adw_expander_row_new ();
  g_object_set (self->row, "use-markup", FALSE, NULL);
  g_signal_connect_swapped (add_row (self, "plan"), "changed", G_CALLBACK (plan_changed_cb), self);
  g_signal_connect_swapped (add_row (self, "section"), "changed", G_CALLBACK (section_changed_cb), self);
  add_row (self, "origin");
  add_row (self, "programme");
  gtk_list_box_append (GTK_LIST_BOX (group), self->row);
  gtk_widget_set_hexpand (group, TRUE);
  gtk_box_append (GTK_BOX (self), group);
  return GTK_WIDGET (self);
}

void
follow_action_place_changed (FollowActionPlace *self, FollowRecord *record, const char *field)
{
  g_autofree char *section = NULL;
  g_autofree char *origin = NULL;

  if (field != NULL && !g_str_equal (field, "plan") && !g_str_equal (field, "section") &&
      !g_str_equal (field, "origin") && !g_str_equal (field, "programme"))
    return;
  section = describe_section (self, record);
  origin = describe_origin (self, record);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), section);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), origin);
}
