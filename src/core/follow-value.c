/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-value.h"

#include <string.h>

struct _FollowValue
{
  gatomicrefcount ref_count;
  FollowValueType type;
  union
  {
    char *text;
    gint64 integer;
    double number;
    FollowTimescale *timescale;
    GArray *links; /* gint64 */
  };
};

G_DEFINE_BOXED_TYPE (FollowValue, follow_value, follow_value_ref, follow_value_unref)

static FollowValue *
value_new (FollowValueType type)
{
  FollowValue *self = g_new0 (FollowValue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  return self;
}

/**
 * follow_value_new_text:
 * @text: (nullable): text, the id of a choice, or a day as YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the value, or %NULL when @text is empty
 */
FollowValue *
follow_value_new_text (const char *text)
{
  FollowValue *self;

  if (text == NULL || *text == '\0')
    return NULL;
  self = value_new (FOLLOW_VALUE_TEXT);
  self->text = g_utf8_make_valid (text, -1);
  return self;
}

FollowValue *
follow_value_new_integer (gint64 number)
{
  FollowValue *self = value_new (FOLLOW_VALUE_INTEGER);

  self->integer = number;
  return self;
}

FollowValue *
follow_value_new_number (double number)
{
  FollowValue *self = value_new (FOLLOW_VALUE_NUMBER);

  self->number = number;
  return self;
}

/**
 * follow_value_new_timescale:
 * @timescale: (transfer none) (nullable): the timescale
 *
 * Returns: (transfer full) (nullable): the value, or %NULL when there is no timescale
 */
FollowValue *
follow_value_new_timescale (FollowTimescale *timescale)
{
  FollowValue *self;

  if (timescale == NULL)
    return NULL;
  self = value_new (FOLLOW_VALUE_TIMESCALE);
  self->timescale = follow_timescale_ref (timescale);
  return self;
}

/**
 * follow_value_new_links:
 * @ids: (array length=n_ids): ids of records, in the order they are shown; repeats are left out
 *
 * Returns: (transfer full) (nullable): the value, or %NULL when there is no id
 */
FollowValue *
follow_value_new_links (const gint64 *ids, guint n_ids)
{
  g_autoptr (GArray) links = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  FollowValue *self;

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < links->len && !known; j++)
        known = g_array_index (links, gint64, j) == ids[i];
      if (!known)
        g_array_append_val (links, ids[i]);
    }
  if (links->len == 0)
    return NULL;
  self = value_new (FOLLOW_VALUE_LINKS);
  self->links = g_steal_pointer (&links);
  return self;
}

FollowValue *
follow_value_ref (FollowValue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
follow_value_unref (FollowValue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  switch (self->type)
    {
    case FOLLOW_VALUE_TEXT:
      g_free (self->text);
      break;
    case FOLLOW_VALUE_TIMESCALE:
      follow_timescale_unref (self->timescale);
      break;
    case FOLLOW_VALUE_LINKS:
      g_array_unref (self->links);
      break;
    case FOLLOW_VALUE_INTEGER:
    case FOLLOW_VALUE_NUMBER:
    default:
      break;
    }
  g_free (self);
}

/**
 * follow_value_equal:
 * @a: (nullable): a value
 * @b: (nullable): a value
 *
 * Returns: whether both hold the same, or both are empty
 */
gboolean
follow_value_equal (const FollowValue *a, const FollowValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case FOLLOW_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case FOLLOW_VALUE_INTEGER:
      return a->integer == b->integer;
    case FOLLOW_VALUE_NUMBER:
      return a->number == b->number;
    case FOLLOW_VALUE_TIMESCALE:
      return follow_timescale_equal (a->timescale, b->timescale);
    case FOLLOW_VALUE_LINKS:
      return a->links->len == b->links->len &&
             memcmp (a->links->data, b->links->data, a->links->len * sizeof (gint64)) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

FollowValueType
follow_value_get_value_type (const FollowValue *self)
{
  return self->type;
}

/**
 * follow_value_get_text:
 * @self: (nullable): a value
 *
 * Returns: (transfer none) (nullable): the text, a timescale's wording, or %NULL when @self is
 *   empty or holds no text
 */
const char *
follow_value_get_text (const FollowValue *self)
{
  if (self == NULL)
    return NULL;
  if (self->type == FOLLOW_VALUE_TIMESCALE)
    return follow_timescale_get_wording (self->timescale);
  return self->type == FOLLOW_VALUE_TEXT ? self->text : NULL;
}

/**
 * follow_value_get_integer:
 * @self: (nullable): a value
 *
 * Returns: the number or the only link's id, 0 when empty
 */
gint64
follow_value_get_integer (const FollowValue *self)
{
  if (self == NULL)
    return 0;
  if (self->type == FOLLOW_VALUE_LINKS)
    return g_array_index (self->links, gint64, 0);
  return self->type == FOLLOW_VALUE_INTEGER ? self->integer : 0;
}

double
follow_value_get_number (const FollowValue *self)
{
  if (self == NULL)
    return 0.0;
  return self->type == FOLLOW_VALUE_NUMBER ? self->number : (double) follow_value_get_integer (self);
}

FollowTimescale *
follow_value_get_timescale (const FollowValue *self)
{
  return self != NULL && self->type == FOLLOW_VALUE_TIMESCALE ? self->timescale : NULL;
}

/**
 * follow_value_get_links:
 * @self: (nullable): a value
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids) (nullable): the ids of the records linked to
 */
const gint64 *
follow_value_get_links (const FollowValue *self, guint *n_ids)
{
  if (self == NULL || self->type != FOLLOW_VALUE_LINKS)
    {
      *n_ids = 0;
      return NULL;
    }
  *n_ids = self->links->len;
  return (const gint64 *) (const void *) self->links->data;
}

static char *
store_timescale (FollowTimescale *timescale)
{
  const char *first = follow_timescale_get_first (timescale);
  const char *last = follow_timescale_get_last (timescale);
  const char *recurs = follow_recurs_to_id (follow_timescale_get_recurs (timescale));

  return g_strdup_printf ("%s/%s/%s/%s/%s", first != NULL ? first : "", last != NULL ? last : "",
                          follow_precision_to_id (follow_timescale_get_precision (timescale)),
                          recurs != NULL ? recurs : "", follow_timescale_get_wording (timescale));
}

static char *
store_links (const FollowValue *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->links->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (self->links, gint64, i));
  return g_string_free (text, FALSE);
}

/**
 * follow_value_store:
 * @self: (nullable): a value
 *
 * The form in which the history and drafts keep a value. A timescale is kept as
 * first/last/precision/recurrence/wording, so that what it was read as is put back even when a
 * later version of the program would read the wording otherwise.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
follow_value_store (const FollowValue *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (self == NULL)
    return NULL;
  switch (self->type)
    {
    case FOLLOW_VALUE_TEXT:
      return g_strdup (self->text);
    case FOLLOW_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->integer);
    case FOLLOW_VALUE_NUMBER:
      return g_strdup (g_ascii_dtostr (number, sizeof number, self->number));
    case FOLLOW_VALUE_TIMESCALE:
      return store_timescale (self->timescale);
    case FOLLOW_VALUE_LINKS:
      return store_links (self);
    default:
      g_return_val_if_reached (NULL);
    }
}

static FollowValue *
restore_timescale (const char *stored)
{
  g_auto (GStrv) parts = g_strsplit (stored, "/", 5);
  g_autoptr (FollowTimescale) timescale = NULL;

  if (g_strv_length (parts) != 5)
    return NULL;
  timescale = follow_timescale_restore (
      parts[4], *parts[0] != '\0' ? parts[0] : NULL, *parts[1] != '\0' ? parts[1] : NULL,
      follow_precision_from_id (parts[2]), follow_recurs_from_id (*parts[3] != '\0' ? parts[3] : NULL));
  return follow_value_new_timescale (timescale);
}

static FollowValue *
restore_links (const char *stored)
{
  g_auto (GStrv) parts = g_strsplit (stored, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (parts[i], NULL, 10);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);
}

/**
 * follow_value_restore:
 * @stored: (nullable): what follow_value_store() made
 *
 * Returns: (transfer full) (nullable): the value
 */
FollowValue *
follow_value_restore (FollowValueType type, const char *stored)
{
  if (stored == NULL)
    return NULL;
  switch (type)
    {
    case FOLLOW_VALUE_TEXT:
      return follow_value_new_text (stored);
    case FOLLOW_VALUE_INTEGER:
      return follow_value_new_integer (g_ascii_strtoll (stored, NULL, 10));
    case FOLLOW_VALUE_NUMBER:
      return follow_value_new_number (g_ascii_strtod (stored, NULL));
    case FOLLOW_VALUE_TIMESCALE:
      return restore_timescale (stored);
    case FOLLOW_VALUE_LINKS:
      return restore_links (stored);
    default:
      g_return_val_if_reached (NULL);
    }
}
