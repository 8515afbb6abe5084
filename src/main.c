/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n-lib.h>

#include "follow-application.h"
#include "follow-cli.h"

int
main (int argc, char **argv)
{
  gboolean handled;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOLLOW_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = follow_cli_run (argc, argv, &handled);
  return handled ? status : follow_application_run (argc, argv);
}
