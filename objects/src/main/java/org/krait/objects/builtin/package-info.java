/** The annotations that declare builtins and the processor that makes their tables at build time. */
package org.krait.objects.builtin;
