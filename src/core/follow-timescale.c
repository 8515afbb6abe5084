/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-timescale.h"

#include "follow-date.h"
#include "follow-timescale-private.h"

struct _FollowTimescale
{
  char *wording;
  char *first; /* NULL for none */
  char *last;
  FollowPrecision precision;
  FollowRecurs recurs;
};

G_DEFINE_BOXED_TYPE (FollowTimescale, follow_timescale, follow_timescale_ref, follow_timescale_unref)

static const char *const precision_ids[] = {
  [FOLLOW_PRECISION_NONE] = "none",   [FOLLOW_PRECISION_DAY] = "day",
  [FOLLOW_PRECISION_MONTH] = "month", [FOLLOW_PRECISION_QUARTER] = "quarter",
  [FOLLOW_PRECISION_YEAR] = "year",   [FOLLOW_PRECISION_SEASON] = "season",
};

static const char *const recurs_ids[] = {
  [FOLLOW_RECURS_NEVER] = NULL,
  [FOLLOW_RECURS_EVERY_MEETING] = "every meeting",
  [FOLLOW_RECURS_MONTHLY] = "monthly",
  [FOLLOW_RECURS_QUARTERLY] = "quarterly",
  [FOLLOW_RECURS_SIX_MONTHLY] = "six-monthly",
  [FOLLOW_RECURS_ANNUAL] = "annual",
};

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Takes the strings. */
static FollowTimescale *
timescale_new (char *wording, char *first, char *last, FollowPrecision precision, FollowRecurs recurs)
{
  FollowTimescale *timescale = g_atomic_rc_box_new0 (FollowTimescale);

  timescale->wording = wording;
  timescale->first = first;
  timescale->last = last;
  timescale->precision = first != NULL || last != NULL ? precision : FOLLOW_PRECISION_NONE;
  timescale->recurs = recurs;
  return timescale;
}

static void
timescale_clear (gpointer data)
{
  FollowTimescale *timescale = data;

  g_free (timescale->wording);
  g_free (timescale->first);
  g_free (timescale->last);
}

const char *
follow_precision_to_id (FollowPrecision precision)
{
  g_return_val_if_fail (precision >= 0 && precision < G_N_ELEMENTS (precision_ids), "none");

  return precision_ids[precision];
}

FollowPrecision
follow_precision_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (precision_ids); i++)
    if (g_strcmp0 (id, precision_ids[i]) == 0)
      return i;
  return FOLLOW_PRECISION_NONE;
}

const char *
follow_recurs_to_id (FollowRecurs recurs)
{
  g_return_val_if_fail (recurs >= 0 && recurs < G_N_ELEMENTS (recurs_ids), NULL);

  return recurs_ids[recurs];
}

FollowRecurs
follow_recurs_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurs_ids); i++)
    if (g_strcmp0 (id, recurs_ids[i]) == 0)
      return i;
  return FOLLOW_RECURS_NEVER;
}

FollowTimescale *
follow_timescale_parse (const char *wording)
{
  g_autofree char *valid = NULL;
  FollowReading reading;

  if (wording == NULL || *wording == '\0')
    return NULL;
  valid = g_utf8_make_valid (wording, -1);
  if (is_blank (valid))
    return NULL;

  reading = follow_timescale_read (valid);
  return timescale_new (g_steal_pointer (&valid), follow_date_from_number (reading.first),
                        follow_date_from_number (reading.last), reading.precision, reading.recurs);
}

FollowTimescale *
follow_timescale_restore (
    const char *wording, const char *first, const char *last, FollowPrecision precision, FollowRecurs recurs)
{
  g_autofree char *valid = g_utf8_make_valid (wording != NULL ? wording : "", -1);
  const char *from = follow_date_is_valid (first) ? first : NULL;
  const char *to = follow_date_is_valid (last) ? last : NULL;

  if (is_blank (valid) && from == NULL && to == NULL && recurs == FOLLOW_RECURS_NEVER)
    return NULL;
  return timescale_new (g_steal_pointer (&valid), g_strdup (from), g_strdup (to), precision, recurs);
}

FollowTimescale *
follow_timescale_ref (FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, NULL);

  return g_atomic_rc_box_acquire (timescale);
}

void
follow_timescale_unref (FollowTimescale *timescale)
{
  g_return_if_fail (timescale != NULL);

  g_atomic_rc_box_release_full (timescale, timescale_clear);
}

const char *
follow_timescale_get_wording (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, "");

  return timescale->wording;
}

const char *
follow_timescale_get_first (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, NULL);

  return timescale->first;
}

const char *
follow_timescale_get_last (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, NULL);

  return timescale->last;
}

FollowPrecision
follow_timescale_get_precision (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, FOLLOW_PRECISION_NONE);

  return timescale->precision;
}

FollowRecurs
follow_timescale_get_recurs (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, FOLLOW_RECURS_NEVER);

  return timescale->recurs;
}

gboolean
follow_timescale_is_impossible (const FollowTimescale *timescale)
{
  g_return_val_if_fail (timescale != NULL, FALSE);

  return timescale->first == NULL && timescale->last == NULL &&
         follow_timescale_read (timescale->wording).impossible_end > 0;
}

gboolean
follow_timescale_equal (const FollowTimescale *a, const FollowTimescale *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  return a->precision == b->precision && a->recurs == b->recurs && g_str_equal (a->wording, b->wording) &&
         g_strcmp0 (a->first, b->first) == 0 && g_strcmp0 (a->last, b->last) == 0;
}
