/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-example.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-example-dates.h"
#include "follow-example-resources.h"
#include "follow-example-source.h"

/* What the example is made of, in the order in which lists show it. */
static const char *const files[] = {
  "people.txt", "inspections.txt", "improvement-plan.txt", "learning-plan.txt", "update-sheets.txt", NULL,
};

typedef struct
{
  FollowRegister *reg;
  GHashTable *records;   /* "kind key" → FollowRecord, owned */
  GHashTable *positions; /* kind → GUINT_TO_POINTER, how many of it there are */
  GPtrArray *sources;    /* FollowExampleSource */
  GPtrArray *entries;    /* FollowExampleEntry of all of them, by time */
  int days;              /* how far its dates move */
  const char *told_on;
} Example;

static char *
make_name (const FollowKind *kind, const char *key)
{
  return g_strconcat (kind->name, " ", key, NULL);
}

static FollowRecord *
find_record (Example *example, const FollowKind *kind, const char *key)
{
  g_autofree char *name = make_name (kind, key);

  return g_hash_table_lookup (example->records, name);
}

/* What ships with every register is linked to by its number or value. */
static gboolean
find_shipped (Example *example, const char *kind_name, const char *key_field, GError **error)
{
  const FollowKind *kind = follow_kind_find (kind_name);
  const FollowField *field = follow_kind_find_field (kind, key_field);
  g_autoptr (FollowQuery) query = follow_query_new (kind);
  g_autoptr (GPtrArray) found = follow_register_load_all (example->reg, query, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (found, i);
      g_autofree char *key = follow_field_format (field, follow_record_get (record, key_field));

      if (key != NULL)
        g_hash_table_insert (example->records, make_name (kind, key), follow_record_copy (record));
    }
  return found != NULL;
}

/* New records of kinds whose order people choose stand as they do in the files. */
static void
set_position (Example *example, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const FollowField *field = follow_kind_find_field (kind, "position");
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (example->positions, kind)) + 1;

  g_hash_table_insert (example->positions, (gpointer) kind, GUINT_TO_POINTER (position));
  if (field != NULL && field->type == FOLLOW_FIELD_NUMBER)
    follow_record_set_number (record, "position", position);
}

static gboolean
refuse (const FollowExampleEntry *entry, const char *why, const char *what, GError **error)
{
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, "%s: %s “%s”", entry->place, why, what);
  return FALSE;
}

/* Makes every record before any is filled, so that one can link to others that come later. */
static gboolean
make_records (Example *example, GError **error)
{
  for (guint i = 0; i < example->entries->len; i++)
    {
      const FollowExampleEntry *entry = g_ptr_array_index (example->entries, i);
      FollowRecord *parent = NULL;
      FollowRecord *record;

      if (find_record (example, entry->kind, entry->key) != NULL)
        continue;
      if (entry->parent != NULL)
        parent = find_record (example, follow_kind_find (entry->kind->parent), entry->parent);
      record = follow_record_new (entry->kind, parent != NULL ? follow_record_get_id (parent) : 0);
      g_hash_table_insert (example->records, make_name (entry->kind, entry->key), record);
      set_position (example, record);
    }
  return TRUE;
}

/* "lead-officer, qa-group" */
static FollowValue *
read_links (Example *example,
            const FollowExampleEntry *entry,
            const FollowField *field,
            const char *text,
            GError **error)
{
  g_auto (GStrv) kinds = g_strsplit (field->links_to, " ", -1);
  g_auto (GStrv) keys = g_strsplit (text, ", ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; keys[i] != NULL && *text != '\0'; i++)
    {
      FollowRecord *record = NULL;
      gint64 id;

      for (guint j = 0; record == NULL && kinds[j] != NULL; j++)
        record = find_record (example, follow_kind_find (kinds[j]), keys[i]);
      if (record == NULL)
        {
          refuse (entry, _ ("There is no record"), keys[i], error);
          return NULL;
        }
      id = follow_record_get_id (record);
      g_array_append_val (ids, id);
    }
  return ids->len > 0 ? follow_value_new_links ((gint64 *) (gpointer) ids->data, ids->len) : NULL;
}

static gboolean
set_field (Example *example,
           const FollowExampleEntry *entry,
           FollowRecord *record,
           const FollowExampleSet *set,
           GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (FollowValue) value = NULL;
  g_autoptr (GError) failure = NULL;

  if (set->field->type == FOLLOW_FIELD_DATE && *set->text != '\0')
    text = follow_date_add_days (set->text, example->days);
  else
    text = follow_example_move_text (set->text, example->told_on, example->days, &failure);
  if (text == NULL)
    return refuse (entry, failure != NULL ? failure->message : _ ("There is no such day:"), set->text, error);

  if (follow_field_is_link (set->field))
    value = read_links (example, entry, set->field, text, &failure);
  else
    value = follow_field_read (set->field, text, &failure);
  if (failure != NULL)
    return refuse (entry, failure->message, text, error);
  follow_record_set (record, set->field->name, value);
  return TRUE;
}

/* The history's time of a step, never later than now. */
static char *
make_time (Example *example, const FollowExampleStep *step)
{
  g_autofree char *day = g_strndup (step->at, strlen ("YYYY-MM-DD"));
  g_autofree char *moved = follow_date_add_days (day, example->days);
  g_autofree char *local = g_strconcat (moved, "T", step->at + strlen ("YYYY-MM-DD "), ":00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (local, zone);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *at = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;
  g_autofree char *now = follow_date_now ();

  return at == NULL || strcmp (at, now) > 0 ? g_steal_pointer (&now) : g_steal_pointer (&at);
}

/* A record that is changed is saved after new ones, so that what is noted with the change, such as
 * the reason for a new timescale, is there when it happens. */
static gboolean
collect (Example *example, guint from, guint to, gboolean changed, FollowChanges *changes, GError **error)
{
  for (guint i = from; i < to; i++)
    {
      const FollowExampleEntry *entry = g_ptr_array_index (example->entries, i);
      FollowRecord *record = find_record (example, entry->kind, entry->key);

      if (follow_record_is_stored (record) != changed)
        continue;
      for (guint j = 0; j < entry->set->len; j++)
        if (!set_field (example, entry, record, g_ptr_array_index (entry->set, j), error))
          return FALSE;
      if (entry->bin)
        follow_changes_remove (changes, record);
      else if (!changed || follow_record_is_changed (record))
        follow_changes_save (changes, record);
    }
  return TRUE;
}

static gboolean
write_step (Example *example, guint from, guint to, GError **error)
{
  const FollowExampleEntry *entry = g_ptr_array_index (example->entries, from);
  g_autofree char *time = make_time (example, &entry->step);
  g_autofree char *what = NULL;
  g_autoptr (FollowChanges) changes = NULL;

  if (entry->step.what != NULL)
    what = follow_example_move_text (entry->step.what, example->told_on, example->days, error);
  if (entry->step.what != NULL && what == NULL)
    return FALSE;
  changes = follow_changes_new (what);
  follow_register_set_time (example->reg, time);
  follow_register_set_user (example->reg, entry->step.who);
  return collect (example, from, to, FALSE, changes, error) &&
         collect (example, from, to, TRUE, changes, error) &&
         follow_register_commit (example->reg, changes, error);
}

/* What belongs to one step stays as it stands in the files. */
static int
compare_steps (gconstpointer a, gconstpointer b, gpointer data)
{
  const FollowExampleStep *first = &(*(FollowExampleEntry *const *) a)->step;
  const FollowExampleStep *second = &(*(FollowExampleEntry *const *) b)->step;
  int order = strcmp (first->at, second->at);

  order = order != 0 ? order : strcmp (first->who, second->who);
  return order != 0 ? order : g_strcmp0 (first->what, second->what);
}

static gboolean
write_steps (FollowRegister *reg, gpointer data, GError **error)
{
  Example *example = data;
  guint to;

  for (guint from = 0; from < example->entries->len; from = to)
    {
      for (to = from + 1; to < example->entries->len; to++)
        if (compare_steps (&example->entries->pdata[from], &example->entries->pdata[to], NULL) != 0)
          break;
      if (!write_step (example, from, to, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_files (Example *example, GError **error)
{
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/org/followthrough/exchange/example/", files[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (follow_example_get_resource (), path, 0, error);
      FollowExampleSource *source;

      if (bytes == NULL ||
          (source = follow_example_source_read (files[i], g_bytes_get_data (bytes, NULL), error)) == NULL)
        return FALSE;
      g_ptr_array_add (example->sources, source);
      for (guint j = 0; j < source->entries->len; j++)
        g_ptr_array_add (example->entries, g_ptr_array_index (source->entries, j));
      example->told_on = source->told_on;
    }
  return TRUE;
}

/**
 * follow_example_fill:
 * @reg: a register that was just made
 *
 * Fills @reg with the example: a fictional partnership as it stands today, with three years of
 * history behind it. All of it is written, or nothing; no step of it is offered for Undo.
 */
gboolean
follow_example_fill (FollowRegister *reg, GError **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify) follow_example_source_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  Example example = { reg, records, positions, sources, entries };
  g_autofree char *user = g_strdup (follow_register_get_user (reg));
  gboolean ok;

  if (!read_files (&example, error))
    return FALSE;
  example.days = follow_example_days_since (example.told_on, follow_register_get_today (reg));
  ok = find_shipped (&example, "indicator", "number", error) &&
       find_shipped (&example, "grade", "value", error) && make_records (&example, error);
  g_ptr_array_sort_with_data (entries, compare_steps, NULL);
  ok = ok && follow_register_write_together (reg, write_steps, &example, error);
  follow_register_forget_steps (reg);
  follow_register_set_time (reg, NULL);
  follow_register_set_user (reg, user);
  return ok;
}

/**
 * follow_example_create:
 * @path: where; nothing may be there yet
 *
 * Makes a register at @path with the example in it.
 *
 * Returns: (transfer full) (nullable): the register; on failure nothing is left at @path
 */
FollowRegister *
follow_example_create (const char *path, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_register_create (path, error);

  if (reg == NULL)
    return NULL;
  if (follow_example_fill (reg, error))
    return g_steal_pointer (&reg);
  g_unlink (follow_register_get_path (reg));
  return NULL;
}
