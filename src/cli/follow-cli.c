/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-date.h"
#include "follow-words.h"

static const FollowVerb *const verbs[] = {
  &follow_verb_new,    &follow_verb_kinds,   &follow_verb_list,    &follow_verb_show,  &follow_verb_import,
  &follow_verb_export, &follow_verb_reports, &follow_verb_history, &follow_verb_check, &follow_verb_backup,
};

static const FollowVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

static void
append_help (GString *out)
{
  g_string_append (out, _ ("Follow-through keeps a partnership’s inspections, improvement plans and "
                           "actions in one file, its register.\n\n"));
  g_string_append (out, "follow-through [FILE]\n");
  g_string_append (out, _ ("    Opens the window, with the register FILE if one is named.\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      follow_call_append_usage (verbs[i], out);
      g_string_append_printf (out, "\n    %s\n", _ (verbs[i]->about));
    }
  g_string_append (out, "follow-through --help | --version\n\n");
  g_string_append (out, _ ("More about one of them: follow-through VERB --help\n"
                           "A file that is named like a verb is opened as ./new.\n"
                           "Exit status: 0 done; 1 could not; 2 the words of the call are wrong. "
                           "After 1 and 2 nothing has changed.\n"
                           "FOLLOW_TODAY=YYYY-MM-DD in the environment sets today; FOLLOW_USER sets who "
                           "the history names.\n"));
}

/* Errors go out as UTF-8 whatever the locale, as the answer does. */
static int
report (const GError *error)
{
  g_autofree char *line = g_strconcat ("follow-through: ", error->message, "\n", NULL);

  fflush (stdout);
  fputs (line, stderr);
  return error->domain == FOLLOW_USAGE_ERROR ? 2 : 1;
}

static int
print (const GString *answer)
{
  g_autoptr (GError) error = NULL;

  if (fwrite (answer->str, 1, answer->len, stdout) == answer->len && fflush (stdout) == 0)
    return 0;
  g_set_error (&error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _ ("The answer could not be written out: %s."), g_strerror (errno));
  return report (error);
}

/* A wrong day is a wrong word of the call, though it stands elsewhere. */
static gboolean
check_environment (GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (follow_date_check_today (&problem))
    return TRUE;
  g_set_error_literal (error, FOLLOW_USAGE_ERROR, 0, problem->message);
  return FALSE;
}

static int
run_verb (const FollowVerb *verb, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowCall) call = NULL;
  gboolean ok;
  int status;

  if (follow_call_wants_help (arguments))
    {
      g_autoptr (GString) help = g_string_new (NULL);

      follow_call_append_help (verb, help);
      return print (help);
    }
  if (!check_environment (&error) || (call = follow_call_new (verb, arguments, &error)) == NULL)
    return report (error);
  ok = verb->run (call, &error);
  status = ok || call->keep_answer ? print (call->answer) : 0;
  return ok || status != 0 ? status : report (error);
}

/* A word that is neither a verb nor, by the look of it, a file. */
static int
refuse_word (const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *shown = g_filename_display_name (word);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_ptr_array_add (names, (gpointer) verbs[i]->name);
  g_ptr_array_add (names, (gpointer) "--help");
  g_ptr_array_add (names, (gpointer) "--version");
  g_ptr_array_add (names, NULL);
  follow_words_refuse (word[0] == '-' ? _ ("is no option") : _ ("is neither a verb nor a file"), shown,
                       (const char *const *) names->pdata, &error);
  return report (error);
}

/* What GApplication and GTK understand is for them. */
static gboolean
is_for_window (int argc, const char *word)
{
  if (word[0] == '-')
    return g_str_has_prefix (word, "--gapplication-") || g_str_equal (word, "--");
  return argc == 2 && (strpbrk (word, "./") != NULL || g_file_test (word, G_FILE_TEST_EXISTS));
}

static gboolean
is_alone (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "--version");
}

int
follow_cli_run (int argc, char **argv, gboolean *handled)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const FollowVerb *verb = word != NULL ? find_verb (word) : NULL;
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  *handled = TRUE;
  if (verb != NULL)
    return run_verb (verb, argv + 2);
  if (argc > 2 && is_alone (word))
    {
      g_autofree char *shown = g_filename_display_name (argv[2]);

      /* Translators: a word of the call, then --help or --version */
      g_set_error (&error, FOLLOW_USAGE_ERROR, 0,
                   _ ("“%s” is one word too many: %s stands alone. More about a verb: follow-through VERB "
                      "--help"),
                   shown, word);
      return report (error);
    }
  if (g_strcmp0 (word, "--help") == 0 || g_strcmp0 (word, "-h") == 0)
    append_help (answer);
  else if (g_strcmp0 (word, "--version") == 0)
    g_string_append (answer, "Follow-through " FOLLOW_VERSION "\n");
  else if (word != NULL && !is_for_window (argc, word))
    return refuse_word (word);
  else if (!check_environment (&error))
    return report (error);
  else
    *handled = FALSE;
  return *handled ? print (answer) : 0;
}
