/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving one field with its history, in registers of 1,000 and of 100,000 actions, beside one bare SQLite
 * transaction that writes the same rows into a copy of the same file, with the same settings. Aim: at most 1.5
 * times, and no slower in the large register than in the small one. */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bench-register.h"
#include "bench.h"

#define N_RUNS 61
#define N_SMOKE_RUNS 3

/* A file with @n actions, written to by the program, and one written to by SQLite alone. */
typedef struct
{
  guint n;
  char *path;
  char *bare_path;
  FollowRegister *reg;
  GArray *ids;
  sqlite3 *db;
} Subject;

typedef enum
{
  CHOICE, /* one row and its history */
  TEXT,   /* what the record is called and the words for the search too */
} FieldType;

static const char *const field_names[] = { "status", "wording" };

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static void
open_subject (Subject *self, guint n)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("save-%u.follow", n);
  g_autofree char *bare_name = g_strdup_printf ("save-%u-bare.follow", n);

  self->n = n;
  self->path = bench_register_copy (n, name);
  self->bare_path = bench_register_copy (n, bare_name);
  self->reg = follow_register_open (self->path, FALSE, &error);
  if (self->reg == NULL || (self->ids = follow_register_list (self->reg, query, &error)) == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (self->bare_path, &self->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", self->bare_path);
  run_sql (self->db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                     "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY");
}

static void
close_subject (Subject *self)
{
  g_clear_object (&self->reg);
  sqlite3_close (self->db);
  g_unlink (self->path);
  g_unlink (self->bare_path);
  g_free (self->path);
  g_free (self->bare_path);
  g_array_unref (self->ids);
}

static char *
make_text (FieldType type, guint run)
{
  static const char *const statuses[] = { "not_started", "on_track", "slippage", "off_track" };

  return type == CHOICE
             ? g_strdup (statuses[run % G_N_ELEMENTS (statuses)])
             : g_strdup_printf ("Agree once more how change number %u is told to those it concerns", run);
}

static double
save (Subject *self, gint64 id, FieldType type, guint run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRecord) now = follow_register_get (self->reg, follow_kind_find ("action"), id, &error);
  g_autoptr (FollowRecord) edited = now != NULL ? follow_record_copy (now) : NULL;
  g_autofree char *text = make_text (type, run);
  double start = bench_now ();

  follow_record_set_text (edited, field_names[type], text);
  if (!follow_register_save (self->reg, edited, &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

static void
run_prepared (sqlite3_stmt *statement, gint64 number, const char *text, const char *before)
{
  if (sqlite3_bind_parameter_count (statement) > 0)
    sqlite3_bind_int64 (statement, 1, number);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  if (sqlite3_bind_parameter_count (statement) > 2)
    sqlite3_bind_text (statement, 3, before, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

/* Statements that write what a save writes: ?1 the record, ?2 the new text, ?3 the old one. */
static const char *const bare_sql[][6] = {
  { "BEGIN IMMEDIATE", "UPDATE action SET status = ?2 WHERE id = ?1",
    "INSERT INTO change_set (at, who, label) VALUES ('2026-11-12T09:00:00.000Z', 'Somebody', '')",
    "INSERT INTO change (set_id, record_id, what, field, before, after) "
    "VALUES ((SELECT max (id) FROM change_set), ?1, 'set', 'status', ?3, ?2)",
    "COMMIT" },
  { "BEGIN IMMEDIATE", "UPDATE action SET wording = ?2 WHERE id = ?1",
    "INSERT INTO change_set (at, who, label) VALUES ('2026-11-12T09:00:00.000Z', 'Somebody', '')",
    "INSERT INTO change (set_id, record_id, what, field, before, after) "
    "VALUES ((SELECT max (id) FROM change_set), ?1, 'set', 'wording', ?3, ?2)",
    "UPDATE record SET title = ?2 WHERE id = ?1; UPDATE search SET text = ?2 WHERE rowid = ?1", "COMMIT" },
};

static GPtrArray *
prepare (sqlite3 *db, FieldType type)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_finalize);

  for (guint i = 0; i < G_N_ELEMENTS (bare_sql[type]) && bare_sql[type][i] != NULL; i++)
    for (const char *rest = bare_sql[type][i]; *rest != '\0';)
      {
        sqlite3_stmt *statement = NULL;

        if (sqlite3_prepare_v3 (db, rest, -1, SQLITE_PREPARE_PERSISTENT, &statement, &rest) != SQLITE_OK)
          g_error ("%s", sqlite3_errmsg (db));
        g_ptr_array_add (statements, statement);
      }
  return statements;
}

static double
save_bare (GPtrArray *statements, gint64 id, FieldType type, guint run)
{
  g_autofree char *text = make_text (type, run);
  g_autofree char *before = make_text (type, run + 1);
  double start = bench_now ();

  for (guint i = 0; i < statements->len; i++)
    run_prepared (statements->pdata[i], id, text, before);
  return bench_now () - start;
}

/* Returns: (transfer full): what the saves took */
static BenchFigures *
measure (Subject *self, FieldType type)
{
  g_autoptr (GPtrArray) statements = prepare (self->db, type);
  g_autoptr (BenchFigures) bare = bench_figures_new ();
  g_autofree char *what = g_strdup_printf ("saving %s among %u actions", field_names[type], self->n);
  BenchFigures *ours = bench_figures_new ();
  guint n_runs = bench_is_smoke () ? N_SMOKE_RUNS : N_RUNS;

  for (guint run = 0; run < n_runs; run++)
    {
      gint64 id = g_array_index (self->ids, gint64, (run * 7919 + type) % self->ids->len);

      if (run % 2 == 0)
        bench_figures_add (bare, save_bare (statements, id, type, run));
      bench_figures_add (ours, save (self, id, type, run));
      if (run % 2 == 1)
        bench_figures_add (bare, save_bare (statements, id, type, run));
    }
  bench_compare (what, "bare SQLite", "ms", ours, bare, 1.5);
  return ours;
}

int
main (int argc, char **argv)
{
  Subject small, large;

  bench_init (argc, argv);
  open_subject (&small, 1000);
  if (!bench_is_smoke ())
    open_subject (&large, 100000);
  for (FieldType type = CHOICE; type <= TEXT; type++)
    {
      g_autoptr (BenchFigures) in_small = measure (&small, type);
      g_autoptr (BenchFigures) in_large = bench_is_smoke () ? NULL : measure (&large, type);

      if (in_large != NULL)
        bench_compare ("  among 100,000", "among 1,000", "ms", in_large, in_small, 1.5);
    }
  close_subject (&small);
  if (!bench_is_smoke ())
    close_subject (&large);
  return bench_finish ();
}
