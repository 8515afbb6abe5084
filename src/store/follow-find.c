/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-find.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-register-private.h"

/* More than so many that fit are not named one by one. */
#define MAX_NAMED 8
#define MAX_NAME_LENGTH 60

/* How well a record fits, the worst first. */
typedef enum
{
  FIT_NONE,
  FIT_BEGINNING,
  FIT_TITLE,
  FIT_REFERENCE,
  FIT_NUMBER,
} Fit;

/**
 * follow_fold_text:
 *
 * Returns: (transfer full): @text for comparing as people read it: case, spaces around it and the
 *   kind of dash do not matter
 */
char *
follow_fold_text (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = g_strstrip (folded); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ? '-' : c);
    }
  return g_string_free (plain, FALSE);
}

static Fit
compare_title (const char *title, const char *folded)
{
  g_autofree char *words = NULL;

  if (title == NULL || *title == '\0')
    return FIT_NONE;
  words = follow_fold_text (title);
  if (g_str_equal (words, folded))
    return FIT_TITLE;
  return g_str_has_prefix (words, folded) ? FIT_BEGINNING : FIT_NONE;
}

static Fit
compare_fields (FollowRecord *record, const char *folded)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_auto (GStrv) names = g_strsplit (kind->title, " ", -1);
  Fit best = FIT_NONE;

  if (follow_kind_find_field (kind, "reference") != NULL &&
      compare_title (follow_record_get_text (record, "reference"), folded) == FIT_TITLE)
    return FIT_REFERENCE;
  for (guint i = 0; names[i] != NULL; i++)
    best = MAX (best, compare_title (follow_record_get_text (record, names[i]), folded));
  /* An organisation is called by its short name; people may give the long one. */
  if (follow_kind_find_field (kind, "short_name") != NULL)
    best = MAX (best, compare_title (follow_record_get_text (record, "short_name"), folded));
  return best;
}

static gboolean
has_more_names (const FollowKind *kind)
{
  return strchr (kind->title, ' ') != NULL || follow_kind_find_field (kind, "reference") != NULL ||
         follow_kind_find_field (kind, "short_name") != NULL;
}

static Fit
compare (FollowRegister *reg, const FollowKind *kind, gint64 id, const char *folded)
{
  const char *number = follow_register_get_number (reg, id);
  const char *title = follow_register_get_title (reg, id);
  Fit best = compare_title (title, folded);
  g_autoptr (FollowRecord) record = NULL;

  if (number != NULL && *number != '\0')
    {
      g_autofree char *whole = g_strdup_printf ("%s %s", number, title);

      if (compare_title (number, folded) == FIT_TITLE)
        return FIT_NUMBER;
      best = MAX (best, compare_title (whole, folded));
    }
  if (has_more_names (kind) && (record = follow_register_get (reg, kind, id, NULL)) != NULL)
    best = MAX (best, compare_fields (record, folded));
  return best;
}

/**
 * follow_find_records:
 * @among: which records are meant at all
 * @ref: a number, a reference or a title; case does not matter
 * @fit: (out) (optional): how well those found fit, to compare with those of other kinds
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of the records that fit best:
 *   those of that number, else of that reference, else of that title, else those whose title begins
 *   so; empty when none does
 */
GArray *
follow_find_records (
    FollowRegister *reg, const FollowQuery *among, const char *ref, guint *fit, GError **error)
{
  g_autoptr (GArray) ids = follow_register_list (reg, among, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *folded = follow_fold_text (ref);
  Fit best = FIT_BEGINNING;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; *folded != '\0' && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      Fit this_fit = compare (reg, follow_query_get_kind (among), id, folded);

      if (this_fit > best)
        g_array_set_size (found, 0);
      if (this_fit >= best)
        {
          g_array_append_val (found, id);
          best = this_fit;
        }
    }
  if (fit != NULL)
    *fit = found->len > 0 ? best : FIT_NONE;
  return g_steal_pointer (&found);
}

static char *
shorten (const char *title)
{
  g_autofree char *line = g_strdelimit (g_strdup (title), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_NAME_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_NAME_LENGTH - 1);
  return g_strdup_printf ("%s…", g_strchomp (start));
}

/* What a record belongs to, or else the first it links to. */
static gint64
get_owner (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  if (follow_record_get_parent_id (record) != 0)
    return follow_record_get_parent_id (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FOLLOW_FIELD_LINK && follow_record_get_value (record, i) != NULL)
      return follow_record_get_link (record, kind->fields[i].name);
  return 0;
}

/**
 * follow_find_name:
 *
 * Returns: (transfer full): a short name that tells the record @id from others of its kind, in
 *   messages: “3 Agree a protocol” (Improvement Plan 2025–27)
 */
char *
follow_find_name (FollowRegister *reg, gint64 id)
{
  g_autoptr (FollowRecord) record = follow_register_find (reg, id, NULL);
  const char *number = follow_register_get_number (reg, id);
  g_autofree char *title = shorten (follow_register_get_title (reg, id));
  g_autofree char *name =
      g_strdup_printf ("“%s%s%s”", number != NULL ? number : "", number != NULL ? " " : "", title);
  gint64 owner = record != NULL ? get_owner (record) : 0;
  g_autofree char *owner_title = NULL;

  if (owner == 0)
    return g_steal_pointer (&name);
  owner_title = shorten (follow_register_get_title (reg, owner));
  return g_strdup_printf ("%s (%s)", name, owner_title);
}

/**
 * follow_find_names:
 * @ids: (element-type gint64): records
 *
 * Returns: (transfer full): their names in a row, for messages; of many only the first
 */
char *
follow_find_names (FollowRegister *reg, const GArray *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < MAX_NAMED; i++)
    {
      g_autofree char *name = follow_find_name (reg, g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (ids->len > MAX_NAMED)
    g_string_append_printf (
        names,
        /* Translators: ends a row of names */
        g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", ids->len - MAX_NAMED),
        ids->len - MAX_NAMED);
  return g_string_free (names, FALSE);
}

static void
set_ambiguous (
    FollowRegister *reg, const FollowKind *kind, const char *ref, const GArray *ids, GError **error)
{
  g_autofree char *names = follow_find_names (reg, ids);

  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_AMBIGUOUS,
               /* Translators: what was asked for, several of what kind, and the names of those that fit */
               _ ("“%s” fits several records of “%s”: %s."), ref, follow_kind_get_plural (kind), names);
}

/**
 * follow_find_record:
 *
 * As follow_find_records(), when one record is wanted.
 *
 * Returns: its id; 0 with %FOLLOW_ERROR_NOT_FOUND or %FOLLOW_ERROR_AMBIGUOUS, which names those that
 *   fit
 */
gint64
follow_find_record (FollowRegister *reg, const FollowQuery *among, const char *ref, GError **error)
{
  const FollowKind *kind = follow_query_get_kind (among);
  g_autoptr (GArray) ids = follow_find_records (reg, among, ref, NULL, error);

  if (ids == NULL)
    return 0;
  if (ids->len == 1)
    return g_array_index (ids, gint64, 0);
  if (ids->len > 1)
    set_ambiguous (reg, kind, ref, ids, error);
  else
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                 /* Translators: the first %s is a kind of record, several */
                 _ ("Among “%s” nothing is called “%s”."), follow_kind_get_plural (kind), ref);
  return 0;
}
