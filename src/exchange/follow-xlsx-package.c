/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-package.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "follow-error.h"

#define BLOCK (64 * 1024)
/* What expat may hold back for the end of one tag. */
#define MAX_TAG (4 * 1024 * 1024)

struct _FollowXlsxPackage
{
  zip_t *zip;
  GBytes *bytes;
  char *name;
  FollowReadLimits limits;
  GCancellable *cancellable;
  gint64 deadline;
  guint64 expanded;
  GError *refusal;
  /* While a part is parsed: */
  XML_Parser parser;
  const FollowXlsxHandlers *handlers;
  gpointer data;
  guint depth;
};

const char *
follow_xlsx_attribute (const char **attributes, const char *name)
{
  for (gsize i = 0; attributes[i] != NULL; i += 2)
    {
      const char *colon = strrchr (attributes[i], ':');

      if (g_str_equal (colon != NULL ? colon + 1 : attributes[i], name))
        return attributes[i + 1];
    }
  return NULL;
}

gboolean
follow_xlsx_attribute_is_true (const char **attributes, const char *name)
{
  const char *value = follow_xlsx_attribute (attributes, name);

  return value != NULL &&
         (g_str_equal (value, "1") || g_str_equal (value, "true") || g_str_equal (value, "on"));
}

char *
follow_xlsx_resolve_part (const char *base, const char *target)
{
  g_autofree char *slashed = g_strdelimit (g_strdup (target), "\\", '/');
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *joined = *slashed == '/' ? g_strdup (slashed) : g_strconcat (folder, "/", slashed, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], "..") && kept->len > 0)
      g_ptr_array_set_size (kept, kept->len - 1);
    else if (*steps[i] != '\0' && !g_str_equal (steps[i], ".") && !g_str_equal (steps[i], ".."))
      g_ptr_array_add (kept, steps[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

void
follow_xlsx_package_refuse (FollowXlsxPackage *self, int code, const char *reason)
{
  if (self->refusal == NULL)
    follow_read_set_error (&self->refusal, code, self->name, reason);
  if (self->parser != NULL)
    XML_StopParser (self->parser, XML_FALSE);
}

void
follow_xlsx_package_refuse_damaged (FollowXlsxPackage *self)
{
  follow_xlsx_package_refuse (self, FOLLOW_ERROR_DAMAGED, _ ("it is damaged or was cut short"));
}

void
follow_xlsx_package_refuse_large (FollowXlsxPackage *self)
{
  follow_xlsx_package_refuse (self, FOLLOW_ERROR_REFUSED, _ ("it holds more than is read from a workbook"));
}

gboolean
follow_xlsx_package_has_refused (FollowXlsxPackage *self)
{
  return self->refusal != NULL;
}

const FollowReadLimits *
follow_xlsx_package_limits (FollowXlsxPackage *self)
{
  return &self->limits;
}

const char *
follow_xlsx_package_name (FollowXlsxPackage *self)
{
  return self->name;
}

static gboolean
propagate_refusal (FollowXlsxPackage *self, GError **error)
{
  if (self->refusal == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&self->refusal));
  return TRUE;
}

static void
refuse_zip_error (FollowXlsxPackage *self, int zip_error)
{
  if (zip_error == ZIP_ER_NOENT)
    follow_xlsx_package_refuse (self, FOLLOW_ERROR_NOT_FOUND, _ ("there is no such file"));
  else if (zip_error == ZIP_ER_OPEN)
    follow_xlsx_package_refuse (self, FOLLOW_ERROR_FAILED, _ ("it may not be opened"));
  else
    follow_xlsx_package_refuse_damaged (self);
}

static zip_t *
open_zip (const char *path, GBytes *bytes, int flags, int *zip_error)
{
  zip_error_t detail;
  zip_source_t *source;
  zip_t *zip;

  if (bytes == NULL)
    return zip_open (path, flags, zip_error);
  zip_error_init (&detail);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &detail);
  zip = source != NULL ? zip_open_from_source (source, flags, &detail) : NULL;
  *zip_error = zip_error_code_zip (&detail);
  if (zip == NULL && source != NULL)
    zip_source_free (source);
  zip_error_fini (&detail);
  return zip;
}

static gboolean
open_checked (FollowXlsxPackage *self, const char *path)
{
  int zip_error = 0;

  self->zip = open_zip (path, self->bytes, ZIP_RDONLY | ZIP_CHECKCONS, &zip_error);
  /* Some programs write directories that differ from the entries in what does not matter here. */
  if (self->zip == NULL && zip_error == ZIP_ER_INCONS)
    self->zip = open_zip (path, self->bytes, ZIP_RDONLY, &zip_error);
  if (self->zip == NULL)
    refuse_zip_error (self, zip_error);
  else if ((guint64) zip_get_num_entries (self->zip, 0) > self->limits.n_entries)
    follow_xlsx_package_refuse_large (self);
  return self->refusal == NULL;
}

FollowXlsxPackage *
follow_xlsx_package_open (const char *path,
                          GBytes *bytes,
                          const char *name,
                          const FollowReadLimits *limits,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (FollowXlsxPackage) self = g_new0 (FollowXlsxPackage, 1);

  self->name = g_strdup (name);
  self->limits = *limits;
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->deadline = g_get_monotonic_time () + limits->seconds * G_USEC_PER_SEC;
  if (open_checked (self, path))
    return g_steal_pointer (&self);
  propagate_refusal (self, error);
  return NULL;
}

void
follow_xlsx_package_free (FollowXlsxPackage *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->refusal);
  g_free (self->name);
  g_free (self);
}

static zip_int64_t
locate (FollowXlsxPackage *self, const char *part)
{
  g_autofree char *decoded = NULL;
  zip_int64_t index = zip_name_locate (self->zip, part, 0);

  if (index < 0)
    index = zip_name_locate (self->zip, part, ZIP_FL_NOCASE);
  if (index < 0 && (decoded = g_uri_unescape_string (part, NULL)) != NULL)
    index = zip_name_locate (self->zip, decoded, ZIP_FL_NOCASE);
  return index;
}

gboolean
follow_xlsx_package_has (FollowXlsxPackage *self, const char *part)
{
  return locate (self, part) >= 0;
}

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
element_started_cb (gpointer data, const char *name, const char **attributes)
{
  FollowXlsxPackage *self = data;

  if (self->refusal != NULL)
    return;
  if (++self->depth > self->limits.depth)
    {
      follow_xlsx_package_refuse_large (self);
      return;
    }
  if (self->handlers->start != NULL)
    self->handlers->start (self->data, local_name (name), attributes);
}

static void
element_ended_cb (gpointer data, const char *name)
{
  FollowXlsxPackage *self = data;

  if (self->refusal != NULL)
    return;
  self->depth--;
  if (self->handlers->end != NULL)
    self->handlers->end (self->data, local_name (name));
}

static void
text_read_cb (gpointer data, const char *text, int length)
{
  FollowXlsxPackage *self = data;

  if (self->refusal == NULL && self->handlers->text != NULL)
    self->handlers->text (self->data, text, length);
}

static void
doctype_started_cb (
    gpointer data, const char *name, const char *system_id, const char *public_id, int has_subset)
{
  follow_xlsx_package_refuse (data, FOLLOW_ERROR_REFUSED,
                              _ ("it declares types of its own, as no spreadsheet does"));
}

static void
check_bounds (FollowXlsxPackage *self, guint64 fed)
{
  XML_Index seen = XML_GetCurrentByteIndex (self->parser);

  if (self->expanded > self->limits.expanded_bytes || (seen >= 0 && fed > (guint64) seen + MAX_TAG))
    follow_xlsx_package_refuse_large (self);
  if (g_get_monotonic_time () > self->deadline)
    follow_xlsx_package_refuse (self, FOLLOW_ERROR_REFUSED, _ ("it takes too long to read"));
  if (g_cancellable_is_cancelled (self->cancellable))
    follow_xlsx_package_refuse (self, FOLLOW_ERROR_CANCELLED, _ ("it was cancelled"));
}

static void
feed (FollowXlsxPackage *self, zip_file_t *file)
{
  zip_int64_t n;
  guint64 fed = 0;

  do
    {
      void *block = XML_GetBuffer (self->parser, BLOCK);

      n = block != NULL ? zip_fread (file, block, BLOCK) : -1;
      if (n < 0)
        {
          follow_xlsx_package_refuse_damaged (self);
          return;
        }
      fed += n;
      self->expanded += n;
      if (XML_ParseBuffer (self->parser, n, n == 0) != XML_STATUS_OK)
        follow_xlsx_package_refuse_damaged (self);
      else
        check_bounds (self, fed);
    }
  while (n > 0 && self->refusal == NULL);
}

static void
parse_entry (FollowXlsxPackage *self, zip_file_t *file)
{
  XML_Parser parser = XML_ParserCreate (NULL);

  self->parser = parser;
  self->depth = 0;
  XML_SetUserData (parser, self);
  XML_SetElementHandler (parser, element_started_cb, element_ended_cb);
  XML_SetCharacterDataHandler (parser, text_read_cb);
  XML_SetStartDoctypeDeclHandler (parser, doctype_started_cb);
  feed (self, file);
  self->parser = NULL;
  XML_ParserFree (parser);
}

gboolean
follow_xlsx_package_parse (FollowXlsxPackage *self,
                           const char *part,
                           const FollowXlsxHandlers *handlers,
                           gpointer data,
                           GError **error)
{
  zip_int64_t index = locate (self, part);
  zip_stat_t info;
  zip_file_t *file;

  zip_stat_init (&info);
  if (index >= 0 && zip_stat_index (self->zip, index, 0, &info) == 0 &&
      (info.valid & ZIP_STAT_ENCRYPTION_METHOD) && info.encryption_method != ZIP_EM_NONE)
    follow_xlsx_package_refuse (self, FOLLOW_ERROR_REFUSED, _ ("it is protected by a password"));
  file = index >= 0 && self->refusal == NULL ? zip_fopen_index (self->zip, index, 0) : NULL;
  if (file == NULL)
    follow_xlsx_package_refuse_damaged (self);
  else
    {
      self->handlers = handlers;
      self->data = data;
      parse_entry (self, file);
      zip_fclose (file);
    }
  return !propagate_refusal (self, error);
}
