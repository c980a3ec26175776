/**
 * Looking at running programs: the modules {@code _lsprof} (profiles of calls), {@code faulthandler} (tracebacks of
 * threads that hang) and {@code _tracemalloc} (where what lives was made).
 */
package org.krait.runtime.diagnostics;
