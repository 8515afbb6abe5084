/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-text-scale.h"

#include <math.h>

typedef struct
{
  GObject *object; /* not owned: the closure dies with it */
  char *property;
  int n;
} Kept;

static void
kept_free (Kept *kept)
{
  g_free (kept->property);
  g_free (kept);
}

static int
scale (GtkSettings *settings, int n)
{
  int dpi = -1;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? n : (int) ceil (n * (dpi / (96.0 * 1024.0)));
}

static void
dpi_changed_cb (GtkSettings *settings, GParamSpec *pspec, Kept *kept)
{
  g_object_set (kept->object, kept->property, scale (settings, kept->n), NULL);
}

int
follow_px (GtkWidget *widget, int n)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), n);

  return scale (gtk_widget_get_settings (widget), n);
}

void
follow_keep_px (GObject *object, const char *property, int n)
{
  g_autofree char *key = g_strconcat ("follow-keep-px-", property, NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  Kept *kept = g_object_get_data (object, key);

  g_return_if_fail (G_IS_OBJECT (object));

  if (kept == NULL)
    {
      GClosure *closure;

      kept = g_new0 (Kept, 1);
      kept->object = object;
      kept->property = g_strdup (property);
      g_object_set_data_full (object, key, kept, (GDestroyNotify) kept_free);
      closure = g_cclosure_new (G_CALLBACK (dpi_changed_cb), kept, NULL);
      g_object_watch_closure (object, closure);
      g_signal_connect_closure (settings, "notify::gtk-xft-dpi", closure, FALSE);
    }
  kept->n = n;
  dpi_changed_cb (settings, NULL, kept);
}

void
follow_keep_width (GtkWidget *widget, int n)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  follow_keep_px (G_OBJECT (widget), "width-request", n);
}
