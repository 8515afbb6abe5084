/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a plan with 216 actions in 12 areas: how long until it is painted, and how long a change of one
 * action takes until it is seen, with the form beside it. Beside that, in the same run, a bare GTK page of the
 * same number of plain labels that wrap: what the texts alone cost. Aim: at most 0.4 times the bare page. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#include "follow-navigation.h"
#include "follow-window.h"

#define N_AREAS 12
#define N_IN_AREA 18
#define LABELS_IN_ROW 5
#define N_RUNS 5
#define AIM 0.4

static const char *const texts[LABELS_IN_ROW] = {
  "216",
  "Agree with every agency who comes to the first planning meeting, who speaks with the child before it, and "
  "how "
  "what the child said is written down and brought back to them afterwards.",
  "Service Manager, Children and Families",
  "By the end of September 2027",
  "Some slippage",
};

static int n_frames;

static void
painted_cb (void)
{
  n_frames++;
}

static void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* What the processor did for this thread, in milliseconds: on a machine that others use too, the time that passes
 * says more about them. Painting is done on this thread. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

/* Returns: milliseconds since @start, once what is asked for has been painted */
static double
wait_for_paint (double start)
{
  int seen = n_frames;

  while (n_frames == seen)
    g_main_context_iteration (NULL, TRUE);
  return get_time () - start;
}

static void
present (GtkWindow *window)
{
  gtk_window_set_default_size (window, 1280, 800);
  gtk_window_present (window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
  wait_for_paint (0);
  settle ();
}

static void
save (FollowRegister *reg, FollowRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (!follow_register_save (reg, record, &error))
    g_error ("%s", error->message);
}

static void
add_action (FollowChanges *changes, FollowRecord *plan, FollowRecord *section, guint index)
{
  g_autoptr (FollowRecord) action = follow_record_new (follow_kind_find ("action"), 0);
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (texts[3]);
  g_autoptr (FollowValue) value = follow_value_new_timescale (timescale);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *wording = g_strdup_printf ("%s (%s)", texts[1], number);

  follow_record_set_text (action, "number", number);
  follow_record_set_text (action, "wording", wording);
  follow_record_set_link (action, "plan", follow_record_get_id (plan));
  follow_record_set_link (action, "section", follow_record_get_id (section));
  follow_record_set_text (action, "origin", index % N_IN_AREA < N_IN_AREA / 2 ? "already" : "additional");
  follow_record_set_text (action, "lead_as_written", texts[2]);
  follow_record_set (action, "timescale", value);
  follow_record_set_text (action, "status", index % 3 == 0 ? "slippage" : "on_track");
  follow_changes_save (changes, action);
}

/* Returns: the id of the plan */
static gint64
fill (FollowRegister *reg)
{
  g_autoptr (FollowRecord) plan = follow_record_new (follow_kind_find ("plan"), 0);
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);
  g_autoptr (GError) error = NULL;

  follow_record_set_text (plan, "title", "Improvement Plan");
  save (reg, plan);
  for (guint i = 0; i < N_AREAS; i++)
    {
      g_autoptr (FollowRecord) section =
          follow_record_new (follow_kind_find ("section"), follow_record_get_id (plan));
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      follow_record_set_text (section, "number", number);
      follow_record_set_text (section, "wording", texts[1]);
      follow_record_set_text (section, "feedback", "• Heard too late.\n• Not told what came of it.");
      save (reg, section);
      for (guint j = 0; j < N_IN_AREA; j++)
        add_action (changes, plan, section, i * N_IN_AREA + j);
    }
  if (!follow_register_commit (reg, changes, &error))
    g_error ("%s", error->message);
  return follow_record_get_id (plan);
}

/* Returns: (transfer full): what a page would be that is nothing but its texts */
static GtkWidget *
make_bare_page (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < N_AREAS * N_IN_AREA; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      for (guint j = 0; j < LABELS_IN_ROW; j++)
        {
          GtkWidget *label = gtk_label_new (texts[j]);

          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_widget_set_hexpand (label, j == 1);
          gtk_box_append (GTK_BOX (row), label);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static double
time_bare_page (void)
{
  GtkWidget *window = adw_window_new ();
  double best = G_MAXDOUBLE;

  present (GTK_WINDOW (window));
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_time ();

      adw_window_set_content (ADW_WINDOW (window), make_bare_page ());
      best = MIN (best, wait_for_paint (start));
      settle ();
      adw_window_set_content (ADW_WINDOW (window), NULL);
      settle ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return best;
}

static double
time_opening (FollowWindow *window, gint64 plan_id)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start;

      follow_navigation_show_place (GTK_WIDGET (window), "actions");
      settle ();
      start = get_time ();
      follow_navigation_open_record (GTK_WIDGET (window), plan_id);
      best = MIN (best, wait_for_paint (start));
      settle ();
    }
  return best;
}

/* With the form of another action open, as when somebody types in it. */
static double
time_change (FollowWindow *window, FollowRegister *reg, const char *field)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GPtrArray) actions = follow_register_load_all (reg, query, NULL);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (FollowRecord) copy = follow_record_copy (actions->pdata[i + 1]);
      double start = get_time ();

      follow_record_set_text (copy, field, g_str_equal (field, "status") ? "complete" : texts[1]);
      save (reg, copy);
      best = MIN (best, wait_for_paint (start));
      settle ();
    }
  return best;
}

static void
open_first_action (FollowWindow *window, FollowRegister *reg)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));
  g_autoptr (GArray) ids = follow_register_list (reg, query, NULL);

  gtk_widget_activate_action (GTK_WIDGET (follow_window_get_page (window)), "plan.open", "x",
                              g_array_index (ids, gint64, 0));
  wait_for_paint (0);
  settle ();
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-plan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Bench.follow", NULL);
  g_autoptr (GError) error = NULL;
  FollowRegister *reg;
  FollowWindow *window;
  double bare, opening;
  gint64 plan_id;

  adw_init ();
  if ((reg = follow_register_create (path, &error)) == NULL)
    g_error ("%s", error->message);
  plan_id = fill (reg);
  bare = time_bare_page ();
  window = follow_window_new (NULL);
  follow_window_set_register (window, reg);
  present (GTK_WINDOW (window));
  opening = time_opening (window, plan_id);
  open_first_action (window, reg);
  g_print ("plan page, %d actions in %d areas: %.0f ms to open, bare page of labels %.0f ms: ratio %.2f "
           "(aim: at most %.1f)\n",
           N_AREAS * N_IN_AREA, N_AREAS, opening, bare, opening / bare, AIM);
  g_print ("plan page, one wording changed: %.0f ms until it is seen\n",
           time_change (window, reg, "wording"));
  g_print ("plan page, one status changed: %.0f ms until it is seen\n", time_change (window, reg, "status"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (reg);
  g_unlink (path);
  g_rmdir (folder);
  return opening <= AIM * bare ? 0 : 1;
}
