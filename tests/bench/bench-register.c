/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-register.h"

#include <glib/gstdio.h>
#include <sys/file.h>

#include "follow-register-private.h"

/* A large partnership's register, through the program's own doors: plans with areas that answer findings, their
 * actions with leads, agencies, timescales and statuses of all kinds, some with milestones and notes. */

#define ACTIONS_IN_A_PLAN 500
#define SECTIONS_IN_A_PLAN 8
#define N_PEOPLE 60
#define N_AGENCIES 8
#define N_FINDINGS 16

/* One more whenever what is made becomes different, so that older files are left alone; so are those of an older
 * version of the register. */
#define GENERATION 1

typedef struct
{
  guint n_actions;
  guint n_made;
  GRand *dice;
  gint64 people[N_PEOPLE];
  gint64 agencies[N_AGENCIES];
  gint64 inspection;
  gint64 findings[N_FINDINGS];
} Making;

static const char *const beginnings[] = {
  "Agree", "Review", "Write down", "Bring together", "Test", "Share", "Train all staff in", "Report on",
};
static const char *const subjects[] = {
  "chronologies",          "the referral pathway",
  "the neglect toolkit",   "initial case conferences",
  "risk assessments",      "transitions to adulthood",
  "learning from reviews", "the children’s own words",
  "the quality of plans",  "supervision",
  "audit results",         "out-of-hours cover",
};
static const char *const ends[] = {
  "with schools and nurseries before the next inspection",
  "so that every agency knows who leads and by when",
  "and bring what was learnt to the committee",
  "across health, police and social work",
  "with families who have been through it",
};
static const char *const timescales[] = {
  "22 June 2026", "September 2027", "Q3 2026/27",    "Summer 2027",     "31/01/2027",   "By the end of 2026",
  "Quarterly",    "Ongoing",        "December 2026", "Dates to be set", "1 April 2027", "March 2025",
};
static const char *const statuses[] = {
  "not_started", "on_track", "on_track", "slippage", "off_track", "complete", "complete", "withdrawn",
};
static const char *const places[] = {
  "North", "South", "East", "West", "the islands", "the town", "the glen"
};

#define PICK(making, table) ((table)[g_rand_int_range ((making)->dice, 0, G_N_ELEMENTS (table))])

static FollowRecord *
add (FollowChanges *changes, const char *kind, gint64 parent_id)
{
  FollowRecord *record = follow_record_new (follow_kind_find (kind), parent_id);

  follow_changes_save (changes, record);
  g_object_unref (record); /* the changes hold it */
  return record;
}

static void
set_links (FollowRecord *record, const char *field, const gint64 *ids, guint n_ids)
{
  g_autoptr (FollowValue) links = follow_value_new_links (ids, n_ids);

  follow_record_set (record, field, links);
}

static void
set_printed (FollowRecord *record, const char *field, const char *format, guint number)
{
  g_autofree char *text = g_strdup_printf ("%s %u", format, number);

  follow_record_set_text (record, field, text);
}

static char *
make_wording (Making *making)
{
  return g_strdup_printf ("%s %s in %s %s (%u)", PICK (making, beginnings), PICK (making, subjects),
                          PICK (making, places), PICK (making, ends), making->n_made);
}

static gboolean
add_people (FollowRegister *reg, Making *making, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new ("People and an inspection");
  FollowRecord *inspection = add (changes, "inspection", 0);

  for (guint i = 0; i < N_AGENCIES; i++)
    {
      FollowRecord *agency = add (changes, "organisation", 0);

      set_printed (agency, "name", "Agency", i + 1);
      making->agencies[i] = follow_record_get_id (agency);
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      FollowRecord *person = add (changes, "person", 0);

      set_printed (person, "post", "Service manager", i + 1);
      follow_record_set_link (person, "organisation", making->agencies[i % N_AGENCIES]);
      making->people[i] = follow_record_get_id (person);
    }
  follow_record_set_text (inspection, "title", "Joint inspection 2025");
  making->inspection = follow_record_get_id (inspection);
  for (guint i = 0; i < N_FINDINGS; i++)
    {
      FollowRecord *finding = add (changes, "finding", making->inspection);

      follow_record_set_text (finding, "type", "improvement");
      set_printed (finding, "wording", "What the inspectors found, point", i + 1);
      making->findings[i] = follow_record_get_id (finding);
    }
  return follow_register_commit (reg, changes, error);
}

static void
add_inside (Making *making, FollowChanges *changes, FollowRecord *action)
{
  gint64 id = follow_record_get_id (action);

  for (guint i = 0; making->n_made % 5 == 0 && i < 2; i++)
    {
      FollowRecord *milestone = add (changes, "milestone", id);

      follow_record_set_text (milestone, "wording", i == 0 ? "Draft for comment" : "Agreed and in use");
      follow_record_set_timescale (milestone, "timescale", PICK (making, timescales));
      if (i == 0)
        follow_record_set_integer (milestone, "done", 1);
    }
  if (making->n_made % 4 == 0)
    {
      FollowRecord *note = add (changes, "progress_note", id);
      g_autofree char *text =
          g_strdup_printf ("%s was looked at %s.", PICK (making, subjects), PICK (making, ends));

      follow_record_set_text (note, "date", "2026-10-01");
      follow_record_set_text (note, "text", text);
      follow_record_set_text (note, "status", "on_track");
    }
}

static void
add_action (Making *making, FollowChanges *changes, gint64 plan, const gint64 *sections)
{
  FollowRecord *action = add (changes, "action", 0);
  g_autofree char *wording = make_wording (making);
  g_autofree char *number = g_strdup_printf ("%u", making->n_made % ACTIONS_IN_A_PLAN + 1);
  const gint64 leads[] = { PICK (making, making->people), making->people[making->n_made % N_PEOPLE] };

  follow_record_set_text (action, "number", number);
  follow_record_set_text (action, "wording", wording);
  follow_record_set_link (action, "plan", plan);
  follow_record_set_link (action, "section", sections[making->n_made % SECTIONS_IN_A_PLAN]);
  follow_record_set_text (action, "origin", making->n_made % 3 == 0 ? "already" : "additional");
  if (making->n_made % 7 != 0)
    set_links (action, "leads", leads, leads[0] != leads[1] && making->n_made % 6 == 0 ? 2 : 1);
  set_links (action, "agencies", &PICK (making, making->agencies), 1);
  if (making->n_made % 9 != 0)
    follow_record_set_timescale (action, "timescale", PICK (making, timescales));
  follow_record_set_text (action, "status", PICK (making, statuses));
  if (making->n_made % 3 == 0)
    follow_record_set_text (action, "intended_outcome", "Children are seen and heard sooner.");
  add_inside (making, changes, action);
}

/* A plan with its areas and actions, as one step. */
static gboolean
add_plan (FollowRegister *reg, Making *making, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new ("A plan");
  FollowRecord *plan = add (changes, "plan", 0);
  gint64 sections[SECTIONS_IN_A_PLAN];
  guint n = MIN (making->n_actions - making->n_made, ACTIONS_IN_A_PLAN);

  set_printed (plan, "title", "Improvement plan", making->n_made / ACTIONS_IN_A_PLAN + 1);
  follow_record_set_link (plan, "inspection", making->inspection);
  follow_record_set_text (plan, "state", "live");
  for (guint i = 0; i < SECTIONS_IN_A_PLAN; i++)
    {
      FollowRecord *section = add (changes, "section", follow_record_get_id (plan));

      set_printed (section, "wording", "Area for improvement", i + 1);
      follow_record_set_link (section, "finding", making->findings[i]);
      sections[i] = follow_record_get_id (section);
    }
  for (guint i = 0; i < n; i++)
    {
      add_action (making, changes, follow_record_get_id (plan), sections);
      making->n_made++;
    }
  return follow_register_commit (reg, changes, error);
}

static gboolean
fill (FollowRegister *reg, gpointer data, GError **error)
{
  Making *making = data;

  if (making->n_actions > 0 && !add_people (reg, making, error))
    return FALSE;
  while (making->n_made < making->n_actions)
    if (!add_plan (reg, making, error))
      return FALSE;
  return TRUE;
}

static void
make (const char *path, guint n_actions)
{
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  g_autoptr (GRand) dice = g_rand_new_with_seed (n_actions);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = NULL;
  Making making = { .n_actions = n_actions, .dice = dice };

  g_unlink (unfinished);
  reg = follow_register_create (unfinished, &error);
  if (reg == NULL || !follow_register_write_together (reg, fill, &making, &error))
    g_error ("%s", error->message);
  g_clear_object (&reg);
  if (g_rename (unfinished, path) != 0)
    g_error ("“%s” cannot be written", path);
}

static char *
get_folder (void)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");
  char *folder = g_build_filename (build != NULL ? build : ".", "registers", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_error ("“%s” cannot be made", folder);
  return folder;
}

char *
bench_register_get (guint n_actions)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *lock_path = g_build_filename (folder, "lock", NULL);
  g_autofree char *name =
      g_strdup_printf ("%u-%d-%u.follow", n_actions, follow_register_newest_version (), GENERATION);
  char *path = g_build_filename (folder, name, NULL);
  int lock = g_open (lock_path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  flock (lock, LOCK_EX);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make (path, n_actions);
  g_close (lock, NULL);
  return path;
}

char *
bench_register_copy (guint n_actions, const char *name)
{
  g_autofree char *path = bench_register_get (n_actions);
  g_autofree char *folder = get_folder ();
  char *copied = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copied);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return copied;
}

int
bench_register_count_read (FollowRegister *reg)
{
  GHashTableIter iter;
  gpointer sql, statement;
  int n = 0;

  g_hash_table_iter_init (&iter, reg->statements);
  while (g_hash_table_iter_next (&iter, &sql, &statement))
    if (g_str_has_suffix (sql, "FROM \"action\" t WHERE t.id = ?1"))
      n += sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_RUN, FALSE);
  return n;
}
