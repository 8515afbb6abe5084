/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-evidence-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-file-check.h"
#include "follow-widgets.h"

/* What is known of the file of a row; goes with it. */
typedef struct
{
  FollowRegister *reg;
  FollowRecord *record;
  char *checked;     /* location and digits that were last looked at */
  const char *found; /* translated; NULL: not known yet */
  GCancellable *cancellable;

  /* Children, not owned */
  GtkWidget *icon;
  GtkWidget *open;
} Evidence;

static void
evidence_free (Evidence *evidence)
{
  g_cancellable_cancel (evidence->cancellable);
  g_clear_object (&evidence->cancellable);
  g_clear_object (&evidence->record);
  g_clear_object (&evidence->reg);
  g_free (evidence->checked);
  g_free (evidence);
}

static Evidence *
get_evidence (FollowChildRow *row)
{
  return g_object_get_data (G_OBJECT (row), "follow-evidence");
}

static gboolean
is_link (const char *location)
{
  g_autofree char *scheme = location != NULL ? g_uri_parse_scheme (location) : NULL;

  return (scheme != NULL && strlen (scheme) > 1) || (location != NULL && g_str_has_prefix (location, "www."));
}

GFile *
follow_evidence_find_file (FollowRegister *reg, const char *location)
{
  g_autofree char *folder = g_path_get_dirname (follow_register_get_path (reg));
  g_autofree char *path = NULL;

  if (location == NULL)
    return NULL;
  if (g_str_has_prefix (location, "file:"))
    return g_file_new_for_uri (location);
  if (is_link (location))
    return NULL;
  path = g_canonicalize_filename (location, folder);
  return g_file_new_for_path (path);
}

char *
follow_evidence_make_location (FollowRegister *reg, GFile *file)
{
  g_autofree char *folder_path = g_path_get_dirname (follow_register_get_path (reg));
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  char *relative = g_file_get_relative_path (folder, file);

  if (relative != NULL)
    return relative;
  return g_file_peek_path (file) != NULL ? g_file_get_path (file) : g_file_get_uri (file);
}

/* "Output · added 2 Sep 2026 · file unchanged since" */
static void
show_lines (FollowChildRow *row)
{
  Evidence *evidence = get_evidence (row);
  const FollowKind *kind = follow_record_get_kind (evidence->record);
  const char *location = follow_record_get_text (evidence->record, "location");
  const char *added_on = follow_record_get_text (evidence->record, "added_on");
  g_autofree char *title = follow_record_get_title (evidence->record);
  g_autofree char *type = follow_field_format (follow_kind_find_field (kind, "kind"),
                                               follow_record_get (evidence->record, "kind"));
  g_autofree char *day = follow_date_format_short (added_on);
  g_autofree char *added = added_on != NULL ? g_strdup_printf (_ ("added %s"), day) : NULL;
  const char *parts[] = { type, added, is_link (location) ? _ ("link") : evidence->found };
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", parts[i]);
  follow_child_row_set_lines (row, *title != '\0' ? title : _ ("Evidence"), summary->str);
  gtk_image_set_from_icon_name (GTK_IMAGE (evidence->icon),
                                is_link (location) ? "insert-link-symbolic" : "text-x-generic-symbolic");
  gtk_widget_set_visible (evidence->open, location != NULL);
}

static void
set_found (FollowChildRow *row, const char *found)
{
  get_evidence (row)->found = found;
  show_lines (row);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FollowChildRow) row = FOLLOW_CHILD_ROW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *digits = follow_file_hash_finish (result, &error);
  Evidence *evidence = get_evidence (row);
  const char *then;

  if (evidence == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  then = follow_record_get_text (evidence->record, "sha256");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_found (row, _ ("file not found"));
  else if (digits == NULL)
    set_found (row, _ ("file could not be read"));
  else if (then == NULL)
    set_found (row, _ ("file not compared"));
  else
    set_found (row, g_ascii_strcasecmp (digits, then) == 0 ? _ ("file unchanged since")
                                                           : _ ("file changed since"));
}

/* Once for a file and its digits, and only when somebody sees the row. */
static void
check (FollowChildRow *row)
{
  Evidence *evidence = get_evidence (row);
  const char *location = follow_record_get_text (evidence->record, "location");
  const char *digits = follow_record_get_text (evidence->record, "sha256");
  g_autoptr (GFile) file = follow_evidence_find_file (evidence->reg, location);
  g_autofree char *key = g_strdup_printf ("%s\n%s", location, digits);

  if (!gtk_widget_get_mapped (GTK_WIDGET (row)) || file == NULL || g_strcmp0 (key, evidence->checked) == 0)
    return;
  g_free (evidence->checked);
  evidence->checked = g_steal_pointer (&key);
  g_cancellable_cancel (evidence->cancellable);
  g_object_unref (evidence->cancellable);
  evidence->cancellable = g_cancellable_new ();
  follow_file_hash_async (file, evidence->cancellable, hashed_cb, g_object_ref (row));
}

static void
row_mapped_cb (FollowChildRow *row)
{
  check (row);
}

static void
row_unmapped_cb (FollowChildRow *row)
{
  Evidence *evidence = get_evidence (row);

  if (evidence == NULL || evidence->found != NULL)
    return;
  g_cancellable_cancel (evidence->cancellable);
  g_clear_pointer (&evidence->checked, g_free);
}

static void
open_clicked_cb (FollowChildRow *row)
{
  Evidence *evidence = get_evidence (row);
  const char *location = follow_record_get_text (evidence->record, "location");
  g_autoptr (GFile) file = follow_evidence_find_file (evidence->reg, location);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  g_autofree char *uri = NULL;

  if (file != NULL)
    uri = g_file_get_uri (file);
  else if (g_str_has_prefix (location, "www."))
    uri = g_strconcat ("https://", location, NULL);
  else
    uri = g_strdup (location);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

void
follow_evidence_row_set_up (FollowChildRow *row, FollowRegister *reg)
{
  static const char *const fields[] = { "title", "kind", "location", "added_on", NULL };
  Evidence *evidence = g_new0 (Evidence, 1);

  evidence->reg = g_object_ref (reg);
  evidence->cancellable = g_cancellable_new ();
  evidence->icon = follow_icon_new ("text-x-generic-symbolic", NULL);
  evidence->open = follow_icon_button_new ("adw-external-link-symbolic", _ ("Open"));
  gtk_widget_set_valign (evidence->open, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (evidence->open, "clicked", G_CALLBACK (open_clicked_cb), row);
  g_object_set_data_full (G_OBJECT (row), "follow-evidence", evidence, (GDestroyNotify) evidence_free);
  follow_child_row_set_fields (row, fields);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), evidence->icon);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), evidence->open);
  g_signal_connect (row, "map", G_CALLBACK (row_mapped_cb), NULL);
  g_signal_connect (row, "unmap", G_CALLBACK (row_unmapped_cb), NULL);
}

void
follow_evidence_row_show (FollowChildRow *row, FollowRecord *record)
{
  Evidence *evidence = get_evidence (row);

  g_set_object (&evidence->record, record);
  show_lines (row);
  check (row);
}
