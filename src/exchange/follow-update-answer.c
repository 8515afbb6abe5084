/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-plan-text.h"

/* One row of a returned sheet, cell by cell, beside what was sent and what the register holds now. */

void
follow_update_answer_free (gpointer data)
{
  FollowUpdateAnswer *answer = data;

  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    {
      g_free (answer->items[i].said);
      g_free (answer->items[i].text);
      g_free (answer->items[i].sent);
      g_free (answer->items[i].now);
      g_free (answer->items[i].doubt);
    }
  g_clear_object (&answer->answer);
  g_clear_object (&answer->action);
  g_free (answer->proposal);
  g_free (answer);
}

FollowUpdateItem *
follow_update_answer_get_item (FollowUpdateAnswer *self, FollowUpdateColumn column)
{
  return &self->items[column - FOLLOW_UPDATE_FIRST_INPUT];
}

gboolean
follow_update_item_is_news (const FollowUpdateItem *self)
{
  return self->said != NULL && (self->change == FOLLOW_UPDATE_BY_LEAD || self->change == FOLLOW_UPDATE_BOTH);
}

gboolean
follow_update_answer_has_news (FollowUpdateAnswer *self)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    if (follow_update_item_is_news (&self->items[i]))
      return TRUE;
  return self->proposal != NULL && follow_record_get_text (self->answer, "outcome") == NULL;
}

char *
follow_update_name_action (FollowRecord *answer)
{
  const char *number = follow_record_get_text (answer, "number");

  /* Translators: the number of an action, in a sentence */
  return number != NULL ? g_strdup_printf (_ ("action %s"), number) : g_strdup (_ ("an action"));
}

gboolean
follow_update_item_edit (FollowUpdateItem *self, const char *text, GError **error)
{
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (self->column == FOLLOW_UPDATE_STATUS && follow_plan_read_status (copy) == NULL)
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                   _ ("“%s” is not a status: choose one of those in the list."), copy);
      return FALSE;
    }
  g_free (self->text);
  self->text = *copy != '\0' ? g_steal_pointer (&copy) : NULL;
  self->accepted = self->text != NULL;
  return TRUE;
}

static gboolean
was_taken (FollowRecord *answer, const char *key)
{
  const char *taken = follow_record_get_text (answer, "taken");
  g_auto (GStrv) keys = g_strsplit (taken != NULL ? taken : "", " ", -1);

  return g_strv_contains ((const char *const *) keys, key);
}

/* Who changed it, from what it was, what the sheet says and what it is now. */
static FollowUpdateChange
tell (gboolean lead_changed, gboolean register_changed, gboolean is_same_now)
{
  if (!lead_changed)
    return register_changed ? FOLLOW_UPDATE_IN_REGISTER : FOLLOW_UPDATE_UNCHANGED;
  if (is_same_now)
    return FOLLOW_UPDATE_UNCHANGED;
  return register_changed ? FOLLOW_UPDATE_BOTH : FOLLOW_UPDATE_BY_LEAD;
}

static void
compare_status (FollowUpdateAnswer *self, FollowUpdateItem *item)
{
  const char *sent = follow_record_get_text (self->answer, "sent_status");
  const char *now = follow_record_get_text (self->action, "status");
  const char *said = follow_plan_read_status (item->said);

  item->sent = follow_plan_status_words (sent);
  item->now = follow_plan_status_words (now);
  /* An empty cell takes no status away. */
  item->change = tell (item->said != NULL && (said == NULL || g_strcmp0 (said, sent) != 0),
                       g_strcmp0 (sent, now) != 0, said != NULL && g_strcmp0 (said, now) == 0);
  if (item->said != NULL && said == NULL)
    item->doubt = g_strdup_printf (_ ("“%s” is not a status."), item->said);
}

static gboolean
means_the_same (const FollowTimescale *one, const FollowTimescale *other)
{
  const char *last = one != NULL ? follow_timescale_get_last (one) : NULL;

  if (one == NULL || other == NULL)
    return one == other;
  if (last != NULL)
    return g_strcmp0 (last, follow_timescale_get_last (other)) == 0 &&
           g_strcmp0 (follow_timescale_get_first (one), follow_timescale_get_first (other)) == 0;
  return g_ascii_strcasecmp (follow_timescale_get_wording (one), follow_timescale_get_wording (other)) == 0;
}

static void
compare_expected (FollowUpdateAnswer *self, FollowUpdateItem *item)
{
  FollowValue *sent = follow_record_get (self->answer, "sent_timescale");
  FollowValue *now = follow_record_get (self->action, "timescale");
  g_autoptr (FollowTimescale) said = follow_timescale_parse (item->said);

  item->sent = g_strdup (follow_record_get_text (self->answer, "sent_timescale"));
  item->now = g_strdup (follow_record_get_text (self->action, "timescale"));
  item->change =
      tell (said != NULL, !follow_value_equal (sent, now),
            said != NULL && now != NULL && means_the_same (said, follow_value_get_timescale (now)));
  if (said != NULL && follow_timescale_get_last (said) == NULL &&
      follow_timescale_get_recurs (said) == FOLLOW_RECURS_NEVER)
    item->doubt = g_strdup_printf (_ ("“%s” names no date."), item->said);
}

static void
compare_reassign (FollowUpdateReturn *update, FollowUpdateAnswer *self, FollowUpdateItem *item)
{
  item->sent = follow_plan_responsibility (update->reg, self->action);
  item->now = g_strdup (item->sent);
  item->change = tell (item->said != NULL, FALSE, FALSE);
  if (item->said != NULL)
    item->doubt = g_strdup_printf (_ ("The lead asks for it to be given to “%s”, which is for you to agree."),
                                   item->said);
}

/* Words that are added to what is there contradict nothing. */
static void
compare_added (FollowUpdateItem *item)
{
  item->change = tell (item->said != NULL, FALSE, FALSE);
}

static void
compare (FollowUpdateReturn *update, FollowUpdateAnswer *self, FollowUpdateItem *item)
{
  if (self->action == NULL ||
      (item->column != FOLLOW_UPDATE_STATUS && item->column != FOLLOW_UPDATE_EXPECTED &&
       item->column != FOLLOW_UPDATE_REASSIGN))
    compare_added (item);
  else if (item->column == FOLLOW_UPDATE_STATUS)
    compare_status (self, item);
  else if (item->column == FOLLOW_UPDATE_EXPECTED)
    compare_expected (self, item);
  else
    compare_reassign (update, self, item);
  /* What was taken and changed again since was a person's decision. */
  if (item->is_known && was_taken (self->answer, follow_update_column_get_key (item->column)))
    item->change = FOLLOW_UPDATE_UNCHANGED;
}

static void
fill_item (FollowUpdateReturn *update, FollowUpdateAnswer *self, FollowUpdateItem *item, const char *said)
{
  const char *key = follow_update_column_get_key (item->column);

  item->said = g_strdup (said);
  item->text = g_strdup (said);
  item->is_known = said != NULL && g_strcmp0 (said, follow_record_get_text (self->answer, key)) == 0;
  compare (update, self, item);
  item->accepted =
      item->change == FOLLOW_UPDATE_BY_LEAD && !item->is_known && item->doubt == NULL && self->action != NULL;
}

static void
doubt_removed (FollowUpdateReturn *update, FollowUpdateAnswer *self)
{
  if (self->action == NULL || !follow_register_is_removed (update->reg, follow_record_get_id (self->action)))
    return;
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    if (self->items[i].said != NULL)
      {
        g_free (self->items[i].doubt);
        self->items[i].doubt = g_strdup (_ ("The action has been removed from the register since."));
        self->items[i].accepted = FALSE;
      }
}

/* A reason goes with its date. */
static void
drop_lone_reason (FollowUpdateAnswer *self)
{
  const FollowUpdateItem *expected = follow_update_answer_get_item (self, FOLLOW_UPDATE_EXPECTED);

  if (expected->said != NULL && !expected->accepted)
    follow_update_answer_get_item (self, FOLLOW_UPDATE_REASON)->accepted = FALSE;
}

void
follow_update_answer_fill (FollowUpdateReturn *update, FollowUpdateAnswer *self, const FollowUpdateLine *line)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    {
      self->items[i].column = FOLLOW_UPDATE_FIRST_INPUT + i;
      fill_item (update, self, &self->items[i], line->cells[FOLLOW_UPDATE_FIRST_INPUT + i]);
    }
  drop_lone_reason (self);
  doubt_removed (update, self);
}

guint
follow_update_answer_compare_again (FollowUpdateReturn *update, FollowUpdateAnswer *self)
{
  guint n_accepted = 0;

  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    {
      FollowUpdateItem *item = &self->items[i];

      n_accepted += item->accepted;
      g_clear_pointer (&item->sent, g_free);
      g_clear_pointer (&item->now, g_free);
      g_clear_pointer (&item->doubt, g_free);
      compare (update, self, item);
      item->accepted &= item->change == FOLLOW_UPDATE_BY_LEAD;
    }
  doubt_removed (update, self);
  drop_lone_reason (self);
  for (guint i = 0; i < FOLLOW_UPDATE_N_INPUTS; i++)
    n_accepted -= self->items[i].accepted;
  return n_accepted;
}

static gboolean
contradict (const FollowUpdateItem *one, const FollowUpdateItem *other)
{
  return one->said != NULL && other->said != NULL && one->change != FOLLOW_UPDATE_UNCHANGED &&
         other->change != FOLLOW_UPDATE_UNCHANGED && one->change != FOLLOW_UPDATE_IN_REGISTER &&
         other->change != FOLLOW_UPDATE_IN_REGISTER && g_strcmp0 (one->said, other->said) != 0;
}

static void
set_rival (FollowUpdateItem *item, const FollowUpdateFile *other)
{
  item->change = FOLLOW_UPDATE_BOTH;
  item->accepted = FALSE;
  if (item->doubt == NULL)
    item->doubt = g_strdup_printf (_ ("The sheet of %s says something else."), other->recipient);
}

static void
compare_answers (FollowUpdateFile *file,
                 FollowUpdateAnswer *answer,
                 FollowUpdateFile *other_file,
                 FollowUpdateAnswer *other)
{
  static const FollowUpdateColumn single[] = { FOLLOW_UPDATE_STATUS, FOLLOW_UPDATE_EXPECTED };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      FollowUpdateItem *one = follow_update_answer_get_item (answer, single[i]);
      FollowUpdateItem *two = follow_update_answer_get_item (other, single[i]);

      if (!contradict (one, two))
        continue;
      set_rival (one, other_file);
      set_rival (two, file);
      if (single[i] == FOLLOW_UPDATE_EXPECTED)
        {
          follow_update_answer_get_item (answer, FOLLOW_UPDATE_REASON)->accepted = FALSE;
          follow_update_answer_get_item (other, FOLLOW_UPDATE_REASON)->accepted = FALSE;
        }
    }
}

typedef struct
{
  FollowUpdateFile *file;
  FollowUpdateAnswer *answer;
} Place;

void
follow_update_find_rivals (FollowUpdateReturn *self)
{
  g_autoptr (GHashTable) by_action =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->files->len; i++)
    {
      FollowUpdateFile *file = self->files->pdata[i];

      for (guint j = 0; file->refusal == NULL && j < file->answers->len; j++)
        {
          Place place = { file, file->answers->pdata[j] };
          gint64 id = place.answer->action != NULL ? follow_record_get_id (place.answer->action) : 0;
          GArray *places = g_hash_table_lookup (by_action, &id);

          if (id == 0)
            continue;
          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (Place));
              g_hash_table_insert (by_action, g_memdup2 (&id, sizeof id), places);
            }
          for (guint k = 0; k < places->len; k++)
            compare_answers (file, place.answer, g_array_index (places, Place, k).file,
                             g_array_index (places, Place, k).answer);
          g_array_append_val (places, place);
        }
    }
}
