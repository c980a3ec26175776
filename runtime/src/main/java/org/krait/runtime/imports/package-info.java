/** Finders, loaders and the door to the compiler. Start with {@link org.krait.runtime.imports.SourceCompiler}. */
package org.krait.runtime.imports;
