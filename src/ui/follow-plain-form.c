/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plain-form.h"

#include <glib/gi18n.h>

#include "follow-child-list.h"
#include "follow-child-row.h"
#include "follow-widgets.h"

struct _FollowPlainForm
{
  FollowFormBody parent_instance;

  /* Children */
  GtkWidget *computed;
  GtkWidget *first; /* row */
};

G_DEFINE_FINAL_TYPE (FollowPlainForm, follow_plain_form, FOLLOW_TYPE_FORM_BODY)

/* What is worked out cannot be edited: one quiet line. */
static void
show_computed (FollowPlainForm *self)
{
  FollowFormBody *body = FOLLOW_FORM_BODY (self);
  const FollowKind *kind = follow_form_body_get_kind (body);
  FollowRecord *record = follow_form_body_get_record (body);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; record != NULL && i < kind->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED) ||
          (kind->fields[i].type == FOLLOW_FIELD_BOOLEAN &&
           follow_record_get_integer (record, kind->fields[i].name) == 0))
        continue;
      value = follow_field_format (&kind->fields[i], follow_record_get_value (record, i));
      if (value != NULL)
        /* Translators: the name of a field and its value */
        g_string_append_printf (text, _ ("%s%s: %s"), text->len > 0 ? " · " : "",
                                follow_field_get_label (&kind->fields[i]), value);
    }
  gtk_label_set_text (GTK_LABEL (self->computed), text->str);
  gtk_widget_set_visible (self->computed, text->len > 0);
}

static void
follow_plain_form_changed (FollowFormBody *body, const FollowField *field)
{
  if (field == NULL || field->flags & FOLLOW_FIELD_COMPUTED)
    show_computed (FOLLOW_PLAIN_FORM (body));
}

static void
row_activated_cb (FollowChildList *list, GtkListBoxRow *row)
{
  if (!FOLLOW_IS_CHILD_ROW (row))
    follow_child_list_add_new (list);
}

static GtkWidget *
create_add_row (const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "add-line");
  gtk_box_append (GTK_BOX (box), follow_icon_new ("list-add-symbolic", NULL));
  gtk_box_append (GTK_BOX (box), follow_wrapped_label_new (label, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  follow_accessible_name (row, label);
  return row;
}

static GtkWidget *
create_child_list (FollowPlainForm *self, const FollowKind *kind)
{
  FollowRegister *reg = follow_form_body_get_register (FOLLOW_FORM_BODY (self));
  GtkWidget *list = follow_child_list_new (FOLLOW_TYPE_CHILD_LIST, reg, kind, NULL);
  /* Translators: %s is a kind of record: "Add Finding" */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), follow_kind_get_label (kind));

  follow_child_list_set_tail (FOLLOW_CHILD_LIST (list), create_add_row (label));
  g_signal_connect_swapped (follow_child_list_get_box (FOLLOW_CHILD_LIST (list)), "row-activated",
                            G_CALLBACK (row_activated_cb), list);
  return list;
}

static void
follow_plain_form_build (FollowFormBody *body)
{
  FollowPlainForm *self = FOLLOW_PLAIN_FORM (body);
  const FollowKind *kind = follow_form_body_get_kind (body);
  GtkWidget *group = follow_form_group_new (follow_kind_get_label (kind));
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  self->computed = follow_wrapped_label_new (NULL, "small", "dim-label", NULL);
  gtk_box_append (GTK_BOX (self), self->computed);
  gtk_box_append (GTK_BOX (self), group);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      GtkWidget *row;

      if (kind->fields[i].flags & (FOLLOW_FIELD_INTERNAL | FOLLOW_FIELD_COMPUTED))
        continue;
      row = follow_field_binder_create_row (follow_form_body_get_binder (body), kind->fields[i].name, NULL);
      gtk_list_box_append (GTK_LIST_BOX (group), row);
      if (self->first == NULL)
        self->first = row;
    }
  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i]->parent, kind->name) == 0)
      follow_form_body_add_list (body, create_child_list (self, kinds[i]));
}

static void
follow_plain_form_focus_first (FollowFormBody *body)
{
  gtk_widget_grab_focus (FOLLOW_PLAIN_FORM (body)->first);
}

static void
follow_plain_form_class_init (FollowPlainFormClass *klass)
{
  FOLLOW_FORM_BODY_CLASS (klass)->build = follow_plain_form_build;
  FOLLOW_FORM_BODY_CLASS (klass)->changed = follow_plain_form_changed;
  FOLLOW_FORM_BODY_CLASS (klass)->focus_first = follow_plain_form_focus_first;
}

static void
follow_plain_form_init (FollowPlainForm *self)
{
}
