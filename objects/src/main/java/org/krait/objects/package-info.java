/**
 * Python values and their lifetime: start with {@link org.krait.objects.PyObject}, {@link org.krait.objects.Refs} and
 * {@link org.krait.objects.PyType}. Knows nothing of the interpreter, the compiler or Truffle.
 */
package org.krait.objects;
