/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-error.h"

/* Spelt out: clang-format would put spaces into the name that G_DEFINE_QUARK takes. */
GQuark
follow_error_quark (void)
{
  return g_quark_from_static_string ("follow-error-quark");
}
