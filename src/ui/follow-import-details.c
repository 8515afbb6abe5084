/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-details.h"

#include <glib/gi18n.h>

#include "follow-widgets.h"

typedef struct
{
  FollowImportSession *session; /* not owned: the box holds it */
  GPtrArray *targets;           /* of utf8: "" for what is found by looking */
  GArray *plans;                /* of gint64: 0 for a new one */
  GtkWidget *plan;              /* beside it, who is asked for the plan */
  GtkWidget *title;
  GtkWidget *encoding;
  GtkWidget *separator;
  gboolean filling;
} Details;

static void
details_free (gpointer data)
{
  Details *self = data;

  g_ptr_array_unref (self->targets);
  g_array_unref (self->plans);
  g_free (self);
}

static const char separators[] = { ',', ';', '\t' };

static GtkWidget *
create_group (GtkWidget *box, const char *name, GtkWidget *widget)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  follow_accessible_name (widget, name);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (group), follow_label_new (name, "dim-label", "small", NULL));
  gtk_box_append (GTK_BOX (group), widget);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static GtkWidget *
create_drop_down (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return gtk_drop_down_new_from_strings ((const char *const *) words->pdata);
}

static void
target_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, Details *self)
{
  const char *target = g_ptr_array_index (self->targets, gtk_drop_down_get_selected (drop_down));
  FollowImport *import = follow_import_session_get_import (self->session);

  follow_import_set_target (import, *target != '\0' ? target : NULL, NULL);
  follow_import_session_touch (self->session);
}

static void
add_targets (Details *self, GtkWidget *box)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *drop_down;

  g_ptr_array_add (self->targets, g_strdup (""));
  g_ptr_array_add (words, (char *) _ ("As found"));
  g_ptr_array_add (self->targets, g_strdup ("plan"));
  g_ptr_array_add (words, (char *) _ ("Actions of a plan"));
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i]->parent == NULL)
      {
        g_ptr_array_add (self->targets, g_strdup (kinds[i]->name));
        g_ptr_array_add (words, (char *) follow_kind_get_plural (kinds[i]));
      }
  drop_down = create_drop_down (words);
  create_group (box, _ ("Rows Are"), drop_down);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (target_chosen_cb), self);
}

static gint64
get_plan (Details *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->plan));

  return selected < self->plans->len ? g_array_index (self->plans, gint64, selected) : 0;
}

static void
plan_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, Details *self)
{
  gtk_widget_set_visible (gtk_widget_get_parent (self->title), get_plan (self) == 0);
  follow_import_set_plan (follow_import_session_get_import (self->session), get_plan (self));
  follow_import_session_touch (self->session);
}

static void
title_changed_cb (Details *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));

  follow_import_set_plan_title (follow_import_session_get_import (self->session),
                                *title != '\0' ? title : NULL);
  follow_import_session_touch (self->session);
}

static void
add_plans (Details *self, GtkWidget *box, gint64 plan_id)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("plan"));
  g_autoptr (GPtrArray) plans =
      follow_register_load_all (follow_import_session_get_register (self->session), query, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gint64 id = 0;
  guint chosen = 0;

  g_array_append_val (self->plans, id);
  g_ptr_array_add (words, (char *) _ ("By its title"));
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      id = follow_record_get_id (plans->pdata[i]);
      g_array_append_val (self->plans, id);
      g_ptr_array_add (words, (char *) follow_record_get_text (plans->pdata[i], "title"));
      if (id == plan_id)
        chosen = i + 1;
    }
  self->plan = create_drop_down (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->plan), chosen);
  create_group (box, _ ("Plan"), self->plan);
  self->title = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), _ ("The sheet’s title, or the file’s name"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->title), 28);
  gtk_widget_set_visible (create_group (box, _ ("Title of the Plan"), self->title), chosen == 0);
  g_signal_connect (self->plan, "notify::selected", G_CALLBACK (plan_chosen_cb), self);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (title_changed_cb), self);
}

static void
show_form (Details *self, const FollowDelimitedForm *form)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->encoding), form->encoding - FOLLOW_ENCODING_UTF_8);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == form->delimiter)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->separator), i);
  self->filling = FALSE;
}

/* Read in another form the text may be no table any more, or not text: then it stays as it was. */
static void
form_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, Details *self)
{
  FollowImport *import = follow_import_session_get_import (self->session);
  g_autoptr (GError) error = NULL;
  FollowDelimitedForm form = {
    .encoding = FOLLOW_ENCODING_UTF_8 + gtk_drop_down_get_selected (GTK_DROP_DOWN (self->encoding)),
    .delimiter = separators[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->separator))],
  };

  if (self->filling)
    return;
  if (!follow_import_set_form (import, &form, NULL, &error))
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (drop_down), error->message);
      gtk_widget_error_bell (GTK_WIDGET (drop_down));
    }
  show_form (self, follow_import_get_form (import));
  follow_import_session_touch (self->session);
}

static void
add_form (Details *self, GtkWidget *box, const FollowDelimitedForm *form)
{
  self->encoding = gtk_drop_down_new_from_strings (
      (const char *[]){ "UTF-8", "UTF-16", _ ("UTF-16, big end first"), "Windows-1252", NULL });
  self->separator =
      gtk_drop_down_new_from_strings ((const char *[]){ _ ("Comma"), _ ("Semicolon"), _ ("Tab"), NULL });
  create_group (box, _ ("Letters"), self->encoding);
  create_group (box, _ ("Separator"), self->separator);
  show_form (self, form);
  g_signal_connect (self->encoding, "notify::selected", G_CALLBACK (form_chosen_cb), self);
  g_signal_connect (self->separator, "notify::selected", G_CALLBACK (form_chosen_cb), self);
}

/* Only actions go into a plan. */
static void
show_plan (GtkWidget *box)
{
  Details *self = g_object_get_data (G_OBJECT (box), "follow-details");
  gboolean is_plan = follow_import_is_plan (follow_import_session_get_import (self->session));

  gtk_widget_set_visible (gtk_widget_get_parent (self->plan), is_plan);
  gtk_widget_set_visible (gtk_widget_get_parent (self->title), is_plan && get_plan (self) == 0);
}

GtkWidget *
follow_import_details_new (FollowImportSession *session, gint64 plan_id)
{
  GtkWidget *box = follow_wrap_box_new (12);
  Details *self = g_new0 (Details, 1);
  const FollowDelimitedForm *form = follow_import_get_form (follow_import_session_get_import (session));

  self->session = session;
  self->targets = g_ptr_array_new_with_free_func (g_free);
  self->plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (box), "follow-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (box), "follow-details", self, details_free);
  add_targets (self, box);
  add_plans (self, box, plan_id);
  if (form != NULL)
    add_form (self, box, form);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_plan), box, G_CONNECT_SWAPPED);
  show_plan (box);
  return box;
}
