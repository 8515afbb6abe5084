/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keystroke in the filter among 100,000 actions: the list's answer, which is the query asked, the change
 * reported, and the rows read that a window looks at, beside a bare SQLite query for the same ids in the same
 * file. Aim: at most 2 times. The rows read are counted: never more than are looked at. */
#include <sqlite3.h>

#include "bench-register.h"
#include "bench.h"
#include "follow-list-model.h"

#define N_RUNS 15
#define N_SMOKE_RUNS 2

/* So many rows a window may look at when its list has changed. */
#define MOST_READ 400

/* What somebody types, key by key, then what finds few and what finds none. */
static const char *const typed[] = {
  "r",           "re",         "refer", "referral",           "referral t",
  "manager 7",   "schools (9", "(1234", "chronologies north", "referral 1234",
  "nothing such"
};

#define BARE_SQL "SELECT t.id FROM action t WHERE t.removed IS NULL%s ORDER BY t.position, t.id"
#define BARE_WORD                                                            \
  " AND t.id IN (SELECT owner FROM search WHERE search MATCH ?%u UNION ALL " \
  "SELECT l.from_id FROM search s JOIN link l ON l.to_id = s.rowid WHERE s.search MATCH ?%u)"

/* Looks at as many rows as a window does, and lets go of them as one does when others come. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *looked_at)
{
  guint n = MIN (g_list_model_get_n_items (model), 200);

  g_ptr_array_set_size (looked_at, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (looked_at, g_list_model_get_item (model, i));
}

static double
answer (FollowListModel *model, const char *text)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GError) error = NULL;
  double start = bench_now ();

  follow_query_set_text (query, text);
  if (!follow_list_model_set_query (model, query, &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

static double
answer_bare (sqlite3 *db, const char *text, guint *n_found)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) tests = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  double start = bench_now ();

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (tests, BARE_WORD, i + 1, i + 1);
  sql = g_strdup_printf (BARE_SQL, tests->str);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *match = g_strdup_printf ("\"%s\" *", words[i]);

      sqlite3_bind_text (statement, i + 1, match, -1, SQLITE_TRANSIENT);
    }
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
  *n_found = ids->len;
  return bench_now () - start;
}

static void
measure (FollowListModel *model, sqlite3 *db, const char *text)
{
  FollowRegister *reg = follow_list_model_get_register (model);
  g_autoptr (BenchFigures) ours = bench_figures_new ();
  g_autoptr (BenchFigures) bare = bench_figures_new ();
  g_autofree char *what = NULL;
  guint n_runs = bench_is_smoke () ? N_SMOKE_RUNS : N_RUNS;
  guint n_found = 0;
  int most_read = 0;

  for (guint run = 0; run < n_runs; run++)
    {
      int reads;

      answer (model, NULL); /* as it was before the key */
      bench_figures_add (bare, answer_bare (db, text, &n_found));
      reads = bench_register_count_read (reg);
      bench_figures_add (ours, answer (model, text));
      most_read = MAX (most_read, bench_register_count_read (reg) - reads);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_found);
    }
  what = g_strdup_printf ("filter “%s”, %u found", text, n_found);
  bench_compare (what, "bare SQLite", "ms", ours, bare, 2);
  bench_limit ("  read", "rows", most_read, MOST_READ);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = NULL;
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (FollowListModel) model = NULL;
  g_autoptr (GPtrArray) looked_at = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3 *db = NULL;

  bench_init (argc, argv);
  path = bench_register_get (bench_is_smoke () ? 1000 : 100000);
  if ((reg = follow_register_open (path, TRUE, &error)) == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", path);
  sqlite3_exec (db, "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
  model = follow_list_model_new (reg, query);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), looked_at);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    measure (model, db, typed[i]);
  sqlite3_close (db);
  return bench_finish ();
}
