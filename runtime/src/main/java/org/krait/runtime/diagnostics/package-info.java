/**
 * Looking at running programs: the modules {@code _lsprof} (profiles of calls) and {@code faulthandler} (tracebacks of
 * threads that hang).
 */
package org.krait.runtime.diagnostics;
