/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-application.h"

int
main (int argc, char **argv)
{
  return follow_application_run (argc, argv);
}
