/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-record.h"

/* A record of some kind: one GObject class a kind, one property a field, named as the field is.
 * It may hold what may not be saved while it is being edited. */
typedef struct
{
  gint64 id;
  gint64 parent_id; /* 0: none */
  gboolean stored;
  FollowValue **values; /* by position of the field in the kind */
  FollowValue **base;   /* the same, as the register had them when they were read */
} FollowRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FollowRecord, follow_record, G_TYPE_OBJECT)

static FollowRecordPrivate *
get_private (FollowRecord *self)
{
  return follow_record_get_instance_private (self);
}

static gint64
make_id (void)
{
  gint64 id;

  do
    id = ((guint64) g_random_int () << 32 | g_random_int ()) & G_MAXINT64;
  while (id == 0);
  return id;
}

static void
follow_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, get_private (FOLLOW_RECORD (object))->values[property_id - 1]);
}

static void
follow_record_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  follow_record_set_value (FOLLOW_RECORD (object), property_id - 1, g_value_get_boxed (value));
}

static void
follow_record_finalize (GObject *object)
{
  FollowRecordPrivate *priv = get_private (FOLLOW_RECORD (object));
  const FollowKind *kind = follow_record_get_kind (FOLLOW_RECORD (object));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_clear_pointer (&priv->values[i], follow_value_unref);
      g_clear_pointer (&priv->base[i], follow_value_unref);
    }
  g_free (priv->values);
  g_free (priv->base);

  G_OBJECT_CLASS (follow_record_parent_class)->finalize (object);
}

static void
follow_record_class_init (FollowRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_record_finalize;
}

static void
follow_record_init (FollowRecord *self)
{
}

static void
kind_instance_init (GTypeInstance *instance, gpointer klass)
{
  const FollowKind *kind = FOLLOW_RECORD_CLASS (klass)->kind;
  FollowRecordPrivate *priv = get_private (FOLLOW_RECORD (instance));

  priv->values = g_new0 (FollowValue *, kind->n_fields);
  priv->base = g_new0 (FollowValue *, kind->n_fields);
}

static void
kind_class_init (gpointer klass, gpointer class_data)
{
  const FollowKind *kind = class_data;
  GObjectClass *object_class = klass;

  FOLLOW_RECORD_CLASS (klass)->kind = kind;
  object_class->get_property = follow_record_get_property;
  object_class->set_property = follow_record_set_property;
  for (guint i = 0; i < kind->n_fields; i++)
    g_object_class_install_property (object_class, i + 1,
                                     g_param_spec_boxed (kind->fields[i].name, NULL, NULL, FOLLOW_TYPE_VALUE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY));
}

static char *
make_type_name (const FollowKind *kind)
{
  g_autoptr (GString) name = g_string_new ("FollowKind");
  gboolean start = TRUE;

  for (const char *p = kind->name; *p != '\0'; p++)
    {
      if (*p != '_')
        g_string_append_c (name, start ? g_ascii_toupper (*p) : *p);
      start = *p == '_';
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * follow_record_type_for_kind:
 *
 * Returns: the class of the records of @kind, made the first time it is asked for
 */
GType
follow_record_type_for_kind (const FollowKind *kind)
{
  const GTypeInfo info = {
    .class_size = sizeof (FollowRecordClass),
    .class_init = kind_class_init,
    .class_data = kind,
    .instance_size = sizeof (FollowRecord),
    .instance_init = kind_instance_init,
  };
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *name = make_type_name (kind);
  GType type = g_type_from_name (name);

  if (type == 0)
    type = g_type_register_static (FOLLOW_TYPE_RECORD, name, &info, G_TYPE_FLAG_FINAL);
  return type;
}

/**
 * follow_record_new:
 * @parent_id: the record it is edited inside of, 0 for none
 *
 * Returns: (transfer full): a new record with an id of its own, not yet stored
 */
FollowRecord *
follow_record_new (const FollowKind *kind, gint64 parent_id)
{
  return follow_record_new_with_id (kind, make_id (), parent_id);
}

FollowRecord *
follow_record_new_with_id (const FollowKind *kind, gint64 id, gint64 parent_id)
{
  FollowRecord *self = g_object_new (follow_record_type_for_kind (kind), NULL);
  FollowRecordPrivate *priv = get_private (self);

  priv->id = id;
  priv->parent_id = parent_id;
  return self;
}

/**
 * follow_record_copy:
 *
 * Returns: (transfer full): another object for the same record, with the same values and the same
 *   changes not yet saved
 */
FollowRecord *
follow_record_copy (FollowRecord *self)
{
  FollowRecordPrivate *priv = get_private (self);
  FollowRecord *copy = follow_record_new_with_id (follow_record_get_kind (self), priv->id, priv->parent_id);

  follow_record_assign (copy, self);
  get_private (copy)->stored = priv->stored;
  for (guint i = 0; i < follow_record_get_kind (self)->n_fields; i++)
    if (priv->base[i] != NULL)
      get_private (copy)->base[i] = follow_value_ref (priv->base[i]);
  return copy;
}

/**
 * follow_record_assign:
 * @from: a record of the same kind
 *
 * Takes over every value of @from, reporting only those that differ.
 */
void
follow_record_assign (FollowRecord *self, FollowRecord *from)
{
  const FollowKind *kind = follow_record_get_kind (self);

  g_return_if_fail (kind == follow_record_get_kind (from));

  if (self == from)
    return;
  for (guint i = 0; i < kind->n_fields; i++)
    follow_record_set_value (self, i, follow_record_get_value (from, i));
}

const FollowKind *
follow_record_get_kind (FollowRecord *self)
{
  return FOLLOW_RECORD_GET_CLASS (self)->kind;
}

gint64
follow_record_get_id (FollowRecord *self)
{
  return get_private (self)->id;
}

gint64
follow_record_get_parent_id (FollowRecord *self)
{
  return get_private (self)->parent_id;
}

gboolean
follow_record_is_stored (FollowRecord *self)
{
  return get_private (self)->stored;
}

void
follow_record_set_stored (FollowRecord *self, gboolean stored)
{
  FollowRecordPrivate *priv = get_private (self);

  priv->stored = stored;
  for (guint i = 0; i < follow_record_get_kind (self)->n_fields; i++)
    {
      g_clear_pointer (&priv->base[i], follow_value_unref);
      if (stored && priv->values[i] != NULL)
        priv->base[i] = follow_value_ref (priv->values[i]);
    }
}

/**
 * follow_record_get_base:
 * @field: position of the field in the kind
 *
 * Returns: (transfer none) (nullable): what the register held when the record was read or last
 *   saved; a value that differs from it was changed since
 */
FollowValue *
follow_record_get_base (FollowRecord *self, guint field)
{
  g_return_val_if_fail (field < follow_record_get_kind (self)->n_fields, NULL);

  return get_private (self)->base[field];
}

gboolean
follow_record_is_changed (FollowRecord *self)
{
  const FollowKind *kind = follow_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED) &&
        !follow_value_equal (get_private (self)->values[i], get_private (self)->base[i]))
      return TRUE;
  return FALSE;
}

/**
 * follow_record_refresh:
 * @now: the record as the register has it now
 *
 * Takes over what changed in the register, and leaves alone what was changed here and is not yet
 * saved.
 */
void
follow_record_refresh (FollowRecord *self, FollowRecord *now)
{
  FollowRecordPrivate *priv = get_private (self);
  const FollowKind *kind = follow_record_get_kind (self);

  g_return_if_fail (kind == follow_record_get_kind (now));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean edited = !follow_value_equal (priv->values[i], priv->base[i]);
      FollowValue *value = follow_record_get_value (now, i);

      g_clear_pointer (&priv->base[i], follow_value_unref);
      if (value != NULL)
        priv->base[i] = follow_value_ref (value);
      if (!edited || !priv->stored)
        follow_record_set_value (self, i, value);
    }
  priv->stored = TRUE;
}

/**
 * follow_record_get_value:
 * @field: position of the field in the kind
 *
 * Returns: (transfer none) (nullable): the value, valid until it is next set
 */
FollowValue *
follow_record_get_value (FollowRecord *self, guint field)
{
  g_return_val_if_fail (field < follow_record_get_kind (self)->n_fields, NULL);

  return get_private (self)->values[field];
}

/**
 * follow_record_set_value:
 * @field: position of the field in the kind
 * @value: (transfer none) (nullable): the new value; nothing is reported when it equals the old
 */
void
follow_record_set_value (FollowRecord *self, guint field, FollowValue *value)
{
  const FollowKind *kind = follow_record_get_kind (self);
  FollowValue **stored;

  g_return_if_fail (field < kind->n_fields);

  stored = &get_private (self)->values[field];
  if (follow_value_equal (*stored, value))
    return;
  if (value != NULL)
    follow_value_ref (value);
  if (*stored != NULL)
    follow_value_unref (*stored);
  *stored = value;
  g_object_notify (G_OBJECT (self), kind->fields[field].name);
}

/**
 * follow_record_get:
 * @field: name of a field; it must be one of the kind's
 *
 * Returns: (transfer none) (nullable): the value
 */
FollowValue *
follow_record_get (FollowRecord *self, const char *field)
{
  int index = follow_kind_find_field_index (follow_record_get_kind (self), field);

  g_return_val_if_fail (index >= 0, NULL);

  return get_private (self)->values[index];
}

void
follow_record_set (FollowRecord *self, const char *field, FollowValue *value)
{
  int index = follow_kind_find_field_index (follow_record_get_kind (self), field);

  g_return_if_fail (index >= 0);

  follow_record_set_value (self, index, value);
}

const char *
follow_record_get_text (FollowRecord *self, const char *field)
{
  return follow_value_get_text (follow_record_get (self, field));
}

void
follow_record_set_text (FollowRecord *self, const char *field, const char *text)
{
  g_autoptr (FollowValue) value = follow_value_new_text (text);

  follow_record_set (self, field, value);
}

gint64
follow_record_get_integer (FollowRecord *self, const char *field)
{
  return follow_value_get_integer (follow_record_get (self, field));
}

void
follow_record_set_integer (FollowRecord *self, const char *field, gint64 number)
{
  g_autoptr (FollowValue) value = follow_value_new_integer (number);

  follow_record_set (self, field, value);
}

void
follow_record_set_number (FollowRecord *self, const char *field, double number)
{
  g_autoptr (FollowValue) value = follow_value_new_number (number);

  follow_record_set (self, field, value);
}

gint64
follow_record_get_link (FollowRecord *self, const char *field)
{
  return follow_value_get_integer (follow_record_get (self, field));
}

/**
 * follow_record_set_link:
 * @id: the record to link to, alone; 0 for none
 */
void
follow_record_set_link (FollowRecord *self, const char *field, gint64 id)
{
  g_autoptr (FollowValue) value = follow_value_new_links (&id, id != 0 ? 1 : 0);

  follow_record_set (self, field, value);
}

/**
 * follow_record_set_timescale:
 * @wording: (nullable): the timescale as written
 */
void
follow_record_set_timescale (FollowRecord *self, const char *field, const char *wording)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (wording);
  g_autoptr (FollowValue) value = follow_value_new_timescale (timescale);

  follow_record_set (self, field, value);
}
