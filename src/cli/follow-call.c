/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-call.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-words.h"

G_DEFINE_QUARK (follow - usage - error - quark, follow_usage_error)

/* Where the words of a call are explained. */
static const struct
{
  const char *word;
  const char *about;
} word_abouts[] = {
  { "FILE", N_ ("the register") },
  { "KIND", N_ ("a kind of record, one of those that “follow-through kinds” names") },
  { "REF", N_ ("the number, the reference or the title of a record, or how its title begins") },
  { "SOURCE", N_ ("the workbook, or file of delimited text, to take in") },
  { "DEST", N_ ("where to write the copy; nothing may be there yet") },
  { "REPORT", N_ ("one of those that “follow-through reports” names") },
};

void
follow_call_free (FollowCall *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->options);
  g_string_free (self->answer, TRUE);
  g_free (self);
}

static gboolean refuse (const FollowVerb *verb, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Always FALSE, so that a caller can return it. Adds how the verb is called. */
static gboolean
refuse (const FollowVerb *verb, GError **error, const char *format, ...)
{
  g_autofree char *problem = NULL;
  g_autoptr (GString) usage = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  follow_call_append_usage (verb, usage);
  /* Translators: what is wrong with the words of a call, then the right ones */
  g_set_error (error, FOLLOW_USAGE_ERROR, 0, _ ("%s; it is called so: %s"), problem, usage->str);
  return FALSE;
}

static const FollowOption *
find_option (const FollowVerb *verb, const char *name)
{
  for (guint i = 0; i < verb->n_options; i++)
    if (g_str_equal (verb->options[i].name, name))
      return &verb->options[i];
  return NULL;
}

static gboolean
refuse_option (const FollowVerb *verb, const char *word, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < verb->n_options; i++)
    g_ptr_array_add (names, g_strconcat ("--", verb->options[i].name, NULL));
  g_ptr_array_add (names, g_strdup ("--help"));
  g_ptr_array_add (names, NULL);
  /* Translators: follows a word that is wrong; the name of a verb of the command line */
  problem = g_strdup_printf (_ ("is no option of %s"), verb->name);
  return follow_words_refuse (problem, word, (const char *const *) names->pdata, error);
}

static gboolean
check_choice (const FollowOption *option, const char *value, GError **error)
{
  g_auto (GStrv) choices = g_strsplit (option->choices != NULL ? option->choices : "", " ", -1);
  g_autofree char *problem = NULL;

  if (option->choices == NULL || g_strv_contains ((const char *const *) choices, value))
    return TRUE;
  /* Translators: follows a word that is wrong; an option of the command line */
  problem = g_strdup_printf (_ ("is not a value of --%s"), option->name);
  return follow_words_refuse (problem, value, (const char *const *) choices, error);
}

/* Names of files are bytes; everything else is text. Terminals of other encodings are understood. */
static char *
read_value (const char *kind, const char *value, GError **error)
{
  static const char *const files[] = { "FILE", "SOURCE", "DEST", "OUT", NULL };
  char *text;

  if (g_strv_contains (files, kind) || g_utf8_validate (value, -1, NULL))
    return g_strdup (value);
  if ((text = g_locale_to_utf8 (value, -1, NULL, NULL, NULL)) == NULL)
    g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                 /* Translators: how the command line calls a word: FIELD=VALUE */
                 _ ("What was given for %s is not text; write it in UTF-8."), kind);
  return text;
}

static gboolean
add_option (FollowCall *self, const FollowOption *option, const char *value, GError **error)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);
  char *text = value != NULL ? read_value (option->value, value, error) : g_strdup ("");

  if (text == NULL)
    return FALSE;
  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_set_size (values, 1);
      g_hash_table_insert (self->options, (gpointer) option, values);
    }
  else if (!option->many)
    {
      g_free (text);
      return refuse (self->verb, error, _ ("--%s was given twice"), option->name);
    }
  /* A NULL ends the values. */
  values->pdata[values->len - 1] = text;
  g_ptr_array_add (values, NULL);
  return check_choice (option, text, error);
}

/* Takes the option at @arguments[@index]. Returns: how many arguments it took, 0 with @error set */
static guint
take_option (FollowCall *self, char **arguments, guint index, GError **error)
{
  const char *word = arguments[index];
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : g_strdup (word);
  const FollowOption *option =
      g_str_has_prefix (name, "--") ? find_option (self->verb, name + strlen ("--")) : NULL;

  if (option == NULL)
    return refuse_option (self->verb, name, error);
  if (option->value == NULL && equals != NULL)
    return refuse (self->verb, error, _ ("--%s takes no value"), option->name);
  if (option->value == NULL)
    return add_option (self, option, NULL, error);
  if (equals != NULL)
    return add_option (self, option, equals + 1, error);
  if (arguments[index + 1] == NULL)
    return refuse (self->verb, error, _ ("--%s wants a value"), option->name);
  return add_option (self, option, arguments[index + 1], error) ? 2 : 0;
}

static gboolean
add_word (FollowCall *self, const char *value, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (self->verb->words), "[]", ' ');
  g_auto (GStrv) parts = g_strsplit (plain, " ", -1);
  guint position = 0;
  char *text;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && position++ == self->words->len)
      {
        if ((text = read_value (parts[i], value, error)) == NULL)
          return FALSE;
        g_ptr_array_add (self->words, text);
        return TRUE;
      }
  return refuse (self->verb, error, _ ("“%s” is one word too many"), value);
}

static guint
count_words (const char *words, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length && words[i] != '\0'; i++)
    if (g_ascii_isupper (words[i]) && (i == 0 || !g_ascii_isupper (words[i - 1])))
      n++;
  return n;
}

static gboolean
is_given_empty (FollowCall *self, const FollowOption *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  for (guint i = 0; values != NULL && values->pdata[i] != NULL; i++)
    if (*(char *) values->pdata[i] == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
check_complete (FollowCall *self, GError **error)
{
  const FollowVerb *verb = self->verb;
  guint n_required = count_words (verb->words, strcspn (verb->words, "["));
  guint n_all = count_words (verb->words, strlen (verb->words));

  if (self->words->len != n_required && self->words->len != n_all)
    return refuse (verb, error, _ ("%s wants more words"), verb->name);
  for (guint i = 0; i < self->words->len; i++)
    if (*(char *) self->words->pdata[i] == '\0')
      return refuse (verb, error, _ ("a word of the call is empty"));
  for (guint i = 0; i < verb->n_options; i++)
    if (verb->options[i].value != NULL && is_given_empty (self, &verb->options[i]))
      return refuse (verb, error, _ ("--%s was given an empty value; leave it out, or say what it is"),
                     verb->options[i].name);
  for (guint i = 0; i < verb->n_options; i++)
    if (verb->options[i].required && !follow_call_has (self, verb->options[i].name))
      return refuse (verb, error, _ ("%s wants --%s"), verb->name, verb->options[i].name);
  return TRUE;
}

/**
 * follow_call_new:
 * @arguments: what follows the verb, ended by %NULL
 *
 * Returns: (transfer full) (nullable): the call; %NULL with %FOLLOW_USAGE_ERROR when its words are
 *   wrong
 */
FollowCall *
follow_call_new (const FollowVerb *verb, char **arguments, GError **error)
{
  g_autoptr (FollowCall) self = g_new0 (FollowCall, 1);
  gboolean only_words = FALSE;
  guint taken = 1;

  self->verb = verb;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->options = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->answer = g_string_new (NULL);
  for (guint i = 0; arguments[i] != NULL; i += taken)
    {
      taken = 1;
      if (!only_words && g_str_equal (arguments[i], "--"))
        only_words = TRUE;
      else if (only_words || arguments[i][0] != '-' || arguments[i][1] == '\0')
        taken = add_word (self, arguments[i], error);
      else
        taken = take_option (self, arguments, i, error);
      if (taken == 0)
        return NULL;
    }
  return check_complete (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Whether the words after a verb ask how it is called. */
gboolean
follow_call_wants_help (char **arguments)
{
  for (guint i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h"))
      return TRUE;
  return FALSE;
}

/**
 * follow_call_get_word:
 *
 * Returns: (nullable): the word at @index, %NULL when it was left out
 */
const char *
follow_call_get_word (FollowCall *self, guint index)
{
  return index < self->words->len ? self->words->pdata[index] : NULL;
}

static GPtrArray *
get_values (FollowCall *self, const char *option)
{
  const FollowOption *described = find_option (self->verb, option);

  g_return_val_if_fail (described != NULL, NULL);
  return g_hash_table_lookup (self->options, described);
}

gboolean
follow_call_has (FollowCall *self, const char *option)
{
  return get_values (self, option) != NULL;
}

/**
 * follow_call_get_value:
 *
 * Returns: (nullable): what the option was given as
 */
const char *
follow_call_get_value (FollowCall *self, const char *option)
{
  GPtrArray *values = get_values (self, option);

  return values != NULL ? values->pdata[0] : NULL;
}

/**
 * follow_call_get_values:
 *
 * Returns: (transfer none): all that the option was given as, ended by %NULL
 */
const char *const *
follow_call_get_values (FollowCall *self, const char *option)
{
  static const char *const none[] = { NULL };
  GPtrArray *values = get_values (self, option);

  return values != NULL ? (const char *const *) values->pdata : none;
}

/* Whether the answer is to have this format; the first of its choices is the usual one. */
gboolean
follow_call_format_is (FollowCall *self, const char *format)
{
  const FollowOption *option = find_option (self->verb, "format");
  const char *given = follow_call_get_value (self, "format");

  if (given != NULL)
    return g_str_equal (given, format);
  return strncmp (option->choices, format, strcspn (option->choices, " ")) == 0 &&
         strlen (format) == strcspn (option->choices, " ");
}

/**
 * follow_call_open:
 *
 * Opens the register that the call's first word names.
 *
 * Returns: (transfer full) (nullable): the register
 */
FollowRegister *
follow_call_open (FollowCall *self, gboolean read_only, GError **error)
{
  const char *path = follow_call_get_word (self, 0);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  FollowRegister *reg;

  /* What a killed program left half written has to be rolled back first, which is writing. */
  reg = follow_register_open (path, read_only && !g_file_test (journal, G_FILE_TEST_EXISTS), error);
  if (reg != NULL && g_getenv ("FOLLOW_USER") != NULL)
    follow_register_set_user (reg, g_getenv ("FOLLOW_USER"));
  return reg;
}

void
follow_call_append_usage (const FollowVerb *verb, GString *out)
{
  g_string_append_printf (out, "follow-through %s", verb->name);
  if (*verb->words != '\0')
    g_string_append_printf (out, " %s", verb->words);
  for (guint i = 0; i < verb->n_options; i++)
    {
      const FollowOption *option = &verb->options[i];

      g_string_append_printf (out, " %s--%s", option->required ? "" : "[", option->name);
      if (option->choices != NULL)
        {
          g_autofree char *choices = g_strdelimit (g_strdup (option->choices), " ", '|');

          g_string_append_printf (out, " %s", choices);
        }
      else if (option->value != NULL)
        g_string_append_printf (out, " %s", option->value);
      g_string_append_printf (out, "%s%s", option->required ? "" : "]", option->many ? "…" : "");
    }
}

static void
append_entry (GString *out, const char *name, const char *about)
{
  glong width = g_utf8_strlen (name, -1);

  g_string_append_printf (out, "  %s%*s  %s\n", name, (int) MAX (0, 22 - width), "", about);
}

/**
 * follow_call_append_help:
 *
 * Appends the whole help of a verb.
 */
void
follow_call_append_help (const FollowVerb *verb, GString *out)
{
  follow_call_append_usage (verb, out);
  g_string_append_printf (out, "\n\n%s\n\n", _ (verb->about));
  for (guint i = 0; i < G_N_ELEMENTS (word_abouts); i++)
    if (strstr (verb->words, word_abouts[i].word) != NULL)
      append_entry (out, word_abouts[i].word, _ (word_abouts[i].about));
  for (guint i = 0; i < verb->n_options; i++)
    {
      const FollowOption *option = &verb->options[i];
      g_autofree char *name = g_strdup_printf ("--%s%s%s", option->name, option->value != NULL ? " " : "",
                                               option->value != NULL ? option->value : "");

      append_entry (out, name, _ (option->about));
    }
  append_entry (out, "--help", _ ("this page"));
}
