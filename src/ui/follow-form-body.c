/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-form-body.h"

#include "follow-child-list.h"
#include "follow-widgets.h"

typedef struct
{
  FollowRegister *reg;
  const FollowKind *kind;
  FollowFieldBinder *binder;
  FollowEditor *editor; /* nullable */
  GPtrArray *lists;     /* of FollowChildList, not owned */
} FollowFormBodyPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FollowFormBody, follow_form_body, GTK_TYPE_BOX)

static FollowFormBodyPrivate *
get_private (FollowFormBody *self)
{
  return follow_form_body_get_instance_private (self);
}

static void
changed (FollowFormBody *self, const FollowField *field)
{
  if (FOLLOW_FORM_BODY_GET_CLASS (self)->changed != NULL && get_private (self)->editor != NULL)
    FOLLOW_FORM_BODY_GET_CLASS (self)->changed (self, field);
}

static void
record_notify_cb (FollowFormBody *self, GParamSpec *pspec)
{
  changed (self, follow_kind_find_notified (get_private (self)->kind, pspec));
}

static void
stop_listening (FollowFormBody *self)
{
  FollowRecord *record = follow_form_body_get_record (self);

  if (record != NULL)
    g_signal_handlers_disconnect_by_data (record, self);
}

static void
follow_form_body_real_flush (FollowFormBody *self)
{
  FollowFormBodyPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->lists->len; i++)
    follow_child_list_flush (g_ptr_array_index (priv->lists, i));
}

static void
follow_form_body_real_focus_first (FollowFormBody *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
follow_form_body_dispose (GObject *object)
{
  FollowFormBodyPrivate *priv = get_private (FOLLOW_FORM_BODY (object));

  stop_listening (FOLLOW_FORM_BODY (object));
  g_ptr_array_set_size (priv->lists, 0);
  g_clear_object (&priv->binder);
  g_clear_object (&priv->editor);
  g_clear_object (&priv->reg);

  G_OBJECT_CLASS (follow_form_body_parent_class)->dispose (object);
}

static void
follow_form_body_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (FOLLOW_FORM_BODY (object))->lists);

  G_OBJECT_CLASS (follow_form_body_parent_class)->finalize (object);
}

static void
follow_form_body_class_init (FollowFormBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = follow_form_body_dispose;
  G_OBJECT_CLASS (klass)->finalize = follow_form_body_finalize;
  klass->flush = follow_form_body_real_flush;
  klass->focus_first = follow_form_body_real_focus_first;
}

static void
follow_form_body_init (FollowFormBody *self)
{
  get_private (self)->lists = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 15);
}

GtkWidget *
follow_form_body_new (GType type, FollowRegister *reg, const FollowKind *kind)
{
  FollowFormBody *self = g_object_new (type, NULL);
  FollowFormBodyPrivate *priv = get_private (self);

  priv->reg = g_object_ref (reg);
  priv->kind = kind;
  priv->binder = follow_field_binder_new (reg, kind);
  FOLLOW_FORM_BODY_GET_CLASS (self)->build (self);
  return GTK_WIDGET (self);
}

FollowRegister *
follow_form_body_get_register (FollowFormBody *self)
{
  return get_private (self)->reg;
}

const FollowKind *
follow_form_body_get_kind (FollowFormBody *self)
{
  return get_private (self)->kind;
}

FollowFieldBinder *
follow_form_body_get_binder (FollowFormBody *self)
{
  return get_private (self)->binder;
}

FollowEditor *
follow_form_body_get_editor (FollowFormBody *self)
{
  return get_private (self)->editor;
}

FollowRecord *
follow_form_body_get_record (FollowFormBody *self)
{
  FollowEditor *editor = get_private (self)->editor;

  return editor != NULL ? follow_editor_get_record (editor) : NULL;
}

void
follow_form_body_set_editor (FollowFormBody *self, FollowEditor *editor)
{
  FollowFormBodyPrivate *priv = get_private (self);
  FollowRecord *record;

  stop_listening (self);
  g_set_object (&priv->editor, editor);
  record = follow_form_body_get_record (self);
  follow_field_binder_set_record (priv->binder, record);
  for (guint i = 0; i < priv->lists->len; i++)
    follow_child_list_set_parent_editor (g_ptr_array_index (priv->lists, i), editor);
  if (FOLLOW_FORM_BODY_GET_CLASS (self)->show != NULL)
    FOLLOW_FORM_BODY_GET_CLASS (self)->show (self, editor);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  changed (self, NULL);
}

void
follow_form_body_flush (FollowFormBody *self)
{
  FOLLOW_FORM_BODY_GET_CLASS (self)->flush (self);
}

void
follow_form_body_focus_first (FollowFormBody *self)
{
  FOLLOW_FORM_BODY_GET_CLASS (self)->focus_first (self);
}

void
follow_form_body_add_list (FollowFormBody *self, GtkWidget *list)
{
  g_return_if_fail (FOLLOW_IS_CHILD_LIST (list));

  g_ptr_array_add (get_private (self)->lists, list);
  gtk_box_append (GTK_BOX (self), list);
}

gboolean
follow_form_body_show_child (FollowFormBody *self, gint64 id)
{
  FollowFormBodyPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->lists->len; i++)
    if (follow_child_list_show (g_ptr_array_index (priv->lists, i), id))
      return TRUE;
  return FALSE;
}

GtkWidget *
follow_form_group_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (name != NULL)
    follow_accessible_name (list, name);
  return list;
}
