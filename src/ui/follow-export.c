/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-export.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "follow-editor.h"
#include "follow-error.h"
#include "follow-navigation.h"
#include "follow-window.h"

/* What is written sooner needs no word on the way. */
#define TELL_AFTER_MS 400
#define PROGRESS_EVERY_MS 150

/* How long it is said what was written, and offered to open it. */
#define TELL_SECONDS 10

typedef struct
{
  FollowWindow *window;      /* weak: it may be closed on the way */
  GApplication *application; /* held, so that the file is finished or taken away */
  const FollowReport *report;
  FollowReportOptions options; /* what it points to is owned */
  char *register_path;
  int due_soon_days;
  char *path;
  char *ending; /* of the name, when a person leaves it out */
  GCancellable *cancellable;
  int permille; /* how far it is; set by the thread */
  guint tell_source;
  gboolean told;
  AdwToast *toast; /* weak; while it is written */
  FollowExportDone done;
  gpointer data;
} Export;

static void
window_gone_cb (gpointer data, GObject *where_the_window_was)
{
  Export *self = data;

  self->window = NULL;
  g_cancellable_cancel (self->cancellable);
}

static void
export_free (Export *self)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), window_gone_cb, self);
  g_clear_weak_pointer (&self->toast);
  if (self->options.query != NULL)
    follow_query_free ((FollowQuery *) self->options.query);
  if (self->options.ids != NULL)
    g_array_unref ((GArray *) self->options.ids);
  g_strfreev ((char **) self->options.fields);
  g_free ((char *) self->options.for_ref);
  g_free ((char *) self->options.layout);
  if (self->application != NULL)
    g_application_release (self->application);
  g_object_unref (self->cancellable);
  g_free (self->register_path);
  g_free (self->path);
  g_free (self->ending);
  g_free (self);
}

static void
copy_options (Export *self, const FollowReportOptions *options)
{
  self->options.for_id = options->for_id;
  self->options.for_ref = g_strdup (options->for_ref);
  self->options.layout = g_strdup (options->layout);
  self->options.fields = (const char *const *) g_strdupv ((char **) options->fields);
  if (options->query != NULL)
    self->options.query = follow_query_copy (options->query);
  if (options->ids != NULL)
    self->options.ids = g_array_copy ((GArray *) options->ids);
}

/* Returns: (nullable): NULL when @from is in no window with a register */
static Export *
export_new (GtkWidget *from, const FollowReport *report, const FollowReportOptions *options)
{
  GtkRoot *root = gtk_widget_get_root (from);
  FollowRegister *reg = FOLLOW_IS_WINDOW (root) ? follow_window_get_register (FOLLOW_WINDOW (root)) : NULL;
  Export *self;

  if (reg == NULL)
    return NULL;
  self = g_new0 (Export, 1);
  self->window = FOLLOW_WINDOW (root);
  g_object_weak_ref (G_OBJECT (self->window), window_gone_cb, self);
  self->application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (root)));
  if (self->application != NULL)
    g_application_hold (self->application);
  self->report = report;
  copy_options (self, options);
  self->cancellable = g_cancellable_new ();
  self->register_path = g_strdup (follow_register_get_path (reg));
  self->due_soon_days = follow_register_get_due_soon_days (reg);
  return self;
}

static char *
dup_shown_name (Export *self)
{
  g_autofree char *base = g_path_get_basename (self->path);

  return g_filename_display_name (base);
}

static void
show_toast (Export *self, AdwToast *toast)
{
  if (self->window != NULL)
    follow_navigation_add_toast (GTK_WIDGET (self->window), toast);
  else
    g_object_unref (toast);
}

/* A toast's title is markup in libadwaita 1.2. */
static AdwToast *
make_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
open_clicked_cb (AdwToast *toast, gpointer data)
{
  const char *path = g_object_get_data (G_OBJECT (toast), "follow-path");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Never at once: dismissing a toast that is still coming up crashes in libadwaita 1.2. */
static void
dismiss_later (AdwToast *toast, guint seconds)
{
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, seconds, dismiss_cb, g_object_ref (toast), g_object_unref);
}

static void
tell_written (Export *self)
{
  g_autofree char *name = dup_shown_name (self);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written"), name);
  AdwToast *shown = self->toast;
  AdwToast *toast = shown != NULL ? shown : make_toast (text);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_signal_handlers_disconnect_by_data (toast, self->cancellable);
  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, 0);
  g_object_set_data_full (G_OBJECT (toast), "follow-path", g_strdup (self->path), g_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (open_clicked_cb), NULL);
  dismiss_later (toast, TELL_SECONDS);
  if (shown == NULL)
    show_toast (self, toast);
}

static void
tell_failed (Export *self, const GError *error)
{
  if (self->window == NULL)
    return;
  if (g_error_matches (error, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    follow_navigation_tell (GTK_WIDGET (self->window), _ ("The export was stopped; nothing was written"),
                            FALSE);
  else
    follow_window_show_error (GTK_WINDOW (self->window), _ ("Could Not Export"), error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  if (written)
    tell_written (self);
  else
    {
      if (self->toast != NULL)
        dismiss_later (self->toast, 1);
      tell_failed (self, error);
    }
  if (self->done != NULL)
    self->done (written, self->data);
  export_free (self);
}

static void
progress_cb (double fraction, gpointer data)
{
  Export *self = data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  g_autoptr (FollowRegister) reg = NULL;
  GError *error = NULL;

  self->options.output = self->path;
  self->options.progress = progress_cb;
  self->options.progress_data = self;
  self->options.cancellable = cancellable;
  if ((reg = follow_register_open (self->register_path, TRUE, &error)) != NULL)
    {
      follow_register_set_due_soon_days (reg, self->due_soon_days);
      if (follow_report_make (self->report, reg, &self->options, &error))
        {
          g_clear_object (&reg);
          g_task_return_boolean (task, TRUE);
          return;
        }
    }
  g_clear_object (&reg);
  g_task_return_error (task, error);
}

static void
show_progress (Export *self)
{
  AdwToast *toast = adw_toast_new ("");

  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("_Cancel"));
  /* The toast may outlive the export by a moment. */
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  show_toast (self, toast);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Export *self = data;
  gboolean first = !self->told;
  g_autofree char *name = dup_shown_name (self);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (first)
    show_progress (self);
  self->told = TRUE;
  /* Translators: the name of a file, then how much of it is written */
  text = g_strdup_printf (_ ("Writing “%s” – %d %%"), name, g_atomic_int_get (&self->permille) / 10);
  escaped = g_markup_escape_text (text, -1);
  if (self->toast != NULL)
    adw_toast_set_title (self->toast, escaped);
  if (!first)
    return G_SOURCE_CONTINUE;
  self->tell_source = g_timeout_add (PROGRESS_EVERY_MS, tell_progress_cb, self);
  return G_SOURCE_REMOVE;
}

/* @self: (transfer full) */
static void
start (Export *self)
{
  FollowRegister *reg = follow_window_get_register (self->window);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, written_cb, self);
  GError *error = NULL;

  g_task_set_task_data (task, self, NULL);
  /* Whether it was stopped in time only the report can say. */
  g_task_set_check_cancellable (task, FALSE);
  if (reg != NULL && !follow_editor_flush_all (reg, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->tell_source = g_timeout_add (TELL_AFTER_MS, tell_progress_cb, self);
  g_task_run_in_thread (task, write_in_thread);
}

/* Whether the name ends as one of those the report can write. */
static gboolean
has_ending (Export *self)
{
  g_auto (GStrv) endings = g_strsplit (self->report->endings, " ", -1);
  const char *dot = strrchr (self->path, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);

  return g_strv_contains ((const char *const *) endings, ending);
}

/* Adds the ending a person left out. FALSE: that is the name of a file nobody was asked about. */
static gboolean
complete_path (Export *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  char *whole;

  if (has_ending (self))
    return TRUE;
  whole = g_strconcat (self->path, self->ending, NULL);
  g_free (self->path);
  self->path = whole;
  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    return TRUE;
  name = dup_shown_name (self);
  text = g_strdup_printf (_ ("“%s” is there already. Choose another name."), name);
  follow_window_show_error (GTK_WINDOW (self->window), _ ("Could Not Export"), text);
  return FALSE;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Export *self)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_object_unref (dialog);
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  if (self->path == NULL || self->window == NULL)
    {
      export_free (self);
      return;
    }
  if (complete_path (self))
    start (self);
  else
    export_free (self);
}

static void
add_filters (GtkFileChooser *chooser, const FollowReport *report)
{
  g_auto (GStrv) endings = g_strsplit (report->endings, " ", -1);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, g_str_equal (endings[i], "xlsx")  ? _ ("Excel workbook (.xlsx)")
                                        : g_str_equal (endings[i], "csv") ? _ ("Delimited text (.csv)")
                                                                          : endings[i]);
      gtk_file_filter_add_suffix (filter, endings[i]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

void
follow_export_ask (GtkWidget *from,
                   const char *title,
                   const char *suggested_name,
                   const FollowReport *report,
                   const FollowReportOptions *options)
{
  Export *self = export_new (from, report, options);
  const char *dot = strrchr (suggested_name, '.');
  GtkFileChooserNative *dialog;

  g_return_if_fail (self != NULL);

  self->ending = g_strdup (dot != NULL ? dot : "");
  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self->window), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  add_filters (GTK_FILE_CHOOSER (dialog), report);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
follow_export_write (GtkWidget *from,
                     const char *path,
                     const FollowReport *report,
                     const FollowReportOptions *options,
                     FollowExportDone done,
                     gpointer data)
{
  Export *self = export_new (from, report, options);

  g_return_if_fail (self != NULL);

  self->path = g_strdup (path);
  self->done = done;
  self->data = data;
  start (self);
}
